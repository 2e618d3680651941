from __future__ import annotations

from pathlib import Path

import pytest

from bluf.verification import read_shelf, suggest_quotations


@pytest.mark.parametrize(
    ("words", "passage", "place"),
    [
        ("agreed to reopen the crossing", "agreed to reopen the crossing", "release.txt:2:5"),
        (
            "we agree to open the crossing again by 2027",
            "agreed to reopen the crossing by 2027",
            "",
        ),
        ("the ministers had met monday", "ministers met on Monday", "release.txt:1:1"),
    ],
)
def test_the_exact_passage_is_given(sources: Path, words: str, passage: str, place: str) -> None:
    first = suggest_quotations(words, read_shelf([sources], named_from=sources))[0]
    assert passage in first.words
    assert str(first.place).endswith(place)


def test_there_may_be_none(sources: Path) -> None:
    shelf = read_shelf([sources])
    assert suggest_quotations("nothing of the kind stands anywhere", shelf) == ()
    assert suggest_quotations("…", shelf) == ()


def test_the_last_sentence_may_have_no_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("They signed a treaty in May", encoding="utf-8")
    shelf = read_shelf([Path(tmp_path)])
    assert suggest_quotations("they signed one treaty in may", shelf)[0].words.startswith("They")
