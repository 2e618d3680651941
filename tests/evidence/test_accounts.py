"""Accounts of one meeting are laid side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from tests.evidence.conftest import SOURCES

from bluf.evidence import differences, single_sided

if TYPE_CHECKING:
    from tests.evidence.conftest import MakeBrief

    from bluf.data import DataFile


class MakeOutcome(Protocol):
    """Makes a brief with one item."""

    def __call__(self, *evidence: str, item: str = "outcomes", sources: str = SOURCES) -> DataFile:
        """The brief."""


@pytest.fixture
def outcome(make_brief: MakeBrief) -> MakeOutcome:
    """A brief of one item whose evidence is a source and its fields: ``a strength: agreed``."""

    def make(*evidence: str, item: str = "outcomes", sources: str = SOURCES) -> DataFile:
        heads = {
            "outcomes": "id: O1, statement: Hold a dialogue, strength: discussed",
            "requests": "id: R1, from: rs, to: us, ask: Hold a dialogue",
            "follow_ups": "id: F1, action: Hold a dialogue",
        }
        quoted = (each if "quote" in each else f"{each}, quote: x" for each in evidence)
        listed = ", ".join(f"{{source: {each[0]}, {each[2:]}}}" for each in quoted)
        return make_brief(
            f"{sources}{item}:\n  - {{{heads[item]}, evidence: [{listed}]}}\n",
            a="We discussed a dialogue soon. It costs 5 million.",
            b="They agreed a dialogue later this year. It costs 6 million. No.",
            c="A dialogue.",
        )

    return make


@pytest.mark.parametrize(
    ("item", "evidence", "differ"),
    [
        ("outcomes", ["a strength: discussed", "b strength: agreed"], True),
        ("outcomes", ["a quote: We discussed it", "b quote: They agreed it"], True),
        ("outcomes", ["a quote: We discussed it", "b quote: a dialogue"], False),
        ("outcomes", ["a quote: We discussed it", "b quote: They talked about it"], False),
        ("outcomes", ["a quote: We agreed it", "a quote: They discussed it"], False),
        ("outcomes", ["a due: soon", "b due: later"], True),
        ("outcomes", ["a due: Soon", "b due: soon"], False),
        ("outcomes", ["a quote: 5 million", "b quote: 6 million"], True),
        ("outcomes", ["a quote: 5 million", "b quote: a dialogue"], False),
        ("outcomes", ["a quote: on 5 May", "b quote: on 6 May"], True),
        ("outcomes", ["a quote: 5 million", "b quote: 5 million in 2027"], False),
        ("outcomes", ["a strength: discussed", "c strength: agreed"], True),
        ("requests", ["a response: refused", "b response: noted"], True),
        ("requests", ["a response: not reported", "b response: noted"], False),
        ("requests", ["a quote: We discussed it", "b quote: They agreed it"], False),
        ("follow_ups", ["a due: soon", "b due: later"], True),
        ("outcomes", [], False),
    ],
)
def test_sides_differ_in_what_the_record_can_decide(
    outcome: MakeOutcome, item: str, evidence: list[str], differ: bool
) -> None:
    found = differences(outcome(*evidence, item=item).brief)
    assert bool(found) is differ
    if differ:
        assert found[0].subject == "Hold a dialogue"
        assert len(found[0].accounts) == 2


def test_what_one_side_alone_reports_is_known(outcome: MakeOutcome) -> None:
    one = "a quote: x"
    assert single_sided(outcome(one, one).brief) == {"O1"}
    assert single_sided(outcome(one, "c quote: x").brief) == frozenset()
    assert single_sided(outcome().brief) == frozenset()


def test_where_there_is_one_side_nothing_stands_out(outcome: MakeOutcome) -> None:
    sources = "sources: {a: {title: A, publisher: Ministry, party: rs, file: a.txt}}\n"
    assert single_sided(outcome("a quote: x", sources=sources).brief) == frozenset()


def two_languages(make_brief: MakeBrief, ours: str, theirs: str) -> DataFile:
    """A brief in English with an English and a Serbian source; each told as evidence is."""
    return make_brief(
        "sources:\n"
        "  a: {title: A, publisher: Ministry, party: rs, language: sr-Latn, file: a.txt}\n"
        "  b: {title: B, publisher: Department, party: us, file: b.txt}\n"
        "outcomes:\n  - id: O1\n    statement: Dialogue\n    strength: discussed\n"
        f"    evidence: [{{source: a, {ours}}}, {{source: b, {theirs}}}]\n",
        a="Razgovaralo se o dijalogu uskoro, za 1.500 ljudi i 15,5 miliona, pa 2 miliona.",
        b="They discussed a dialogue soon, for 1,500 people and 15.5 million, then 2,000,000.",
    )


@pytest.mark.parametrize(
    ("ours", "theirs", "differ"),
    [
        ("due: uskoro, due_translation: soon, quote: x", "due: soon, quote: x", False),
        ("due: uskoro, due_translation: very soon, quote: x", "due: soon, quote: x", True),
        ("due: uskoro, quote: x", "due: soon, quote: x", False),
        ('quote: "1.500 ljudi"', 'quote: "1,500 people"', False),
        ('quote: "15,5 miliona"', 'quote: "15.5 million"', False),
        ('quote: "1.500 ljudi"', 'quote: "1,600 people"', True),
        ('quote: "2 miliona"', 'quote: "2,000,000"', False),
    ],
)
def test_the_same_in_two_languages_is_no_difference(
    make_brief: MakeBrief, ours: str, theirs: str, differ: bool
) -> None:
    assert bool(differences(two_languages(make_brief, ours, theirs).brief)) is differ


def test_the_words_that_decide_are_those_of_the_translation(make_brief: MakeBrief) -> None:
    said = "due: uskoro, quote: uskoro, translation: soon, due_translation: soon, strength: agreed"
    (found,) = differences(two_languages(make_brief, said, "quote: They discussed it").brief)
    assert found.accounts[0].deciding == ("soon",)


def test_a_follow_up_lends_the_translation_of_its_wording(make_brief: MakeBrief) -> None:
    brief = make_brief(
        "sources: {a: {title: A, publisher: P, party: rs, language: sr-Latn, file: a.txt},"
        " b: {title: B, publisher: Q, party: us, file: b.txt}}\n"
        "follow_ups:\n  - id: F1\n    action: Hold it\n"
        "    due: {wording: uskoro, translation: soon}\n    evidence:\n"
        "      - {source: a, quote: uskoro, due: uskoro}\n"
        "      - {source: b, quote: soon, due: soon}\n",
        a="Uskoro.",
        b="Soon.",
    ).brief
    assert differences(brief) == ()
