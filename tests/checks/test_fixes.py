from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.checks.conftest import mended

from bluf.pipeline.fix import fixable, fixed
from octavo.finding import Finding, Fix, Level
from octavo.location import FileLocation, TextLocation

if TYPE_CHECKING:
    from pathlib import Path

    from tests.checks.conftest import Check


def test_a_misspelt_label_is_written_as_it_was_meant(check: Check, tmp_path: Path) -> None:
    text = mended(check, tmp_path / "a.yaml", marking="TLP: Amber + Strict")
    assert text.splitlines()[5] == 'marking: "TLP:AMBER+STRICT"  # as the other side marks it'


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
