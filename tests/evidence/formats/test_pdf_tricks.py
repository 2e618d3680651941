"""Ways in which a PDF file hides words, or seems to: what becomes of a quotation of each."""

from __future__ import annotations

import pytest
from tests.evidence.formats.test_pdf_sight import document, line

from bluf.evidence import Searchable, decode_source, look_up_any
from bluf.evidence.formats.pdf.drawing import is_struck

WORDS = "We will fund it."
BEGIN = line("Begin here.", y=600)
PLAIN = line()
SHOWS = b"BT /F 12 Tf 60 700 Td (We will fund it.) Tj ET"
CARET = b"0 g 100 712 m 103 706 l 106 712 l f "
NOT = b"BT /F 8 Tf 98 714 Td (not) Tj ET "
WHITE = b"1 g 0 0 595 842 re f"


def verdict(content: bytes, more: bytes = b"", objects: tuple[bytes, ...] = ()) -> str:
    """What becomes of the quotation: “refused”, “doubted” or “seen”."""
    source = Searchable(decode_source(document(BEGIN + content, more, objects), "a.pdf"))
    hit = look_up_any(source, [WORDS])[0]
    if hit is None or not hit.stands:
        return "refused"
    return "doubted" if hit.sight.doubts else "seen"


def annotated(
    content: bytes, subtype: str, drawing: bytes, keys: bytes = b"/F 4", box: bytes = b"0 0 595 842"
) -> str:
    """What becomes of the quotation on a page with an annotation that shows a drawing."""
    form = b"<</Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>"
    mark = b"/Annots[<</Type/Annot/Subtype/%b/Rect[%b]/AP<</N 7 0 R>>%b>>]"
    return verdict(
        content,
        mark % (subtype.encode(), box, keys),
        (b"<<>>", form + b"/Length %d>>stream\n%b\nendstream" % (len(drawing), drawing)),
    )


def at(matrix: str, before: str = "") -> bytes:
    return f"BT /F 12 Tf {before} {matrix} Tm (We will fund it.) Tj ET".encode()


SEEN = [
    b".8 g 40 690 300 30 re f q " + line(before="7 Tr") + b" 0 g 40 680 400 60 re f Q",
    b"0 0 .6 rg 40 690 300 30 re f q " + line(before="7 Tr") + b" 1 g 40 680 400 60 re f Q",
    PLAIN,
    PLAIN + PLAIN,
    PLAIN + PLAIN + PLAIN,
    line(before="1 G 0.1 w 2 Tr"),
    line(size=3.2),
    b"0 .51 0 rg 0 690 595 30 re f " + line(before="1 0 0 rg"),
    b"q 10 0 0 10 0 0 cm BT /F 1.2 Tf 6 70 Td (We will fund it.) Tj ET Q",
    at("0 1 -1 0 300 300"),
    at("-1 0 0 -1 300 700"),
    PLAIN + b"0 G 1 w 60 698 m 160 698 l S",
    PLAIN + b"0 G 1 w 50 690 300 25 re S",
    b"q " + line(before="7 Tr") + b"0 0 .4 rg 0 0 595 842 re f Q ",
    PLAIN + CARET,
    PLAIN + NOT,
]
DOUBTED = [
    PLAIN + line(before="1 g"),
    line(before="0 G 9 w 2 Tr"),
    line(before="-6 Tc"),
    at("-1 0 0 1 300 700"),
    at("1 0 0 -1 60 700"),
    PLAIN + b"0 G 1 w 60 704 m 160 704 l S",
    PLAIN + b"0 g 60 703.5 100 1 re f",
    PLAIN + b"0 G 1 w 84 704 m 100 704 l S",
    PLAIN + line("########"),
    PLAIN + CARET + NOT,
    line("We will fund") + line("it.", y=660).replace(b"60 660", b"400 660"),
    PLAIN + b"BT /F 12 Tf 103 700 Td (stop) Tj ET",
    b"BT /F 12 Tf 60 700 Td (We will) Tj 70 0 Td (fund it.) Tj ET 0 g 106 700 16 9 re f",
]
REFUSED = [
    b"0 0 .6 rg 40 690 300 30 re f q " + line(before="7 Tr") + b" 40 680 400 60 re f Q",
    b".8 g 40 690 300 30 re f q " + line(before="7 Tr") + b" 0 g 40 704 400 60 re f Q",
    b"q " + line(before="7 Tr") + b"Q 0 g 0 0 595 842 re f ",
    line(before="1 G 6 w 2 Tr"),
    line(before="5 Tz"),
    line(before="900 Ts"),
    line(size=2.9),
    PLAIN + b"1 g 50 704 300 20 re f",
    line(before=".98 g"),
    line(before="1 1 .9 rg"),
    b".04 0 0 rg 0 690 595 30 re f " + line(before="0 0 .1 rg"),
    b"q .1 0 0 .1 0 0 cm " + PLAIN + b"Q",
    b"q BT /F 12 Tf 7 Tr 60 700 Td (We will fund it.) Tj ET Q",
    b"0 g 0 690 595 30 re f " + PLAIN,
    PLAIN + b"1 G 14 w 60 704 m 300 704 l S",
    PLAIN + b"0 g 80 695 24 15 re f",
    b"/Span<</ActualText(We will fund it.)>>BDC BT /F 12 Tf 60 700 Td (We stop it.) Tj ET EMC",
    b"BT /F 12 Tf 120 700 Td (We will) Tj ET BT /F 12 Tf 60 700 Td (fund it.) Tj ET",
]


