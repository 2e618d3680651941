"""Patterns of words stand for what their manual says."""

from __future__ import annotations

import pytest

from bluf.languages import pattern


@pytest.mark.parametrize(
    ("entry", "script", "text", "found"),
    [
        ("agreed", "Latn", "They Agreed on it", "Agreed"),
        ("agreed", "Latn", "They disagreed", None),
        ("reached (an|a|) deal", "Latn", "reached  a\ndeal", "reached  a\ndeal"),
        ("possib*", "Latn", "a possibility", "possibility"),
        ("schlug(en|) _ vor", "Latn", "Sie schlugen Gespräche vor", "schlugen Gespräche vor"),
        ("s'engage", "Latn", "il s’engage", "s’engage"),
        ("%", "Latn", "40%", "%"),
        ("اتفق", "Arab", "فاتّفق", "فاتّفق"),
        ("اتفق", "Arab", "متفقون", None),
        ("وزير", "Arab", "للوزير", "للوزير"),
        ("قد", "Arab", "وقد", "وقد"),
        ("قد", "Arab", "القد", None),
        ("同意", "Hani", "双方同意举行", "同意"),
    ],
)
def test_a_pattern_finds_its_words(entry: str, script: str, text: str, found: str | None) -> None:
    match = pattern((entry,), script).search(text)
    assert (match.group() if match else None) == found
