from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.data import Edits, read
from bluf.data.edit import edited

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.data import DataFile, Value
    from bluf.data.tree import Steps


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
