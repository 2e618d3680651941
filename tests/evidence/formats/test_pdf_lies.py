"""Ways in which a PDF file says other words than it shows, and harmless ones that look alike."""

from __future__ import annotations

import pytest
from tests.evidence.formats.test_pdf_sight import document, line
from tests.evidence.formats.test_pdf_tricks import BEGIN, PLAIN, WORDS, verdict

from bluf.evidence import Searchable, decode_source, look_up_any
from bluf.evidence.formats import pdf
from bluf.evidence.formats.pdf.letters import Letter, _odd

EMPTY = b"<<>>"


def put(words: str, left: float, bottom: float = 700, size: float = 12, before: str = "") -> bytes:
    """Words at a place of the page."""
    return f"BT /F {size} Tf {before} {left} {bottom} Td ({words}) Tj ET ".encode("latin-1")


def stream(keys: bytes, body: bytes) -> bytes:
    return b"<<%b/Length %d>>stream\n%b\nendstream" % (keys, len(body), body)


def named(words: str, drawn: str) -> bytes:
    """A sentence one of whose words the file names otherwise than it is drawn."""
    span = f"/Span<</ActualText({words})>>BDC ".encode()
    return put("We will", 60) + span + put(drawn, 103) + b"EMC " + put("it.", 130)


def test_words_named_in_the_place_of_others_are_doubted() -> None:
    assert verdict(named("fund", "stop")) == "doubted"
    assert verdict(named("fund", "fund")) != "refused"
    three = named("fun", "not") + put("d", 124)
    text = pdf.read(document(BEGIN + three), "a.pdf")
    start = text.text.index("fun")
    for _ in range(2):  # a page that was looked at tells the same again
        assert text.look([(start, start + 3)]).doubts or text.look([(start, start + 3)]).hidden


def mapped(codes: str, words: str) -> bytes:
    """A map of codes of a font to letters."""
    pairs = dict(zip(codes, words, strict=True))
    lines = b"".join(b"<%02x> <%04x> " % (ord(a), ord(b)) for a, b in pairs.items())
    space = b"/CIDInit begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
    return space + b"%d beginbfchar " % len(pairs) + lines + b"endbfchar endcmap"


def renamed(drawn: str, words: str, before: bytes = b"") -> str:
    """What becomes of a word whose font names other letters than its shapes are."""
    font = (
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode 7 0 R>>"
    )
    content = put("We will", 60) + put(drawn, 103).replace(b"/F", b"/G") + put("it.", 130)
    return verdict(before + content, objects=(font, stream(b"", mapped(drawn, words))))


def test_letters_that_reach_where_theirs_do_not_are_doubted() -> None:
    assert renamed("stop", "fund") == "doubted"
    assert renamed("fund", "fund") == "seen"


@pytest.mark.parametrize("sign", " \u200b\xad\u2060\ufeff")
def test_a_word_that_the_file_calls_nothing_is_drawn_all_the_same(sign: str) -> None:
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    silent = (font, stream(b"", mapped("not", sign * 3)))
    middle = put("We will", 60) + put("not", 103).replace(b"/F", b"/G") + put("fund it.", 124)
    begins = (
        put("We will", 60) + put("not", 60, 686).replace(b"/F", b"/G") + put("fund it.", 80, 686)
    )
    assert verdict(middle, objects=silent) == "doubted"
    assert verdict(begins, objects=silent) == "doubted"
    named = middle.replace(b"(not)", b"(---)").replace(b"/G", b"/F")
    assert doubts(named, "We will --- fund it.") == ()


@pytest.mark.parametrize(
    ("kind", "keys", "expected"),
    [("Square", "/IC[1 1 1]", "refused"), ("Stamp", "", "doubted"), ("Link", "", "seen")],
)
def test_an_annotation_without_a_look_may_lie_over_the_words(
    kind: str, keys: str, expected: str
) -> None:
    mark = f"/Annots[<</Type/Annot/Subtype/{kind}/F 4/Rect[50 690 300 720]{keys}>>]"
    assert verdict(PLAIN, mark.encode()) == expected
    assert verdict(PLAIN, mark.replace("/F 4", "/F 2").encode()) == "seen"


def test_invisible_letters_over_a_scan_have_no_shapes_to_compare() -> None:
    columns = b"\xff\0" * 595
    scan = b"q 595 0 0 842 0 0 cm BI /W 1190 /H 1 /CS /G /BPC 8 ID " + columns + b" EI Q "
    assert renamed("stop", "fund", scan + b"3 Tr ") == "seen"


def shaped(sign: str, height: float, depth: float = 0.0) -> Letter:
    return Letter(sign, 0, (0, 0, 1, 1), 10, 1, mirrored=False, height=height, depth=depth)


def test_small_capitals_are_letters_too() -> None:
    capitals = [shaped(sign, 0.5) for sign in "publicbody"]
    assert _odd(capitals) == set()
    assert _odd([shaped("b", 0.7)]) == set()
    real = [shaped("a", 0.5), shaped("b", 0.7), shaped("g", 0.5, 0.2)]
    assert _odd(real) == set()
    assert _odd([*real, shaped("n", 0.5, 0.2), shaped("l", 0.5)]) == {"n", "l"}


