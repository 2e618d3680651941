from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


def test_the_known_ids_are_the_hint(whole: str, said: Callable[..., list[str]]) -> None:
    (line,) = said(whole.replace("from: rs", "from: serbia"))
    assert line.endswith("; known: rs, us")


def test_a_reference_into_nothing_says_that_there_is_nothing(
    small: str, said: Callable[..., list[str]]
) -> None:
    (line,) = said(
        f"{small}requests: [{{id: R1, event: E1, from: a, to: b, ask: c}}]\n"
        "parties: {a: {name: A}}\n"
    )
    assert line.endswith("“E1” is not the id of an event; this file defines no events")


def test_an_item_of_another_brief_is_not_looked_for_here(
    whole: str, said: Callable[..., list[str]]
) -> None:
    text = whole.replace("answers: [R1]", "answers: [other-brief#R9]").replace("ask:", "aks:")
    assert len(said(text)) == 1


def test_two_items_of_one_id_are_told_apart(whole: str, said: Callable[..., list[str]]) -> None:
    text = whole.replace("- id: F1", "- id: R1")
    (line,) = said(text)
    assert line.startswith("55:9 duplicate-id: “R1” is already an id, in line 35; give each")


def test_a_file_of_the_wrong_shape_has_no_ids(small: str, said: Callable[..., list[str]]) -> None:
    lines = said(f"{small}events: text\nrequests: [text]\noutcomes: [{{id: [O1]}}]\n")
    assert {line.split()[1] for line in lines} == {"data-type:", "missing-key:"}
