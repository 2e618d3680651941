from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from lxml import etree
from lxml.etree import QName
from tests.octavo.pages.measured import measure

from octavo.ooxml import read_package, write_package
from octavo.pages import Galley, balance
from octavo.pages.balancing import _TRACKING, Ragged, _spaced, _wider
from octavo.pages.boxes import InlinePicture
from octavo.pages.boxes import Paragraph as Block
from octavo.pages.document import Document as Laid
from octavo.pages.formats import ParagraphFormat, RunFormat
from octavo.pages.reading import End, Reading, TextOptions
from octavo.pages.shaping import Box, shaper
from octavo.pages.story import StoryReader

if TYPE_CHECKING:
    from docx.document import Document as DocumentObject
    from docx.text.paragraph import Paragraph

LONG = "Northland–Southland: the ministers of transport of both countries meet again in Midport"
WIDE = 9360
"""170 mm of text, in twips, less a few."""


def document(title: str = "", text: str = "", size: float = 16) -> DocumentObject:
    made = Document()
    section = made.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(210), Mm(20), Mm(20)
    for name, points in (("Title", size), ("Quote", 11)):
        style = made.styles[name]
        style.font.name, style.font.size = "Arial", Pt(points)
        style.font.italic = False
    made.styles["Title"].paragraph_format.alignment = None
    made.add_paragraph(title, "Title")
    made.add_paragraph(text, "Quote")
    return made


def saved(made: DocumentObject) -> bytes:
    buffer = BytesIO()
    made.save(buffer)
    return buffer.getvalue()


def balanced(made: DocumentObject, least: DocumentObject | None = None) -> DocumentObject:
    package = read_package(saved(made), "a.docx")
    before = read_package(saved(least or made), "b.docx")
    done = balance(Galley(package), ("Title",), ("Quote",), least=before)
    file = write_package(done.package)
    assert done.layout() == measure(file, path="a.docx")
    return Document(BytesIO(file))


def ragged(made: DocumentObject, at: int) -> Ragged:
    """How a paragraph is set, its own indents and room between letters included."""
    laid = Laid(read_package(saved(made), "a.docx"))
    reader = StoryReader(laid.styles, laid.numbering, {})
    width = round((made.sections[0].page_width or 0) / 635) - 2 * 1134
    paragraph = reader.paragraph(laid.body[at])
    return Ragged(paragraph, width, TextOptions(reading=laid.reading))


ARIAL = RunFormat(font="Arial", other_font="Arial")
FACE = shaper(ARIAL, Reading(End.GREATEST))


def word(width: float, blank: float = 10) -> Box:
    return Box(width, blank, 10, 2, (("ab", FACE), ("c", FACE)))


def set_in(
    width: float, *words: float, scale: float = 1.0, left: int = 0, right: int = 0
) -> Ragged:
    """Words of these widths, with ten twips between them."""
    form, atoms = ParagraphFormat(left=left, right=right), tuple(map(word, words))
    made = Block(etree.Element("p"), form, atoms, ARIAL, ARIAL, None)
    return Ragged(made, width, TextOptions(reading=Reading(End.GREATEST)), scale)


TWELVE = [90] * 12
"""1190 twips of words."""


@pytest.mark.parametrize(
    ("least", "scale", "sides", "less"),
    [
        (1190, 1.0, (0, 0), 0),
        (1200, 1.0, (0, 0), 10),
        (595, 0.5, (0, 0), 0),
        (1071, 0.9, (0, 0), 0),
        (1309, 1.1, (0, 0), 0),
        (685, 0.5, (50, 40), 0),
        (1280, 1.0, (50, 40), 0),
    ],
)
def test_type_of_another_size_takes_other_lines(
    least: float, scale: float, sides: tuple[int, int], less: float
) -> None:
    for width, count in ((least + 0.01, 1), (least - 0.01, 2)):
        made = set_in(width, *TWELVE, scale=scale, left=sides[0], right=sides[1])
        assert made.count(less) == count


@pytest.mark.parametrize("count", range(3, 60, 4))
def test_a_title_takes_the_last_indent_that_costs_no_line(count: int) -> None:
    made = set_in(1000, *[90, 60, 130, 20][: 1 + count % 4] * count)
    indent, lines = made.indent(), made.count()
    assert indent % 20 == 0
    assert made.count(indent, -0.02) <= lines
    assert lines == 1 or indent == 480 or made.count(indent + 20, -0.02) > lines


@pytest.mark.parametrize(
    ("width", "words", "expected"),
    [
        (1000, [90] * 10, False),
        (1000, [90] * 11, True),
        (1000, [90] * 12, False),
        (1000, [*[90] * 10, 20, 20, 13], True),  # a twelfth of the line is 83.3
        (1000, [*[90] * 10, 20, 20, 14], False),
        (987, [*[90] * 10, 500], True),
        (986, [*[90] * 10, 500], False),
        (993, [*[90] * 10], True),
        (994, [*[90] * 10], False),
    ],
)
def test_a_word_is_left_alone_where_lines_are_a_hair_wider_or_narrower(
    width: float, words: list[float], expected: bool
) -> None:
    assert set_in(width, *words).leaves_a_word() is expected


