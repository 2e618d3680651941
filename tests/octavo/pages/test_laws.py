"""Laws of measuring, over documents made by chance.

Those about length hold without widow control: of four lines two may stay on a page, of three all
move on, so that a shorter paragraph may take a page more, in LibreOffice as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from hypothesis import given
from hypothesis import strategies as st
from tests.octavo.pages.measured import measure

if TYPE_CHECKING:
    from collections.abc import Callable

    Make = Callable[..., bytes]

WORDS = st.sampled_from(
    ["a", "budget", "inter-agency", "2021–2027", "—", "Министарство", "m" * 70, "U.S.", "“x”"]
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
ALONE = '<w:widowControl w:val="0"/>'
STYLES = st.sampled_from(["", "<w:b/>", "<w:i/>", '<w:sz w:val="30"/>', '<w:kern w:val="2"/>'])
SPACES = st.sampled_from(["", "<w:keepNext/>", '<w:spacing w:after="120"/>', "<w:keepLines/>"])
PARAGRAPHS = st.lists(st.tuples(SENTENCES, STYLES, SPACES), min_size=1, max_size=12)


def _run(text: str, style: str) -> str:
    return f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _body(paragraphs: list[tuple[str, str, str]], cut: int = 0, widows: str = "") -> str:
    """The paragraphs, each run cut in two at a place; ``widows`` goes into each ``pPr``."""
    body = ""
    for text, style, space in paragraphs:
        at = cut % (len(text) + 1)
        runs = "".join(_run(part, style) for part in (text[:at], text[at:]))
        body += f"<w:p><w:pPr>{space}{widows}</w:pPr>{runs}</w:p>"
    return body


def _page(width: int) -> str:
    return (
        f'<w:pgSz w:w="{width}" w:h="4000"/><w:pgMar w:top="567" w:right="567" w:bottom="567" '
        'w:left="567" w:header="0" w:footer="0"/>'
    )


def _length(docx: bytes) -> float:
    layout = measure(docx)
    assert layout.pages is not None
    assert layout.fill is not None
    return layout.pages - 1 + layout.fill


@given(paragraphs=PARAGRAPHS, more=SENTENCES, at=st.integers(0, 11))
def test_adding_text_never_makes_a_document_shorter(
    docx: Make, paragraphs: list[tuple[str, str, str]], more: str, at: int
) -> None:
    longer = list(paragraphs)
    text, style, space = longer[at % len(longer)]
    longer[at % len(longer)] = (f"{text} {more}", style, space)
    section = _page(6000)
    before = measure(docx(_body(paragraphs, widows=ALONE), section=section)).pages
    after = measure(docx(_body(longer, widows=ALONE), section=section)).pages
    assert before is not None
    assert after is not None
    assert after >= before


@given(paragraphs=PARAGRAPHS, cut=st.integers(0, 300))
def test_splitting_runs_changes_nothing(
    docx: Make, paragraphs: list[tuple[str, str, str]], cut: int
) -> None:
    section = _page(6000)
    whole = _length(docx(_body(paragraphs), section=section))
    assert _length(docx(_body(paragraphs, cut), section=section)) == whole


@given(paragraphs=PARAGRAPHS, width=st.integers(4000, 12000), more=st.integers(1, 5000))
def test_a_wider_page_never_needs_more_pages(
    docx: Make, paragraphs: list[tuple[str, str, str]], width: int, more: int
) -> None:
    body = _body(paragraphs, widows=ALONE)
    narrow = measure(docx(body, section=_page(width))).pages
    wide = measure(docx(body, section=_page(width + more))).pages
    assert narrow is not None
    assert wide is not None
    assert wide <= narrow


def test_a_wider_page_may_need_more_pages_where_no_line_stays_alone(docx: Make) -> None:
    """Three lines of the last paragraph move on, where of four the first two stay."""
    texts = (
        ("a", ""),
        ("a budget inter-agency Министарство budget a budget inter-agency inter-agency", "30"),
        ("a Министарство Министарство a Министарство budget inter-agency", "20"),
        ("inter-agency inter-agency Министарство budget Министарство budget", "30"),
    )
    spaces = ("", "", '<w:spacing w:after="120"/>', "")
    paragraphs = [
        (text, size and f'<w:sz w:val="{size}"/>', space)
        for (text, size), space in zip(texts, spaces, strict=True)
    ]
    pages = [measure(docx(_body(paragraphs), section=_page(width))).pages for width in (4000, 4004)]
    assert pages == [2, 3]
