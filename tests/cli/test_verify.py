from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

BRIEF = "briefs/2025-08-06-serbia-us"
SOURCES = f"{BRIEF}/sources"
MEMO = "He said “a serious step forward” and “a big leap backward” [state-extract].\n"


@pytest.fixture(autouse=True)
def memo(home: Path) -> Path:
    """A draft beside the briefs."""
    path = home / "memo.md"
    path.write_text(MEMO, encoding="utf-8")
    return path


def called(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> tuple[int, str, str]:
    code = run(["verify", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def test_each_quotation_is_told_with_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = called(capsys, ["memo.md", "--against", SOURCES])
    assert code == 1
    assert err == "only quotations are checked; --claims also checks figures, dates, names\n"
    assert out == (
        "memo.md: 1 of 2 quotations found in 3 sources; 1 not found\n"
        "\n"
        "found      1:10  “a serious step forward”\n"
        f"           {SOURCES}/mfa-serbia-release.txt:14:10\n"
        "\n"
        "not found  1:39  “a big leap backward”\n"
    )


def test_all_found_is_fine(memo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memo.write_text("“a serious step forward”\n", encoding="utf-8")
    assert called(capsys, ["memo.md", "--against", SOURCES])[0] == 0


@pytest.mark.parametrize("output_format", ["json", "sarif", "github", "junit"])
def test_programs_read_the_findings(capsys: pytest.CaptureFixture[str], output_format: str) -> None:
    code, out, _ = called(
        capsys, ["memo.md", "--against", SOURCES, "--output-format", output_format]
    )
    assert code == 1
    assert "quote-not-in-source" in out


def test_programs_read_every_quotation(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = called(capsys, ["memo.md", "--source", SOURCES, "--output-format", "json"])
    (verification,) = json.loads(out)["answers"]["verifications"]
    assert [each["verdict"] for each in verification["quotations"]] == ["found", "not found"]


def test_quotations_that_are_all_too_short_are_not_passed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, _, err = called(capsys, ["memo.md", "--source", SOURCES, "--least-words", "99999"])
    assert code == 2
    assert "there was nothing to verify" in err


def test_a_draft_comes_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("<p>“a serious step forward”".encode()))
    monkeypatch.setattr("sys.stdin", stdin)
    code, out, _ = called(capsys, ["-", "--against", SOURCES, "--stdin-format", "html"])
    assert code == 0
    assert out.startswith("stdin.html: 1 of 1 quotation found")


def test_words_are_looked_up_without_a_draft(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--quote", "a serious step forward", "--source", f"{SOURCES}/pink-note.txt"]
    code, out, _ = called(capsys, arguments)
    assert (code, out.splitlines()[0]) == (
        1,
        "--quote: 0 of 1 quotation found in 1 source; 1 not found",
    )


def test_block_quotations_may_be_boxes(memo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    memo.write_text("> A box.\n\n“a serious step forward”\n", encoding="utf-8")
    assert called(capsys, ["memo.md", "--against", SOURCES])[0] == 1
    assert called(capsys, ["memo.md", "--against", SOURCES, "--no-blocks"])[0] == 0


def test_what_is_no_source_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    _, _, err = called(capsys, ["memo.md", "--against", BRIEF])
    assert f"passed over: {BRIEF}/brief.yaml" in err


def test_a_source_that_cannot_be_read_refuses(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / SOURCES / "broken.docx").write_bytes(b"no package")
    code, out, err = called(capsys, ["memo.md", "--against", SOURCES])
    assert code == 3
    assert "broken.docx" in err
    assert "1 of 2 quotations found" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["memo.md"], "name the sources of one draft: “--against PATH”"),
        (["memo.md", SOURCES], f"name the sources of one draft: “--against {SOURCES}”"),
        (["--against", SOURCES], "name a draft"),
        (["memo.md", "--quote", "x", "--against", SOURCES], "one of the two"),
        (["memo.md", "--against", "templates"], "no source to look in"),
        (["empty.md", "--against", SOURCES], "empty.md quotes nothing"),
    ],
)
def test_a_check_that_looks_at_nothing_says_so(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    (home / "templates").mkdir()
    (home / "empty.md").write_text("Nothing.\n", encoding="utf-8")
    code, out, err = called(capsys, arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_a_draft_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert called(capsys, ["gone.md", "--against", SOURCES])[0] == 3


def quoted(capsys: pytest.CaptureFixture[str], arguments: Sequence[str]) -> tuple[int, str, str]:
    code = run(["quote", *arguments])
    printed = capsys.readouterr()
    return code, printed.out, printed.err


@pytest.mark.parametrize("path", [BRIEF, f"{BRIEF}/brief.yaml"])
def test_the_lines_of_a_data_file_are_given(capsys: pytest.CaptureFixture[str], path: str) -> None:
    code, out, err = quoted(capsys, ["discussed starting the dialogue soon", path])
    assert (code, err) == (0, "")
    assert out == (
        f"{SOURCES}/mfa-serbia-release.txt:2:208\n"
        "- source: mfa\n"
        "  quote: discussed launching the U.S.-Serbia Strategic Dialogue very soon\n"
        "\n"
    )


def test_a_folder_of_sources_serves_too(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = quoted(capsys, ["serious step forward", SOURCES, "--output-format", "json"])
    (passage,) = json.loads(out)["answers"]["passages"]
    assert (code, passage["words"], passage["share"]) == (0, "serious step forward", 1.0)


def test_there_may_be_nothing_like_it(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = quoted(capsys, ["zebras quarrelling", SOURCES])
    assert (code, out) == (1, "")
    assert "nothing like it stands in 3 sources" in err
    assert "in 1 source\n" in quoted(capsys, ["zebras", f"{SOURCES}/pink-note.txt"])[2]


def test_a_source_that_is_not_there_refuses(capsys: pytest.CaptureFixture[str]) -> None:
    assert quoted(capsys, ["zebras", "gone.txt"])[0] == 3


def test_figures_dates_and_names_are_held_to_the_sources_on_demand(
    memo: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    memo.write_text("The Serbian minister spoke of 77 journalists.\n", encoding="utf-8")
    code, out, _ = called(capsys, ["memo.md", "--against", SOURCES, "--claims"])
    assert code == 0
    assert "figure “77”" in out
    assert called(capsys, ["memo.md", "--against", SOURCES, "--claims", "--strict"])[0] == 1


def test_where_no_source_can_be_read_no_quotation_is_blamed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    code, out, err = called(capsys, ["memo.md", "--against", "nowhere", "--claims"])
    assert code == 3
    assert "memo.md: no source could be read, so nothing was looked up" in out + err
    assert "not found" not in out + err
    assert "not checked: who agreed, promised, asked or refused what" in err
