"""Optional: batches of Apache Arrow. Needs pyarrow; the rest of the package does not.

The text column is read where it lies: its offsets and its bytes go to the library without a str
in between. A row that cannot be analysed gives an error record, the others go on.
"""

from __future__ import annotations

import ctypes as c
from typing import Any, Dict, Iterator, List, Optional, Tuple

import pyarrow as pa  # type: ignore[import-untyped]

from . import _c, _read
from ._analyzer import Analyzer, Document

_edges = [("start", pa.int64()), ("end", pa.int64())]
CITATIONS = pa.schema([
    ("id", pa.string()), *_edges, ("kind", pa.string()), ("canonical", pa.string()),
    ("type", pa.string()), ("number", pa.string()), ("year", pa.string()),
    ("symbol", pa.string()), ("issuer", pa.string()), ("date", pa.string()),
    ("relation", pa.string()), ("provisions", pa.list_(pa.string())), ("percent", pa.int32()),
    ("error", pa.string()), ("error_offset", pa.int64())])
OFFICIALS = pa.schema([
    ("id", pa.string()), *_edges, ("name", pa.string()), ("person", pa.int32()),
    ("person_name", pa.string()), ("official", pa.bool_()), ("title", pa.string()),
    ("org", pa.string()), ("status", pa.string()), ("since", pa.string()), ("until", pa.string()),
    ("percent", pa.int32()), ("error", pa.string()), ("error_offset", pa.int64())])
JSON = pa.schema([("id", pa.string()), ("json", pa.string())])


def _rows(batch: pa.RecordBatch, text: str, key: str) -> Iterator[Tuple[Optional[str], int, int]]:
    """(id, address, length) of each text; address 0 for a null."""
    column, ids = batch.column(text), batch.column(key)
    if not (pa.types.is_string(column.type) or pa.types.is_large_string(column.type)
            or pa.types.is_binary(column.type) or pa.types.is_large_binary(column.type)):
        raise TypeError(f"column {text!r} is {column.type}, not string or binary")
    width = 8 if str(column.type).startswith("large_") else 4
    _, offsets, data = column.buffers()
    edge = memoryview(offsets).cast("B")[column.offset * width:].cast("q" if width == 8 else "i")
    base = data.address if data is not None else 0
    valid = column.is_valid()
    for i in range(len(column)):
        name = ids[i].as_py()
        name = None if name is None else str(name)
        if not valid[i].as_py():
            yield name, 0, 0
        else:
            yield name, base + edge[i], edge[i + 1] - edge[i]


def _documents(batch: pa.RecordBatch, analyzer: Analyzer, layers: str, unit: int, text: str,
               key: str) -> Iterator[Tuple[Optional[str], Optional[Document], str, int]]:
    """(id, document or None, error, offset of the error) of each row."""
    options = analyzer._options(layers)
    for name, address, length in _rows(batch, text, key):
        handle, err = c.c_void_p(), _c.Error()
        if address == 0 and length == 0:
            yield name, None, "null: no text", 0
            continue
        status = _c.lib.vitext_analyze(analyzer._handle, c.cast(address, c.c_char_p), length,
                                       c.byref(options), c.byref(handle), c.byref(err))
        if status == _c.OK:
            yield name, Document(analyzer, handle.value or 0, unit), "", 0
            continue
        if status == _c.E_MEMORY:
            raise MemoryError
        code = (_c.lib.vitext_name(_c.NAME_E, status) or b"error").decode()
        yield name, None, f"{code}: {err.message.decode('utf-8', 'replace')}", err.offset


def _unit(batch: pa.RecordBatch, text: str) -> int:
    kind = batch.column(text).type
    is_text = pa.types.is_string(kind) or pa.types.is_large_string(kind)
    return _c.UNIT_CODEPOINT if is_text else _c.UNIT_BYTE


def _table(rows: List[Dict[str, Any]], schema: pa.Schema) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(rows, schema=schema)


def citations(batch: pa.RecordBatch, analyzer: Analyzer, text: str = "text",
              key: str = "id") -> pa.RecordBatch:
    """One row for each reference; schema CITATIONS. Spans count characters of a string column,
    bytes of a binary one."""
    rows: List[Dict[str, Any]] = []
    for name, doc, error, offset in _documents(batch, analyzer, "references", _unit(batch, text),
                                               text, key):
        if doc is None:
            rows.append({"id": name, "error": error, "error_offset": offset})
            continue
        for r in doc.references:
            rows.append({"id": name, "start": r.start, "end": r.end, "kind": r.kind,
                         "canonical": r.canonical, "type": r.type, "number": r.number,
                         "year": r.year, "symbol": r.symbol, "issuer": r.issuer, "date": r.date,
                         "relation": r.relation, "provisions": list(r.provisions),
                         "percent": r.percent})
    return _table(rows, CITATIONS)


def officials(batch: pa.RecordBatch, analyzer: Analyzer, text: str = "text",
              key: str = "id") -> pa.RecordBatch:
    """One row for each person and office; schema OFFICIALS."""
    rows: List[Dict[str, Any]] = []
    for name, doc, error, offset in _documents(batch, analyzer, "officials", _unit(batch, text),
                                               text, key):
        if doc is None:
            rows.append({"id": name, "error": error, "error_offset": offset})
            continue
        for o in doc.officials:
            p = o.position
            rows.append({"id": name, "start": o.start, "end": o.end, "name": o.name,
                         "person": o.person, "person_name": o.person_name, "official": o.official,
                         "title": p.title if p else "", "org": p.org if p else "",
                         "status": p.status if p else "", "since": p.since if p else "",
                         "until": p.until if p else "", "percent": p.percent if p else None})
    return _table(rows, OFFICIALS)


def json(batch: pa.RecordBatch, analyzer: Analyzer, text: str = "text",
         key: str = "id") -> pa.RecordBatch:
    """One row for each text: the line of ``vitext analyze --input=jsonl --format=jsonl``."""
    import json as json_module

    def quote(value: Optional[str]) -> str:
        return json_module.dumps(value, ensure_ascii=False)

    rows: List[Dict[str, Any]] = []
    for name, doc, error, offset in _documents(batch, analyzer, "all", _c.UNIT_BYTE, text, key):
        if doc is not None:
            line = doc.json(f'"id":{quote(name)}')
        else:
            code, _, message = error.partition(": ")
            line = (f'{{"id":{quote(name)},"error":{{"code":{quote(code)},"offset":{offset},'
                    f'"message":{quote(message)}}}}}')
        rows.append({"id": name, "json": line})
    return _table(rows, JSON)
