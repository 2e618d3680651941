from __future__ import annotations

import pytest

from bluf.draft.unspaced import people_unspaced
from bluf.draft.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("tag", "text", "name"),
    [
        ("zh", "外交部长王毅会见大使", "王毅"),
        ("ar", "التقى وزير الخارجية أحمد سالم، اليوم", "أحمد سالم"),
        ("ar", "استقبل بمكتبه سعادة أحمد سالم، سفير", "أحمد سالم"),
    ],
)
def test_a_name_stands_behind_its_office(tag: str, text: str, name: str) -> None:
    found = people_unspaced(text, vocabulary(tag))
    assert found[0].name == name
    assert text[found[0].start : found[0].end] == name


def test_a_text_without_an_office_names_nobody() -> None:
    assert people_unspaced("双方举行会谈", vocabulary("zh")) == []
