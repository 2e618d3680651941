from __future__ import annotations

from typing import TYPE_CHECKING

from tests.checks.conftest import BRIEF, mended

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.conftest import Check


def test_an_unused_comment_goes_with_the_blanks_before_it(check: Check, tmp_path: Path) -> None:
    text = mended(
        check, tmp_path / "a.yaml", due="2025-12-31  # bluf: ignore[due-vague] it is vague"
    )
    assert text.splitlines()[-1] == "    due: 2025-12-31"


def test_an_unused_comment_alone_on_its_line_takes_the_line_with_it(
    check: Check, tmp_path: Path
) -> None:
    text = mended(check, tmp_path / "a.yaml", owner="\n    # bluf: ignore[due-vague] it is vague")
    assert text == BRIEF.format(marking="TLP:RED", first="", owner="", due="2025-12-31")


def test_of_several_rules_only_the_unused_are_taken_out(check: Check, tmp_path: Path) -> None:
    comment = "  # bluf: ignore[due-vague, follow-up-overdue,follow-up-without-due] the wording"
    text = mended(check, tmp_path / "a.yaml", due=f"later this year{comment}")
    assert text.splitlines()[-1] == (
        "    due: later this year  # bluf: ignore[due-vague] the wording"
    )
