"""Offices and peoples that only a text names, and its evidence does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held

EVENT = """\
events: [{id: E1, title: T, participants: [
  {name: Anna Berg, role: ROLE, party: rs}, {name: Carl Dahl, role: Prime Minister, party: us}]}]
"""


def untold(held: Held, tag: str, source: str, text: str, role: str = "Minister") -> list[str]:
    """The words of a statement of which nobody can tell whom they mean."""
    claims, _ = held(
        f"language: {tag}\n{EVENT.replace('ROLE', role)}"
        f"sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}\n"
        f"outcomes: [{{id: O1, statement: {text}, strength: conveyed, "
        f'evidence: [{{source: a, quote: "{source}"}}]}}]\n',
        a=f"{source}.",
    )
    places = [each for each in claims if each.path[-1] == "statement"]
    return [
        each.words for each in places if each.kind == "office" and each.verdict is Verdict.UNDECIDED
    ]


@pytest.mark.parametrize(
    ("tag", "source", "text", "expected"),
    [
        ("en", "The ministers reviewed it", "The ministers reviewed it", []),
        ("en", "The ministers reviewed it", "The presidents reviewed it", ["presidents"]),
        ("en", "The ministers reviewed it", "The prime ministers reviewed it", ["prime ministers"]),
        ("en", "Berg reviewed it", "The Minister reviewed it", []),
        ("en", "Dahl reviewed it", "The Minister reviewed it", ["Minister"]),
        ("en", "They reviewed it", "The Minister reviewed it", []),
        ("en", "They reviewed it", "The governor reviewed it", ["governor"]),
        ("de", "Die deutschen Polizisten", "Die französischen Polizisten", ["französischen"]),
        ("de", "Die deutschen Polizisten", "Die deutschen Beamten", []),
        ("es", "Las inversiones alemanas", "Las inversiones francesas", ["francesas"]),
        ("fr", "La délégation française", "La délégation allemande", ["allemande"]),
        ("ru", "Встреча губернатора", "Встреча президентов", ["президентов"]),
        ("zh", "总统发表讲话", "市长发表讲话", ["市长"]),
    ],
)
def test_an_office_or_a_people_of_the_text_alone_cannot_be_told(
    held: Held, tag: str, source: str, text: str, expected: list[str]
) -> None:
    assert untold(held, tag, source, text) == expected


@pytest.mark.parametrize(
    ("role", "verdict"),
    [
        ("Finance Director", Verdict.BORNE_OUT),
        ("City Manager", Verdict.UNDECIDED),
        ("Mayor", Verdict.UNDECIDED),
    ],
)
def test_the_office_of_the_next_one_is_not_his(held: Held, role: str, verdict: Verdict) -> None:
    claims, _ = held(
        f"{EVENT.replace('ROLE', role)}sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n",
        a="Also there: Mayor Bob Cole, Finance Director Anna Berg and City Manager Carl Dahl.",
    )
    (found,) = [each.verdict for each in claims if each.words == role]
    assert found is verdict


@pytest.mark.parametrize(
    ("role", "expected"),
    [("Minister of Trade", Verdict.BORNE_OUT), ("Minister of Health", Verdict.UNDECIDED)],
)
def test_what_a_minister_is_for_stands_beside_the_name(
    held: Held, role: str, expected: Verdict
) -> None:
    claims, _ = held(
        f"{EVENT.replace('ROLE', role)}sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n",
        a="They met the Minister of Trade Anna Berg and talked of health.",
    )
    (found,) = [each.verdict for each in claims if each.words == role]
    assert found is expected
