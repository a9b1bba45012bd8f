"""Analyzer and Document: the two objects of the library."""

from __future__ import annotations

import ctypes as c
import os
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from typing import Dict, Iterable, List, Mapping, Optional, Sequence, Tuple, Union

from . import _c, _read
from ._records import Group, Mention, Official, Person, Position, Reference, Token

Text = Union[str, bytes]


def _options(layers: int = 0, **fields: int) -> _c.Options:
    options = _c.Options()
    _c.lib.vitext_options_init(c.byref(options), c.sizeof(options))
    if layers:
        options.layers = layers
    for name, value in fields.items():
        setattr(options, name, value)
    return options


def _choose(table: Mapping[str, int], value: str, what: str) -> int:
    if value not in table:
        raise ValueError(f"{what} is one of {', '.join(table)}, not {value!r}")
    return table[value]


def _layers(names: Union[str, Iterable[str]]) -> int:
    bits = 0
    for name in [names] if isinstance(names, str) else names:
        bits |= _choose(_c.LAYERS, name, "a layer")
    return bits


def _bytes(text: Text) -> Tuple[bytes, int]:
    """The bytes of a text, and the unit its spans are counted in."""
    if isinstance(text, str):
        return text.encode(), _c.UNIT_CODEPOINT
    if isinstance(text, bytes):
        return text, _c.UNIT_BYTE
    raise TypeError(f"text is str or bytes, not {type(text).__name__}")


class Document:
    """One analysed text. Read-only; may be read by many threads. Layers are read when asked for.

    Made by :meth:`Analyzer.analyze`. Layers that were not asked for are empty.
    """

    def __init__(self, analyzer: "Analyzer", handle: int, unit: int) -> None:
        self._analyzer = analyzer  # its context is freed after its documents
        self._handle = handle
        self._unit = unit

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            _c.lib.vitext_doc_free(self._handle)

    @cached_property
    def text(self) -> str:
        """The normalised text (NFC, repaired)."""
        length = c.c_size_t()
        pointer = _c.lib.vitext_doc_text(self._handle, c.byref(length))
        return c.string_at(pointer, length.value).decode()

    @cached_property
    def tokens(self) -> List[Token]:
        return _read.records(self._handle, _c.TOKENS, self._unit)

    @cached_property
    def sentences(self) -> List[Group]:
        return _read.records(self._handle, _c.SENTENCES, self._unit)

    @cached_property
    def words(self) -> List[Group]:
        return _read.records(self._handle, _c.WORDS, self._unit)

    @cached_property
    def references(self) -> List[Reference]:
        return _read.records(self._handle, _c.REFERENCES, self._unit)

    @cached_property
    def persons(self) -> List[Person]:
        return _read.records(self._handle, _c.PERSONS, self._unit)

    @cached_property
    def mentions(self) -> List[Mention]:
        return _read.records(self._handle, _c.MENTIONS, self._unit)

    @cached_property
    def positions(self) -> List[Position]:
        return _read.records(self._handle, _c.POSITIONS, self._unit)

    @cached_property
    def officials(self) -> List[Official]:
        """One row for each position of each mention, or for a mention without any."""
        held: Dict[int, List[Optional[Position]]] = {}
        for p in self.positions:
            held.setdefault(p.mention, []).append(p)
        rows = []
        for i, m in enumerate(self.mentions):
            person = self.persons[m.person] if m.person is not None else None
            for position in held.get(i, [None]):
                rows.append(Official(m.start, m.end, m.name, m.honorific, m.titles, m.person,
                                     person.name if person else "",
                                     bool(person and person.official), position))
        return rows

    def json(self, members: str = "") -> str:
        """The JSON object of ``vitext analyze``; ``members`` ('"id":7') are put first into it."""
        options = _c.WriteOptions()
        _c.lib.vitext_write_options_init(c.byref(options), c.sizeof(options))
        options.unit = self._unit
        options.members = members.encode()
        return self._write(_c.FORMAT_JSON, options).decode()

    def _write(self, form: int, options: _c.WriteOptions) -> bytes:
        buffer = _c.Buffer()
        room = 4096
        while True:
            block = c.create_string_buffer(room)
            buffer.data, buffer.cap = c.addressof(block), room
            status = _c.lib.vitext_doc_write(self._handle, form, c.byref(options), None,
                                             c.byref(buffer))
            if status != _c.E_NO_SPACE:  # then the length is known
                break
            room = buffer.len
        _c.check(status)
        return block.raw[:buffer.len]


