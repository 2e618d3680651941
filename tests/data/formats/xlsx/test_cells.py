from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from tests.data.formats.xlsx.conftest import MAIN, parts, saved

if TYPE_CHECKING:
    from collections.abc import Callable


def test_cells_are_texts_whatever_their_type(values: Callable[..., dict[str, object]]) -> None:
    heads: list[object] = ["text", "number", "half", "day", "moment", "yes", "digits", "none"]
    row = ["a\nb", 2, 0.5, dt.date(2025, 8, 6), dt.datetime(2025, 8, 6, 7, 30), True, "010", None]  # noqa: DTZ001 - a workbook knows no time zone
    found = values(saved(heads, row))
    del found["rows"]
    assert found == {
        "text": "a\nb",
        "number": "2",
        "half": "0.5",
        "day": "2025-08-06",
        "moment": "2025-08-06 07:30:00",
        "yes": "true",
        "digits": "010",
        "none": None,
    }


def test_strings_have_runs_guides_and_escapes(values: Callable[..., dict[str, object]]) -> None:
    rows = '<row><c t="s"><v>0</v></c></row><row><c t="inlineStr"/></row>'
    strings = (
        f'<sst xmlns="{MAIN}"><si><r><t>one</t></r><r><t xml:space="preserve"> _x0041__x005F_</t>'
        "</r><rPh><t>guide</t></rPh></si></sst>"
    )
    found = values(parts(rows) | {"xl/sharedStrings.xml": strings})
    assert found["title"] == "one A_"


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("<f>NOW()</f>", "S!A2 data-type: this cell holds a formula that was never calculated"),
        ("<v>9</v>", "S!A2 data-type: this cell refers to a text that the workbook does not hold"),
    ],
)
def test_a_cell_that_cannot_be_read_is_named(
    refused: Callable[..., list[str]], cell: str, said: str
) -> None:
    kind = "" if "NOW" in cell else ' t="s"'
    assert refused(parts(f'<row r="2"><c r="A2"{kind}>{cell}</c></row>')) == [said]


def test_errors_and_merged_cells_are_said_all_at_once(refused: Callable[..., list[str]]) -> None:
    rows = '<row r="2"><c r="A2" t="e"><v>#REF!</v></c><c r="B2"><v>x</v></c></row>'
    merged = '<mergeCells><mergeCell ref="A3:B4"/><mergeCell/></mergeCells>'
    assert refused(parts(rows, more=merged)) == [
        "S!A3 data-type: the cells A3:B4 are merged, and only one of them can hold a value",
        "S!A1 data-type: the cells A1 are merged, and only one of them can hold a value",
        "S!A2 data-type: this cell holds the error “#REF!”",
    ]


def test_a_control_character_written_as_an_escape_is_refused(
    refused: Callable[..., list[str]],
) -> None:
    rows = '<row r="2"><c r="A2" t="str"><v>a_x001B_b</v></c></row>'
    assert refused(parts(rows)) == [
        "S!A2 bad-character: this text holds U+001B, a control character"
    ]
