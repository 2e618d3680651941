from __future__ import annotations

from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path

import pytest

from bluf.cli.app import run
from bluf.data import read

RELEASE = """Ministers talk about ferries
3 March 2026
Minister of Transport Ann Harbour of Freedonia met the Ambassador of Belgium, Piet Haven, on Monday.
They agreed to hold a second meeting next month.
The Ambassador asked for a new berth at the northern quay.
They discussed the timetable of the night ferry.
"""
OTHER = """3 March 2026
The Ambassador of Belgium met the Minister of Transport on Monday.
They discussed holding a second meeting soon, the Embassy said.
The Minister refused to open the southern quay before the summer.
"""


@pytest.fixture(autouse=True)
def _with_a_release(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("release.txt").write_text(RELEASE, encoding="utf-8")
    Path("other.txt").write_text(OTHER, encoding="utf-8")


def typed(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(text))


def test_a_draft_builds_at_once_and_says_so_on_its_face(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["draft", "release.txt", "--id", "ferries", "--to", "Deputy", "--from", "Desk"]) == 0
    out, err = capsys.readouterr()
    assert "wrote briefs/ferries/brief.yaml" in out
    assert "quotations verified" in err

    assert run(["build", "briefs/ferries"]) == 1
    assert "draft-item" in capsys.readouterr().err
    page = Path("briefs/ferries/ferries.md").read_text(encoding="utf-8")
    assert "DRAFT:" in page
    assert run(["check", "briefs/ferries"]) == 1


@pytest.mark.parametrize(
    ("text", "name"),
    [(RELEASE, "source.txt"), (f"<!DOCTYPE html>\n<pre>{RELEASE}</pre>", "source.html")],
)
def test_a_source_may_come_in(
    monkeypatch: pytest.MonkeyPatch, text: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text.encode())))
    assert run(["draft", "-", "--id", "ferries"]) == 0
    assert f"wrote briefs/ferries/sources/{name}" in capsys.readouterr().out
    assert Path("briefs/ferries/sources", name).read_text(encoding="utf-8") == text


@pytest.mark.parametrize("more", [["-"], ["--interactive"], ["--answer", "-"]])
def test_one_thing_comes_in(more: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "-", *more]) == 2
    assert "holds one file" in capsys.readouterr().err


def test_what_was_looked_at_builds_without_a_word(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "release.txt", "--id", "ferries"]) == 0
    data = Path("briefs/ferries/brief.yaml")
    kept = [
        line for line in data.read_text(encoding="utf-8").splitlines() if "draft: true" not in line
    ]
    data.write_text("\n".join(kept) + "\n", encoding="utf-8")

    assert run(["build", "briefs/ferries"]) == 0
    capsys.readouterr()
    assert "DRAFT" not in Path("briefs/ferries/ferries.md").read_text(encoding="utf-8")


def test_an_id_is_made_from_day_and_parties() -> None:
    assert run(["draft", "release.txt"]) == 0
    assert [path.name for path in Path("briefs").iterdir() if path.is_dir()] == [
        "2026-03-02-belgium"
    ]


def test_what_cannot_be_an_id_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "release.txt", "--id", "../x"]) == 2
    assert "cannot be an id" in capsys.readouterr().err


def test_two_ways_at_once_are_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "release.txt", "--xlsx", "--interactive"]) == 2
    assert "choose one of --interactive and --xlsx" in capsys.readouterr().err


def test_faults_of_all_sources_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "gone.txt", "lost.txt"]) == 3
    assert capsys.readouterr().err.count("source-file-missing") == 2


def test_a_language_nobody_knows_is_a_usage_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "release.txt", "--language", "eo"]) == 2
    Path("numbers.txt").write_text("1 2 3\n", encoding="utf-8")
    assert run(["draft", "numbers.txt"]) == 2
    assert "--language" in capsys.readouterr().err


def test_sources_of_one_name_have_ids_of_their_own() -> None:
    Path("b").mkdir()
    Path("b/release.md").write_text(OTHER, encoding="utf-8")
    assert run(["draft", "release.txt", "b/release.md", "--id", "two"]) == 0
    assert list(read(Path("briefs/two/brief.yaml")).brief.sources) == ["release", "release-2"]


