"""test_manual.py VITEXT ROOT - the manuals and the completion know all that the program and the
header know."""
import os
import re
import shutil
import subprocess

from run import PROGRAM, ROOT, check, finish, run

MAN1 = os.path.join(ROOT, "examples", "vitext", "vitext.1")
MAN3 = os.path.join(ROOT, "lib", "package", "vitext.3")
COMPLETION = os.path.join(ROOT, "examples", "vitext", "vitext.bash")


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def commands():
    text = run(["--help"])[1].decode()
    return re.findall(r"^  ([a-z]+) ", text[text.index("Commands"):], re.M)


def test_program():
    manual = read(MAN1)
    for command in commands():
        check("command " + command, ".It Cm %s\n" % command in manual)
        text = run([command, "--help"])[1].decode()
        for option in re.findall(r"--([a-z]+)", text[text.index("\nOptions"):]):
            check("option " + option, "Fl \\-" + option in manual)


def test_library():
    header = read(os.path.join(ROOT, "include", "vitext.h"))
    manual = read(MAN3)
    for function in re.findall(r"^VITEXT_API[^(]*?(vitext_\w+)\(", header, re.M):
        check("function " + function, "Fn " + function in manual or "Fo " + function in manual)


def test_lint():
    if shutil.which("mandoc") is None:
        print("no mandoc: manuals not linted")
        return
    for page in (MAN1, MAN3):
        done = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], stdout=subprocess.PIPE, check=False)
        check("lint of " + page, done.returncode == 0, done.stdout.decode())


def complete(*words):
    """What the shell would offer for the last of the words."""
    script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _vitext; printf "%s\\n" "${COMPREPLY[@]}"'
    done = subprocess.run(["bash", "-c", script, "bash", COMPLETION, PROGRAM] + list(words),
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    check("completion is quiet", done.stderr == b"", done.stderr)
    return done.stdout.decode().split()


def test_completion():
    check("commands", set(commands()) <= set(complete("")))
    check("begun command", complete("seg") == ["segment"])
    check("options", "--format=" in complete("segment", "--") and "--level=" not in complete("segment", "--"))
    check("options of fold", "--level=" in complete("fold", "--"))
    check("values", complete("segment", "--offsets", "=", "") == ["byte", "codepoint", "utf16"])
    check("begun value", complete("segment", "--offsets", "=", "ut") == ["utf16"])
    check("formats", complete("segment", "--format", "=", "") == ["words", "jsonl", "conllu", "tsv"])
    check("encodings", {"tcvn3", "viscii", "auto"} <= set(complete("convert", "--from", "=", "")))
    check("no values", complete("segment", "--lexicon", "=", "/no/such/") == [])


def main():
    tests = [(name, f) for name, f in sorted(globals().items()) if name.startswith("test_")]
    for _, test in tests:
        test()
    finish(len(tests))


main()
