from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.markings import schemes
from octavo.finding import FindingsError

if TYPE_CHECKING:
    from pathlib import Path


OWN = """
name = "Our house"
levels = [
  {name = "PUBLIC", portion = "P", weight = 0},
  {name = "BOARD", portion = "B", weight = 2},
]
"""


def test_a_scheme_of_ones_own_goes_before_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "house.toml").write_text(OWN, encoding="utf-8")
    found = schemes(tmp_path)
    assert found.banner(["P", "B"]) == "BOARD"
    assert found.portion("PUBLIC") == "(P)"
    assert found.weight("Board") == 2
    assert found.banner(["U", "C"]) == "CONFIDENTIAL"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("levels = [", "it cannot be read"),
        ('name = "x"\nlevels = [{nmae = "A"}]', "this is not a scheme"),
        ('name = "x"', "this is not a scheme"),
    ],
)
def test_a_faulty_scheme_is_refused(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "house.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FindingsError) as caught:
        schemes(tmp_path)
    (found,) = caught.value.findings
    assert said in found.message