def test_a_workbook_of_candidates_becomes_the_brief(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "release.txt", "--id", "rows", "--xlsx", "--to", "Deputy"]) == 0
    book = "briefs/rows/candidates.xlsx"
    assert run(["convert", book, "briefs/rows/brief.yaml"]) == 0
    brief = read(Path("briefs/rows/brief.yaml")).brief
    assert (brief.id, brief.to, len(brief.requests)) == ("rows", "Deputy", 1)

    assert run(["convert", book, "other.json"]) == 2
    Path("briefs/rows/sources/release.txt").write_text(OTHER, encoding="utf-8")
    assert run(["convert", book, "briefs/rows/second.yaml"]) == 2
    assert "is not a candidate from these sources" in capsys.readouterr().err


def test_instructions_name_every_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "release.txt", "--instructions"]) == 0
    out = capsys.readouterr().out
    assert "[4] They agreed to hold a second meeting next month." in out
    assert "Source release (en, 2026-03-03): Ministers talk about ferries" in out


def test_an_answer_is_held_to_the_sources(capsys: pytest.CaptureFixture[str]) -> None:
    Path("answer.txt").write_text(
        "Here it is:\n```yaml\ntitle: Ferries\nitems:\n"
        "- {kind: outcome, statement: To meet again, strength: agreed, quotes: [{sentence: 4}]}\n"
        "- {kind: request, statement: A bridge, quotes: [{quote: They asked for a tall bridge}]}\n"
        "```\nGlad to help.\n",
        encoding="utf-8",
    )
    assert run(["draft", "release.txt", "--id", "model", "--answer", "answer.txt"]) == 1
    assert "item 2: left out" in capsys.readouterr().out
    brief = read(Path("briefs/model/brief.yaml")).brief
    assert (brief.title, len(brief.outcomes), brief.requests) == ("Ferries", 1, ())


@pytest.mark.parametrize("text", ["items: [}", "just words", "items: []"])
def test_an_answer_that_holds_nothing_is_refused(
    text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, text)
    assert run(["draft", "release.txt", "--answer", "-"]) == 3
    assert "error:" in capsys.readouterr().err


def test_one_after_the_other_goes_on_where_it_stopped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "?\ne\nA second meeting\no\nu\ne\n\n\nq\n")
    assert run(["draft", "release.txt", "--id", "asked", "--interactive"]) == 130
    assert Path("briefs/asked/draft-progress.json").exists()

    typed(monkeypatch, "s\n" * 10)
    assert run(["draft", "release.txt", "--id", "asked", "--interactive"]) == 0
    assert not Path("briefs/asked/draft-progress.json").exists()
    brief = read(Path("briefs/asked/brief.yaml")).brief
    assert (len(brief.outcomes), len(brief.follow_ups), brief.requests) == (1, 1, ())
    assert ">>>" in capsys.readouterr().err