@pytest.mark.parametrize("content", SEEN)
def test_words_that_are_drawn_are_seen(content: bytes) -> None:
    assert verdict(content) == "seen"


@pytest.mark.parametrize("content", DOUBTED)
def test_words_that_are_drawn_in_part_are_doubted(content: bytes) -> None:
    assert verdict(content) == "doubted"


@pytest.mark.parametrize("content", REFUSED)
def test_words_that_are_not_drawn_are_refused(content: bytes) -> None:
    assert verdict(content) == "refused"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (b"/CropBox[0 0 595 650]", "refused"),
        (b"/CropBox[90 0 595 842]", "refused"),
        (b"/CropBox[0 0 595 703]", "refused"),
        (b"/CropBox[0 702 595 842]", "doubted"),
        (b"/Rotate 90", "seen"),
    ],
)
def test_what_lies_beyond_the_page_is_not_seen(more: bytes, expected: str) -> None:
    assert verdict(PLAIN, more) == expected


@pytest.mark.parametrize("subtype", ["Square", "Stamp", "FreeText", "Ink", "Widget"])
def test_what_a_note_covers_is_not_seen(subtype: str) -> None:
    assert annotated(PLAIN, subtype, WHITE, box=b"0 690 595 720") == "refused"
    assert annotated(PLAIN, subtype, WHITE, b"/F 2", b"0 690 595 720") == "seen"


def test_a_note_that_inserts_words_is_a_doubt() -> None:
    assert annotated(PLAIN, "Caret", b"", box=b"95 698 105 708") == "doubted"
    assert annotated(PLAIN, "Caret", b"", box=b"95 598 105 608") == "seen"


@pytest.mark.parametrize("subtype", ["FreeText", "Stamp", "Widget"])
def test_what_a_note_or_a_field_shows_is_seen(subtype: str) -> None:
    assert annotated(b"", subtype, SHOWS) == "seen"
    assert annotated(b"", subtype, SHOWS, b"/F 2") == "refused"
    assert annotated(b"", subtype, SHOWS, b"/F 32") == "refused"
    assert annotated(b"", subtype, SHOWS, b"/F 4/OC<</Type/OCG/Name(x)>>") == "refused"
    assert annotated(b"", subtype, SHOWS.replace(b"fund", b"stop"), b"/V(We will fund it.)") == (
        "refused"
    )


@pytest.mark.parametrize(
    ("bare", "struck"),
    [
        ([], False),
        ([b"\xff\xff"] * 9, False),
        ([b"\xff\xff"] * 4 + [b"\0\0"] + [b"\xff\xff"] * 4, True),
        ([b"\xff\xff\xff"] * 4 + [b"\0\xff\xff"] + [b"\xff\xff\xff"] * 4, False),
        ([b"\xff\xff"] * 4 + [b"\0\0"] * 5, False),
    ],
)
def test_a_line_strikes_a_letter_where_it_runs_through_its_middle(
    bare: list[bytes], struck: bool
) -> None:
    assert is_struck(bare) is struck


def test_what_fields_show_is_made_where_the_file_has_it_not() -> None:
    field = (
        b"<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T(a)/V(We will fund it.)/Rect[60 600 400 640]"
        b"/DA(/F 12 Tf 0 g)/P 3 0 R>>"
    )
    data = document(BEGIN, b"/Annots[7 0 R]", (b"<<>>", field)).replace(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[7 0 R]/NeedAppearances true"
        b"/DR<</Font<</F 5 0 R>>>>/DA(/F 12 Tf 0 g)>>>>",
    )
    assert WORDS in decode_source(data, "a.pdf").text
