from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import read_package
from octavo.pages.document import Document

if TYPE_CHECKING:
    from collections.abc import Callable

MODE = '<w:compatSetting w:name="compatibilityMode" w:val="15"/>'
OTHERS = "".join(f'<w:compatSetting w:name="{name}" w:val="9"/>' for name in "az")


@pytest.mark.parametrize(
    ("settings", "tab", "mode"),
    [
        ("", 720, 12),
        ('<w:defaultTabStop w:val="500"/>', 500, 12),
        ('<w:defaultTabStop w:val="0"/>', 720, 12),
        (f"<w:compat>{MODE}</w:compat>", 720, 15),
        (f"<w:compat>{OTHERS}{MODE}</w:compat>", 720, 15),
    ],
)
def test_settings_that_are_missing_are_those_of_the_standard(
    docx: Callable[..., bytes], settings: str, tab: int, mode: int
) -> None:
    document = Document(read_package(docx(settings=settings), "a.docx"))
    assert (document.tab_distance, document.mode) == (tab, mode)


def test_a_setting_is_on_unless_it_says_otherwise(docx: Callable[..., bytes]) -> None:
    settings = '<w:compat><w:one/><w:two w:val="0"/></w:compat>'
    document = Document(read_package(docx(settings=settings), "a.docx"))
    names = ("compat/one", "compat/two", "compat/three")
    assert [document.has_set(name) for name in names] == [True, False, False]


def test_a_part_is_found_by_what_points_to_it(docx: Callable[..., bytes]) -> None:
    note = '<w:footnote w:id="1"/>'
    document = Document(read_package(docx(parts={"footnotes": note}), "a.docx"))
    assert document.related("footnotes") is not None
    assert document.referred("footnotes") is document.related("footnotes")
    assert document.referred("nothing") is None
    assert document.related("numbering") is None