def test_answers_are_read_where_the_terminal_is_thought_to_be_ascii(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = TextIOWrapper(BytesIO(b"o\n" * 3 + "e\nFähren\n\n\n\n".encode()), encoding="ascii")
    monkeypatch.setattr("sys.stdin", answers)
    assert run(["draft", "release.txt", "--id", "asked", "--interactive"]) == 0


def test_what_a_person_took_is_no_draft_any_more(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "\n\ns\n?\ne\n\nThey will meet again.\nMinister\n\n")
    assert run(["draft", "release.txt", "--id", "taken", "--interactive"]) == 0
    brief = read(Path("briefs/taken/brief.yaml")).brief
    assert (brief.drafts, brief.bottom_line, brief.to) == (0, "They will meet again.", "Minister")
    said = capsys.readouterr().err
    assert "none marked" in said
    assert "DRAFT" not in said

    typed(monkeypatch, "\n\ns\n\n")
    assert run(["draft", "release.txt", "--id", "whole", "--interactive"]) == 0
    assert read(Path("briefs/whole/brief.yaml")).brief.drafts == 0


def test_a_brief_that_is_left_a_draft_says_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed(monkeypatch, "\n\ns\nq\n")
    assert run(["draft", "release.txt", "--id", "left", "--interactive"]) == 130
    typed(monkeypatch, "s\n")
    assert run(["draft", "release.txt", "--id", "left", "--interactive"]) == 0
    assert read(Path("briefs/left/brief.yaml")).brief.drafts == 1
    assert "1 of them marked" in capsys.readouterr().err


def test_the_end_of_input_leaves_without_loss(monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, "")
    assert run(["draft", "release.txt", "--id", "asked", "--interactive"]) == 130


def test_progress_of_something_else_is_a_usage_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("briefs/asked").mkdir(parents=True)
    Path("briefs/asked/draft-progress.json").write_text("[]", encoding="utf-8")
    typed(monkeypatch, "o\n")
    assert run(["draft", "release.txt", "--id", "asked", "--interactive"]) == 2
    assert "move it away" in capsys.readouterr().err


def test_a_late_source_adds_what_is_new_and_what_differs(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["draft", "release.txt", "--id", "late"]) == 0
    before = read(Path("briefs/late/brief.yaml")).brief
    assert run(["draft", "other.txt", "--add-to", "briefs/late"]) == 0
    brief = read(Path("briefs/late/brief.yaml")).brief
    assert list(brief.sources) == ["release", "other"]
    assert len(brief.outcomes) > len(before.outcomes)
    assert all(item.draft for item in brief.outcomes[len(before.outcomes) :])

    assert run(["draft", "other.txt", "--add-to", "briefs/late"]) == 0
    assert "0 new candidates" in capsys.readouterr().err
    assert read(Path("briefs/late/brief.yaml")).brief == brief


def test_a_late_source_needs_one_brief_in_yaml(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["draft", "release.txt", "--id", "one"]) == 0
    assert run(["draft", "release.txt", "--id", "two"]) == 0
    assert run(["draft", "other.txt", "--add-to", "briefs"]) == 2
    assert "not a single brief" in capsys.readouterr().err


FIRST = """3 March 2026
The Ambassador of Belgium, Mr. Piet Haven, met the Foreign Minister of Serbia, Ann Harbour.
They discussed holding a second round of ferry talks soon.
They discussed the price of fish for the coming winter season.
"""
LATE = """3 March 2026
The Foreign Minister of Serbia, Ann Harbour, met the Ambassador of Belgium, Piet Haven, on Monday.
They agreed to hold a second round of ferry talks next month.
They agreed to meet again in Porthaven on 1 May 2026.
They agreed that the old lighthouse is a monument of both countries.
Ambassador Haven asked for a new berth at the northern quay.
"""


def test_a_late_source_says_more_of_what_stands_there() -> None:
    Path("first.txt").write_text(FIRST, encoding="utf-8")
    Path("late.txt").write_text(LATE, encoding="utf-8")
    assert run(["draft", "first.txt", "--id", "more"]) == 0
    path = Path("briefs/more/brief.yaml")
    path.write_text(path.read_text(encoding="utf-8").replace("O2", "O3"), encoding="utf-8")
    assert run(["draft", "late.txt", "--add-to", "briefs/more"]) == 0

    brief = read(path).brief
    assert any(
        [evidence.source for evidence in item.evidence] == ["first", "late"]
        for item in brief.outcomes
    )
    ids = [item.id for item in brief.outcomes]
    assert len(ids) == len(set(ids)) > 2
    assert brief.requests
    assert brief.follow_ups
    assert all(set(item.follows) <= set(ids) for item in brief.follow_ups)

    before = path.read_bytes()
    assert run(["draft", "late.txt", "--add-to", "briefs/more"]) == 0
    assert path.read_bytes() == before


def test_what_is_lighter_is_named_at_the_end(capsys: pytest.CaptureFixture[str]) -> None:
    lines = [
        f"They discussed the {thing} of the {place} harbour with "
        + " ".join(f"{place[0]}{number}{thing}" for number in range(30))
        + "."
        for thing in ("price", "depth", "lights", "cranes", "ferries", "pilots", "rails")
        for place in ("northern", "southern")
    ]
    Path("long.txt").write_text("3 March 2026\n" + "\n".join(lines) + "\n", encoding="utf-8")
    run(["draft", "long.txt", "--id", "long"])
    text = Path("briefs/long/brief.yaml").read_text(encoding="utf-8")
    assert "# Also found, less important than the items above" in text
    run(["build", "briefs/long"])
    assert "over-one-page" not in capsys.readouterr().err


def test_what_another_source_says_is_shown_beside(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("first.txt").write_text(FIRST, encoding="utf-8")
    Path("late.txt").write_text(LATE, encoding="utf-8")
    typed(monkeypatch, "q\n")
    assert run(["draft", "first.txt", "late.txt", "--id", "both", "--interactive"]) == 130
    assert "  also " in capsys.readouterr().err
