"""amalgamate.py OUT HEADER INCLUDE_DIRS FILES - the library as one vitext.c beside its vitext.h, for
programs that would rather compile it in: no ICU, one library, utf8proc.

  cmake --build build --target amalgamation      writes build/amalgamation/vitext.[ch]
  cc -O2 -c vitext.c        and link with -lutf8proc

INCLUDE_DIRS and FILES are text files of a path a line. Headers go in once, where they are first
included. What a file keeps to itself may have a name that another file uses too; such names get the
file's name in front. This is done on tokens: strings, comments, members (after "." or "->") and the
members a struct declares stay as they are.
"""
import collections
import os
import re
import sys

TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|[A-Za-z_]\w*|\.?\d[\w.]*|->|\s+|.', re.S)
WORD = re.compile(r"[A-Za-z_]\w*$")
TYPES = {"struct", "enum", "union"}
KEYWORDS = TYPES | {"const", "static", "void", "char", "int", "unsigned", "size_t", "inline", "return", "sizeof"}


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def is_space(token):
    return token.isspace() or token.startswith("/*") or token.startswith("//")


def plain(text):
    """Without comments and preprocessor lines, so that names can be looked for."""
    text = re.sub(r"/\*.*?\*/", " ", text, flags=re.S)
    text = re.sub(r'"(?:\\.|[^"\\\n])*"', '""', text)
    return re.sub(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", "", text, flags=re.M)


def blocks_removed(text):
    """Text at file level: what stands in braces is cut out, and what it held is given too."""
    level, outside, inside = 0, [], []
    for token in TOKEN.findall(text):
        level -= token == "}"
        (inside if level > 0 else outside).append(token)
        level += token == "{"
    return "".join(outside), "".join(inside)


def own_names(text):
    """Names that a .c file declares at file level and does not export."""
    code = plain(text)
    outside, _ = blocks_removed(code)
    names = set(re.findall(r"\b(?:struct|enum|union)\s+(\w+)\s*\{", code))
    names |= set(re.findall(r"\btypedef\b[^;]*?(\w+)\s*(?:\[[^\]]*\]\s*)?;", outside))
    names |= set(re.findall(r"\btypedef\b[^;]*?\(\s*\*\s*(\w+)\s*\)", outside))
    for statement in re.findall(r"\b(?:static|VT_INLINE)\b[^;{}=]*", outside):
        head = re.sub(r"\[[^\]]*\]", "", statement).split("(")[0]
        found = re.findall(r"\w+", head)
        if found:
            names.add(found[-1])
    for body in re.findall(r"\benum\b\s*\w*\s*\{([^}]*)\}", code):
        for _ in range(3):  # arguments of a macro are no constants
            body = re.sub(r"\([^()]*\)", "", body)
        names |= set(re.findall(r"(?:^|,)\s*(\w+)", body))
    # static objects of a type written out in place: static const struct { ... } rows[]
    names |= set(re.findall(r"\bstatic\b[^;(){}=]*\{\s*\}\s*(\w+)", outside))
    return {n for n in names if n not in KEYWORDS and not n.startswith(("vt_", "vitext_"))}


def pasting_macros(text):
    """Macros that make names of their arguments by ##, themselves or through others."""
    bodies = dict(re.findall(r"^#\s*define\s+(\w+)\(((?:[^\n\\]|\\.|\\\n)*)", text, flags=re.M))
    found = {n for n, body in bodies.items() if "##" in body}
    while True:
        more = {n for n, body in bodies.items() if n not in found and found & set(re.findall(r"\w+", body))}
        if not more:
            return found
        found |= more


def renamed(text, names, prefix):
    """Every use of the names, but for members and what is pasted, with the prefix in front."""
    tokens = TOKEN.findall(text)
    pasting, depth = pasting_macros(text), 0 # of parentheses, inside the arguments of such a macro
    out, stack, last = [], [], ""
    for i, token in enumerate(tokens):
        if is_space(token):
            out.append(token)
            continue
        if token == "{":
            # the body of a struct or union declares members; of an enum, constants
            words = re.findall(r"\w+", "".join(out[-12:]).split(";")[-1].split("{")[-1].split(")")[-1])
            stack.append(bool({"struct", "union"} & set(words[-2:])))
        elif token == "}" and stack:
            stack.pop()
        if token == "(" and (depth > 0 or last in pasting):
            depth += 1
        elif token == ")" and depth > 0:
            depth -= 1
        if token in names and depth == 0 and last not in (".", "->"):
            following = next((t for t in tokens[i + 1:] if not is_space(t)), "")
            member = stack and stack[-1] and following in {";", ",", "[", ":"} and last not in TYPES
            if not member:
                token = prefix + token
        out.append(token)
        last = token
    return "".join(out)


class Amalgam:
    def __init__(self, folders):
        self.folders, self.seen, self.out, self.clashing = folders, set(), [], set()

    def find(self, name, beside):
        for folder in [os.path.dirname(beside)] + self.folders:
            path = os.path.join(folder, name)
            if os.path.exists(path):
                return os.path.realpath(path)
        sys.exit("amalgamate: no header %s for %s" % (name, beside))

    def include(self, match, path):
        name = match.group(1)
        if name == "vitext.h":
            return '#include "vitext.h"\n'
        header = self.find(name, path)
        if header in self.seen:
            return ""
        self.seen.add(header)
        return self.expand(read(header), header)

    def expand(self, text, path):
        return re.sub(r'^#\s*include\s+[<"](vt_\w+\.h|vitext\.h)[>"][^\n]*\n', lambda m: self.include(m, path), text, flags=re.M)

    def add(self, path):
        """The headers that this file is the first to need, then the file under its own names."""
        text = read(path)
        for match in re.finditer(r'^#\s*include\s+[<"](vt_\w+\.h)[>"]', text, flags=re.M):
            self.out.append(self.include(match, path))
        text = re.sub(r'^#\s*include\s+[<"](?:vt_\w+\.h|vitext\.h)[>"][^\n]*\n', "", text, flags=re.M)
        stem = os.path.splitext(os.path.basename(path))[0]
        own = own_names(text) & self.clashing
        self.out.append("\n/* ---- %s ---- */\n" % os.path.basename(path))
        self.out.append(renamed(text, own, stem + "__"))
        for macro in sorted(set(re.findall(r"^#\s*define\s+(\w+)", text, flags=re.M))):
            self.out.append("#undef %s\n" % macro)

    def clashes(self, paths, headers):
        """Names of one file that another file or a header uses in any way; constants always, for a
        header of the system that another file includes may have a macro of that name (NAME_MAX)."""
        users = collections.Counter()
        for path in paths + headers:
            users.update(set(t for t in TOKEN.findall(plain(read(path))) if WORD.match(t)))
        for path in paths:
            self.clashing |= {n for n in own_names(read(path)) if users[n] > 1 or n.isupper()}


def main():
    out, header = sys.argv[1:3]
    folders = read(sys.argv[3]).split()
    files = read(sys.argv[4]).split()
    headers = [os.path.join(f, n) for f in folders if os.path.isdir(f) for n in os.listdir(f) if n.endswith(".h")]
    amalgam = Amalgam(folders)
    amalgam.clashes(files, headers)
    amalgam.out.append("/* vitext.c - the whole library in one file, made by amalgamate.py; change its sources, not this.\n"
                       " * Copyright 2026 the vitext authors. Licensed under the Apache License, Version 2.0; the learned\n"
                       " * model under CC BY-SA 4.0. Compile: cc -O2 -c vitext.c; link with -lutf8proc. */\n"
                       '#define VITEXT_BUILDING\n#include "vitext.h"\n')
    for path in files:
        amalgam.add(path)
    os.makedirs(out, exist_ok=True)
    with open(os.path.join(out, "vitext.c"), "w", encoding="utf-8") as f:
        f.write(re.sub(r"\n{3,}", "\n\n", "".join(amalgam.out)))
    with open(os.path.join(out, "vitext.h"), "w", encoding="utf-8") as f:
        f.write(read(header))


main()
