from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.checks import fixable, fixed
from octavo.finding import Finding, Fix, Level
from octavo.location import FileLocation, TextLocation

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.conftest import Check

BRIEF = """\
id: case
title: Talks
date: 2025-08-07
to: Minister
from: Desk
marking: "{marking}"  # as the other side marks it
bottom_line: They met.
follow_ups:
  - id: F1{first}
    action: Meet again
    owner: both{owner}
    due: {due}
"""


def _fixed(check: Check, path: Path, **values: str) -> str:
    defaults = {"marking": "TLP:RED", "first": "", "owner": "", "due": "2025-12-31"}
    path.write_text(BRIEF.format(**{**defaults, **values}), encoding="utf-8")
    text = fixed(path.read_text(encoding="utf-8"), check(path))
    path.write_text(text, encoding="utf-8")
    assert not fixable(check(path))
    return text


def test_a_misspelt_label_is_written_as_it_was_meant(check: Check, tmp_path: Path) -> None:
    text = _fixed(check, tmp_path / "a.yaml", marking="TLP: Amber + Strict")
    assert text.splitlines()[5] == 'marking: "TLP:AMBER+STRICT"  # as the other side marks it'


def test_an_unused_comment_goes_with_the_blanks_before_it(check: Check, tmp_path: Path) -> None:
    text = _fixed(
        check, tmp_path / "a.yaml", due="2025-12-31  # bluf: ignore[due-vague] it is vague"
    )
    assert text.splitlines()[-1] == "    due: 2025-12-31"


def test_an_unused_comment_alone_on_its_line_takes_the_line_with_it(
    check: Check, tmp_path: Path
) -> None:
    text = _fixed(check, tmp_path / "a.yaml", owner="\n    # bluf: ignore[due-vague] it is vague")
    assert text == BRIEF.format(marking="TLP:RED", first="", owner="", due="2025-12-31")


def test_of_several_rules_only_the_unused_are_taken_out(check: Check, tmp_path: Path) -> None:
    comment = "  # bluf: ignore[due-vague, follow-up-overdue,follow-up-without-due] the wording"
    text = _fixed(check, tmp_path / "a.yaml", due=f"later this year{comment}")
    assert text.splitlines()[-1] == (
        "    due: later this year  # bluf: ignore[due-vague] the wording"
    )


def test_words_that_are_no_longer_there_are_left_alone() -> None:
    finding = Finding(
        "marking-misspelt", Level.ERROR, "no", TextLocation("a.yaml", 1), fix=Fix("RED", "red")
    )
    assert fixed("marking: AMBER\n", [finding]) == "marking: AMBER\n"


@pytest.mark.parametrize("location", [FileLocation("a.docx"), TextLocation("a.yaml", 1)])
def test_only_a_place_in_a_text_can_be_fixed(location: FileLocation | TextLocation) -> None:
    finding = Finding("marking-misspelt", Level.ERROR, "no", location, fix=Fix("a", "b"))
    plain = Finding("marking-misspelt", Level.ERROR, "no", location)
    found = fixable([finding, plain])
    assert found == ({} if isinstance(location, FileLocation) else {"a.yaml": (finding,)})
    assert fixed("a\n", [finding, plain]) == (
        "a\n" if isinstance(location, FileLocation) else "b\n"
    )
