#!/usr/bin/env python3
"""choose_words.py WORDS CORPORA - print the word list without the rows that its own corpora and the
consulted list both fail to bear out.

A row of origin `silver` was joined by the machine that labelled the corpora, and machines join
"nguyễn đối với" too. It stays if the consulted list has it, or if the corpora join it often, nearly
always, and mostly in small letters. Rows of kind `name` stay only if the consulted list has them: what
is a name of a place or a person, shapes and the other lists say. All other origins were checked when
they were written. Running it on its own output changes nothing."""
import lzma
import pathlib
import sys
import unicodedata

LEAST_JOINED, LEAST_SHARE, LEAST_SMALL, LONGEST = 30, 0.8, 0.5, 8
TONES = "\u0300\u0301\u0303\u0309\u0323"


class Keys(dict):
    """A syllable without regard to case and to where its tone is written."""

    def __missing__(self, syllable):
        parts = unicodedata.normalize("NFD", syllable.lower())
        tone = "".join(c for c in parts if c in TONES)
        self[syllable] = unicodedata.normalize("NFC", "".join(c for c in parts if c not in TONES)) + tone
        return self[syllable]


KEYS = Keys()


def key(word):
    return tuple(KEYS[s] for s in word.split(" "))


def read_words(path):
    """Comment and header lines, and the rows as lists of fields."""
    lines = pathlib.Path(path).read_text(encoding="utf-8").splitlines()
    first = next(i for i, line in enumerate(lines) if line.startswith("word\t")) + 1
    return lines[:first], [line.split("\t") for line in lines[first:]]


def sentences(path):
    """Syllables of each sentence, and whether a word begins at each (and behind the last)."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            words = [w.split("_") if w != "_" else [w] for w in line.split()]
            yield [s for w in words for s in w], [i == 0 for w in words for i in range(len(w))] + [True]


def count(tally, prefixes, path):
    """Add to tally[key]: how often the syllables stand together, are one word, and are so in small letters."""
    for syllables, begins in sentences(path):
        keys = [KEYS[s] for s in syllables]
        for i in range(len(keys)):
            for j in range(i + 2, min(i + LONGEST, len(keys)) + 1):
                part = tuple(keys[i:j])
                if part in tally:
                    tally[part][0] += 1
                    if begins[i] and begins[j] and not any(begins[i + 1:j]):
                        tally[part][1] += 1
                        tally[part][2] += all(s[0].islower() for s in syllables[i + 1:j])
                if part not in prefixes:
                    break


def stays(row, consulted, tally):
    word, kind, origin = row[:3]
    if key(word) in consulted:
        return True
    if kind == "name":
        return False
    if origin != "silver":
        return True
    together, joined, small = tally[key(word)]
    return joined >= LEAST_JOINED and joined >= LEAST_SHARE * together and small >= LEAST_SMALL * joined


def main():
    corpora = pathlib.Path(sys.argv[2])
    head, rows = read_words(sys.argv[1])
    tally = {key(row[0]): [0, 0, 0] for row in rows}
    prefixes = {k[:i] for k in tally for i in range(1, len(k))}
    for name in ("silver_rdr_viwiki.txt.xz", "silver_rdr_vlc_law.txt.xz"):
        count(tally, prefixes, corpora / "train" / name)
    with open(corpora / "lexicon" / "vnvocab.txt", encoding="utf-8") as lines:
        consulted = {key(line.strip().lower()) for line in lines}
    kept = ["\t".join(row) for row in rows if stays(row, consulted, tally)]
    print("\n".join(head + sorted(kept)))
    print(f"{len(rows)} rows, {len(kept)} stay", file=sys.stderr)


if __name__ == "__main__":
    main()