def test_room_between_letters_makes_words_and_blanks_wider() -> None:
    tracked = set_in(1000, 50, 60).tracked(-2).paragraph.atoms
    assert [(box.width, box.blank) for box in tracked if isinstance(box, Box)] == [(44, 8), (54, 8)]
    assert _wider(word(50, 0), 3)[:2] == (59, 0)


def indents(paragraph: Paragraph) -> tuple[int, int]:
    form = paragraph.paragraph_format
    return round((form.left_indent or 0) / 635), round((form.right_indent or 0) / 635)


def test_the_lines_of_a_title_share_its_words() -> None:
    before = document(LONG)
    assert ragged(before, 0).count() == 2
    after = balanced(before)
    left, right = indents(after.paragraphs[0])
    assert left == 0
    assert right > WIDE / 5
    assert ragged(after, 0).count() == 2
    assert not ragged(after, 0).leaves_a_word()


def test_a_title_in_the_middle_stays_there() -> None:
    made = document(LONG)
    made.styles["Title"].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.CENTER
    left, right = indents(balanced(made).paragraphs[0])
    assert left > 0
    assert abs(left - right) <= 20


def test_a_title_of_one_line_stays_as_it_is() -> None:
    made = document("Midport")
    assert indents(balanced(made).paragraphs[0]) == (0, 0)


def test_a_title_that_grew_takes_back_what_cost_it_a_line() -> None:
    title = LONG[:80]
    small, large = document(title, size=14), document(title, size=16)
    assert (ragged(small, 0).count(), ragged(large, 0).count()) == (1, 2)
    after = balanced(large, small)
    taken = after.styles["Title"].font.size
    assert Pt(14) <= (taken or 0) < Pt(16)
    assert ragged(after, 0).count() == 1
    assert balanced(large).styles["Title"].font.size == Pt(16)


def ending_in_a_word(letters: int) -> str:
    """A text whose last line is one word of so many letters."""
    words = "The treaty was signed and enters into force after both parliaments have agreed to it "
    text = f"{(words * 2)[: {1: 97, 6: 90, 12: 80}[letters]].strip()} {'w' * letters}"
    assert ragged(document(text=text), 1).leaves_a_word()
    return text


@pytest.mark.parametrize("letters", [1, 6, 12])
def test_no_word_of_a_text_is_left_alone(letters: int) -> None:
    made = document(text=ending_in_a_word(letters))
    before = ragged(made, 1)
    after = balanced(made)
    assert not ragged(after, 1).leaves_a_word()
    assert ragged(after, 1).count() <= before.count()
    assert after.paragraphs[1].text == made.paragraphs[1].text
    properties = after.paragraphs[1].runs[0]._r.rPr
    assert properties is not None
    (spacing,) = properties
    tried = map(before.tracked, _TRACKING)
    fits = [not one.leaves_a_word() and one.count() <= before.count() for one in tried]
    assert spacing.get(qn("w:val")) == str((-2, 2, -3, 3, -4, 4, 5, 6)[fits.index(True)])


def test_joined_letters_are_not_drawn_apart() -> None:
    made = document(text=ending_in_a_word(6).replace("w", "ب"))
    package = read_package(saved(made), "a.docx")
    assert balance(Galley(package), ("Title",), ("Quote",), least=package).package is package


@pytest.mark.parametrize("odd", ["\t" + LONG, "w" * 20_000], ids=["a tab", "not measured"])
def test_what_has_tabs_or_is_not_measured_stays(odd: str) -> None:
    package = read_package(saved(document(odd, odd)), "a.docx")
    assert balance(Galley(package), ("Title",), ("Quote",), least=package).package is package


def test_the_properties_stand_in_their_order() -> None:
    made = document(LONG, ending_in_a_word(6))
    made.paragraphs[0].paragraph_format.keep_with_next = True
    made.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.LEFT
    made.paragraphs[1].runs[0].font.size = Pt(11)
    made.paragraphs[1].runs[0].font.bold = False
    after = balanced(made)
    title, text = after.paragraphs[:2]
    assert title._p.pPr is not None
    names = [QName(each).localname for each in title._p.pPr]
    assert names == ["pStyle", "keepNext", "ind", "jc"]
    assert text.runs[0]._r.rPr is not None
    names = [QName(each).localname for each in text.runs[0]._r.rPr]
    assert names == ["b", "spacing", "sz"]


def test_a_balanced_file_takes_as_many_pages() -> None:
    made = document(LONG, ending_in_a_word(6))
    assert measure(saved(balanced(made))).pages == measure(saved(made)).pages == 1


def test_an_indent_that_somebody_chose_stays() -> None:
    made = document(LONG)
    made.paragraphs[0].paragraph_format.left_indent = Mm(5)
    left, right = indents(balanced(made).paragraphs[0])
    assert left == 283
    assert right > WIDE / 5


def test_what_no_room_between_letters_helps_stays_as_it_is() -> None:
    package = read_package(saved(document(text="w" * 50 + " " + "w" * 50)), "a.docx")
    assert balance(Galley(package), ("Title",), ("Quote",), least=package).package is package


def test_a_picture_has_no_letters_to_part() -> None:
    picture = InlinePicture(9, 9)
    assert _spaced(picture, 3) is picture
