"""Word segmentation against pyvi and underthesea, in one process on one file: MB/s and ratios.

    python bench.py FILE [MB]        FILE: text, one sentence a line

Peers that are not installed are left out (pip install pyvi underthesea).
"""

import sys
import time


def timed(name, work, lines):
    """The best of three runs, processor time of all threads."""
    size = sum(len(line.encode()) for line in lines)
    best = 0.0
    for _ in range(3):
        begin = time.process_time()
        work(lines)
        best = max(best, size / 1e6 / (time.process_time() - begin))
    print(f"{name:32} {best:9.3f} MB/s", flush=True)
    return best


def vitext_segment(lines):
    analyzer = timed.analyzer
    for line in lines:
        analyzer.segment(line)


def vitext_whole(lines):
    timed.analyzer.segment("\n".join(lines))


def vitext_all(lines):
    for line in lines:
        timed.analyzer.analyze(line)


def peers():
    try:
        from pyvi import ViTokenizer
        yield "pyvi", lambda lines: [ViTokenizer.tokenize(line) for line in lines]
    except ImportError:
        print("pyvi is not installed")
    try:
        from underthesea import word_tokenize
        yield "underthesea", lambda lines: [word_tokenize(line) for line in lines]
    except ImportError:
        print("underthesea is not installed")


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    import vitext

    timed.analyzer = vitext.Analyzer()
    limit = float(sys.argv[2]) if len(sys.argv) > 2 else 0.3
    with open(sys.argv[1], encoding="utf-8") as file:
        text = file.read(int(limit * 1e6))
    lines = [line for line in text.split("\n") if line.strip()]
    ours = timed("vitext segment, by line", vitext_segment, lines)
    timed("vitext segment, whole text", vitext_whole, lines)
    timed("vitext analyze (all layers)", vitext_all, lines)
    for name, work in peers():
        work(lines[:5])  # loads its model
        print(f"{'':32} {ours / timed(name, work, lines):9.1f} times as fast")


if __name__ == "__main__":
    main()
