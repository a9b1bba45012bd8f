#!/usr/bin/env python3
"""seeds.py OUT_DIR - first inputs for the fuzz targets, out of the gold files and sample pages."""
import json
import pathlib
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
OPTIONS = {"decode": 3, "normalize": 3, "fold": 3, "tokens": 3, "analyze": 3, "references": 3, "officials": 3, "write": 3}


def texts():
    for name, file in (("references", "refs"), ("officials", "officials"), ("sentences", "sentences")):
        for line in (HERE / f"../gold/{file}-dev.jsonl").read_text("utf-8").splitlines()[::9]:
            yield name, json.loads(line)["text"]
    for path in sorted((HERE / "../../examples/data").glob("*.txt")):
        yield "page", path.read_text("utf-8")[:1500]


def main():
    out = pathlib.Path(sys.argv[1])
    doors = list(OPTIONS) + ["syllable", "annotate", "words", "documents"]
    for door in doors:
        (out / door).mkdir(parents=True, exist_ok=True)
    for n, (kind, text) in enumerate(texts()):
        if n % 3 == 1:
            text = unicodedata.normalize("NFD", text)
        body = text.encode()
        wanted = [d for d in OPTIONS if d in (kind, "analyze") or (n % 8 == 0 and d not in ("references", "officials"))]
        for door in wanted:
            head = bytes([n % 2 * (2 * n + 1) & 0xFF, 0, 0x80]) + (bytes([n % 12]) if door == "decode" else b"")
            head += bytes([n % 3]) + (bytes([n % 3]) if door == "fold" else b"")
            (out / door / f"seed-{n:03d}").write_bytes(head + body)
    for n, word in enumerate("quý giếng nghiêng khuỷu thuở Strauss HOÀ ươ xoong đ".split()):
        (out / "syllable" / f"seed-{n:03d}").write_bytes(b"\0" + word.encode())
    html = '<p class="a>b">Chỉ thị <!-- - --> số <b>05-CT/TW</b></p>'.encode()
    (out / "annotate/seed-000").write_bytes(bytes([1, 2, 3, 20, 30, 9]) + html)
    (out / "annotate/seed-001").write_bytes(bytes([0, 3, 0, 9, 1, 2, 4, 0]) + html)
    (out / "words/seed-000").write_bytes("\0# x\nquốc hữu hóa\tword\nvà của\tapart\nTrưởng ban\ttitle\nSở Xyz\torgan\n".encode())
    (out / "words/seed-001").write_bytes(b"\0a\tword\r\n\n\tword\n")
    (out / "documents/seed-000").write_bytes(b"\0vn:nghi-dinh:30/2020\tvn:nghi-dinh:30/2020/nd-cp\nvn:a:1\tvn:b:2 vn:c:3\n")


if __name__ == "__main__":
    main()
