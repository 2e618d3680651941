from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.data import Edits, files_of, read
from bluf.data.edit import FileChangedError, create, edited, rewrite
from bluf.data.reorder import reordered
from bluf.data.splice import SpliceError

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.data import DataFile, Value
    from bluf.data.tree import Steps

WHOLE = Path(__file__).parent / "cases" / "whole.yaml"


def test_files_are_created_with_their_folders(tmp_path: Path) -> None:
    create({tmp_path / "a/brief.yaml": b"id: a\n"})
    assert (tmp_path / "a/brief.yaml").read_bytes() == b"id: a\n"


def test_nothing_is_created_where_one_file_is_there(tmp_path: Path) -> None:
    there = tmp_path / "brief.yaml"
    there.write_bytes(b"id: a\n")
    with pytest.raises(FileExistsError):
        create({tmp_path / "other.yaml": b"id: b\n", there: b"id: c\n"})
    assert [path.name for path in tmp_path.iterdir()] == ["brief.yaml"]


def test_a_file_is_rewritten_with_the_rights_it_had(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    path.write_bytes(b"newer")
    with pytest.raises(FileChangedError, match="run the command again"):
        rewrite(path, b"old", b"new")
    assert path.read_bytes() == b"newer"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def in_format(tmp_path: Path) -> Callable[[str], DataFile]:
    """One record, as a data file of some format."""

    def of(ending: str) -> DataFile:
        written = files_of(read(WHOLE).brief, tmp_path / f"brief{ending}")
        for path, content in written.items():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
        return read(tmp_path / f"brief{ending}")

    return of


@pytest.mark.parametrize(
    ("ending", "line"),
    [
        (".json", '  "to": "The “new” \\"Minister\\"",'),
        (".toml", 'to = "The “new” \\"Minister\\""'),
        (".csv", 'To,"The “new” ""Minister"""'),
    ],
)
def test_one_value_changes_one_line(
    in_format: Callable[[str], DataFile], ending: str, line: str
) -> None:
    before = in_format(ending)
    after = edited(before, Edits({("to",): 'The “new” "Minister"'}))
    assert after.brief.to == 'The “new” "Minister"'
    changed = [
        new
        for path, lines in after.places.texts.items()
        for old, new in zip(
            before.places.texts[path].text.splitlines(), lines.text.splitlines(), strict=True
        )
        if old != new
    ]
    assert changed == [line]


@pytest.mark.parametrize("ending", [".json", ".toml", ".csv"])
def test_any_text_or_day_can_be_changed(in_format: Callable[[str], DataFile], ending: str) -> None:
    before = in_format(ending)
    day = dt.date(2026, 2, 3)
    values: dict[Steps, Value] = {("requests", 0, "ask"): "= a\\b, 'c'; d", ("date",): day}
    after = edited(before, Edits(values)).brief
    assert (after.requests[0].ask, after.date) == ("= a\\b, 'c'; d", day)
    rest = replace(after, date=before.brief.date)
    asked = replace(rest.requests[0], ask=before.brief.requests[0].ask)
    assert replace(rest, requests=(asked, *rest.requests[1:])) == before.brief


def test_toml_keeps_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "brief.toml"
    path.write_text(
        "id = 'x' # a\ntitle = 'T' # b\ndate = 2026-01-01 # c\nto = 'A'\nfrom = 'B'\n"
        'bottom_line = """\nC"""\n',
        encoding="utf-8",
    )
    values: dict[Steps, Value] = {("title",): "U", ("date",): dt.date(2026, 1, 2), ("to",): "it's"}
    text = edited(read(path), Edits(values)).text
    assert "title = 'U' # b\ndate = 2026-01-02 # c\nto = \"it's\"\n" in text


def test_a_cell_that_was_in_marks_stays_so(tmp_path: Path) -> None:
    rows = 'Field;Value\nID;x\nTitle;T\nDate;2026-01-01\nTo;"A"\nFrom;B\nBottom line;C\n'
    (tmp_path / "brief.csv").write_text(rows, encoding="utf-8")
    after = edited(read(tmp_path), Edits({("to",): "Z", ("from",): "Y"}))
    (text,) = (lines.text for lines in after.places.texts.values())
    assert text == rows.replace('"A"', '"Z"').replace("From;B", "From;Y")


@pytest.mark.parametrize(
    ("ending", "edits", "reason"),
    [
        (".json", Edits(removed=(("requests", 0),)), "whole items are changed by hand"),
        (".csv", Edits({("outcomes", 0): "x"}), "no value of its own"),
        (".csv", Edits({("outcomes", 0, "answers", 0): "x"}), "no value of its own"),
        (".xlsx", Edits({("to",): "x"}), "a workbook is changed in its own program"),
    ],
)
def test_what_a_format_does_not_admit_is_refused(
    in_format: Callable[[str], DataFile], ending: str, edits: Edits, reason: str
) -> None:
    with pytest.raises(SpliceError, match=reason):
        edited(in_format(ending), edits)


LIST = """\
id: x
title: T
date: 2026-01-01
to: A
from: B
bottom_line: C
lines_to_take:
  # the first
  - one  # 1

  - |
    two
    # no comment
  # the third
  - three
cc: [a, b, c]
"""


@pytest.fixture
def listed(tmp_path: Path) -> DataFile:
    path = tmp_path / "brief.yaml"
    path.write_text(LIST, encoding="utf-8")
    return read(path)


def test_items_move_with_their_comments(listed: DataFile) -> None:
    order = (("lines_to_take",), (2, 0, 1)), (("cc",), (1, 2, 0))
    after = edited(listed, Edits(orders=dict(order)))
    assert after.brief.lines_to_take == ("three", "one", "two\n# no comment")
    assert after.brief.cc == ("b", "c", "a")
    start = LIST.index("  # the first")
    assert after.text == LIST[:start] + (
        "  # the third\n  - three\n\n  # the first\n  - one  # 1\n"
        "  - |\n    two\n    # no comment\ncc: [b, c, a]\n"
    )


def test_other_edits_follow_items_that_move(listed: DataFile) -> None:
    edits = Edits(
        {("lines_to_take", 2): "third"},
        (("lines_to_take", 0),),
        ((("lines_to_take", 3), "four"), (("cc", 0), "new"), (("cc", 1), "second")),
        {("cc",): (0, 1, 2), ("lines_to_take",): (2, 0, 1)},
    )
    after = edited(listed, edits).brief
    assert after.lines_to_take == ("third", "four", "two\n# no comment")
    assert after.cc == ("new", "a", "second", "b", "c")


def test_an_item_is_added_above_the_first(listed: DataFile) -> None:
    after = edited(listed, Edits(added=((("lines_to_take", 0), "zero"),)))
    assert after.brief.lines_to_take[:2] == ("zero", "one")
    assert "  # the first\n  - zero\n  - one  # 1\n" in after.text


@pytest.mark.parametrize(
    "edits",
    [
        Edits(orders={("cc",): (0, 1)}),
        Edits(orders={("to",): (0,)}),
        Edits(added=((("to", 0), "x"),)),
    ],
)
def test_what_is_no_such_list_is_refused(listed: DataFile, edits: Edits) -> None:
    with pytest.raises(SpliceError, match="list"):
        edited(listed, edits)


def test_a_dash_on_a_line_of_its_own_moves_with_its_item(tmp_path: Path) -> None:
    path = tmp_path / "brief.yaml"
    text = "lines_to_take:\n  # a\n  -\n    one\n  - two\n" + LIST.partition("lines_to_take")[0]
    path.write_text(text, encoding="utf-8")
    after = edited(read(path), Edits(orders={("lines_to_take",): (1, 0)}))
    assert after.text.startswith("lines_to_take:\n  - two\n  # a\n  -\n    one\nid: x\n")


def test_comments_are_followed_to_the_top_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "list.yaml").write_text("# a\n- one\n- two\n", encoding="utf-8")
    assert reordered("# a\n- one\n- two\n", (), (1, 0)) == "- two\n# a\n- one\n"
