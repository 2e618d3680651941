"""Who speaks in a statement: “we” and “I” in quotation marks, “he” by name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.draft.test_edges import brief_of

if TYPE_CHECKING:
    from tests.draft.conftest import Read

HEAD = (
    "Ann Harbour, Foreign Minister of Norway, met Ambassador Piet Haven of Japan on 3 March 2026.\n"
)


def statements(account: Read, text: str, language: str = "en") -> list[str]:
    outcomes = brief_of(account(HEAD + text, language=language)).outcomes
    return [each.statement for each in outcomes]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        pytest.param(
            "“We are committed to a quay that serves our towns,” Harbour said.",
            "Harbour: “We are committed to a quay that serves our towns”",
            id="of the one who said it",
        ),
        pytest.param(
            "“Ferries bind the two coasts. We welcomed a new pier,” Haven said.",
            "Haven: “We welcomed a new pier”",
            id="of the one named at the end of what was said",
        ),
        pytest.param(
            "“The pier is welcomed by all the towns,” Minister Harbour said.",
            "Harbour: “The pier is welcomed by all the towns”",
            id="of a person, without a “we”",
        ),
        pytest.param(
            "Minister Harbour praised the crew. He stressed that the quay is open to both sides.",
            "Harbour stressed that the quay is open to both sides",
            id="“he” is the one who was last spoken of",
        ),
        pytest.param(
            "“It rains,” the Mayor of the port said. He stressed that the quay is open to all.",
            "The Mayor of the port stressed that the quay is open to all",
            id="“he” is an office",
        ),
        pytest.param(
            "The ministers praised the crew. He stressed that the quay is open to both sides.",
            "The quay is open to both sides",
            id="where nobody is named, what is said",
        ),
    ],
)
def test_a_statement_says_who_speaks(account: Read, text: str, statement: str) -> None:
    assert statement in statements(account, text)


def test_a_verb_without_its_subject_gets_one(account: Read) -> None:
    text = (
        "El 3 de marzo de 2026 el canciller Juan Puerto se reunió con la ministra Ana Muelle.\n"
        "Puerto destacó la importancia del muelle. También reiteró el apoyo de su país al puerto.\n"
    )
    found = account(text, language="es").candidates
    assert "Puerto reiteró el apoyo de su país al puerto" in [each.statement for each in found]


def test_the_us_is_not_we(account: Read) -> None:
    text = "Ambassador Haven underscored the US commitment to the quay of the northern towns."
    assert statements(account, text) == [text.rstrip(".")]
