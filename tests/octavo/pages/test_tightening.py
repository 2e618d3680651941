from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import qn, read_package
from octavo.pages import Bounds
from octavo.pages.tightening import Tightening, changed_parts, smaller_size, type_sizes

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("before", "smaller", "after"), [(24, 2, 22), (22, 9, 20), (19, 9, 18), (16, 2, 16)]
)
def test_type_never_goes_below_its_bound(before: int, smaller: int, after: int) -> None:
    assert smaller_size(before, smaller, Bounds()) == after


def test_only_what_may_be_tightened_changes(
    docx: Callable[..., bytes], paragraph: Callable[..., str]
) -> None:
    spaced = paragraph("a", '<w:spacing w:before="200" w:line="240"/>', '<w:spacing w:val="20"/>')
    package = read_package(docx(spaced), "a.docx")
    changed = changed_parts(package, Tightening(space=50), Bounds())
    assert list(changed) == ["word/document.xml"]
    own, letters = changed["word/document.xml"].iter(qn("w:spacing"))
    assert dict(own.attrib) == {qn("w:before"): "100", qn("w:line"): "240"}
    assert dict(letters.attrib) == {qn("w:val"): "20"}
    assert type_sizes(package) == [20]


def test_margins_are_only_made_narrower(docx: Callable[..., bytes]) -> None:
    package = read_package(docx(), "a.docx")
    (tree,) = changed_parts(package, Tightening(upright_margin_mm=19), Bounds()).values()
    (margin,) = tree.iter(qn("w:pgMar"))
    assert (margin.get(qn("w:top")), margin.get(qn("w:left"))) == ("1077", "1134")
    assert changed_parts(package, Tightening(upright_margin_mm=30), Bounds()) == {}
