from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, limits, read, read_tree
from bluf.data.formats.csv_text import read_table
from bluf.data.lines import Lines
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def cells(text: str) -> list[list[str | None]]:
    table = read_table(Lines("x.csv", text))
    width = max((max(row.cells) for row in table.rows), default=-1) + 1
    return [[row.cell(column).text for column in range(width)] for row in table.rows]


@pytest.mark.parametrize(
    "text",
    [
        "a,b\n1,2\n",
        "a;b\n1;2\n",
        "a\tb\n1\t2",
        "a,b\r\n1,2\r\n",
        "a,b\r1,2\r",
        "sep=;\na;b\n1;2\n",
        'SEP=|\r\n"a"|b\r\n1|2\r\n',
        '"a","b"\n "1" , 2 \n',
        "a,b\n1,2\n,\n\n , \n",
    ],
)
def test_whatever_parts_the_cells_they_are_the_same(text: str) -> None:
    assert cells(text) == [["a", "b"], ["1", "2"]]


def test_a_text_in_marks_holds_separators_line_ends_and_marks() -> None:
    assert cells('a,b\n"x, ""y""\nz",2\n') == [["a", "b"], ['x, "y"\nz', "2"]]
    assert cells("a,b\n1,") == [["a", "b"], ["1", None]]
    assert cells('a,b\n5" gun,2\n') == [["a", "b"], ['5" gun', "2"]]


def test_the_separator_is_looked_for_outside_of_marks() -> None:
    assert cells('"a,b,c";d\n1;2\n') == [["a,b,c", "d"], ["1", "2"]]


def test_an_apostrophe_that_keeps_a_text_from_running_is_taken_off() -> None:
    assert cells("a,b\n'=1+1,''@x\n") == [["a", "b"], ["=1+1", "'@x"]]
    assert cells("a,b\n'tis,=2\n") == [["a", "b"], ["'tis", "=2"]]


def test_a_cell_knows_its_line_and_column_and_an_empty_one_the_end_of_its_row() -> None:
    (_, row) = read_table(Lines("x.csv", 'a,b,c\n"1" ,2,\n')).rows
    assert row.cell(1).location == TextLocation("x.csv", 2, 6)
    assert row.cell(2).location == TextLocation("x.csv", 2, 8)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('a,b\nc,"d\ne,f\n', "2:3 data-syntax: this quotation mark is never closed"),
        ('a,b\n"c" d,e\n', "2:5 data-syntax: words follow a closing quotation mark"),
        ("a" + "," * (limits.NODES * 10 + 9), "limit-exceeded: the file holds over 20,000 values"),
    ],
)
def test_a_fault_of_grammar_is_said_at_its_place(
    said_of_tree: Callable[..., list[str]], text: str, said: str
) -> None:
    (line,) = said_of_tree(text, "x.csv")
    assert said in line


def test_a_lone_table_is_its_first_row_and_all_rows(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("title,ask\nA,\nB,c\n", encoding="utf-8")
    assert read_tree(path).values == {
        "rows": [{"title": "A", "ask": None}, {"title": "B", "ask": "c"}],
        "title": "A",
        "ask": None,
    }


def test_a_table_without_rows_has_none_and_one_without_cells_is_empty(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_text("title,ask\n", encoding="utf-8")
    assert read_tree(path).values == {"rows": []}

    path.write_text("\n,\n", encoding="utf-8")
    with pytest.raises(DataError, match="the file is empty"):
        read_tree(path)


def test_a_folder_of_other_tables_has_each_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("x\n1\n", encoding="utf-8")
    (tmp_path / "b.CSV").write_text("y\n2\n", encoding="utf-8")
    assert read_tree(tmp_path).values == {
        "a": {"rows": [{"x": "1"}], "x": "1"},
        "b": {"rows": [{"y": "2"}], "y": "2"},
    }


def test_faults_of_all_files_of_a_folder_come_at_once(tmp_path: Path) -> None:
    (tmp_path / "brief.csv").write_text('Field,Value\nid,"x\n', encoding="utf-8")
    (tmp_path / "parties.csv").write_bytes(b"id,name\nrs,Srbij\xe9\n")
    with pytest.raises(DataError) as caught:
        read(tmp_path)
    assert [finding.rule for finding in caught.value.findings] == ["data-syntax", "encoding"]
