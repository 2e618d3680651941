from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.roundtrip.merge import next_id
from bluf.roundtrip.origins import Origin, Span
from bluf.roundtrip.spans import respanned

ORIGIN = Origin(("to",))


@pytest.mark.parametrize(
    ("before", "spans", "after", "texts", "rest_is_same"),
    [
        ("To: Ann", [(4, 7)], "To: Bob", ("Bob",), True),
        ("To: Ann", [(4, 7)], "To: Ann and Bob", ("Ann and Bob",), True),
        ("Ann, here", [(0, 3)], "Old Ann, here", ("Old Ann",), True),
        ("To: Ann", [(4, 7)], "For: Ann", ("Ann",), False),
        ("AnnBob", [(0, 3), (3, 6)], "AnnxBob", ("Annx", "Bob"), True),
        ("a: Ann b: Bob", [(3, 6), (10, 13)], "a: Eve b: Joe", ("Eve", "Joe"), True),
        ("Ann", [(0, 3)], "", ("",), True),
        ("To Ann now", [(3, 6)], "Tomorrow", ("",), False),
    ],
)
def test_a_text_is_found_after_an_edit(
    before: str,
    spans: list[tuple[int, int]],
    after: str,
    texts: tuple[str, ...],
    rest_is_same: bool,
) -> None:
    found = respanned(before, after, [Span(start, end, ORIGIN) for start, end in spans])
    assert found.rest_is_same is rest_is_same
    if rest_is_same:
        assert found.texts == texts


def test_a_very_long_paragraph_is_asked_by_its_fixed_text_alone() -> None:
    long = "x" * 30_000
    spans = [Span(0, len(long), ORIGIN)]
    assert respanned(f"{long}. End", f"{long}y. End", spans).texts == (f"{long}y",)
    lost = respanned(f"{long}. End", f"{long}y. Fin", spans)
    assert (lost.texts, lost.rest_is_same) == ((long,), False)


@given(st.lists(st.text("ab", max_size=4), min_size=1, max_size=4), st.data())
def test_texts_between_fixed_words_come_back_exactly(old: list[str], data: st.DataObject) -> None:
    new = [data.draw(st.text("ab", max_size=4)) for _ in old]
    spans, before = [], "#"
    for text in old:
        spans.append(Span(len(before), len(before) + len(text), ORIGIN))
        before += f"{text}#"
    after = "#" + "".join(f"{text}#" for text in new)
    found = respanned(before, after, spans)
    assert found.rest_is_same
    assert "#" + "".join(f"{text}#" for text in found.texts) == after


@pytest.mark.parametrize(
    ("names", "beyond", "name"),
    [(["F1", "F2"], 0, "F3"), (["F1"], 1, "F3"), (["one"], 0, "N1"), ([], 2, "N3")],
)
def test_a_new_id_follows_the_last(names: list[str], beyond: int, name: str) -> None:
    assert next_id(names, beyond) == name


def test_what_is_made_from_several_fields_is_fixed_text_where_it_can_be() -> None:
    made = Origin(shown="sources")
    spans = [Span(0, 4, ORIGIN), Span(4, 5, made)]
    assert respanned("Call1", "911", spans).texts == ("91", "1")
    long = "x" * 30_000
    spans = [Span(0, len(long), ORIGIN), Span(len(long) + 2, len(long) + 3, made)]
    found = respanned(f"{long} (1)", f"{long}y (2)", spans)
    assert (found.texts, found.rest_is_same) == ((f"{long}y", "2"), True)
