from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Account, Difference, Proof
from bluf.views import view
from bluf.views.citations import decisive

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.model import Brief

    MakeBrief = Callable[..., Brief]

LONG = (
    "After a long exchange on many other matters, in which both of them took part at length, the "
    "ministers agreed to open the line in early spring, and thanked all of those who had worked "
    "on the matter for so many months, the interpreters, the cooks, the drivers and all the others"
)


@pytest.mark.parametrize(
    ("words", "deciding", "shown"),
    [
        ("they agreed to meet soon", ("agreed", "soon"), "they **agreed** to meet **soon**"),
        ("they agreed", (), "they agreed"),
        ("两国商定今年设立", ("商定", "今年"), "两国**商定今年**设立"),
        ("they did not agree", ("not agree", "agree"), "they did **not agree**"),
        ("Agreed to meet", ("agreed", "nothing of this"), "**Agreed** to meet"),
        ("a *star* agreed", ("agreed",), r"a \*star\* **agreed**"),
    ],
)
def test_the_deciding_words_are_bold(words: str, deciding: tuple[str, ...], shown: str) -> None:
    assert decisive(words, deciding) == shown


def test_of_long_words_the_part_that_decides_is_shown() -> None:
    shown = decisive(LONG, ("agreed", "early spring"))
    assert shown.startswith("… ")
    assert shown.endswith(" …")
    assert "the ministers **agreed** to open the line in **early spring**, and thanked" in shown
    assert decisive(LONG, ()) == LONG


def test_what_decides_at_either_end_is_not_cut_off_there() -> None:
    assert decisive("Agreed: " + LONG, ("agreed",)).startswith("**Agreed**: After")
    assert decisive(LONG + ", they agreed", ("they agreed",)).endswith("**they agreed**")


def test_a_translation_stands_in_place_of_foreign_words(make_brief: MakeBrief) -> None:
    account = Account(
        "theirs", "bb", "dogovorili su", translation="they agreed", deciding=("agreed",)
    )
    brief = make_brief()
    (row,) = view(brief, Proof({}, (Difference("O1", "A pact", (account,)),))).differences
    assert row.accounts[0].words == "“they agreed”"
    assert row.accounts[0].decisive == "“they **agreed**”"
