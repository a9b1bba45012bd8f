"""The C interface in ctypes: the structs of vitext.h, the functions, and errors as exceptions.

Nothing here is public. The library is the one in this package; the environment is not asked.
"""

from __future__ import annotations

import ctypes as c
import pathlib
from typing import Any

ABI = 0  # VITEXT_VERSION_MAJOR the structs below belong to

u16, u32, i32, size_t = c.c_uint16, c.c_uint32, c.c_int32, c.c_size_t
string_list = c.POINTER(c.c_char_p)

OK, E_MEMORY, E_ENCODING, E_NO_SPACE = 0, -2, -3, -5
FOLDS = {"none": 0, "case": 1, "tones": 2, "marks": 3}
FORMS = {"none": 0, "nfc": 1, "nfd": 2, "nfkc": 3, "nfkd": 4}
STYLES = {"keep": 0, "old": 1, "new": 2}
CONVENTIONS = {"ud": 1, "vlsp": 2}
LAYERS = {"tokens": 1, "sentences": 2, "words": 4, "references": 8, "officials": 112, "all": 127}
TOKENS, SENTENCES, WORDS, REFERENCES, MENTIONS, PERSONS, POSITIONS = (1 << i for i in range(7))
UNIT_BYTE, UNIT_CODEPOINT = 0, 1
FORMAT_JSON, FORMAT_RECORDS = 1, 2
SOURCE_WORDS, SOURCE_DOCUMENTS = 3, 4
(NAME_E, NAME_ENC, NAME_TOKEN, NAME_REF, NAME_REL, NAME_MENTION, NAME_POST, NAME_SPHERE,
 NAME_REPAIR, NAME_REFF) = range(1, 11)


def _fields(*rows: tuple[Any, str]) -> list[tuple[str, Any]]:
    """Rows of (type, names) as in a C declaration."""
    return [(name, kind) for kind, names in rows for name in names.split()]


class Span(c.Structure):
    _fields_ = _fields((u32, "begin end"))


class Error(c.Structure):
    _fields_ = _fields((i32, "status"), (u32, "offset"), (c.c_char * 248, "message"))


class Allocator(c.Structure):
    _fields_ = _fields((c.c_void_p, "resize user"))


class Source(c.Structure):
    _fields_ = _fields((i32, "kind"), (u32, "flags"), (c.c_char_p, "path bytes"), (size_t, "len"))


class CtxOptions(c.Structure):
    _fields_ = _fields((size_t, "size"), (Allocator, "alloc"), (c.POINTER(Source), "sources"),
                       (size_t, "source_count"))


class Options(c.Structure):
    _fields_ = _fields((size_t, "size"), (i32, "encoding"), (u32, "lenient repair"), (i32, "style form fold"),
                       (u32, "layers"), (i32, "convention"))


class WriteOptions(c.Structure):
    _fields_ = _fields((size_t, "size"), (u32, "layers"), (i32, "unit"), (c.c_char_p, "members substitute"),
                       (i32, "encoding"), (u32, "flags"))


class Buffer(c.Structure):
    _fields_ = _fields((c.c_void_p, "data"), (size_t, "cap len"))


class Token(c.Structure):
    _fields_ = _fields((Span, "span"), (u16, "kind flags"))


class Group(c.Structure):
    _fields_ = _fields((Span, "span"), (u32, "first_token token_count"), (i32, "kind"))


class Reference(c.Structure):
    _fields_ = _fields((Span, "span full"), (i32, "kind"), (u32, "flags"),
                       (i32, "relation antecedent list_head"), (u32, "percent"),
                       (c.c_char_p, "canonical urn type number year symbol organ issuer date term session title"),
                       (string_list, "provisions amended resolved"))


class Person(c.Structure):
    _fields_ = _fields((u32, "official"), (i32, "first_mention"), (c.c_char_p, "name surname given"))


class Mention(c.Structure):
    _fields_ = _fields((Span, "span"), (i32, "person kind"), (c.c_char_p, "name honorific"),
                       (string_list, "titles"), (Span, "honorific_span"))


class Position(c.Structure):
    _fields_ = _fields((Span, "title_span org_span"), (i32, "mention person status sphere level"),
                       (u32, "deputy standing"), (i32, "same_as replaces"), (u32, "percent"),
                       (c.c_char_p, "title head org term since until rule"))


def _load() -> c.CDLL:
    path = pathlib.Path(__file__).with_name("libvitext.so")
    lib = c.CDLL(str(path))
    p, pp, text, err = c.c_void_p, c.POINTER(c.c_void_p), c.c_char_p, c.POINTER(Error)
    for name, result, *arguments in (
        ("version", i32),
        ("version_string", c.c_char_p),
        ("data_version", c.c_char_p, p),
        ("name", c.c_char_p, i32, i32),
        ("ctx_options_init", None, p, size_t),
        ("ctx_new", i32, p, pp, err),
        ("ctx_free", None, p),
        ("options_init", None, p, size_t),
        ("normalize", i32, p, text, size_t, p, pp, err),
        ("analyze", i32, p, text, size_t, p, pp, err),
        ("doc_free", None, p),
        ("doc_text", p, p, c.POINTER(size_t)),
        ("doc_count", size_t, p, u32),
        ("doc_copy", i32, p, u32, i32, p, size_t, size_t),
        ("write_options_init", None, p, size_t),
        ("doc_write", i32, p, i32, p, p, p),
    ):
        function = getattr(lib, "vitext_" + name)
        function.restype, function.argtypes = result, arguments
    if lib.vitext_version() // 1000000 != ABI:
        raise ImportError(f"{path}: version {lib.vitext_version_string().decode()}, need {ABI}.x")
    return lib


lib = _load()


class VitextError(Exception):
    """A call of the library failed. ``code`` is its name, ``offset`` the byte of the input."""

    def __init__(self, message: str, code: str, offset: int) -> None:
        super().__init__(message)
        self.code = code
        self.offset = offset


class VitextEncodingError(VitextError, ValueError):
    """Bytes that are no text in the encoding they were said to be in."""


def check(status: int, err: Error | None = None) -> None:
    if status == OK:
        return
    if status == E_MEMORY:
        raise MemoryError
    code = (lib.vitext_name(NAME_E, status) or b"error").decode()
    message = err.message.decode("utf-8", "replace") if err is not None else ""
    kind = VitextEncodingError if status == E_ENCODING else VitextError
    raise kind(message or code, code, err.offset if err is not None else 0)


def names(group: int, last: int = 64) -> dict[int, str]:
    """The words of one group of constants, by value."""
    found = ((value, lib.vitext_name(group, value)) for value in range(last))
    return {value: name.decode() for value, name in found if name is not None}


def text(value: bytes | None) -> str:
    return value.decode() if value else ""


def texts(pointer: Any) -> tuple[str, ...]:
    out = []
    i = 0
    while pointer and (item := pointer[i]) is not None:
        out.append(item.decode())
        i += 1
    return tuple(out)
