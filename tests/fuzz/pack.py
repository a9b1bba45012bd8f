#!/usr/bin/env python3
"""pack.py pack FOLDER FILE | unpack FILE FOLDER - the inputs of a target in one file: each is its length
(four bytes, little-endian) and its bytes, the short ones first."""
import hashlib
import pathlib
import struct
import sys


def main():
    what, source, target = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    if what == "pack":
        inputs = {p.read_bytes() for p in source.iterdir() if p.is_file()}
        ordered = sorted(inputs, key=lambda b: (len(b), b))
        target.write_bytes(b"".join(struct.pack("<I", len(b)) + b for b in ordered))
        return
    data, at = source.read_bytes(), 0
    target.mkdir(parents=True, exist_ok=True)
    while at < len(data):
        (size,) = struct.unpack_from("<I", data, at)
        content = data[at + 4 : at + 4 + size]
        (target / hashlib.sha1(content).hexdigest()).write_bytes(content)
        at += 4 + size


if __name__ == "__main__":
    main()
