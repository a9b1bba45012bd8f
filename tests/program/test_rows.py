"""test_rows.py VITEXT ROOT - rows of command lines: what they print, say and return."""
import json
import re

from run import finish, run_row

NFD = "Ho\u0061\u0300 bi\u0300nh"
ERROR_KEYS = ["code", "offset", "message"]


def objects(check):
    """Every line is a JSON object; check sees the list of them."""
    return lambda out: bool(check([json.loads(line) for line in out.decode().splitlines()]))


def has(pattern):
    return re.compile(pattern)


ROWS = [
    # ---- use and misuse
    ("no command", [], {"exit": 2, "out": has("Commands")}),
    ("help", ["--help"], {"out": has(r"(?s)^vitext: .*Examples.*Usage.*analyze.*syllable")}),
    ("help of a command", ["fold", "--help"], {"out": has(r"(?s)Examples.*--level")}),
    ("help, then a command", ["help", "segment"], {"out": has("vitext segment")}),
    ("version", ["--version"], {"out": has(r"^vitext \d+\.\d+\.\d+.*utf8proc/\S+\ndata \S+\n$")}),
    ("unknown command", ["analyse"], {"exit": 2, "err": has("unknown command 'analyse'")}),
    ("option first", ["--format=tsv", "segment"], {"exit": 2, "err": has("command comes first")}),
    ("unknown option", ["segment", "--nope"], {"exit": 2, "err": has("nope")}),
    ("option of another command", ["segment", "--level=case"], {"exit": 2, "err": has("segment takes no --level")}),
    ("unknown format", ["segment", "--format=xml"], {"exit": 2, "err": has("one of: words jsonl conllu tsv")}),
    ("analyze has no tsv", ["analyze", "--format=tsv"], {"exit": 2, "err": has("one of: text jsonl html conllu")}),
    ("unknown encoding", ["segment", "--encoding=klingon"], {"exit": 2, "err": has("known are:.*tcvn3")}),
    ("unknown repair", ["normalize", "--repair=marks,magic"], {"exit": 2, "err": has("unknown repair 'magic'")}),
    ("jobs are a number", ["segment", "-j", "many"], {"exit": 2, "err": has("1 to 256")}),
    ("jobs are some", ["segment", "-j0"], {"exit": 2, "err": has("1 to 256")}),
    ("convert wants both", ["convert", "--from=utf-8"], {"exit": 2, "err": has("--from and --to")}),
    ("all without detect", ["convert", "--all", "--from=utf-8", "--to=viscii"], {"exit": 2, "err": has("--detect")}),
    ("json out of text", ["fold", "--format=jsonl"], {"exit": 2, "err": has("--input=jsonl")}),
    ("syllable of nothing", ["syllable"], {"exit": 2, "err": has("needs a word")}),
    ("long options may be cut short", ["fold", "--lev=case", "--inp=lines"], {"stdin": "HOÀ\n", "out": "hòa\n"}),

    # ---- files
    ("no such file", ["segment", "no.txt"], {"exit": 1, "out": b"", "err": has(r"^vitext: no.txt: No such file")}),
    ("the others go on", ["fold", "no.txt", "yes.txt"],
     {"files": {"yes.txt": "Đó"}, "exit": 1, "out": "do", "err": has("no.txt")}),
    ("no such file, as JSON", ["sentences", "--format=jsonl", "no.txt"],
     {"exit": 1, "out": objects(lambda o: o[0]["id"] == "no.txt" and o[0]["error"]["code"] == "io")}),
    ("a folder", ["segment", "."], {"exit": 1, "out": b"", "err": has("vitext: .: Is a directory")}),
    ("output file", ["fold", "--input=lines", "-o", "out.txt"], {"stdin": "Đó\n", "out": b"", "made": {"out.txt": "do\n"}}),
    ("dash is standard input", ["fold", "--input=lines", "a.txt", "-"],
     {"files": {"a.txt": "Ừ\n"}, "stdin": "Ờ\n", "out": "u\no\n"}),
    ("output that cannot be", ["fold", "-o", "no/such"], {"exit": 1, "err": has("no/such")}),
    ("output over an input", ["fold", "-o", "a.txt", "./a.txt"],
     {"files": {"a.txt": "Đó"}, "exit": 2, "err": has("input and output"), "made": {"a.txt": "Đó"}}),
    ("empty input", ["analyze", "--format=jsonl"],
     {"out": objects(lambda o: o[0]["id"] == "-" and o[0]["tokens"] == [] and o[0]["persons"] == [])}),
    ("no lines", ["segment"], {"out": b""}),
    ("no JSON lines", ["segment", "--input=jsonl"], {"out": b""}),

    # ---- segment
    ("line in, line out", ["segment"], {"stdin": "Xin chào.\n\nTạm biệt\n", "out": has(r"^Xin.chào \.\n\nTạm.biệt\n$")}),
    ("last line without its end", ["segment"], {"stdin": "a, b", "out": "a , b\n"}),
    ("lines of DOS", ["segment"], {"stdin": "a, b\r\nc\r\n", "out": "a , b\nc\n"}),
    ("words of a text keep its lines", ["segment", "--input=text"], {"stdin": "a, b\n\nc\n", "out": has(r"^a , b\n+c\n$")}),
    ("words as table", ["segment", "--format=tsv"],
     {"stdin": "9,5 ha\n", "out": has(r"^doc\tstart\tend\tkind\tword\n1\t0\t\d\t\w+\t9")}),
    ("words as JSON", ["segment", "--format=jsonl"],
     {"stdin": "a\nb\n", "out": objects(lambda o: [x["id"] for x in o] == [1, 2] and list(o[0]) == ["id", "data", "tokens", "words"])}),
    ("extra words", ["segment", "--lexicon=w.tsv"],
     {"files": {"w.tsv": "zip zap zop\tword\n"}, "stdin": "zip zap zop\n", "out": "zip_zap_zop\n"}),
    ("extra words that are none", ["segment", "--lexicon=w.tsv"],
     {"files": {"w.tsv": "zip\tnonsense\n"}, "exit": 1, "out": b"", "err": has("line")}),
    ("no such lexicon", ["segment", "--lexicon=no.tsv"], {"exit": 1, "out": b"", "err": has("no.tsv")}),

    # ---- sentences
    ("a sentence a line", ["sentences"], {"stdin": "Hôm nay trời mưa to. Chúng tôi ở\nnhà.\n", "out": has(r"^Hôm nay trời mưa to\.\nChúng tôi ở")}),
    ("sentences as table", ["sentences", "--format=tsv", "--input=lines"],
     {"stdin": "Tôi đi.\n", "out": "doc\tstart\tend\ttext\n1\t0\t9\tTôi đi.\n"}),
    ("offsets in code points", ["sentences", "--format=jsonl", "--offsets=codepoint"],
     {"stdin": "Trời mưa. Tôi ở nhà.", "out": objects(lambda o: o[0]["sentences"] == [{"start": 0, "end": 9}, {"start": 10, "end": 20}])}),
    ("offsets in UTF-16", ["sentences", "--format=tsv", "--input=lines", "--offsets=utf16"],
     {"stdin": "\U0001F600 Tôi đi.\n", "out": has(r"\t\d\t10\t")}),
    ("offsets of NFD", ["sentences", "--format=jsonl"],
     {"stdin": NFD, "out": objects(lambda o: o[0]["sentences"] == [{"start": 0, "end": len(NFD.encode())}])}),
    ("tabs in a field", ["sentences", "--format=tsv"], {"stdin": "a\tb\\c", "out": has(r"a\\tb\\\\c\n$")}),

    # ---- JSON lines in
    ("id and members stay", ["sentences", "--input=jsonl", "--format=jsonl"],
     {"stdin": '{"n":1.10,"id":{"a":[1]},"text":"Đi.","big":123456789012345678901234567890,"x y":null}\n',
      "out": '{"id":{"a":[1]},"n":1.10,"big":123456789012345678901234567890,"x y":null,"sentences":[{"start":0,"end":4}]}\n'}),
    ("our members are dropped", ["sentences", "--input=jsonl", "--format=jsonl"],
     {"stdin": '{"sentences":5,"text":"Đi.","tokens":[{}],"error":"no","k":"}"}\n',
      "out": '{"id":1,"k":"}","sentences":[{"start":0,"end":4}]}\n'}),
    ("escapes are decoded", ["sentences", "--input=jsonl", "--format=jsonl"],
     {"stdin": '{"text":"\\u0110i \\u0000\\"x\\"."}', "out": objects(lambda o: o[0]["sentences"][-1]["end"] == 9)}),
    ("line numbers are ids", ["sentences", "--input=jsonl", "--format=jsonl"],
     {"stdin": '{"text":""}\n\n{"text":""}\n', "out": objects(lambda o: [x["id"] for x in o] == [1, 3])}),
    ("broken JSON", ["sentences", "--input=jsonl", "--format=jsonl"],
     {"stdin": '{"text":"a"}\n{"text":"a}\n[1]\n{"text":"b"}', "exit": 1,
      "out": objects(lambda o: ["error" in x for x in o] == [False, True, True, False]
                     and list(o[1]["error"]) == ERROR_KEYS and o[1]["error"]["code"] == "json" and o[1]["id"] == 2)}),
    ("no text", ["segment", "--input=jsonl", "--format=jsonl"],
     {"stdin": '{"id":"q","text":7}', "exit": 1, "out": objects(lambda o: o[0]["id"] == "q" and "text" in o[0]["error"]["message"])}),
    ("bad bytes in the text", ["segment", "--input=jsonl", "--format=jsonl"],
     {"stdin": b'{"id":7,"text":"\\u0110\\n\xc4\x91\xff"}', "exit": 1,
      "out": objects(lambda o: o[0]["id"] == 7 and o[0]["error"]["code"] == "encoding" and o[0]["error"]["offset"] == 5)}),
    ("bad bytes, lenient", ["sentences", "--input=jsonl", "--format=jsonl", "--lenient"],
     {"stdin": b'{"id":7,"text":"a\xff."}', "out": '{"id":7,"sentences":[{"start":0,"end":5}]}\n'}),
    ("a byte order mark", ["sentences", "--input=jsonl", "--format=jsonl"],
     {"stdin": b'\xef\xbb\xbf{"text":"a."}', "out": objects(lambda o: len(o[0]["sentences"]) == 1)}),
    ("errors of words", ["segment", "--input=jsonl"],
     {"stdin": '{"text":"a"}\n{}\n{"text":"b"}', "exit": 1, "out": "a\n\nb\n", "err": has(r"^vitext: -:2: ")}),

    # ---- encodings
    ("strict UTF-8", ["segment", "--format=jsonl"],
     {"stdin": b"\xc4\x91i\nabc\xe1\xba\nx", "exit": 1,
      "out": objects(lambda o: o[1]["error"]["offset"] == 3 and o[1]["id"] == 2 and o[2]["id"] == 3)}),
    ("errors for people", ["sentences", "f.txt"],
     {"files": {"f.txt": b"ab\xff"}, "exit": 1, "out": b"", "err": has(r"^vitext: f.txt: .*\(byte 2\)\n$")}),
    ("lenient", ["fold", "--lenient"], {"stdin": b"A\xffB", "out": "a\ufffdb"}),
    ("UTF-16 lines", ["fold", "--input=lines", "--encoding=utf-16le"],
     {"stdin": "Đó\n\u0a0a\nÀ\n".encode("utf-16le"), "out": has(r"^do\n.\na\n$")}),
    ("UTF-16 JSON lines", ["sentences", "--input=jsonl", "--format=jsonl", "--encoding=utf-16be"],
     {"stdin": '{"id":"đ","text":"Đi."}\n'.encode("utf-16be"), "out": '{"id":"đ","sentences":[{"start":0,"end":4}]}\n'}),
    ("to TCVN3 and back", ["convert", "--from=tcvn3", "--to=utf-8"], {"stdin": b"Th\xbb", "out": "Thằ"}),
    ("to UTF-16", ["convert", "--from=utf-8", "--to=utf-16le"], {"stdin": "Đ\n", "out": "Đ\n".encode("utf-16le")}),
    ("lines to UTF-16", ["convert", "--from=utf-8", "--to=utf-16be", "--input=lines"],
     {"stdin": "Đ\na", "out": "Đ\na\n".encode("utf-16be")}),
    ("convert keeps NFD", ["convert", "--from=utf-8", "--to=utf-8"], {"stdin": NFD, "out": NFD}),
    ("no place", ["convert", "--from=utf-8", "--to=viscii"],
     {"stdin": "a€b→", "exit": 1, "out": b"", "err": has(r"2 characters .* '€'; see --substitute \(byte 1\)")}),
    ("substitute", ["convert", "--from=utf-8", "--to=viscii", "--substitute=?"], {"stdin": "a€b", "out": "a?b"}),
    ("detect", ["convert", "--detect", "a", "b"],
     {"files": {"a": "Đảng bộ và nhân dân tỉnh Nghệ An đã đạt được nhiều kết quả quan trọng",
                "b": "Đảng bộ và nhân dân tỉnh Nghệ An".encode("utf-16le")},
      "out": has(r"^a\tutf-8\t\d+\nb\tutf-16le\t\d+\n$")}),
    ("detect all", ["convert", "--detect", "--all", "a"],
     {"files": {"a": b"Th\xbb b\xe6"}, "out": lambda o: len(o.splitlines()) > 1}),

    # ---- normalize, fold
    ("to NFC", ["normalize"], {"stdin": NFD, "out": "Hoà bình"}),
    ("to NFD", ["normalize", "--form=nfd"], {"stdin": "Hoà bình", "out": NFD}),
    ("old tone", ["normalize", "--tone=old"], {"stdin": "hoà thuỷ quý\n", "out": "hòa thủy quý\n"}),
    ("new tone", ["normalize", "--tone=new"], {"stdin": "hòa thủy quý\n", "out": "hoà thuỷ quý\n"}),
    ("no repair", ["normalize", "--repair=none"], {"stdin": "a\u00a0b\u200b", "out": "a\u00a0b\u200b"}),
    ("default repair", ["normalize"], {"stdin": "a\u00a0b\u200b", "out": "a b"}),
    ("some repairs", ["normalize", "--repair=quotes,dashes"], {"stdin": "“a” – b\u00a0", "out": '"a" - b\u00a0'}),
    ("default and more", ["normalize", "--repair=default,quotes"], {"stdin": "“a”\u00a0", "out": '"a" '}),
    ("JSON lines normalized", ["normalize", "--input=jsonl"],
     {"stdin": json.dumps({"k": 1, "text": NFD + "\n\"\\\x01", "id": "x"}),
      "out": '{"id":"x","k":1,"text":"Hoà bình\\n\\"\\\\\\u0001"}\n'}),
    ("JSON lines to text", ["fold", "--input=jsonl", "--format=text"], {"stdin": '{"text":"Đó"}\n', "out": "do\n"}),
    ("fold, case", ["fold", "--level=case", "--input=lines"], {"stdin": "HOÀ Đà\n", "out": "hòa đà\n"}),
    ("fold, tone", ["fold", "--level=tone", "--input=lines"], {"stdin": "ĐƯỜNG\n", "out": "đương\n"}),
    ("fold, marks", ["fold", "--input=lines"], {"stdin": "ĐƯỜNG\n", "out": "duong\n"}),

    # ---- syllable, sort
    ("syllable", ["syllable", "quý"], {"out": "quý: onset qu, glide -, nucleus y, coda -, tone sắc, old quý, new quý\n"}),
    ("syllable as table", ["syllable", "--format=tsv", "hoà"],
     {"out": "word\tonset\tglide\tnucleus\tcoda\ttone\told\tnew\nhoà\th\to\ta\t\thuyền\thòa\thoà\n"}),
    ("no syllable", ["syllable", "xyz", "an"], {"exit": 1, "out": has("^an:"), "err": has("'xyz'")}),
    ("syllable as JSON", ["syllable", "--format=jsonl", "nghiêng"],
     {"out": objects(lambda o: o[0]["onset"] == "ngh" and o[0]["coda"] == "ng" and o[0]["tone"] == "ngang")}),
    ("sort", ["sort"], {"stdin": "đa\nda\nâm\nan\nạn\nán\n", "out": "an\nán\nạn\nâm\nda\nđa\n"}),
    ("sort keeps equal lines", ["sort", "-"], {"stdin": "b\na\nb\n", "out": "a\nb\nb\n"}),

    # ---- colour
    ("no colour in a file", ["analyze"], {"stdin": "Ông An.", "out": lambda o: b"\x1b" not in o}),
    ("colour always", ["analyze", "--color=always"], {"stdin": "Ông An.", "out": has("\x1b\\[1m")}),
    ("documents, known", ["references", "--documents=d.tsv", "--format=jsonl"],
     {"files": {"d.tsv": "vn:nghi-dinh:30/2020/nd-cp\tvn:nghi-dinh:30/nd-cp\n"}, "stdin": "Nghị định 30/NĐ-CP.",
      "out": objects(lambda o: "refs" in o[0])}),
]

if __name__ == "__main__":
    for row in ROWS:
        run_row(row)
    finish(len(ROWS))
