from __future__ import annotations

from pathlib import Path

import pytest

from bluf.cli.app import run
from bluf.register import link, read_card

ROOT = Path(__file__).parents[2]
BRIEFS = sorted((ROOT / "briefs").glob("*/brief.yaml"))


def test_the_committed_register_is_what_the_briefs_give(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert run(["register", "--check", "--format", "md,html"]) == 0
    assert capsys.readouterr().err == ""


def test_the_shipped_briefs_carry_the_dialogue_over() -> None:
    linked = link(read_card(path) for path in BRIEFS)
    assert linked.findings == ()
    thread = linked.thread("2025-08-06-serbia-us#F1")
    assert thread
    assert [mention.ref for mention in thread.mentions] == [
        "2025-08-06-serbia-us#F1",
        "2025-09-24-serbia-us#F1",
    ]


@pytest.mark.parametrize("kind", ["md", "html"])
def test_the_thread_says_that_the_dialogue_had_not_begun(kind: str) -> None:
    text = (ROOT / "briefs" / f"register.{kind}").read_text("utf-8")
    assert "Had not begun; the Secretary calls it still to be launched" in text
    assert "strateškom dijalogu koji će naše dve nacije uskoro pokrenuti" in text
    assert "the strategic dialogue that our two nations will soon launch" in text


@pytest.mark.parametrize("kind", ["toml", "json", "xlsx", "csv"])
def test_briefs_kept_in_another_format_give_the_same_register(kind: str, tmp_path: Path) -> None:
    for brief in BRIEFS:
        copy = tmp_path / brief.parent.name / f"brief.{kind}"
        copy.parent.mkdir()
        assert run(["convert", str(brief), str(copy)]) == 0
    out = tmp_path / "out"
    options = ["--as-of", "2025-09-25", "--format", "html", "--out", str(out)]
    assert run(["register", str(tmp_path), *options]) == 0
    expected = (ROOT / "briefs" / "register.html").read_bytes()
    assert (out / "register.html").read_bytes() == expected
