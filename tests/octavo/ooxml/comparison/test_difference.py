from __future__ import annotations

from octavo.location import WordLocation
from octavo.ooxml.comparison.stories import changed_text, difference, quoted

PLACE = WordLocation("a.docx", "body", (("paragraph", 1),), "word/document.xml")


def test_a_side_that_shows_nothing_is_left_out() -> None:
    assert difference("text-differs", PLACE, "more", after="b").notes == ("+ b",)


def test_long_texts_are_cut_to_what_differs() -> None:
    start = "s" * 100
    before, after = changed_text(PLACE, f"{start}old", f"{start}new{'e' * 200}").notes
    assert before == f"- …{'s' * 40}old"
    assert after == f"+ …{'s' * 40}new{'e' * 117}…"


def test_a_text_that_is_gone_has_a_sign() -> None:
    assert changed_text(PLACE, "a\nb", "").notes == ("- a⏎b", "+ ∅")
    assert quoted("") == "an empty text"
