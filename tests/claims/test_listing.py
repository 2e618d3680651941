"""A text counts what it lists itself, and a wrong count is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Rules

WRONG = ["figure-not-found"]


@pytest.mark.parametrize(
    ("text", "own", "broken"),
    [
        ("Three ministers: of trade, of energy and of health.", "en", []),
        ("Four ministers: of trade, of energy and of health.", "en", WRONG),
        ("Two papers: a charter, a plan and a budget.", "en", WRONG),
        ("It rests on three papers (a charter, a plan, and a budget).", "en", []),
        ("It rests on two papers: a charter and a plan. Three papers are late.", "en", WRONG),
        ("Three papers are late. It rests on three papers: a charter, a plan and a map.", "en", []),
        ("It rests on three papers.", "en", WRONG),
        ("It rests on three papers:", "en", WRONG),
        ("Trois textes : une charte, un plan et un budget.", "fr", []),
        ("Tres textos: una carta, un plan y un mapa.", "es", []),
        ("Drei Papiere: eine Charta, ein Plan und eine Karte.", "de", []),
        ("Três textos: uma carta, um plano e um mapa.", "pt", []),
        ("Три документа: устав, план и карта.", "ru", []),
        ("Tri dokumenta: povelja, plan i karta.", "sr-Latn", []),
    ],
)
def test_a_count_of_what_the_text_lists(
    rules: Rules, text: str, own: str, broken: list[str]
) -> None:
    found = rules(text, "They met.", own=own)
    assert [rule for rule in found if rule == "figure-not-found"] == broken


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("They visited the mountain villages of Ala, Bela and Cala by helicopter.", []),
        ("They visited the mountain villages of Ala and Bela by helicopter.", WRONG),
        ("The band brought drums, pipes and horns.", WRONG),
    ],
)
def test_a_count_of_what_a_sentence_of_a_source_lists(
    rules: Rules, source: str, broken: list[str]
) -> None:
    assert rules("They visited three mountain villages.", source) == broken
