#!/usr/bin/env python3
"""organisations.py PROGRAM - put each title and organisation of organisations.tsv into sentences: before
a name, behind a name between commas, behind a dash with no mark at its end. Fails when fewer than
FLOOR of them are read with exactly these words (the few left are named in the output)."""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FLOOR = 0.988
FRAMES = (
    "{} Bùi Quang Huy cho biết như vậy.",
    "Ông Bùi Quang Huy, {}, cho biết như vậy.",
    "Theo ông Bùi Quang Huy - {} thì việc này cần làm sớm.",
)


def office(title, organ):
    """The unit noun stands once where title and organisation share it: Trưởng | Ban Tổ chức."""
    noun = title.split(" ", 1)[-1]
    shared = title.split()[0] in ("Trưởng", "Chánh") and organ.lower().startswith(noun.lower())
    return f"{title.split()[0]} {organ}" if shared else f"{title} {organ}"


def main():
    lines = (HERE / "organisations.tsv").read_text(encoding="utf8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    asked = [(organ, frame.format(office(title, organ))) for title, organ in rows for frame in FRAMES]
    texts = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for _, text in asked)
    command = [sys.argv[1], "officials", "--input=jsonl", "--format=jsonl", "-"]
    out = subprocess.run(command, input=texts, check=True, capture_output=True, text=True).stdout
    wrong = 0
    for (organ, text), line in zip(asked, out.splitlines(), strict=True):
        persons = json.loads(line)["persons"]
        found = [q.get("org") for p in persons for q in p["positions"]]
        if [p["name"] for p in persons] != ["Bùi Quang Huy"] or found != [organ]:
            wrong += 1
            print(f"{organ}: {found} in: {text}")
    share = 1 - wrong / len(asked)
    print(f"{len(rows)} organisations in {len(asked)} sentences, {wrong} wrong: {share:.4f} (floor {FLOOR})")
    return share < FLOOR


if __name__ == "__main__":
    sys.exit(main())
