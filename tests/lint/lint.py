#!/usr/bin/env python3
"""lint.py CHECK SOURCE_DIR BUILD_DIR - rules of the house that a compiler does not know.

  layers    the rooms use each other exactly as tests/lint/layers.txt says
  symbols   the shared library exports what vitext.map lists and vitext.h declares, and no more
  state     no symbol in .data or .bss of any room; ICU and utf8proc only in unicode
  calls     what the rooms may not call: malloc, printf, exit, getenv, setlocale ...
  hardened  the shared library is linked with what CONTRIBUTING promises under Security
  sizes     no source file over 800 lines; a list of functions over 60 lines (report only)
"""
import pathlib
import re
import subprocess
import sys

LONGEST_FILE, LONGEST_FUNCTION = 800, 60
# Symbol -> objects that may use it. Files are opened for sources only; the heap is the default
# allocator's; utf8proc and ICU belong to unicode.
FORBIDDEN = {
    r"(malloc|calloc|realloc|free)": ["alloc.c"],
    r"(fopen|fread|fclose|ferror)(64)?": ["bytes.c"],
    r"_?_?(printf|fprintf|vfprintf|sprintf|snprintf|puts|putchar|fputs|fwrite|perror)(_chk)?": [],
    r"(exit|abort|_exit|__assert_fail|signal|raise|longjmp|_setjmp)": [],
    r"(getenv|secure_getenv|setlocale|newlocale|uselocale|localeconv)": [],
    r"(strcpy|strcat|atoi|atol|atof|strtok|qsort|bsearch|rand|time|localtime)": [],
    r"(isalpha|isdigit|isspace|toupper|tolower|__ctype_b_loc|__ctype_to(upper|lower)_loc)": [],
    r"(pthread_create|thrd_create|fork|system|popen|dlopen|socket)": [],
}


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def rooms_of(source):
    uses = {}
    for path in sorted((source / "lib").glob("*/CMakeLists.txt")):
        text = re.sub(r"#.*", "", path.read_text())
        for name, body in re.findall(r"vt_room\(\s*(\w+)(.*?)\)", text, re.S):
            m = re.search(r"USES(.*?)SOURCES", body, re.S)
            uses[name] = sorted(m.group(1).split()) if m else []
    return uses


def check_layers(source, build):
    want = {}
    for line in (source / "tests/lint/layers.txt").read_text().splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, rest = line.partition(":")
            want[name] = sorted(rest.split())
    have = rooms_of(source)
    faults = []
    for name in sorted(set(want) | set(have)):
        if want.get(name) != have.get(name):
            faults.append(f"room {name}: uses {have.get(name)}, layers.txt says {want.get(name)}")
    return faults


def check_symbols(source, build):
    exported = set()
    for line in run("nm", "-D", "--defined-only", str(build / "lib/libvitext.so")).splitlines():
        name, kind = line.split()[-1], line.split()[-2]
        if kind != "A":
            exported.add(name.split("@")[0])
    listed = set(re.findall(r"\b(vitext_\w+);", (source / "lib/vitext.map").read_text()))
    header = (source / "include/vitext.h").read_text()
    declared = set(re.findall(r"VITEXT_API[^;{]*?\b(vitext_\w+)\(", header))
    faults = []
    for what, names in (("not in vitext.map", exported - listed), ("listed, not exported", listed - exported),
                        ("not in vitext.h", listed - declared), ("declared, not listed", declared - listed)):
        faults += [f"{name}: {what}" for name in sorted(names)]
    return faults


def objects_of(build):
    """(object's source file name, path) of every room."""
    for path in sorted((build / "lib").glob("*/CMakeFiles/vt_*.dir/**/*.o")):
        yield path.name[:-2], path


def check_state(source, build):
    faults = []
    for name, path in objects_of(build):
        for line in run("objdump", "-t", str(path)).splitlines():
            m = re.match(r"[0-9a-f]+ .{7} (\S+)\s+[0-9a-f]+\s+(?:\.hidden )?(\S+)$", line)
            if not m or not re.match(r"\.(data|bss|tdata|tbss)(\.|$)|\*COM\*", m.group(1)):
                continue
            section, symbol = m.groups()
            if section.startswith(".data.rel.ro") or symbol.startswith("."):
                continue
            if symbol == "vt_collator_once" or name.startswith("order"):
                continue  # the once-flag of the collator: the one hidden state there is
            faults.append(f"{name}: {symbol} in {section}: mutable state")
    return faults


def check_calls(source, build):
    faults = []
    paths = [path for _, path in objects_of(build)]
    for line in run("nm", "-A", "-u", *map(str, paths)).splitlines():
        path, symbol = pathlib.Path(line.split(":")[0]), line.split()[-1]
        name, room = path.name[:-2], path.relative_to(build / "lib").parts[0]
        for pattern, allowed in FORBIDDEN.items():
            if re.fullmatch(pattern, symbol) and name not in allowed:
                faults.append(f"{room}/{name} calls {symbol}")
        if re.match(r"utf8proc_|u_|ucol_|unorm|ucnv|ubrk", symbol) and room != "unicode":
            faults.append(f"{room}/{name} calls {symbol}: only unicode sees ICU and utf8proc")
    return faults


def check_hardened(source, build):
    library = str(build / "lib/libvitext.so")
    headers, undefined = run("readelf", "-lWd", library), run("nm", "-D", "-u", library)
    debug = "CMAKE_BUILD_TYPE:STRING=Debug" in (build / "CMakeCache.txt").read_text()
    wanted = {
        "read-only relocations": "GNU_RELRO" in headers and re.search(r"BIND_NOW|Flags:.* NOW", headers),
        "a stack that is no code": re.search(r"GNU_STACK.* RW ", headers),
        "a stack protector": "__stack_chk_fail" in undefined,
        "fortified calls": debug or "_chk@" in undefined.replace("__stack_chk", ""),
    }
    return [f"libvitext.so lacks {what}" for what, there in wanted.items() if not there]


def functions_of(text):
    """(name, lines) of the functions of a C file in the house's layout."""
    for m in re.finditer(r"^[\w *]*?\b(\w+)\([^;{}]*\)\n\{\n(.*?)^\}", text, re.S | re.M):
        yield m.group(1), m.group(2).count("\n") + 2


def check_sizes(source, build):
    faults = []
    for path in sorted(source.glob("lib/**/*.[ch]")) + sorted(source.glob("examples/**/*.[ch]")):
        if "built" in path.parts:
            continue
        text = path.read_text()
        lines = text.count("\n")
        if lines > LONGEST_FILE:
            faults.append(f"{path.relative_to(source)}: {lines} lines")
        for name, length in functions_of(text):
            if length > LONGEST_FUNCTION:
                print(f"note: {path.relative_to(source)}: {name} has {length} lines")
    return faults


def main():
    check, source, build = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
    faults = globals()["check_" + check](source, build)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
