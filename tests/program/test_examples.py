"""test_examples.py FOLDER ROOT - the small examples print what their first comments promise."""
import os
import re
import subprocess
import sys

FOLDER, ROOT = sys.argv[1:3]
EXPECTED = {
    "cite_graph": r'(?s)^digraph.*"quyet-dinh.txt" -> "vn:nghi-dinh:79/2025/nd-cp" \[label="based-on"\];.*}',
    "cite_grep": r"(?m)quyet-dinh\.txt:18:\d+:vn:nghi-dinh:79/2025/nd-cp$",
    "fold_keys": r"(?s)^Khánh Hòa\n  khánh hòa\n  khanh hoa\n  khanh hoa\n.*KHÁNH",
    "segment_words": r"(?m)^Đồng_chí Trịnh_Quốc_Khải - Bí_thư Đảng_ủy , Giám_đốc Sở chủ_trì hội_nghị \.$",
    "count_words": r"(?m)^Bí thư$",
    "list_officials": r"(?m)^Trịnh Quốc Khải\n  bí thư, Đảng ủy",
    "find_positions": r"(?m)^Bí thư \| Đảng ủy \| current \| at byte \d+$",
    "office_graph": r'(?s)^digraph.*"Trịnh Quốc Khải" -> "Đảng ủy" \[label="bí thư"\];.*}',
    "who_holds_what": r'(?m)^"hoi-nghi.txt","Trịnh Quốc Khải","bí thư","Đảng ủy","current"$',
    "mark_references": r'<a href="[^"]*vn:nghi-dinh:30/2020/nd-cp">Nghị định 30/2020/NĐ-CP</a>',
    "utf16_offsets": r"(?m)^10-12 emoji$",
}
DATA = os.path.join(ROOT, "examples", "data")
ARGUMENTS = {"cite_grep": [os.path.join(DATA, "quyet-dinh.txt")], "cite_graph": [DATA],
             "count_words": [os.path.join(DATA, "hoi-nghi.txt")], "find_positions": ["Khải"], "who_holds_what": [DATA]}
INPUT = {name: os.path.join(DATA, "hoi-nghi.txt") for name in ("find_positions", "office_graph", "segment_words")}
failed = 0
for name, pattern in EXPECTED.items():
    done = subprocess.run([os.path.join(FOLDER, name)] + ARGUMENTS.get(name, []), stdin=open(INPUT.get(name, os.devnull), "rb"),
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    out = done.stdout.decode("utf-8", "replace")
    with open(os.path.join(ROOT, "examples", name + ".c"), encoding="utf-8") as f:
        lines = f.read().count("\n")
    if done.returncode != 0 or not re.search(pattern, out) or lines >= 60:
        failed += 1
        print("FAIL %s: exit %d, %d lines, %r" % (name, done.returncode, lines, out[:300]))
print("%d examples, %d failed" % (len(EXPECTED), failed))
sys.exit(1 if failed else 0)
