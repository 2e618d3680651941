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