class Analyzer:
    """Lexicons and model. Makes documents; one is enough for all threads.

    words      TSV with words to add (columns text; word, apart, title, organ)
    documents  TSV with known documents (canonical id; ids it stands for)
    convention "vlsp" or "ud": what is one word
    lenient    read invalid bytes as U+FFFD instead of raising VitextEncodingError
    """

    def __init__(self, *, words: Optional[bytes] = None, documents: Optional[bytes] = None,
                 convention: str = "vlsp", lenient: bool = False) -> None:
        self._handle = None
        self._made: Dict[int, _c.Options] = {}
        self._fields = {"convention": _choose(_c.CONVENTIONS, convention, "convention"),
                        "lenient": int(lenient)}
        given = [(_c.SOURCE_WORDS, words), (_c.SOURCE_DOCUMENTS, documents)]
        self._sources = [(kind, data) for kind, data in given if data is not None]
        array = (_c.Source * len(self._sources))(
            *(_c.Source(kind, 0, None, data, len(data)) for kind, data in self._sources))
        options = _c.CtxOptions()
        _c.lib.vitext_ctx_options_init(c.byref(options), c.sizeof(options))
        options.sources, options.source_count = array, len(array)
        handle, err = c.c_void_p(), _c.Error()
        _c.check(_c.lib.vitext_ctx_new(c.byref(options), c.byref(handle), c.byref(err)), err)
        self._handle = handle.value

    def __del__(self) -> None:
        if getattr(self, "_handle", None):
            _c.lib.vitext_ctx_free(self._handle)

    @property
    def data_version(self) -> str:
        """Equal data versions give equal results for equal input."""
        return _c.text(_c.lib.vitext_data_version(self._handle))

    def analyze(self, text: Text, layers: Union[str, Iterable[str]] = "all") -> Document:
        """Find the layers: "tokens", "sentences", "words", "references", "officials" or "all".

        Spans count characters for a str and bytes for bytes. Other threads run meanwhile.
        """
        return self._analyze(text, self._options(layers))

    def _options(self, layers: Union[str, Iterable[str]]) -> _c.Options:
        """The options for these layers: made once, then only read."""
        bits = _layers(layers) | _c.TOKENS
        if bits not in self._made:
            self._made[bits] = _options(bits, **self._fields)
        return self._made[bits]

    def _analyze(self, text: Text, options: _c.Options) -> Document:
        data, unit = _bytes(text)
        handle, err = c.c_void_p(), _c.Error()
        _c.check(_c.lib.vitext_analyze(self._handle, data, len(data), c.byref(options),
                                       c.byref(handle), c.byref(err)), err)
        return Document(self, handle.value or 0, unit)

    def analyze_batch(self, texts: Sequence[Text], threads: Optional[int] = None,
                      layers: Union[str, Iterable[str]] = "all") -> List[Document]:
        """``[analyze(t) for t in texts]`` on several threads (default: one per processor)."""
        options = self._options(layers)
        count = min(threads or os.cpu_count() or 1, max(len(texts), 1))
        if count <= 1:
            return [self._analyze(text, options) for text in texts]
        with ThreadPoolExecutor(count) as pool:
            return list(pool.map(lambda text: self._analyze(text, options), texts))

    def segment(self, text: Text) -> List[Text]:
        """The words, as they stand in the text."""
        doc = self.analyze(text, "words")
        return [text[start:end] for start, end in _read.edges(doc._handle, _c.WORDS, doc._unit)]

    def sentences(self, text: Text) -> List[Text]:
        """The sentences, as they stand in the text."""
        doc = self.analyze(text, "sentences")
        return [text[start:end] for start, end in _read.edges(doc._handle, _c.SENTENCES, doc._unit)]

    def references(self, text: Text) -> List[Reference]:
        """Directives, laws and other documents the text names."""
        return self.analyze(text, "references").references

    def officials(self, text: Text) -> List[Official]:
        """Persons the text names and the offices it gives them."""
        return self.analyze(text, "officials").officials


def _normalized(text: Text, options: _c.Options) -> Text:
    data, _ = _bytes(text)
    handle, err = c.c_void_p(), _c.Error()
    _c.check(_c.lib.vitext_normalize(None, data, len(data), c.byref(options), c.byref(handle),
                                     c.byref(err)), err)
    length = c.c_size_t()
    pointer = _c.lib.vitext_doc_text(handle, c.byref(length))
    out = c.string_at(pointer, length.value)
    _c.lib.vitext_doc_free(handle)
    return out.decode() if isinstance(text, str) else out


def normalize(text: Text, form: str = "nfc", *, style: str = "keep", repair: bool = True) -> Text:
    """The text in a normal form, repaired; ``style`` "old" or "new" moves tones (hòa, hoà)."""
    fields = {"form": _choose(_c.FORMS, form, "form"), "style": _choose(_c.STYLES, style, "style")}
    if not repair:
        fields["repair"] = 0
    return _normalized(text, _options(**fields))


def fold(text: Text, level: str = "marks") -> Text:
    """A search key: "case" (hoà = hòa = HÒA), "tones" (no tones), "marks" (no marks, đ is d)."""
    return _normalized(text, _options(fold=_choose(_c.FOLDS, level, "level")))
