"""The package as its users use it: rows of text and what must be found."""

import gc
import json
import threading
import unicodedata

import pytest
import vitext

REFERENCE = "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;"
OFFICIAL = "Đồng chí Nguyễn Văn Nên, Bí thư Thành ủy Thành phố Hồ Chí Minh, phát biểu."
EMOJI = "😀 Học sinh 👨‍👩‍👧 học sinh học ở Khánh Hòa."


@pytest.fixture(scope="module")
def analyzer():
    return vitext.Analyzer()


def test_versions(analyzer):
    assert vitext.__version__.split(".")[0] == "0"
    assert "icu/" not in vitext.__version__  # the wheel brings no ICU
    assert analyzer.data_version


@pytest.mark.parametrize("text, level, expected", [
    ("Đường Đình HOÀ", "marks", "duong dinh hoa"),
    ("Đường HOÀ", "tones", "đương hoa"),
    ("HOÀ  hòa", "case", "hòa hòa"),
    (unicodedata.normalize("NFD", "Đường Đình"), "marks", "duong dinh"),
    ("", "marks", ""),
])
def test_fold(text, level, expected):
    assert vitext.fold(text, level) == expected
    assert vitext.fold(text.encode(), level) == expected.encode()


@pytest.mark.parametrize("text, form, style, expected", [
    ("hoà thuỷ", "nfc", "old", "hòa thủy"),
    ("hòa thủy quý", "nfc", "new", "hoà thuỷ quý"),
    (unicodedata.normalize("NFD", "Điều"), "nfc", "keep", "Điều"),
    ("Điều", "nfd", "keep", unicodedata.normalize("NFD", "Điều")),
])
def test_normalize(text, form, style, expected):
    assert vitext.normalize(text, form, style=style) == expected


def test_wrong_choices_are_refused(analyzer):
    for call in (lambda: vitext.fold("a", "all"), lambda: vitext.normalize("a", "nfx"),
                 lambda: analyzer.analyze("a", "word"), lambda: vitext.Analyzer(convention="x")):
        with pytest.raises(ValueError):
            call()
    with pytest.raises(TypeError):
        analyzer.analyze(None)


@pytest.mark.parametrize("text", ["", " ", "a", REFERENCE, OFFICIAL, EMOJI, "\0 a\0b",
                                  unicodedata.normalize("NFD", REFERENCE)])
def test_spans_of_str_and_bytes(analyzer, text):
    """The same surfaces by characters of the str and by bytes of the bytes."""
    by_text, by_bytes = analyzer.analyze(text), analyzer.analyze(text.encode())
    for name in ("tokens", "sentences", "words", "references", "mentions"):
        a, b = getattr(by_text, name), getattr(by_bytes, name)
        assert [text[x.start:x.end] for x in a] == \
            [text.encode()[x.start:x.end].decode() for x in b], name
    covered = sum(t.end - t.start for t in by_text.tokens)
    blanks = sum(1 for i, ch in enumerate(text) if not any(t.start <= i < t.end
                                                           for t in by_text.tokens))
    assert covered + blanks == len(text)


def test_segment(analyzer):
    assert "".join(analyzer.segment(EMOJI)).replace(" ", "") == EMOJI.replace(" ", "")
    assert "Học sinh" in analyzer.segment(EMOJI)
    assert analyzer.segment("") == []


def test_sentences(analyzer):
    assert analyzer.sentences("TS. Lê Văn Tám đã đến. Ông nói vậy.") == \
        ["TS. Lê Văn Tám đã đến.", "Ông nói vậy."]


def test_references(analyzer):
    (r,) = analyzer.references(REFERENCE)
    assert (r.canonical, r.number, r.year, r.date) == \
        ("vn:nghi-dinh:30/2020/nd-cp", "30", "2020", "2020-03-05")
    assert REFERENCE[r.start:r.end].endswith("30/2020/NĐ-CP")
    assert r.full is not None and r.full[1] > r.end
    assert r.antecedent is None and r.provisions == ()


def test_officials(analyzer):
    (o,) = analyzer.officials(OFFICIAL)
    assert (o.name, o.official, o.position.title) == ("Nguyễn Văn Nên", True, "bí thư")
    (m,) = analyzer.analyze(OFFICIAL).mentions
    assert OFFICIAL[slice(*m.honorific_span)] == "Đồng chí"
    start, end = o.position.org_span
    assert OFFICIAL[start:end] == "Thành ủy Thành phố Hồ Chí Minh"


def test_known_documents(analyzer):
    known = b"vn:nghi-dinh:30/2020/nd-cp\tvn:nghi-dinh:30/2020/nd-cp\n"
    (r,) = vitext.Analyzer(documents=known).references(REFERENCE)
    assert r.resolved == ("vn:nghi-dinh:30/2020/nd-cp",)
    with pytest.raises(vitext.VitextError) as failure:
        vitext.Analyzer(documents=b"\xff\n")
    assert failure.value.code == "data"


def test_encoding_error(analyzer):
    with pytest.raises(vitext.VitextEncodingError) as failure:
        analyzer.analyze(b"Ch\xe1\xbb")
    assert failure.value.offset == 2 and isinstance(failure.value, ValueError)
    assert vitext.Analyzer(lenient=True).analyze(b"Ch\xe1\xbb").text == "Ch\ufffd"
    with pytest.raises(UnicodeEncodeError):
        analyzer.analyze("\ud800")


def test_json(analyzer):
    found = json.loads(analyzer.analyze(REFERENCE).json('"id":7'))
    assert list(found)[0] == "id" and found["references"][0]["start"] == 7


def test_batch_is_the_same_in_order(analyzer):
    texts = [f"{REFERENCE} Đoạn {i}. {OFFICIAL}" for i in range(200)]
    expected = [analyzer.analyze(t).json() for t in texts]
    for threads in (1, 2, 7):
        assert [d.json() for d in analyzer.analyze_batch(texts, threads=threads)] == expected
    assert analyzer.analyze_batch([]) == []
    with pytest.raises(vitext.VitextEncodingError):
        analyzer.analyze_batch([b"a", b"\xff"], threads=2)


def test_document_outlives_its_analyzer():
    doc = vitext.Analyzer().analyze(REFERENCE)
    gc.collect()
    assert doc.references[0].canonical == "vn:nghi-dinh:30/2020/nd-cp"


def test_gil_is_released(analyzer):
    """Another thread counts on while one long call runs."""
    text = (REFERENCE + OFFICIAL + " ") * 8000
    ticks, done = 0, threading.Event()
    worker = threading.Thread(target=lambda: (analyzer.analyze(text), done.set()))
    worker.start()
    while not done.wait(0.001):
        ticks += 1
    worker.join()
    assert ticks > 3


def test_no_leak(analyzer):
    import resource
    def step():
        for _ in range(2000):
            analyzer.references(REFERENCE)
            vitext.fold(OFFICIAL)
    step()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(3):
        step()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 2000  # KiB