def drawn_by(shape: bytes) -> str:
    """What becomes of a sentence all of whose letters have one shape."""
    signs = "".join(dict.fromkeys(WORDS))
    codes = "".join(chr(97 + number) for number in range(len(signs)))
    names = b"".join(b"/g%d" % number for number in range(len(signs)))
    shapes = b"".join(b"/g%d 8 0 R" % number for number in range(len(signs)))
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]"
        b"/CharProcs<<%b>>/Encoding<</Type/Encoding/Differences[97%b]>>/FirstChar 97/LastChar %d"
        b"/Widths[%b]/ToUnicode 7 0 R/Resources<<>>>>"
    ) % (shapes, names, 96 + len(signs), b" 600" * len(signs))
    sentence = "".join(codes[signs.index(sign)] for sign in WORDS)
    objects = (font, stream(b"", mapped(codes, signs)), stream(b"", b"600 0 d0 " + shape))
    return verdict(f"BT /G 12 Tf 60 700 Td ({sentence}) Tj ET ".encode(), objects=objects)


@pytest.mark.parametrize(
    "shape",
    [
        b"",
        b"1 g 50 0 500 700 re f",
        b"50 0 500 700 re f",
        b"20 w 50 0 500 700 re S",
        b"250 0 60 60 re f",
    ],
)
def test_one_shape_for_all_letters_says_nothing(shape: bytes) -> None:
    assert drawn_by(shape) in {"refused", "doubted"}


STRUCK = [
    put("-----------------------", 60),
    put("________________", 60, 705),
    b"0 G 1 w [2 2] 0 d 60 704 m 150 704 l S",
    b"1 0 0 RG .7 w 60 704 m 150 704 l S",
    b"0 G .7 w 60 701 m 150 708 l S",
    b"0 G .7 w 103 704 m 126 704 l S",
]
MARKED = [
    b"0 g 60 697.5 90 .6 re f",
    b"0 G .5 w 50 714 m 300 714 l S",
    b"0 G .5 w 50 694 200 22 re S",
    put(WORDS, 60.3),
    put(WORDS, 60.4, 700.2),
]


@pytest.mark.parametrize("line_over", STRUCK)
def test_words_under_a_line_are_doubted(line_over: bytes) -> None:
    assert verdict(PLAIN + line_over) == "doubted"


@pytest.mark.parametrize("beside", MARKED)
def test_words_beside_a_line_or_drawn_twice_are_seen(beside: bytes) -> None:
    assert verdict(PLAIN + beside) == "seen"


def test_a_shadow_under_words_hides_none_of_them() -> None:
    assert verdict(put(WORDS, 61, 699, before=".7 g") + b"0 g " + PLAIN) == "seen"


def test_a_word_over_the_line_is_not_in_it() -> None:
    assert verdict(put("We will", 60) + put("fund", 103, 720) + put("it.", 130)) != "seen"
    assert doubts(put("We will", 60, 640) + put("fund it.", 300, 700)) == (APART,)


APART = "its lines stand apart on the page"


def doubts(content: bytes, quote: str = WORDS) -> tuple[str, ...]:
    """What is doubtful of a quotation from a page of these words alone."""
    (hit,) = look_up_any(Searchable(decode_source(document(content), "a.pdf")), [quote])
    return hit.sight.doubts if hit else ("absent",)


def test_words_of_two_cells_or_far_apart_are_doubted() -> None:
    rows = put("Serbia", 60) + put("will pay.", 300)
    table = rows + put("Kosovo", 60, 686) + put("will not pay.", 300, 686)
    assert doubts(table, "Kosovo will pay.") in {(APART,), ("absent",)}
    assert not doubts(rows, "Serbia will pay.")
    assert doubts(put("We will", 60) + put("fund it.", 60, 300)) == (APART,)
    assert not doubts(put("We met.", 60) + put(WORDS, 60, 300), f"We met. {WORDS}")


def test_a_sentence_runs_from_a_column_into_the_next() -> None:
    text = ("We met", "in Rome", "and spoke", "of roads that", "join the two", "of us, of")
    more = ("energy", "and of all", "that is", "dear to us", "and to you", "as well.")
    first = b"".join(put(each, 60, 700 - 14 * at) for at, each in enumerate(text))
    second = b"".join(put(each, 300, 700 - 14 * at) for at, each in enumerate(more))
    assert not doubts(first + second, "join the two of us, of energy and of all that is dear")


def test_what_stands_between_words_may_be_signs_that_are_quoted() -> None:
    dash = put("We will", 60) + put("\\227", 104) + put("fund it.", 121)
    source = Searchable(decode_source(document(BEGIN + dash), "a.pdf"))
    (hit,) = look_up_any(source, ["We will \u2014 fund it."])
    assert hit is not None
    assert not hit.sight.doubts
    border = b"0 G .5 w 115 690 m 115 720 l S"
    assert verdict(put("We will", 60) + put("fund it.", 128) + border) == "doubted"


def test_half_a_character_is_a_sign_without_a_name() -> None:
    half = mapped("A", "x").replace(b"<0078>", b"<d835>")
    content = line("We met.") + put("A", 60, 650).replace(b"/F", b"/G")
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 7 0 R>>"
    text = pdf.read(document(content, objects=(font, stream(b"", half))), "a.pdf")
    assert "We met." in text.text
    assert not text.faults


@pytest.mark.parametrize("mode", [b"Screen", b"Lighten", b"Difference", b"Exclusion"])
def test_ink_that_its_blending_takes_away_is_not_seen(mode: bytes) -> None:
    data = document(b"1 g 0 0 595 842 re f 0 g " + BEGIN + b"q /E gs " + PLAIN + b"Q").replace(
        b"/XObject<<", b"/ExtGState<</E<</BM/%b>>>>/XObject<<" % mode
    )
    (hit,) = look_up_any(Searchable(decode_source(data, "a.pdf")), [WORDS])
    assert hit is not None
    assert hit.sight.hidden


def test_other_marks_of_the_content_name_no_letters() -> None:
    marked = put("We will", 60) + b"/Span<</MCID 0>>BDC " + put("fund it.", 103) + b"EMC "
    assert verdict(marked) == "seen"
