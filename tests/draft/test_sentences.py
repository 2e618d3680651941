from __future__ import annotations

import pytest

from bluf.draft.sentences import sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They met. They spoke!", ["They met.", "They spoke!"]),
        ("Dr. Haven met Mr. J. Reed on the quay.", ["Dr. Haven met Mr. J. Reed on the quay."]),
        ("Am 3. Mai traf sie ihn. Er kam.", ["Am 3. Mai traf sie ihn.", "Er kam."]),
        ("The Reed plc. is here.", ["The Reed plc. is here."]),
        ("双方会谈。他们同意！", ["双方会谈。", "他们同意！"]),
        ("双方 会谈 about 5 月。", ["双方会谈about 5月。"]),
        ("Heading\n\n- one\n- two", ["Heading", "- one", "- two"]),
    ],
)
def test_a_text_is_cut_where_its_sentences_end(text: str, expected: list[str]) -> None:
    assert [each.text for each in sentences(text)] == expected


def test_a_sentence_knows_its_place_in_the_text() -> None:
    text = "\n  They  met.\n\n They spoke. "
    found = sentences(text)
    assert [text[each.start : each.end] for each in found] == ["They  met.", "They spoke."]
    assert [(each.number, each.text) for each in found] == [(1, "They met."), (2, "They spoke.")]
