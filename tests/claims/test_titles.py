"""The country behind a name says whom somebody speaks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.claims.conftest import Held

SAID = {
    "en": "Economy Minister Petar Novak of Serbia met Trade Minister Ann Lee.",
    "fr": "Le ministre Petar Novak de Serbie a rencontré la ministre Ann Lee.",
    "es": "El ministro Petar Novak de Serbia se reunió con la ministra Ann Lee.",
    "pt": "O ministro Petar Novak da Sérvia reuniu-se com a ministra Ann Lee.",
    "de": "Minister Petar Novak aus Serbien traf Ministerin Ann Lee.",
    "sr-Latn": "Ministar Petar Novak iz Srbije sastao se sa ministarkom Ann Lee.",
    "ru": "Министр Петар Новак из Сербии встретился с министром.",
}


def _rules(held: Held, tag: str, text: str, party: str) -> list[str]:
    also = ", also: [Петар Новак]" if tag == "ru" else ""
    quote = " ".join(text.split()[-2:])
    _, findings = held(
        f"""\
sources:
  a: {{title: A, publisher: P, language: {tag}, date: 2026-03-02, file: a.txt}}
events:
  - id: E1
    title: Talks
    date: 2026-03-01
    participants: [{{name: Petar Novak, role: Minister, party: {party}{also}}}]
outcomes:
  - id: O1
    event: E1
    statement: They met
    strength: discussed
    evidence: [{{source: a, quote: "{quote}", translation: met, translator: D}}]
""",
        a=text,
    )
    return [each.rule for each in findings if each.rule.startswith("side-")]


@pytest.mark.parametrize("tag", SAID)
def test_a_party_that_the_source_contradicts_is_an_error(held: Held, tag: str) -> None:
    assert "side-differs" in _rules(held, tag, SAID[tag], "us")


@pytest.mark.parametrize("tag", SAID)
def test_the_party_that_the_source_names_passes(held: Held, tag: str) -> None:
    assert _rules(held, tag, SAID[tag], "rs") == []


@pytest.mark.parametrize(
    "text",
    [
        "Minister Petar Novak and U.S. Minister Ann Lee met.",
        "This is the first visit to the United States of Minister Petar Novak.",
        "Minister Petar Novak of the Serbian Progressive Party met her.",
        "Minister Petar Novak for Europe met her.",
        "Minister Petar Novak of late met U.S. officials.",
    ],
)
def test_another_word_behind_a_name_contradicts_nothing(held: Held, text: str) -> None:
    assert "side-differs" not in _rules(held, "en", text, "rs")


def test_an_office_of_the_next_one_in_a_list_is_not_of_the_one_before(held: Held) -> None:
    text = "Veio com o secretário de governo, Saulo Costa, da ministra da Energia, Ana Prado."
    record = (
        "sources: {a: {title: A, publisher: P, language: pt, file: a.txt}}\nlanguage: pt\n"
        "events: [{id: E1, title: Reunião, participants: [{name: Saulo Costa,"
        " role: secretário de governo}]}]\n"
    )
    _, findings = held(record, a=text)
    assert "office-differs" not in [finding.rule for finding in findings]


def test_a_name_within_the_whole_name_of_another_is_not_this_one(held: Held) -> None:
    text = "Ann Ould Lee met Bo Day. The ambassador Lee Ould Fox was there."
    people = "[{name: Ann Ould Lee, role: Minister}, {name: Lee Ould Fox, role: ambassador}]"
    record = (
        "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
        f"events: [{{id: E1, title: Talks, participants: {people}}}]\n"
    )
    _, findings = held(record, a=text)
    assert "office-differs" not in [finding.rule for finding in findings]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Ann Lee, Bo Berg and Carl Novak, ministers of health, trade and finance, met.",
         "cannot be told"),
        ("Ann Lee, Bo Berg and Carl Novak, ministers of health, met.", "borne out"),
        ("Ann Lee met Bo Berg. Carl Novak, minister of health and trade, met.", "borne out"),
    ],
)  # fmt: skip
def test_an_office_behind_several_names(held: Held, text: str, verdict: str) -> None:
    """Where it names several offices, it tells nobody which is the last one's."""
    claims, _ = held(
        f"""sources: {{a: {{title: A, publisher: P, date: 2026-03-02, file: a.txt}}}}
events:
  - id: E1
    title: Talks
    participants: [{{name: Carl Novak, role: Minister of health}}]
outcomes:
  - id: O1
    event: E1
    statement: They met
    strength: discussed
    evidence: [{{source: a, quote: "{text}"}}]
""",
        a=text,
    )
    assert [str(each.verdict) for each in claims if each.kind.name == "OFFICE"] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Petar Novak, the Minister of Trade of the United States, H.E. Ann Lee, met.",
        "Mayor Ann Lee and Minister Petar Novak met.",
    ],
)
def test_an_office_is_of_the_name_beside_it(held: Held, text: str) -> None:
    record = """\
parties: {rs: {name: Serbia}, us: {name: United States}}
sources: {a: {title: A, publisher: P, date: 2026-03-02, file: a.txt}}
events:
  - id: E1
    title: Talks
    participants:
      - {name: Petar Novak, role: Minister, party: rs}
      - {name: Ann Lee}
"""
    assert not [each for each in held(record, a=text)[1] if each.rule.endswith("-differs")]
