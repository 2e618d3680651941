"""What people do in Word, done by LibreOffice itself, tracked and not."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.roundtrip.conftest import DATA, Sent
from tests.roundtrip.office import SOFFICE, running, uno_python

from bluf.pipeline import bring_home, deliver, make, pull

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.roundtrip.office import Office

    from bluf.pipeline import Pulled

PYTHON = uno_python() if SOFFICE else None
pytestmark = [
    pytest.mark.skipif(
        PYTHON is None and not os.environ.get("CI"), reason="LibreOffice with UNO is not installed"
    ),
    pytest.mark.xdist_group("office"),
]
TRACK = ["track"]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    assert PYTHON is not None, "install python3-uno"
    with running(tmp_path_factory.mktemp("office"), PYTHON) as one:
        yield one


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    return Sent(tmp_path_factory.mktemp("sent") / "talks")


def pulled(office: Office, sent: Sent, folder: Path, *operations: list[str]) -> Pulled:
    path = office.edit(sent.word, folder / "edited.docx", *operations)
    return pull(path, sent.data, accept=True)


def told(pulled: Pulled) -> list[tuple[str, str, str]]:
    """Each change: its field, its fate, and what it says now."""
    return sorted((".".join(each.field), each.fate.value, each.now) for each in pulled.changes)


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("operation", "change"),
    [
        (["replace", "Minister", "Prime Minister"], ("to", "taken", "Prime Minister")),
        (
            ["before", "Highland will", "Perhaps "],
            ("bottom_line", "taken", "Perhaps Highland will pay."),
        ),
        (
            ["after", "Highland will pay.", " Soon."],
            ("bottom_line", "taken", "Highland will pay. Soon."),
        ),
        (["replace", "will", "must"], ("bottom_line", "taken", "Highland must pay.")),
        (
            ["replace", "Highland will pay.", "Nobody pays."],
            ("bottom_line", "taken", "Nobody pays."),
        ),
        (["replace", "Half of", "All of"], ("requests.R1.ask", "taken", "All of the cost")),
        (["replace", "Agreed", "Welcomed"], ("outcomes.O1.strength", "taken", "Welcomed")),
        (["replace", "1 March 2026", "3 March 2026"], ("date", "taken", "3 March 2026")),
        (
            ["replace", "Put the money", "Place the money"],
            ("follow_ups.F1.action", "taken", "Place the money into the budget"),
        ),
    ],
    ids="-".join,
)
def test_an_edit_comes_home(
    office: Office,
    sent: Sent,
    tmp_path: Path,
    operation: list[str],
    change: tuple[str, str, str],
    tracked: bool,
) -> None:
    operations = [TRACK, operation] if tracked else [operation]
    found = pulled(office, sent, tmp_path, *operations)
    assert told(found) == [change]
    assert found.found.unplaced == ()
    assert [bool(each.who) for each in found.changes if each.now] == [tracked] * bool(change[2])
    assert found.found.all_tracked == tracked


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("operation", "what"),
    [
        (["replace", "Outcomes", "Results"], "text of the template changed"),
        (["enter", "Highland will pay.", "And more."], "added"),
        (["bold", "Highland will pay."], "other words are set off"),
    ],
    ids=lambda each: each[0] if isinstance(each, list) else each,
)
def test_what_is_no_field_is_kept_whole_in_the_report(
    office: Office,
    sent: Sent,
    tmp_path: Path,
    operation: list[str],
    what: str,
    tracked: bool,
) -> None:
    operations = [TRACK, operation] if tracked else [operation]
    found = pulled(office, sent, tmp_path, *operations)
    assert told(found) == []
    assert [each.what for each in found.found.unplaced] == [what]
    assert not found.is_whole


def test_a_file_that_was_only_saved_brings_nothing_and_is_written_anew(
    office: Office, sent: Sent, tmp_path: Path
) -> None:
    path = office.edit(sent.word, tmp_path / "same.docx")
    found = pull(path, sent.data, accept=True)
    assert (found.changes, found.found.unplaced, found.comments) == ((), (), ())
    sent.word.write_bytes(path.read_bytes())
    done = deliver(make(sent.order))
    assert (done.kept, [each.rule for each in done.notes]) == ((), ["saved-again"])


def test_an_edited_output_is_not_written_over(office: Office, sent: Sent, tmp_path: Path) -> None:
    path = office.edit(sent.word, tmp_path / "e.docx", ["replace", "Minister", "Cabinet"])
    before = sent.word.read_bytes()
    sent.word.write_bytes(path.read_bytes())
    done = deliver(make(sent.order))
    assert [each.rule for each in done.kept] == ["hand-edited"]
    assert "reads “To: Cabinet" in done.kept[0].notes[0]
    assert sent.word.read_bytes() == path.read_bytes()
    sent.word.write_bytes(before)


def test_a_row_that_was_deleted_takes_its_item(office: Office, sent: Sent, tmp_path: Path) -> None:
    found = pulled(office, sent, tmp_path, ["remove_row", "Trains were discussed"])
    assert told(found) == [("outcomes.O2", "taken", "")]
    assert found.found.unplaced == ()


def test_a_row_that_was_added_is_a_new_item(office: Office, sent: Sent, tmp_path: Path) -> None:
    row = ["add_row", "Put the money", "2", "Call the ministry", "Lowland", "soon"]
    found = pulled(office, sent, tmp_path, row)
    (change,) = found.changes
    assert change.value == {"id": "F2", "action": "Call the ministry", "owner": "low"}
    assert change.left == ("soon",)
    assert [each.rule for each in found.findings] == ["evidence-missing"]


def test_comments_are_handed_on(office: Office, sent: Sent, tmp_path: Path) -> None:
    found = pulled(office, sent, tmp_path, ["comment", "Highland will pay.", "Sure?", "B. Boss"])
    (remark,) = found.comments
    assert (remark.text, remark.by.author, remark.about) == (
        "Sure?",
        "B. Boss",
        "Highland will pay.",
    )
    assert found.changes == ()


def test_many_edits_at_once_come_home_and_comments_in_the_data_stay(
    office: Office, tmp_path: Path
) -> None:
    own = Sent(tmp_path / "talks")
    path = office.edit(
        own.word,
        tmp_path / "edited.docx",
        TRACK,
        ["replace", "Minister", "Prime Minister"],
        ["replace", "Half of", "All of"],
        ["remove_row", "Trains were discussed"],
        ["after", "Highland will pay.", " Soon."],
    )
    assert bring_home(path, pull(path, own.data, accept=True))
    assert "# who reads it" in own.text
    assert "# the one that matters" in own.text
    assert "id: O2" not in own.text
    lines = DATA.splitlines()
    assert sum(line not in lines for line in own.text.splitlines()) == 3


def test_tracked_changes_can_be_left_out(office: Office, sent: Sent, tmp_path: Path) -> None:
    path = office.edit(sent.word, tmp_path / "e.docx", TRACK, ["replace", "Minister", "Cabinet"])
    assert pull(path, sent.data, accept=False).changes == ()
