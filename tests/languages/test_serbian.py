from __future__ import annotations

import pytest

from bluf.languages import to_cyrillic, to_latin


@pytest.mark.parametrize(
    ("latin", "cyrillic"),
    [
        ("Đurić", "Ђурић"),
        ("Njegoš", "Његош"),
        ("džep i ljubav", "џеп и љубав"),
        ("w x", "w x"),
    ],
)
def test_serbian_scripts_say_the_same(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin) == cyrillic
    assert to_latin(cyrillic) == latin
