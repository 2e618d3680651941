"""What a list writes before its items."""

from __future__ import annotations

import pytest

from octavo.ooxml.sight.labels import labelled


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("%1.", True),
        ("Article %1", True),
        ("Annex Number %1", True),
        ("Annex No. %1", True),
        ("KAPITEL %1:", True),
        ("Статья %1.", True),
        ("%1 not", False),
        ("Never %1", False),
        ("Not", False),
        ("It is untrue that", False),
    ],
)
def test_words_that_may_turn_the_sense(said: str, *, seen: bool) -> None:
    assert ([*labelled(said)] == []) == seen
