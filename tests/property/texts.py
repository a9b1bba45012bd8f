#!/usr/bin/env python3
"""texts.py OUT - the texts of the gold files, cases and sample pages in one file, U+000C between them,
for the property tests and the digest."""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
JSONL = ("gold/refs-dev", "gold/officials-dev", "gold/sentences-dev", "cases/references", "cases/officials")


def texts():
    for name in JSONL:
        for line in (HERE / f"../{name}.jsonl").read_text("utf-8").splitlines():
            if line.strip():
                yield json.loads(line)["text"]
    for row in (HERE / "../cases/sentences.tsv").read_text("utf-8").splitlines():
        if "\t" in row and not row.startswith("#"):
            yield row.split("\t")[1].replace("‖", "").replace("⏎", "\n")
    for path in sorted((HERE / "../../examples/data").glob("*.txt")):
        yield path.read_text("utf-8")


def main():
    found = [text.replace("\f", " ") for text in texts() if text.strip()]
    if len(found) < 500:
        sys.exit(f"only {len(found)} texts found")
    pathlib.Path(sys.argv[1]).write_text("\f".join(found), "utf-8", newline="")


if __name__ == "__main__":
    main()
