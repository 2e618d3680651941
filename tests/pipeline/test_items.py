from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.pipeline import Order, make

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Edit = Callable[[str, str], None]


LONG = "Serbia and the United States went through the whole of their relations at length. "


def test_an_item_in_a_table_is_named_by_its_row(brief: Path, edit: Edit) -> None:
    edit("bottom_line: >-\n", f"bottom_line: >-\n  {LONG * 31}\n")
    product = make(Order(brief, formats=("docx",)))
    (finding,) = (each for each in product.findings if each.rule == "over-one-page")
    assert finding.excerpt.strip().startswith("- id: F")


def test_the_cheapest_cuts_are_told(brief: Path, edit: Edit) -> None:
    edit("background: >-\n", f"background: >-\n  {LONG * 15}\n")
    product = make(Order(brief, formats=("docx",)))
    (finding,) = (each for each in product.findings if each.rule == "over-one-page")
    assert finding.notes[0] == "without the background it is 13 lines shorter and fits"
    assert finding.notes[1] == "without “R4” it is 2 lines shorter and fits"
