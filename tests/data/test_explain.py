from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import SimpleNamespace


CASES = "faults.txt"


def test_a_fault_is_said_once_at_its_place(
    whole: str, said: Callable[..., list[str]], case: SimpleNamespace
) -> None:
    end = "" if case.after else "\n"
    right = "\n".join(case.before) + end
    assert right in whole

    assert said(whole.replace(right, "\n".join(case.after), 1)) == case.said


def test_parties_as_a_list_are_told_how_to_be(small: str, said: Callable[..., list[str]]) -> None:
    (line,) = said(f"{small}parties: [rs]\n")
    assert line == (
        "7:10 data-type: “parties” takes ids with fields of their own, not a list; "
        "write “id: {…}” for each"
    )
