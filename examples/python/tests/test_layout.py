"""The structs of _c.py against the header, by a compiler, where there is one; and what the wheel holds."""

import ctypes
import importlib.metadata
import os
import pathlib
import shutil
import subprocess

import pytest

from vitext import _c

STRUCTS = {
    "vitext_span": _c.Span, "vitext_error": _c.Error, "vitext_allocator": _c.Allocator,
    "vitext_source": _c.Source, "vitext_ctx_options": _c.CtxOptions, "vitext_options": _c.Options,
    "vitext_write_options": _c.WriteOptions, "vitext_buffer": _c.Buffer, "vitext_token": _c.Token,
    "vitext_group": _c.Group, "vitext_reference": _c.Reference, "vitext_person": _c.Person,
    "vitext_mention": _c.Mention, "vitext_position": _c.Position}
CONSTANTS = {
    "VITEXT_VERSION_MAJOR": _c.ABI, "VITEXT_E_MEMORY": _c.E_MEMORY,
    "VITEXT_E_ENCODING": _c.E_ENCODING, "VITEXT_TOKENS": _c.TOKENS,
    "VITEXT_SENTENCES": _c.SENTENCES, "VITEXT_WORDS": _c.WORDS,
    "VITEXT_REFERENCES": _c.REFERENCES, "VITEXT_MENTIONS": _c.MENTIONS,
    "VITEXT_PERSONS": _c.PERSONS, "VITEXT_POSITIONS": _c.POSITIONS,
    "VITEXT_E_NO_SPACE": _c.E_NO_SPACE,
    "VITEXT_OFFICIALS": _c.LAYERS["officials"], "VITEXT_ALL": _c.LAYERS["all"],
    "VITEXT_FOLD_MARKS": _c.FOLDS["marks"], "VITEXT_FORM_NFKD": _c.FORMS["nfkd"],
    "VITEXT_STYLE_NEW": _c.STYLES["new"], "VITEXT_CONVENTION_VLSP": _c.CONVENTIONS["vlsp"],
    "VITEXT_UNIT_CODEPOINT": _c.UNIT_CODEPOINT, "VITEXT_FORMAT_JSON": _c.FORMAT_JSON,
    "VITEXT_SOURCE_WORDS": _c.SOURCE_WORDS, "VITEXT_SOURCE_DOCUMENTS": _c.SOURCE_DOCUMENTS,
    "VITEXT_NAME_REFF": _c.NAME_REFF, "VITEXT_NAME_SPHERE": _c.NAME_SPHERE}


def test_layout(tmp_path):
    include = os.environ.get("VITEXT_INCLUDE",
                             pathlib.Path(__file__).resolve().parents[3] / "include")
    if shutil.which("cc") is None or not pathlib.Path(include, "vitext.h").exists():
        pytest.skip("no C compiler or no vitext.h")
    lines = ["#include <stddef.h>", "#include <vitext.h>"]
    for name, struct in STRUCTS.items():
        lines.append(f'_Static_assert(sizeof({name}) == {ctypes.sizeof(struct)}, "{name}");')
        for field, *_ in struct._fields_:
            offset = getattr(struct, field).offset
            lines.append(f'_Static_assert(offsetof({name}, {field}) == {offset}, "{name}.{field}");')
    for name, value in CONSTANTS.items():
        lines.append(f'_Static_assert({name} == {value}, "{name}");')
    source = tmp_path / "layout.c"
    source.write_text("\n".join(lines) + "\n")
    done = subprocess.run(["cc", "-std=c11", "-fsyntax-only", f"-I{include}", str(source)],
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_licences():
    """The model is under another licence than the code: the wheel says so and holds the texts."""
    wheel = importlib.metadata.distribution("vitext")
    named = wheel.metadata.get_all("License-File")
    assert "CC-BY-SA-4.0" in wheel.metadata["License-Expression"]
    assert {"LICENSE", "CC-BY-SA-4.0.txt", "model-card.md", "utf8proc.txt"} <= set(named)
    texts = {pathlib.Path(f.name).name: f.read_text() for f in wheel.files if "licenses" in f.parts}
    assert set(texts) == set(named)
    assert "Section 8" in texts["CC-BY-SA-4.0.txt"] and "CC BY-SA" in texts["model-card.md"]


def test_types(tmp_path):
    """py.typed is a promise: mypy in its strictest mode finds nothing to say."""
    api = pytest.importorskip("mypy.api")
    copy = tmp_path / "vitext"  # mypy does not check what is installed
    shutil.copytree(pathlib.Path(_c.__file__).parent, copy, ignore=shutil.ignore_patterns("*.so"))
    out, err, status = api.run(["--strict", "--cache-dir", str(tmp_path / "cache"),
                                "--ignore-missing-imports", "--no-warn-unused-ignores", str(copy)])
    assert status == 0, out + err
