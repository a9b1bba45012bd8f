#!/usr/bin/env python3
"""seeds.py OUT_DIR - first inputs for the fuzz targets, out of the gold files and sample pages, and
for each target a dictionary of libFuzzer (OUT_DIR/<door>.dict) out of the tables of lib/data/source.
The bytes before the text are what the target takes its options from."""
import json
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE / "../../lib/data/source"
TEXTS = ("decode", "normalize", "fold", "tokens", "analyze", "references", "officials", "write")
# Of each table some rows: libFuzzer tries all words of a dictionary alike.
TABLES = {
    "references": ("reference_types", "reference_words", "reference_issuers", "reference_meetings", "law_names"),
    "officials": ("person_honorifics", "post_titles", "post_verbs", "post_modifiers", "organ_units", "person_surnames",
                  "place_levels", "name_traps"),
    "tokens": ("traits", "line_ends"),
}
MARKS = ["05-CT/TW", "30/2020/NĐ-CP", "ngày 05/3/2020", "khóa XII", "Điều 5", "khoản 2", "điểm a", "http://a.vn/b",
         "a@b.vn", "14/5", "10 giờ 30", "5,2%", "12.000 đồng", "\u0301", "\u0323", "\u200b", "\ufeff", "\u00a0", "\n\n",
         "“", "”", "…", "QĐ-UBND", "PGS.TS.", "(", "); ", ":\n- ", "@a", "#b", "👨\u200d👩"]


def texts():
    for name, file in (("references", "refs"), ("officials", "officials"), ("sentences", "sentences")):
        for line in (HERE / f"../gold/{file}-dev.jsonl").read_text("utf-8").splitlines()[::9]:
            yield name, json.loads(line)["text"]
    for path in sorted((HERE / "../../examples/data").glob("*.txt")):
        yield "page", path.read_text("utf-8")[:1500]


def options(door, n):
    """Heap (odd: it fails), encoding, repair, style with form and fold; then the door's own."""
    heap = n % 2 * (2 * n + 1) & 0xFF
    own = bytes([n % 3]) if door == "fold" else b""
    return bytes([heap, 0, 0x80, n % 3]) + own


# The encodings of the decode target, in its order; for those that Python does not know the text is UTF-8.
ENCODINGS = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1258") + 6 * ("utf-8",)


def decode_seed(n, text):
    door = n % len(ENCODINGS)
    if ENCODINGS[door] == "cp1258":  # letters with their quality, tones as marks behind them
        text = "".join(unicodedata.normalize("NFC", c[0] + "".join(m for m in c[1:] if m in "\u0306\u0302\u031b"))
                       + "".join(m for m in c[1:] if m not in "\u0306\u0302\u031b")
                       for c in map(lambda c: unicodedata.normalize("NFD", c), text))
    return options("decode", n) + bytes([door]) + text.encode(ENCODINGS[door], "replace")


def text_seeds(put):
    for n, (kind, text) in enumerate(texts()):
        if n % 3 == 1:
            text = unicodedata.normalize("NFD", text)
        for door in TEXTS:
            if door in (kind, "analyze") or (n % 8 == 0 and door not in ("references", "officials")):
                put(door, n, decode_seed(n, text) if door == "decode" else options(door, n) + text.encode())
        if n % 4 == 0:
            put("page", n, bytes([0, n % 8, n * 5 % 256, 0x22]) + text.encode())
            line = json.dumps({"id": n, "text": text, "url": "x"}, ensure_ascii=n % 8 == 0)
            put("jsonl", n, bytes([n % 2, n % 64]) + line.encode())
            put("page", n + 1, bytes([0, n % 5, 0x10 | n % 6, 0]) + (line + "\n" + line).encode())


def small_seeds(put):
    for n, word in enumerate("quý giếng nghiêng khuỷu thuở Strauss HOÀ ươ xoong đ".split()):
        put("syllable", n, b"\0" + word.encode())
    html = '<p class="a>b">Chỉ thị <!-- - --> số <b>05-CT/TW</b></p>'.encode()
    put("annotate", 0, bytes([1, 2, 3, 20, 30, 9]) + html)
    put("annotate", 1, bytes([0, 3, 0, 9, 1, 2, 4, 0]) + html)
    put("words", 0, "\0# x\nquốc hữu hóa\tword\nvà của\tapart\nTrưởng ban\ttitle\nSở Xyz\torgan\n".encode())
    put("words", 1, b"\0a\tword\r\n\n\tword\n")
    put("documents", 0, b"\0vn:nghi-dinh:30/2020\tvn:nghi-dinh:30/2020/nd-cp\nvn:a:1\tvn:b:2 vn:c:3\n")
    for n, line in enumerate((r'{"text":"a\u0000\ud83d\ude00\"","id":"x","n":1.10,"o":{"a":[1,"]"]}}', '{"id":7}', "[1]",
                              '{"text":"a","text":"b","id":null,"\\u0069d":2}', ' { "a" : -1e9 , "text" : "" } ')):
        put("jsonl", 1000 + n, bytes([0, 4]) + line.encode())
    for door in ("lexicon", "model"):  # heap, checksum, changes: what, where (3), value
        put(door, 0, b"\0\0")
        for n in range(1, 40):
            put(door, n, bytes([0, 0, n % 8 | n % 2 * 8, n * 37 % 256, n, 0, n * 11 % 256]))


def dictionary(path, tables):
    words = list(MARKS)
    for table in tables:
        rows = [r.split("\t")[0] for r in (SOURCE / f"{table}.tsv").read_text("utf-8").splitlines() if r and r[0] != "#"]
        words += rows[1 :: max(1, len(rows) // 60)]
    escaped = ("".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\x{b:02x}" for b in w.encode()) for w in words)
    path.write_text("".join(f'"{w}"\n' for w in dict.fromkeys(escaped) if w))


def main():
    out = pathlib.Path(sys.argv[1])

    def put(door, n, content):
        (out / door).mkdir(parents=True, exist_ok=True)
        (out / door / f"seed-{n:03d}").write_bytes(content)

    text_seeds(put)
    small_seeds(put)
    for door in ("analyze", "write", "page"):
        dictionary(out / f"{door}.dict", sum(TABLES.values(), ()))
    for door, tables in TABLES.items():
        dictionary(out / f"{door}.dict", tables)


if __name__ == "__main__":
    main()
