"""run.py - runs vitext for the tests of this folder; Python's standard library only."""
import os
import re
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1]) if len(sys.argv) > 1 else "vitext"
ROOT = os.path.abspath(sys.argv[2]) if len(sys.argv) > 2 else "."
failures = []


def run(args, stdin=b"", cwd=None, env=None):
    """(exit status, stdout, stderr) of one run."""
    if isinstance(stdin, str):
        stdin = stdin.encode()
    full = dict(os.environ, LC_ALL="C.UTF-8", **(env or {}))
    done = subprocess.run([PROGRAM] + args, input=stdin, cwd=cwd, env=full, timeout=100,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return done.returncode, done.stdout, done.stderr


def fail(name, what):
    failures.append(name)
    print("FAIL %s: %s" % (name, what))


def check(name, condition, what=""):
    if not condition:
        fail(name, what or "does not hold")


def matches(got, want):
    """want: bytes or str exactly, a compiled pattern found in it, or a function of it."""
    if isinstance(want, str):
        want = want.encode()
    if isinstance(want, bytes):
        return got == want
    if isinstance(want, re.Pattern):
        return want.search(got.decode("utf-8", "replace")) is not None
    try:
        return want(got)
    except (ValueError, LookupError):
        return False


def run_row(row):
    """row: name, args, then any of stdin, files, out, err, exit, env."""
    name, args, rest = row[0], row[1], row[2] if len(row) > 2 else {}
    with tempfile.TemporaryDirectory() as folder:
        for path, content in rest.get("files", {}).items():
            with open(os.path.join(folder, path), "wb") as f:
                f.write(content.encode() if isinstance(content, str) else content)
        status, out, err = run(args, rest.get("stdin", b""), folder, rest.get("env"))
        for path, want in rest.get("made", {}).items():
            with open(os.path.join(folder, path), "rb") as f:
                got = f.read()
            if not matches(got, want):
                fail(name, "%s holds %r, not %r" % (path, got, want))
    if status != rest.get("exit", 0):
        fail(name, "exit %d, not %d; %r" % (status, rest.get("exit", 0), err))
    for label, got in (("out", out), ("err", err)):
        want = rest.get(label, b"" if label == "err" else None)
        if want is not None and not matches(got, want):
            fail(name, "%s is %r, not %r" % (label, got, want))


def finish(count):
    print("%d checked, %d failed" % (count, len(failures)))
    sys.exit(1 if failures else 0)
