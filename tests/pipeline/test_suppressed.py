"""Evidence cannot be switched off: what is accepted against it marks the brief on its face."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.checks import Selection
from bluf.claims import held_back
from bluf.pipeline import Order
from bluf.pipeline.making import make
from bluf.rules import BY_NAME, finding
from octavo.finding import Level
from octavo.location import TextLocation

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.rules import Rule

BRIEF = """\
id: talks
title: Talks
date: 2026-03-02
to: Minister
from: Desk
bottom_line: It costs 500 million euros.
parties: {{rs: {{name: Serbia}}}}
sources: {{a: {{title: A, publisher: P, party: rs, file: a.txt}}}}
outcomes:
  - id: O1
    statement: A line for 500 million euros{mark}
    strength: conveyed
    evidence: [{{source: a, quote: It costs 400 million euros}}]
"""


def _is_of_evidence(rule: Rule) -> bool:
    return rule.group == "evidence" and rule.level is Level.ERROR


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It costs 400 million euros.", encoding="utf-8")
    return tmp_path / "brief.yaml"


def _face(path: Path, mark: str, selection: Selection) -> tuple[str, int]:
    path.write_text(BRIEF.format(mark=mark), encoding="utf-8")
    product = make(Order(path, formats=("md",), selection=selection))
    assert product.tally is not None
    text = product.outputs[0].content.decode() if product.outputs else ""
    return text, product.tally.suppressed


@pytest.mark.parametrize(
    ("mark", "selection"),
    [
        ("  # bluf: ignore[figure-differs] the ministry will correct it", Selection()),
        ("", Selection.of(ignore=["figure-differs"])),
        ("", Selection.of(select=["source-unused"])),
    ],
)
def test_a_claim_that_is_accepted_against_its_source_marks_the_brief(
    brief: Path, mark: str, selection: Selection
) -> None:
    text, suppressed = _face(brief, mark, selection)
    assert suppressed == 1
    assert "Unproven" in text


def test_an_error_without_a_reason_is_not_accepted(brief: Path) -> None:
    text, suppressed = _face(brief, "  # bluf: ignore[figure-differs]", Selection())
    assert (text, suppressed) == ("", 0)


@pytest.mark.parametrize(
    ("template", "written"),
    [
        ("{{ brief.title }}", False),
        ("{{ brief.title }} {% if false %}{{ brief.unproven }}{% endif %}", False),
        ("{{ brief.title }} {{ brief.unproven }}", True),
    ],
)
def test_a_template_of_ones_own_cannot_leave_the_mark_out(
    brief: Path, tmp_path: Path, template: str, written: bool
) -> None:
    own = tmp_path / "own.md"
    own.write_text(template, encoding="utf-8")
    brief.write_text(BRIEF.format(mark=""), encoding="utf-8")
    selection = Selection.of(ignore=["figure-differs"])
    product = make(Order(brief, formats=("md",), selection=selection, template=str(own)))
    assert bool(product.outputs) is written
    assert ("notice-not-printed" in {each.rule for each in product.findings}) is not written


@pytest.mark.parametrize("rule", [name for name, rule in BY_NAME.items() if _is_of_evidence(rule)])
def test_each_error_on_evidence_is_counted_where_a_setting_leaves_it_out(rule: str) -> None:
    found = finding(rule, "it is not so", TextLocation("brief.yaml", 1, 1))
    assert held_back([found], []) == 1
