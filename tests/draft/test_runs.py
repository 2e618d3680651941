from __future__ import annotations

import pytest

from bluf.draft.runs import is_acronym, is_headline, runs
from bluf.draft.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("tag", "text", "found"),
    [
        (
            "en",
            "They met Ann Harbour and Piet van der Haven.",
            ["Ann Harbour", "Piet van der Haven"],
        ),
        ("en", "He came on Monday with J. Reed.", ["J. Reed"]),
        ("fr", "le ministre a reçu Ana Luz", ["Ana Luz"]),
    ],
)
def test_names_are_runs_of_capitals_without_words_that_no_name_has(
    tag: str, text: str, found: list[str]
) -> None:
    assert [text[slice(*span)] for span in runs(text, vocabulary(tag))] == found


def test_a_headline_tells_no_name() -> None:
    words = vocabulary("en")
    assert is_headline("Minister Opens Northern Harbour Terminal", words)
    assert not is_headline("The minister opened the Northern terminal", words)
    assert not is_headline("Minister Opens Northern Harbour Terminal.", words)


def test_an_acronym_cannot_be_spoken() -> None:
    found = [word for word in ("UN", "NHRC", "STONE", "Stone") if is_acronym(word)]
    assert found == ["UN", "NHRC"]
