"""Normalisation does what its table says, and keeps every position."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.evidence import normal as module
from bluf.evidence.normal import LIGATURES, SIGNS, has_unspaced, normalise

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("original", "normal"),
    [
        ("co\u00adoperation", "cooperation"),
        ("co\u00ad \r\n  operation", "cooperation"),
        ("a\u00ad b", "a b"),
        ("oﬃce of ǈubǉana", "office of Ljubljana"),
        ("de\u0301ja\u0300", "déjà"),
        ("한", "한"),
        ("“so” „so‟ «so»", '"so" "so" "so"'),
        ("‘so’ ‚so‛ ‹so›", '"so" "so" "so"'),
        ("don’t ``so'' “‘so’”", 'don\'t "so" "so"'),
        ("我们‘从不’", '我们"从不"'),
        ("a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"),
        (" a \t\r\n\u00a0 b\u2028c ", " a b c "),
        ("战略 \n 对话 and 对话, of 15 日", "战略对话and对话, of 15日"),
        ("محمـــد", "محمد"),
        ("شكرًا ودائماً", "شكراً ودائماً"),
        ("Ćirilo ćirilo", "Ćirilo ćirilo"),
        ("1½ ² ™ ﹣ 「x」", '1½ ² ™ ﹣ "x"'),
    ],
)
def test_what_counts_as_the_same(original: str, normal: str) -> None:
    assert normalise(original).text == normal


TEXTS = st.text(
    st.characters(
        categories=["L", "M", "N", "P", "Zs", "Cc"],
        include_characters="\u00adﬁﬃǆé\u0301\u0323가각ᄀ각战\u3000“—",
    )
)


@given(TEXTS)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text).text
    assert unicodedata.is_normalized("NFC", once)
    assert normalise(once).text == once


@given(TEXTS)
def test_every_position_leads_back_to_where_it_came_from(text: str) -> None:
    normal = normalise(text)
    origins = [normal.origin(offset) for offset in range(len(normal.text))]
    assert origins == sorted(origins)
    assert all(0 <= origin < len(text) for origin in origins)
    for offset, origin in enumerate(origins):
        if normal.text[offset] == text[origin]:
            continue
        assert text[origin] not in "abcdefghijklmnopqrstuvwxyz0123456789"


def test_the_table_of_the_documentation_lists_every_sign(repository: Path) -> None:
    table = (repository / "docs" / "evidence.md").read_text(encoding="utf-8")
    rows = [row for row in table.splitlines() if row.startswith("| ")]
    assert any(all(sign in row for sign in LIGATURES) for row in rows)
    for plain, signs in SIGNS.items():
        row = next(row for row in rows if all(sign in row for sign in signs))
        assert f"`{plain}`" in row


@given(st.text(st.sampled_from("abя \n\u00adﬁ战e\u0301\u2019\u200b."), max_size=40))
def test_a_long_text_reads_as_a_short_one(text: str) -> None:
    whole = normalise(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_PIECE", 3)
        pieces = normalise(text)
    assert pieces.text == whole.text
    offsets = range(len(whole.text))
    assert [pieces.origin(at) for at in offsets] == [whole.origin(at) for at in offsets]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("words", False),
        ("Привет", False),
        ("Привет \U0001f600", False),
        ("say 中", True),
        ("かな", True),
    ],
)
def test_some_scripts_have_no_spaces(text: str, *, expected: bool) -> None:
    assert has_unspaced(text) is expected
