"""From the structs of a document to records."""

from __future__ import annotations

import ctypes as c
import struct
from typing import Any, Callable, Iterator

from . import _c
from ._records import Group, Mention, Person, Position, Reference, Token

_token_kinds = _c.names(_c.NAME_TOKEN)
_reference_kinds = _c.names(_c.NAME_REF)
_reference_flags = _c.names(_c.NAME_REFF)
_relations = {**_c.names(_c.NAME_REL), 0: ""}
_mention_kinds = _c.names(_c.NAME_MENTION)
_statuses = _c.names(_c.NAME_POST)
_spheres = _c.names(_c.NAME_SPHERE)


def _index(value: int) -> int | None:
    return value if value >= 0 else None


def _edges(span: _c.Span) -> tuple[int, int] | None:
    return (span.begin, span.end) if span.end > span.begin else None


def _tokens(array: Any) -> list[Token]:
    kinds = _token_kinds
    return [Token(begin, end, kinds[kind], flags)
            for begin, end, kind, flags in struct.iter_unpack("=IIHH", array)]


def _groups(array: Any) -> list[Group]:
    kinds = {**_token_kinds, 0: ""}
    return [Group(begin, end, first, count, kinds[kind])
            for begin, end, first, count, kind in struct.iter_unpack("=IIIIi", array)]


def _reference(r: _c.Reference) -> Reference:
    flags = tuple(name for bit, name in _reference_flags.items() if r.flags & bit)
    return Reference(
        r.span.begin, r.span.end, _edges(r.full), _reference_kinds.get(r.kind, ""), flags,
        _relations.get(r.relation, ""), _index(r.antecedent), _index(r.list_head), r.percent,
        _c.text(r.canonical), _c.text(r.urn), _c.text(r.type), _c.text(r.number), _c.text(r.year),
        _c.text(r.symbol), _c.text(r.organ), _c.text(r.issuer), _c.text(r.date), _c.text(r.term),
        _c.text(r.session), _c.text(r.title),
        _c.texts(r.provisions), _c.texts(r.amended), _c.texts(r.resolved))


def _person(p: _c.Person) -> Person:
    return Person(_c.text(p.name), _c.text(p.surname), _c.text(p.given), bool(p.official),
                  p.first_mention)


def _mention(m: _c.Mention) -> Mention:
    return Mention(m.span.begin, m.span.end, _index(m.person), _mention_kinds.get(m.kind, ""),
                   _c.text(m.name), _c.text(m.honorific), _c.texts(m.titles),
                   _edges(m.honorific_span))


def _position(p: _c.Position) -> Position:
    return Position(
        _edges(p.title_span), _edges(p.org_span), p.mention, _index(p.person),
        _statuses.get(p.status, ""), _spheres.get(p.sphere, ""), p.level or None, bool(p.deputy),
        bool(p.standing), _index(p.same_as), _index(p.replaces), p.percent, _c.text(p.title),
        _c.text(p.head), _c.text(p.org), _c.text(p.term), _c.text(p.since), _c.text(p.until),
        _c.text(p.rule))


def _each(convert: Callable[[Any], Any]) -> Callable[[Any], list[Any]]:
    return lambda array: [convert(item) for item in array]


# By layer: the struct, and what makes records of an array of them. The frequent ones are unpacked
# at once, which is several times as fast as going through ctypes field by field.
_readers: dict[int, tuple[Any, Callable[[Any], list[Any]]]] = {
    _c.TOKENS: (_c.Token, _tokens),
    _c.SENTENCES: (_c.Group, _groups),
    _c.WORDS: (_c.Group, _groups),
    _c.REFERENCES: (_c.Reference, _each(_reference)),
    _c.PERSONS: (_c.Person, _each(_person)),
    _c.MENTIONS: (_c.Mention, _each(_mention)),
    _c.POSITIONS: (_c.Position, _each(_position)),
}


def _copy(doc: int, layer: int, unit: int) -> Any:
    """The structs of one layer, their spans in unit: one call, whatever their number."""
    kind = _readers[layer][0]
    count = _c.lib.vitext_doc_count(doc, layer)
    array = (kind * count)()
    _c.check(_c.lib.vitext_doc_copy(doc, layer, unit, array, c.sizeof(kind), count))
    return array


def records(doc: int, layer: int, unit: int) -> list[Any]:
    return _readers[layer][1](_copy(doc, layer, unit))


def edges(doc: int, layer: int, unit: int) -> Iterator[tuple[int, int]]:
    """(start, end) of each word or sentence, without making records."""
    return struct.iter_unpack("=II12x", _copy(doc, layer, unit))
