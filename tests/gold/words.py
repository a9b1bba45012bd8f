#!/usr/bin/env python3
"""words.py PROGRAM - words of words-own.txt through the program, plain and in other forms of the same
text. F1 of the plain form has a floor; no form may lose more than LOSS says, in points of F1."""
import pathlib
import subprocess
import sys
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent
FLOOR = 97.5
TONES = "\u0300\u0301\u0303\u0309\u0323"
OPEN_PAIRS = {"oa", "oe", "uy"}


def new_style(text):
    """Tone on the second vowel of oa, oe, uy at the end of a syllable: hòa becomes hoà."""
    letters = unicodedata.normalize("NFC", text)
    out = list(letters)
    for i in range(len(letters) - 1):
        first = unicodedata.normalize("NFD", letters[i])
        ends = i + 2 == len(letters) or not letters[i + 1 + 1].isalpha()
        bare = first[0].lower() + letters[i + 1].lower()
        if len(first) == 2 and first[1] in TONES and bare in OPEN_PAIRS and ends:
            if i > 0 and letters[i - 1].lower() == "q":
                continue
            out[i] = first[0]
            out[i + 1] = unicodedata.normalize("NFC", letters[i + 1] + first[1])
    return "".join(out)


def detokenised(text):
    command = [sys.executable, str(HERE / "detokenise.py")]
    return subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout


# Form of the text, and how many points of F1 it may lose. Texts full of names lose more in small
# letters: see lib/data/README.md.
FORMS = {
    "lower": (str.lower, 0.3),
    "upper": (str.upper, 1.5),
    "NFD": (lambda text: unicodedata.normalize("NFD", text), 0.3),
    "new tone style": (new_style, 0.3),
    "no blanks round punctuation": (detokenised, 0.3),
}


def segmented(program, text):
    command = [program, "segment", "--input=lines", "--convention=vlsp"]
    out = subprocess.run(command, input=text, check=True, capture_output=True, text=True).stdout
    return out.splitlines()


def spans(line):
    """Words as pairs of offsets among the letters, which no form changes in number."""
    at, out = 0, set()
    for word in unicodedata.normalize("NFC", line).replace("\t", " ").split():
        length = sum(c.isalnum() for c in word)
        if length > 0:
            out.add((at, at + length))
        at += length
    return out


def f1(gold, found):
    assert len(gold) == len(found), "another number of lines"
    pairs = [(spans(g), spans(f)) for g, f in zip(gold, found)]
    right = sum(len(g & f) for g, f in pairs)
    return 200.0 * right / sum(len(g) + len(f) for g, f in pairs)


def main():
    lines = (HERE / "words-own.txt").read_text(encoding="utf-8").splitlines()
    gold = [line for line in lines if not line.startswith("#")]
    raw = "\n".join(gold).replace("_", " ") + "\n"
    plain = f1(gold, segmented(sys.argv[1], raw))
    print(f"plain: {plain:.2f} (floor {FLOOR})")
    bad = plain < FLOOR
    for name, (change, most) in FORMS.items():
        loss = plain - f1(gold, segmented(sys.argv[1], change(raw)))
        print(f"{name}: loses {loss:.2f} (at most {most})")
        bad = bad or loss > most
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
