"""Builds the wheel: this package and a libvitext that needs nothing but the C library.

    python3 wheel.py --library build/libvitext.so --version 0.1.0 --utf8proc-licence FILE --out dist

The library is built with -DVITEXT_ICU=OFF and utf8proc inside (CMakeLists.txt does it). There is
no extension module, so one wheel serves every Python 3.8 and later: py3-none-<platform>. Only the
standard library is used; the files of a wheel are described in the packaging specifications.
"""

import argparse
import base64
import hashlib
import pathlib
import subprocess
import sysconfig
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
ALLOWED = {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "libgcc_s.so.1"}

TOP = HERE.parents[1]
LICENCES = {  # in the wheel: here
    "LICENSE": TOP / "LICENSE",
    "CC-BY-SA-4.0.txt": TOP / "lib/data/CC-BY-SA-4.0.txt",  # the learned model and its word lists
    "model-card.md": TOP / "lib/data/model-card.md",  # whom it was learned from
    "copyright": TOP / "lib/package/copyright"}  # which part is under which licence

METADATA = """Metadata-Version: 2.4
Name: vitext
Version: {version}
Summary: Vietnamese text: words, sentences, named officials, directive references
License-Expression: Apache-2.0 AND CC-BY-SA-4.0 AND MIT AND Unicode-DFS-2016
{licences}
Requires-Python: >=3.8
Provides-Extra: arrow
Requires-Dist: pyarrow; extra == "arrow"
Description-Content-Type: text/markdown

{readme}"""
WHEEL = """Wheel-Version: 1.0
Generator: vitext wheel.py
Root-Is-Purelib: false
Tag: py3-none-{platform}
"""


def needed(library: pathlib.Path) -> set:
    """The shared libraries it asks for."""
    out = subprocess.run(["readelf", "-d", str(library)], check=True, capture_output=True, text=True)
    return {line.split("[")[1].rstrip("]") for line in out.stdout.splitlines() if "(NEEDED)" in line}


def files(library: pathlib.Path, licences: dict, version: str, platform: str):
    """(name in the wheel, content), sorted, so that equal input makes an equal wheel."""
    for path in sorted((HERE / "vitext").iterdir()):
        if path.suffix == ".py" or path.name == "py.typed":
            yield f"vitext/{path.name}", path.read_bytes()
    yield "vitext/libvitext.so", library.read_bytes()
    info = f"vitext-{version}.dist-info"
    readme = (HERE / "README.md").read_text(encoding="utf-8")
    names = "\n".join(f"License-File: {name}" for name in licences)
    yield f"{info}/METADATA", METADATA.format(version=version, licences=names, readme=readme).encode()
    yield f"{info}/WHEEL", WHEEL.format(platform=platform).encode()
    for name, path in licences.items():
        yield f"{info}/licenses/{name}", path.read_bytes()


def record(name: str, content: bytes) -> str:
    digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", required=True, type=pathlib.Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--utf8proc-licence", required=True, type=pathlib.Path)
    parser.add_argument("--out", required=True, type=pathlib.Path)
    args = parser.parse_args()
    more = needed(args.library) - ALLOWED
    if more:
        parser.error(f"{args.library} needs {', '.join(sorted(more))}; a wheel must bring its own")
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    args.out.mkdir(parents=True, exist_ok=True)
    wheel = args.out / f"vitext-{args.version}-py3-none-{platform}.whl"
    licences = {**LICENCES, "utf8proc.txt": args.utf8proc_licence}
    lines = []
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files(args.library, licences, args.version, platform):
            entry = zipfile.ZipInfo(name)  # dated 1980: the same bytes whenever it is built
            entry.external_attr = 0o644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
            lines.append(record(name, content))
        name = f"vitext-{args.version}.dist-info/RECORD"
        entry = zipfile.ZipInfo(name)
        entry.external_attr = 0o644 << 16
        archive.writestr(entry, "".join(lines) + f"{name},,\n")
    print(wheel)


if __name__ == "__main__":
    main()
