from __future__ import annotations

import pickle

import pytest

from octavo.suggest import UnknownNameError, closest, did_you_mean


@pytest.mark.parametrize(
    ("name", "match"),
    [("aks", "ask"), ("Follow-Ups", "follow_ups"), ("qwerty", None), ("ask", "ask")],
)
def test_the_closest_name_is_found_whatever_its_case(name: str, match: str | None) -> None:
    assert closest(name, ["ask", "follow_ups", "title"]) == match


def test_letters_in_another_order_are_the_likeliest_slip() -> None:
    assert closest("fro", ["from", "for"]) == "for"
    assert closest("from", ["from", "form"]) == "from"


def test_a_name_like_none_lists_those_there_are() -> None:
    assert did_you_mean("zzz", ["b", "a"]) == "known: a, b"
    assert did_you_mean("zzz", map(str, range(20))).endswith(", …")
    assert did_you_mean("zzz", []) == ""


def test_an_unknown_name_travels_whole_from_a_worker() -> None:
    error = UnknownNameError("rule", "due-vage", ["due-vague"])
    assert str(error) == "there is no rule “due-vage”: did you mean “due-vague”?"
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes
