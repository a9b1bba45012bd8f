"""vitext.arrow; skipped where pyarrow is not installed."""

import json

import pytest

pa = pytest.importorskip("pyarrow")

import vitext  # noqa: E402
from vitext import arrow  # noqa: E402

TEXTS = ["Căn cứ Nghị định số 30/2020/NĐ-CP;", "", None, "Bí thư Thành ủy Nguyễn Văn Nên 😀 nói."]


@pytest.fixture(scope="module")
def analyzer():
    return vitext.Analyzer()


@pytest.mark.parametrize("kind", [pa.string(), pa.large_string(), pa.binary()])
def test_citations(analyzer, kind):
    batch = pa.record_batch([pa.array([1, 2, 3, 4]), pa.array(TEXTS, pa.string()).cast(kind)],
                            ["id", "text"])
    rows = arrow.citations(batch, analyzer).to_pylist()
    assert [(r["id"], r["canonical"], r["error"]) for r in rows] == \
        [("1", "vn:nghi-dinh:30/2020/nd-cp", None), ("3", None, "null: no text")]
    text = TEXTS[0].encode() if kind == pa.binary() else TEXTS[0]
    assert text[rows[0]["start"]:rows[0]["end"]] in ("Nghị định số 30/2020/NĐ-CP",
                                                      "Nghị định số 30/2020/NĐ-CP".encode())


def test_slices(analyzer):
    """A slice of a batch keeps its offsets: nothing of the rows before it is read."""
    batch = pa.record_batch([pa.array(["a", "b", "c", "d"]), pa.array(TEXTS)], ["id", "text"])
    rows = arrow.officials(batch.slice(3), analyzer).to_pylist()
    assert {r["id"] for r in rows} == {"d"} and rows[0]["name"] == "Nguyễn Văn Nên"


def test_bad_bytes_are_a_record(analyzer):
    batch = pa.record_batch([pa.array(["a", "b"]), pa.array([b"ab\xff", b"Nam"])], ["id", "text"])
    bad, good = (json.loads(r["json"]) for r in arrow.json(batch, analyzer).to_pylist())
    assert bad["error"]["code"] == "encoding" and bad["error"]["offset"] == 2
    assert good["id"] == "b" and "error" not in good


def test_wrong_column(analyzer):
    with pytest.raises(TypeError):
        arrow.citations(pa.record_batch([pa.array([1]), pa.array([2])], ["id", "text"]), analyzer)
