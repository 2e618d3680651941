from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt

from bluf.register import Group, Reckoning, RowSelection, make_register
from bluf.register.formats.table import rendered

if TYPE_CHECKING:
    from bluf.register import Linked, Register


TEMPLATES = Path(__file__).parents[3] / "templates"


def test_markdown_prints_values_as_they_were_typed(register: Register) -> None:
    text = rendered(register, "md", TEMPLATES / "register.md").decode()
    page = MarkdownIt("commonmark").enable("table").render(text)
    assert "=cmd|'/C calc'!A0" in page.replace("&quot;", '"')
    assert "<b>" not in page
    assert page.count("<table>") == 2
    assert "<strong>Launch the dialogue</strong> (carried over 1×)" in page
    assert "“uskoro” “soon” (translation, the desk) — Novosti: Članak, 3 Jan 2025" in page
    assert '<a href="https://example.org/a">Novosti: Članak, 3 Jan 2025</a>' in page


def test_markdown_names_what_was_left_out(linked: Linked, empty: Register) -> None:
    chosen = make_register(
        linked,
        Reckoning(empty.day.replace(year=2026)),
        RowSelection(owner="us"),
        group_by=Group.OWNER,
    )
    text = rendered(chosen, "md", TEMPLATES / "register.md").decode()
    assert "Only: Owed by: us." in text
    assert "## Follow-ups: United States" in text
    none = rendered(empty, "md", TEMPLATES / "register.md").decode()
    assert "Briefs: 0. Recorded later and left out: 3." in none
    assert "Nothing was recorded by then." in none
