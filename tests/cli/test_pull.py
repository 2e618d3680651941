from __future__ import annotations

import json
import re
from io import BytesIO, TextIOWrapper
from typing import TYPE_CHECKING

import pytest
from tests.roundtrip.conftest import Sent, edited
from tests.roundtrip.office import without_digest

from bluf.cli.app import run
from bluf.cli.pull import what_differs
from octavo.ooxml import qn, read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

WORDS, SOME = "words and " * 20, "words and " * 4
EDIT = (">Minister<", ">Prime Minister<")
UNPLACED = (">Outcomes<", ">Results<")
TRACKED = (
    "Highland will pay.</w:t></w:r>",
    (
        "Highland will pay.</w:t></w:r>"
        '<w:ins w:id="900" w:author="B. Boss" w:date="2026-03-02T08:00:00Z">'
        '<w:r><w:t xml:space="preserve"> Soon.</w:t></w:r></w:ins>'
    ),
)


@pytest.fixture
def sent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sent:
    (tmp_path / "briefs").mkdir()
    monkeypatch.chdir(tmp_path)
    return Sent(tmp_path / "briefs" / "talks")


def test_an_edit_is_written_and_told(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    path = sent.came_back(EDIT)
    assert run(["pull", str(path)]) == 0
    out = capsys.readouterr().out
    assert out.startswith("taken     to\n   - Minister\n   + Prime Minister\n")
    assert "to: Prime Minister  # who reads it" in sent.text


def test_a_file_that_comes_in_is_taken_home(
    sent: Sent, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    came_in = TextIOWrapper(BytesIO(sent.came_back(EDIT).read_bytes()))
    monkeypatch.setattr("sys.stdin", came_in)
    assert run(["pull", "-"]) == 0
    assert "Prime Minister" in capsys.readouterr().out
    assert "to: Prime Minister  # who reads it" in sent.text


def test_a_dry_run_writes_nothing(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    before = sent.text
    assert run(["pull", "--dry-run", str(sent.came_back(EDIT))]) == 0
    assert "Prime Minister" in capsys.readouterr().out
    assert sent.text == before


def test_an_untouched_file_says_so(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pull", str(sent.word)]) == 0
    assert capsys.readouterr().out == "nothing was edited\n"


def test_what_is_left_to_do_exits_1(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    sent.write(sent.text.replace("to: Minister ", "to: Cabinet "))
    path = sent.came_back(EDIT, (">Outcomes<", ">Results<"))
    assert run(["pull", str(path)]) == 1
    out = capsys.readouterr().out
    assert "   = the data file was changed meanwhile, too\n" in out
    assert "   = the data file says “Cabinet”\n" in out
    assert "unplaced  text of the template changed, body, paragraph " in out


def test_programs_get_the_same(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    path = sent.came_back(EDIT, (">Outcomes<", ">Results<"), TRACKED)
    assert run(["pull", str(path), "--accept", "--output-format", "json"]) == 1
    answers = json.loads(capsys.readouterr().out)["answers"]
    assert [(each["field"], each["fate"], each["who"]) for each in answers["changes"]] == [
        ("bottom_line", "taken", "B. Boss, 2026-03-02"),
        ("to", "taken", ""),
    ]
    assert [each["now"] for each in answers["unplaced"]] == ["Results"]
    assert answers["doubts"] == [{"paragraphs": 1}]
    assert answers["untracked"] == [{"all_tracked": False}]


def test_tracked_changes_are_asked_about(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    path = sent.came_back(TRACKED)
    assert run(["pull", str(path)]) == 2
    assert "has tracked changes: say “--accept” or “--reject”" in capsys.readouterr().err
    assert run(["pull", str(path), "--reject"]) == 0
    assert capsys.readouterr().out == "nothing was edited\n"


@pytest.mark.parametrize(("answer", "taken"), [("y\n", True), ("n\n", False)])
def test_a_person_is_asked(
    sent: Sent,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    answer: str,
    taken: bool,
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("typer.confirm", lambda *_, **__: answer == "y\n")
    assert run(["pull", str(sent.came_back(TRACKED))]) == 0
    assert ("Soon." in sent.text) is taken
    assert ("[B. Boss, 2026-03-02]" in capsys.readouterr().out) is taken


def test_the_brief_can_be_named(sent: Sent, tmp_path: Path) -> None:
    path = tmp_path / "elsewhere.docx"
    path.write_bytes(edited(sent.word.read_bytes(), EDIT))
    assert run(["pull", str(path), "--brief", str(sent.data), "--dry-run"]) == 0
    assert run(["pull", str(path), "--brief", str(sent.data.parent)]) == 0
    assert "to: Prime Minister  # who reads it" in sent.text


def test_a_brief_beside_the_file_is_found_wherever_it_lies(sent: Sent, tmp_path: Path) -> None:
    path = sent.came_back(EDIT)
    (tmp_path / "briefs").rename(tmp_path / "elsewhere")
    assert run(["pull", str(tmp_path / "elsewhere" / "talks" / path.name)]) == 0


def test_a_file_of_no_brief_is_refused(
    sent: Sent, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for each in (sent.data.parent / ".bluf").iterdir():
        each.unlink()
    assert run(["pull", str(sent.word)]) == 3
    assert "error base-missing: no brief here was sent round" in capsys.readouterr().err
    del tmp_path


def test_a_value_to_be_typed_is_named_with_its_place(
    sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sent.came_back(EDIT)
    assert run(["convert", str(sent.data), str(sent.data.with_name("brief.xlsx"))]) == 0
    sent.data.unlink()
    assert run(["pull", str(path)]) == 1
    shown = capsys.readouterr().out
    assert re.search(r"   = type it at briefs/talks/brief\.xlsx:Brief!B\d+\n", shown)


def test_a_comment_is_told(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    from bluf.cli.pull import comment_text, comment_value  # its words alone
    from octavo.location import WordLocation  # as above
    from octavo.revisions import Comment, RevisionAuthor  # as above

    place = WordLocation("a.docx", "body", (("paragraph", 1),))
    remark = Comment(
        RevisionAuthor("B. Boss", "2026-03-02"), "Sure?\nReally?", "will pay", place, True
    )
    assert comment_text(remark) == (
        "comment   “will pay” (settled)  [B. Boss, 2026-03-02]\n   Sure?\n     Really?"
    )
    assert comment_value(remark)["place"] == "a.docx: body, paragraph 1"
    del sent, capsys


def test_build_keeps_an_edited_output_until_it_is_home(
    sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    sent.word.write_bytes(edited(sent.word.read_bytes(), EDIT))
    assert run(["build", "--allow-findings", "briefs"]) == 4
    err = capsys.readouterr().err
    assert "error hand-edited: somebody has edited this output since it was built" in err
    assert "reads “To: Prime Minister" in err
    assert run(["pull", str(sent.word)]) == 0
    assert run(["build", "--allow-findings", "briefs"]) in {0, 1}
    assert "wrote briefs/talks/talks.docx" in capsys.readouterr().out


def test_build_says_what_to_do_with_what_pull_could_not_take(
    sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    sent.word.write_bytes(edited(sent.word.read_bytes(), UNPLACED))
    assert run(["build", "--allow-findings", "briefs"]) == 4
    assert "take the edits back with “bluf pull briefs/talks/talks.docx”" in capsys.readouterr().err
    assert run(["pull", str(sent.word)]) == 1
    capsys.readouterr()
    assert run(["build", "--allow-findings", "briefs"]) == 4
    err = capsys.readouterr().err
    assert "take the edits back" not in err
    assert "“bluf pull --dry-run briefs/talks/talks.docx” lists what is left: write that" in err


def test_build_writes_over_an_edit_when_asked(sent: Sent) -> None:
    sent.word.write_bytes(edited(sent.word.read_bytes(), EDIT))
    assert run(["build", "--allow-findings", "--overwrite", "briefs"]) in {0, 1}
    assert b"Prime" not in read_package(sent.word.read_bytes(), "a").parts["word/document.xml"].data


def test_what_leaves_the_house_holds_no_traces(sent: Sent, tmp_path: Path) -> None:
    out = tmp_path / "public"
    assert run(["send", str(sent.data), "--out", str(out)]) in {0, 1}
    assert run(["send", str(sent.came_back(TRACKED)), "--out", str(out)]) == 0
    for name in ("talks.docx", "edited.docx"):
        package = read_package((out / name).read_bytes(), name)
        root = package.parts["word/document.xml"].root
        assert list(root.iter(qn("w:bookmarkStart"), qn("w:ins"))) == []
        assert b"bluf.digest" not in b"".join(part.data for part in package.parts.values())


def test_send_never_writes_over_what_it_reads(
    sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["send", str(sent.word), "--out", str(sent.word.parent)]) == 2
    assert "would be overwritten" in capsys.readouterr().err


@pytest.fixture
def says(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """A person at the terminal, who gives these answers one after the other."""

    def answers(*texts: str) -> None:
        given = iter(texts)
        monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
        monkeypatch.setattr("typer.prompt", lambda *_, **__: next(given))
        monkeypatch.setattr("typer.confirm", lambda *_, **__: next(given) == "y")

    return answers


def test_a_person_decides_one_by_one(
    sent: Sent, says: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    sent.write(sent.text.replace("to: Minister ", "to: Cabinet "))
    path = sent.came_back(
        EDIT,
        ("Highland will pay.", "Highland pays."),
        (">River desk", ">Lake desk"),
        (">Half of the cost", ">All of it"),
        (">Accepted", ">Refused"),
    )
    says("leave", "what", "e", " Sea desk ", "l", "t", "take")
    assert run(["pull", "--interactive", str(path)]) == 1
    shown = capsys.readouterr()
    assert "conflict  to\n   - Minister\n   + Prime Minister\n" in shown.err
    assert re.findall(r"^(taken|left out) +(\S+)$", shown.out, re.MULTILINE) == [
        ("left out", "bottom_line"),
        ("taken", "from"),
        ("left out", "requests.R1.ask"),
        ("taken", "requests.R1.response"),
        ("taken", "to"),
    ]
    assert "to: Prime Minister" in sent.text
    assert "from: Sea desk" in sent.text


def test_without_a_terminal_nobody_decides(sent: Sent, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["pull", "--interactive", str(sent.came_back(EDIT))]) == 2
    assert "bluf cannot ask" in capsys.readouterr().err


def test_a_file_that_does_not_say_whose_it_is_is_asked_about(
    sent: Sent, says: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    path = sent.came_back(EDIT)
    path.write_bytes(without_digest(path.read_bytes()))
    assert run(["pull", str(path)]) == 2
    assert "by its text it is “briefs/talks/brief.yaml”" in capsys.readouterr().err
    says("n")
    assert run(["pull", str(path)]) == 2
    says("y")
    assert run(["pull", str(path)]) == 0
    assert "to: Prime Minister" in sent.text


def test_a_person_is_asked_only_of_what_can_be_taken(
    sent: Sent, says: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    says()
    assert run(["pull", "-i", str(sent.came_back(("Highland will pay.", " ")))]) == 1
    assert "refused   bottom_line" in capsys.readouterr().out


def test_edits_that_were_matched_by_likeness_are_counted(
    sent: Sent, capsys: pytest.CaptureFixture[str]
) -> None:
    path = sent.came_back(
        (">Outcomes<", ">Outcome<"), (">Requests<", ">Request<"), (">Follow-ups<", ">Follow-up<")
    )
    assert run(["pull", str(path)]) == 1
    shown = capsys.readouterr().out
    assert "3 edited paragraphs were matched by their likeness alone: look at them" in shown


@pytest.mark.parametrize(
    ("before", "now", "shown"),
    [
        ("a b", "a c", ("a b", "a c")),
        ("", "x " * 200, ("", "x " * 200)),
        (
            f"{WORDS}old {WORDS}",
            f"{WORDS}new one {WORDS}",
            (f"… {SOME}old {SOME}…", f"… {SOME}new one {SOME}…"),
        ),
        (f"old {WORDS}", f"new {WORDS}", (f"old {SOME}…", f"new {SOME}…")),
        (f"{WORDS}old", f"{WORDS}new", (f"… {SOME}old", f"… {SOME}new")),
    ],
)
def test_of_a_long_text_what_differs_is_shown(
    before: str, now: str, shown: tuple[str, str]
) -> None:
    assert what_differs(before, now) == shown
