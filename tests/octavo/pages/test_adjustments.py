from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.ooxml import read_package
from octavo.pages import Bounds
from octavo.pages.document import Document
from octavo.pages.fitting import adjustments, changes, points
from octavo.pages.tightening import Tightening

if TYPE_CHECKING:
    from collections.abc import Callable


def test_what_would_change_nothing_is_not_tried(
    docx: Callable[..., bytes], paragraph: Callable[..., str]
) -> None:
    plain = adjustments(Document(read_package(docx(paragraph("a"), size=24), "a.docx")), Bounds())
    assert [(each.field, list(each.values)) for each in plain] == [
        ("upright_margin_mm", [20, 19]),
        ("side_margin_mm", [20, 19]),
        ("smaller", [1, 2, 3, 4]),
    ]
    titled = docx(
        paragraph("a") + '<w:p><w:r><w:rPr><w:sz w:val="60"/></w:rPr></w:r></w:p>', size=24
    )
    *_, smaller = adjustments(Document(read_package(titled, "a.docx")), Bounds())
    assert (smaller.field, list(smaller.values)) == ("smaller", [1, 2, 3, 4])
    spaced = paragraph("a", '<w:spacing w:after="200"/>')
    document = Document(read_package(docx(spaced), "a.docx"))
    first, *_ = adjustments(document, Bounds(least_space=0.85))
    assert (first.field, list(first.values)) == ("space", [95, 90, 85])
    first, *_ = adjustments(document, Bounds(least_space=0.859))
    assert list(first.values) == [95, 90]


def test_side_margins_stay_where_a_table_would_no_longer_span_the_text(
    docx: Callable[..., bytes], table: Callable[..., str], paragraph: Callable[..., str]
) -> None:
    fixed = docx(table([[paragraph("a")]]))
    free = docx(table([[paragraph("a")]]).replace('w:w="2500" w:type="dxa"/>', 'w:type="dxa"/>'))
    share = docx(table([[paragraph("a")]]).replace('"dxa"', '"pct"'))
    for file, stay in ((fixed, True), (free, False), (share, False)):
        found = adjustments(Document(read_package(file, "a.docx")), Bounds())
        assert ("side_margin_mm" not in [each.field for each in found]) is stay


def test_a_change_is_told_in_words(docx: Callable[..., bytes]) -> None:
    package = read_package(docx(size=24), "a.docx")
    told = changes(Document(package), Tightening(upright_margin_mm=19, smaller=3), Bounds())
    assert list(map(str, told)) == [
        "top and bottom margins 20 mm → 19 mm",
        f"type size {points(24)} → 10.5 pt",
    ]
