#!/usr/bin/env python3
"""officials.py PROGRAM - run the program vitext on officials.jsonl (texts written for it, in the form
of the gold files) and fail where a measure is below its floor, or a text without an official alarms."""
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FLOORS = {"names": 0.990, "officials": 0.998, "position": 0.999, "pos_status": 0.999, "chains": 0.999}


def main():
    cases = HERE / "officials.jsonl"
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as out:
        command = [sys.argv[1], "officials", "--input=jsonl", "--format=jsonl", str(cases)]
        subprocess.run(command, check=True, stdout=out)
        command = [sys.executable, str(HERE.parent / "gold" / "score_officials.py"), str(cases), out.name]
        print(subprocess.run(command + ["--errors"], check=True, capture_output=True, text=True).stdout)
        figures = json.loads(subprocess.run(command + ["--json"], check=True, capture_output=True).stdout)
    low = [m for m, floor in FLOORS.items() if figures[m]["f1"] < floor]
    alarms = figures["trap_alarms"]["officials"]
    print("below the floor:", low, "alarms:", alarms)
    return 1 if low or alarms else 0


if __name__ == "__main__":
    sys.exit(main())
