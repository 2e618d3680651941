from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.evidence import match
from bluf.evidence.formats import text
from bluf.evidence.match import Searchable
from bluf.evidence.text import SourceText
from bluf.evidence.verify import look_up


def test_many_quotations_are_found_as_few_are() -> None:
    words = [f"word{number}" for number in range(300)]
    text = " ".join(words) + " co\ufffeoperation pre\ufffe and self-\ufffemade agreed that"
    source = Searchable(SourceText("a.txt", text, (0,)))
    there = [" ".join(words[at : at + 4]) for at in range(0, 280, 5)]
    there += ["word299 cooperation", "agree[d] that", "[W]ord7 word8", "word1 … word9", "-"]
    absent = [f"{quote} no" for quote in there[:40]]
    quotes = [*there, *absent, "ord8 word9", "pre- and self-made"]
    many = look_up(source, quotes)
    assert many == [look_up(source, [quote])[0] for quote in quotes]
    assert all(many[:40])
    assert not any(many[len(there) : len(there) + 40])


@given(
    st.lists(st.sampled_from(["so", "a", "no-", "\n", "-\n", "战", "b.", "—"]), max_size=24),
    st.lists(st.sampled_from(["so", "a so", "no-so", "a […] b", "so a", "[s]o", "no"]), min_size=1),
)
def test_few_quotations_are_found_as_many_are(words: list[str], quotes: list[str]) -> None:
    source = Searchable(text.read(" ".join(words).encode(), "a.txt"))
    apart = look_up(source, quotes)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(match, "_FEW", 0)
        assert look_up(source, quotes) == apart
