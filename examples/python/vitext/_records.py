"""What is found in a text, as immutable tuples with names.

``start`` and ``end`` count what the text was given in: characters of a str, bytes of a bytes, so
that ``text[record.start:record.end]`` is what the record is about. Absent strings are "", absent
lists (), absent spans and indices None.
"""

from __future__ import annotations

from typing import NamedTuple, Optional, Tuple

Edges = Optional[Tuple[int, int]]


class Token(NamedTuple):
    start: int
    end: int
    kind: str  #: "syllable", "number", "date", "docnumber", "punct" ...
    flags: int  #: VITEXT_TOKENF_* bits


class Group(NamedTuple):
    """A word or a sentence."""

    start: int
    end: int
    first_token: int
    token_count: int
    kind: str  #: of a word: that of its first token; of a sentence ""


class Reference(NamedTuple):
    """A directive, law or other document named in the text."""

    start: int
    end: int
    full: Edges  #: with date, issuer, term, title and amendments that follow
    kind: str
    flags: Tuple[str, ...]
    relation: str  #: what this text does with the document: "amends", "repeals" ... or ""
    antecedent: Optional[int]  #: the reference it points back to
    list_head: Optional[int]  #: the first reference of its list
    percent: int
    canonical: str  #: "vn:nghi-dinh:30/2020/nd-cp#dieu-5/khoan-2"
    urn: str
    type: str
    number: str
    year: str
    symbol: str
    organ: str
    issuer: str
    date: str
    term: str
    session: str
    title: str
    provisions: Tuple[str, ...]
    amended: Tuple[str, ...]
    resolved: Tuple[str, ...]


class Person(NamedTuple):
    """All mentions of one person."""

    name: str
    surname: str
    given: str
    official: bool
    first_mention: int


class Mention(NamedTuple):
    """A person named, or only called by office, at one place."""

    start: int
    end: int
    person: Optional[int]
    kind: str  #: "full", "short", "alias", "role"
    name: str
    honorific: str
    titles: Tuple[str, ...]
    honorific_span: Edges  #: the heading of a list has it for all its names


class Position(NamedTuple):
    """An office said of a mention."""

    title_span: Edges
    org_span: Edges
    mention: int
    person: Optional[int]
    status: str  #: "current", "acting", "appointed", "former"
    sphere: str
    level: Optional[int]
    deputy: bool
    standing: bool
    same_as: Optional[int]
    replaces: Optional[int]
    percent: int
    title: str
    head: str
    org: str
    term: str
    since: str
    until: str
    rule: str


class Official(NamedTuple):
    """A mention together with one of its positions (or none): who holds what, as one row."""

    start: int
    end: int
    name: str
    honorific: str
    titles: Tuple[str, ...]
    person: Optional[int]
    person_name: str
    official: bool
    position: Optional[Position]
