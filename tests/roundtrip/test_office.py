"""What people do in Word, done by LibreOffice itself, tracked and not."""

from __future__ import annotations

import os
import re
import shutil
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.roundtrip.conftest import DATA, RICH, Sent
from tests.roundtrip.office import SOFFICE, running, uno_python, without_digest
from tests.roundtrip.operations import OPERATIONS, SECOND, YES

from bluf.cli.app import run
from bluf.pipeline import Home, bring_home, deliver, home_of, make, pull
from bluf.roundtrip import WANTED, Disposition
from octavo.ooxml import read_package
from octavo.revisions import View, comments, passages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.roundtrip.office import Office

    from bluf.pipeline import Pulled

PYTHON = uno_python() if SOFFICE else None
pytestmark = [
    pytest.mark.skipif(
        PYTHON is None and not os.environ.get("CI"), reason="LibreOffice with UNO is not installed"
    ),
    pytest.mark.thorough,
]
TRACK = ["track"]
UNTRACKABLE = ("words in bold", "a comment", "blanks alone")
"""What LibreOffice does not record, or records as no change of a text."""


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


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Sent:
    return Sent(tmp_path_factory.mktemp("rich") / "talks", RICH)


@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
@pytest.mark.parametrize("name", OPERATIONS)
def test_what_is_done_comes_home(
    office: Office, rich: Sent, tmp_path: Path, name: str, tracked: bool
) -> None:
    operation = OPERATIONS[name]
    rich.write(RICH)
    path = office.edit(rich.word, tmp_path / "edited.docx", *[TRACK][:tracked], *operation.does)
    found = pull(path, rich.data, accept=True)
    bring_home(path, found)
    assert operation.old in RICH
    assert rich.text == RICH.replace(operation.old, operation.new, 1)
    assert reports(found) == operation.report
    if name not in UNTRACKABLE:
        assert found.found.all_tracked is tracked
        assert all(each.who for each in found.changes) is (tracked or not found.changes)
    again = pull(path, rich.data, accept=True)
    assert again.rewrites == ()
    assert [each for each in again.changes if each.fate in WANTED] == []


def reports(found: Pulled) -> tuple[str, ...]:
    """What is left to a person: fates and fields, what has no place, and what sources say."""
    settled = {*WANTED, Disposition.SAME}
    left = [each for each in found.changes if each.fate not in settled]
    return (
        *(f"{each.fate.value} {'.'.join(each.field)}" for each in left),
        *(each.what for each in found.found.unplaced),
        *(each.rule for each in found.findings),
    )


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
    done = [["replace", "Minister", "Cabinet"], ["comment", "River desk", "Ours?", "B. Boss"]]
    path = office.edit(sent.word, tmp_path / "e.docx", *done)
    before = sent.word.read_bytes()
    sent.word.write_bytes(path.read_bytes())
    delivered = deliver(make(sent.order))
    assert [each.rule for each in delivered.kept] == ["hand-edited"]
    assert delivered.kept[0].notes[0].endswith("a comment: “Ours?”")
    assert "reads “To: Cabinet" in delivered.kept[0].notes[1]
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


ROOT = Path(__file__).parents[2]
EXAMPLE = [
    ["author", "B.", "Boss"],
    TRACK,
    ["replace", "Deputy Minister", "Foreign Minister"],
    ["replace", "De-escalation in", "Calm in"],
    ["in_row", "Calm in", "Discussed", "Agreed"],
    ["in_row", "“We discussed", "launching", "opening"],
    ["replace", "Outcomes", "Results"],
    ["comment", "None reported", "Are we sure?", "B. Boss"],
]


def test_the_worked_example_of_the_manual(
    office: Office,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copytree(ROOT / "briefs", tmp_path / "briefs")
    monkeypatch.chdir(tmp_path)
    brief = Path("briefs") / "2025-08-06-serbia-us"
    before = (brief / "brief.yaml").read_text(encoding="utf-8").splitlines()
    sent = (tmp_path / brief / "2025-08-06-serbia-us.docx").absolute()
    path = office.edit(sent, tmp_path / "edited.docx", *EXAMPLE)
    assert run(["pull", str(path), "--accept"]) == 1
    shown = capsys.readouterr()
    manual = (ROOT / "docs" / "pull.md").read_text(encoding="utf-8")
    _, _, told = manual.partition("$ bluf pull ~/Downloads/edited.docx --accept\n")
    assert undated(shown.out + shown.err) == undated(told.partition("```")[0])
    after = (brief / "brief.yaml").read_text(encoding="utf-8").splitlines()
    assert sum(old != new for old, new in zip(before, after, strict=True)) == 3


def undated(text: str) -> str:
    return re.sub(r"\d{4}-\d\d-\d\d\]", "DAY]", text)


DONE = [
    ["replace", "Minister", "Cabinet"],
    ["dispatch", "Trains were", "DeleteRows"],
    ["enter", "Say yes to the crossing", "Say it twice"],
]
CAME_HOME = (
    RICH.replace("to: Minister", "to: Cabinet")
    .replace(SECOND, "")
    .replace(YES, f"{YES}  - Say it twice\n")
)


@pytest.mark.parametrize("bare", [False, True], ids=["as it came", "without id and anchors"])
@pytest.mark.parametrize("kind", ["odt", "rtf", "doc"])
def test_a_file_comes_home_by_way_of_another_format(
    office: Office, rich: Sent, tmp_path: Path, kind: str, bare: bool
) -> None:
    rich.write(RICH)
    other = office.edit(rich.word, tmp_path / f"edited.{kind}", *DONE)
    path = office.edit(other, tmp_path / "edited.docx")
    if bare:
        path.write_bytes(without_digest(path.read_bytes()))
    assert home_of(path, [rich.data]) == Home(rich.data, is_certain=not bare)
    found = pull(path, rich.data, accept=True)
    bring_home(path, found)
    assert (rich.text, reports(found)) == (CAME_HOME, ())


def test_the_whole_text_pasted_into_a_new_file_comes_home(
    office: Office, rich: Sent, tmp_path: Path
) -> None:
    rich.write(RICH)
    path = office.edit(rich.word, tmp_path / "edited.docx", *DONE, ["paste_all"])
    assert home_of(path, [rich.data]) == Home(rich.data, is_certain=False)
    found = pull(path, rich.data, accept=True)
    bring_home(path, found)
    assert rich.text == CAME_HOME
    assert set(reports(found)) == {"deleted"}  # its headers and footers stay behind


def test_what_is_sent_tells_nothing(office: Office, rich: Sent, tmp_path: Path) -> None:
    done = [
        ["author", "Olga", "Secret"],
        TRACK,
        *DONE,
        ["comment", "Highland will pay.", "Really?", "O. Secret"],
    ]
    path = office.edit(rich.word, tmp_path / "edited.docx", *done)
    assert "Secret" in everything(path)
    assert run(["send", str(path), "--out", str(tmp_path / "out")]) == 0
    sent = tmp_path / "out" / "edited.docx"
    text = everything(sent)
    assert "Cabinet" in text
    traces = (
        "Secret",
        "Really?",
        "Minister",
        "Trains were",
        "bluf.digest",
        '"_b',
        "w:rsid",
        "<w:ins ",
    )
    assert [trace for trace in traces if trace in text] == []
    package = read_package(sent.read_bytes(), "sent.docx")
    assert comments(package) == ()
    assert passages(package, View.BEFORE) == passages(package, View.AFTER)


def everything(path: Path) -> str:
    """The text of every part."""
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
