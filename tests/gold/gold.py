#!/usr/bin/env python3
"""gold.py TASK PROGRAM - run the program vitext on the gold file of a task (sentences, references,
officials), score what it says, and fail where a measure is below its floor in floors.tsv."""
import json
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
GOLD = {"sentences": "sentences-dev.jsonl", "references": "refs-dev.jsonl", "officials": "officials-dev.jsonl"}


def score(task, gold, predicted):
    scorer = {"references": "score_refs.py"}.get(task, f"score_{task}.py")
    command = [sys.executable, str(HERE / scorer), str(gold), str(predicted)]
    if task != "references":
        command.append("--json")
    out = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(out if task == "references" else "", end="")
    if task == "references":
        return {m: float(f1) for m, f1 in re.findall(r"^(\S+)\s+P \S+\s+R \S+\s+F1 (\S+)", out, re.M)}
    data = json.loads(out)
    return {m: v["f1"] for m, v in data.get("all", data).items() if isinstance(v, dict) and "f1" in v}


def main():
    task, program = sys.argv[1:3]
    gold = HERE / GOLD[task]
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        command = [program, task, "--input=jsonl", "--format=jsonl", str(gold)]
        subprocess.run(command, check=True, stdout=out)
        figures = score(task, gold, out.name)
    below = 0
    for line in (HERE / "floors.tsv").read_text().splitlines():
        if line.startswith("#") or line.split("\t")[0] != task:
            continue
        measure, floor = line.split("\t")[1], float(line.split("\t")[2])
        low = figures[measure] < floor
        below += low
        print(f"{'BELOW ' if low else ''}{task} {measure}: {figures[measure]:.4f} (floor {floor:.3f})")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
