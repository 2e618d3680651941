from __future__ import annotations

from bluf.languages.remembering import forget_long_texts, remembered

SHORT, LONG, HUGE = "a", "a" * 5_000, "a" * 5_000_000


def test_a_text_is_looked_through_once() -> None:
    asked = []

    @remembered
    def length(text: str, tag: str) -> int:
        asked.append(tag)
        return len(text)

    for text in (SHORT, LONG):
        assert [length(text, "en"), length(text, "en"), length(text, "fr")] == [len(text)] * 3
    assert asked == ["en", "fr"] * 2


def test_long_texts_are_let_go_of_where_they_are_many() -> None:
    asked = []

    @remembered
    def length(text: str) -> int:
        asked.append(text)
        return len(text)

    for text in (HUGE, LONG):
        length(text)
        forget_long_texts()
    assert [length(LONG), len(asked)] == [len(LONG), 2]
    length(HUGE)
    forget_long_texts()
    assert [length(LONG), len(asked)] == [len(LONG), 4]
