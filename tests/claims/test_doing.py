"""Who asks and owes where no side stands in front of the verb, and what speaks of both."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import ClaimKind, Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held

ALONE = ["side-not-in-source"]


def broken(held: Held, item: str, source: str, party: str = "") -> list[str]:
    """The rules on sides and states that one item breaks."""
    account = f"party: {party}, " if party else ""
    _, findings = held(f"sources: {{a: {{title: A, publisher: P, {account}file: a.txt}}}}\n{item}",
                       a=source)  # fmt: skip
    return [each.rule for each in findings if each.rule.startswith(("side", "state"))]


def request(sides: str, quote: str) -> str:
    return (
        f"requests: [{{id: R1, {sides}, ask: Help, evidence: [{{source: a, quote: {quote}}}]}}]\n"
    )


def owed(owner: str, quote: str) -> str:
    return (
        f"follow_ups: [{{id: F1, action: Write, owner: {owner}, evidence: [{{source: a, quote: "
        f"{quote}}}]}}]\n"
    )


def test_who_is_not_named_asserts_nothing(held: Held) -> None:
    parties = "parties: {rs: {name: Serbia}, unnamed: {name: not named}}\n"
    asked = request("from: unnamed, to: rs", "Serbia asked for help")
    ledger, findings = held(
        f"{parties}sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n{asked}",
        a="Serbia asked for help.\n",
    )
    assert not [each for each in findings if each.rule.startswith("side")]
    told = [each for each in ledger if each.path[-1] == "from"]
    assert [each.verdict for each in told] == [Verdict.UNDECIDED]


@pytest.mark.parametrize(
    ("sides", "source", "party", "expected"),
    [
        ("from: rs, to: us", "Tariffs came up.", "rs", []),
        ("from: us, to: rs", "Tariffs came up.", "rs", ALONE),
        ("from: rs, to: us", "Tariffs came up.", "", []),
        ("from: rs, to: us", "Tariffs hurt Serbia.", "us", []),
        ("from: rs, to: us", "Tariffs hurt Serbia.", "", []),
        ("from: us, to: rs", "Tariffs hurt Serbia.", "", ALONE),
        ("from: rs, to: us", "Both sides spoke of Tariffs.", "", ALONE),
        ("from: [rs, us], to: China", "Both sides spoke of Tariffs.", "", []),
        ("from: [rs, us], to: China", "Tariffs came up.", "", []),
    ],
)
def test_who_asks_without_a_verb_of_asking(
    held: Held, sides: str, source: str, party: str, expected: list[str]
) -> None:
    word = "Tariffs came up" if "came" in source else "Tariffs"
    assert broken(held, request(sides, word), source, party) == expected


@pytest.mark.parametrize(("word", "expected"), [("Serbia", []), ("trade", ["side-differs"])])
def test_who_acts_in_what_another_says(held: Held, word: str, expected: list[str]) -> None:
    quote = f"The United States said that {word} supports peace"
    assert broken(held, stated("Serbia supports peace", quote), f"{quote}.") == expected


@pytest.mark.parametrize(
    ("owner", "source", "expected"),
    [
        ("rs", "Serbia will write.", []),
        ("us", "Serbia will write.", ["side-differs"]),
        ("both sides", "Serbia will write.", ALONE),
        ("both sides", "Serbia and the United States will write.", []),
        ("rs", "Serbia and the United States will write.", ALONE),
        ("rs", "Hungary and Serbia will write.", []),
        ("us", "The dialogue with Serbia will write.", ALONE),
        ("the desk", "Serbia will write.", []),
        ("us", "Serbia tasked the United States: it will write.", []),
        ("rs", "Serbia tasked the United States: it will write.", ["side-differs"]),
        ("both sides", "Both ministries will write.", []),
        ("[rs, us]", "Both ministries will write.", []),
        ("rs", "The two sides will write.", ALONE),
    ],
)
def test_who_owes(held: Held, owner: str, source: str, expected: list[str]) -> None:
    assert broken(held, owed(owner, "will write"), source) == expected


def stated(words: str, quote: str) -> str:
    return (
        f"outcomes: [{{id: O1, statement: {words}, strength: announced, evidence: "
        f"[{{source: a, quote: {quote}}}]}}]\n"
    )


@pytest.mark.parametrize(
    ("words", "source", "expected"),
    [
        ("Serbia will write", "Serbia will write.", []),
        ("The United States will write", "Serbia will write.", ["side-differs"]),
        ("Serbia will write", "Serbia and the United States will write.", []),
        ("The United States will write", "We will write.", []),
        ("A letter will follow", "Serbia will write.", []),
        ("Serbia will write", "They will write until the United States will answer.", []),
        ("Serbia will write", "They will write. when asked, the United States said no.", []),
    ],
)
def test_who_acts_in_an_outcome(held: Held, words: str, source: str, expected: list[str]) -> None:
    assert broken(held, stated(words, "will write"), source) == expected


def test_who_acts_cannot_be_told_where_the_evidence_names_nobody(held: Held) -> None:
    item = stated("Serbia will write", "will write")
    source = "They said that it will write."
    claims, _ = held(f"sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n{item}", a=source)
    assert [each.verdict for each in claims if each.kind is ClaimKind.SIDE] == [Verdict.UNDECIDED]


def test_one_of_two_that_act_cannot_be_told(held: Held) -> None:
    source = "Serbia and the United States agreed to write."
    for words, verdict in (
        ("Serbia will write", Verdict.UNDECIDED),
        ("Serbia and the United States will write", Verdict.BORNE_OUT),
    ):
        item = stated(words, "agreed to write").replace("announced", "agreed")
        claims, _ = held(
            f"sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n{item}", a=source
        )
        assert {each.verdict for each in claims if each.kind is ClaimKind.SIDE} == {verdict}


@pytest.mark.parametrize(
    ("line", "verdicts"),
    [("The United States will repair the longest bridge.", [Verdict.UNDECIDED]),
     ("Serbia will repair the longest bridge.", [])],
)  # fmt: skip
def test_who_acts_in_the_bottom_line(held: Held, line: str, verdicts: list[Verdict]) -> None:
    record = "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
    claims, _ = held(
        f"bottom_line: {line}\n{record}", a="Serbia will repair the longest bridge. We met the U.S."
    )
    assert [each.verdict for each in claims if each.kind is ClaimKind.SIDE] == verdicts


def test_the_first_side_of_a_chinese_sentence_asks(held: Held) -> None:
    source = "阿曼愿向中国每年出口最多200万吨天然气，并要求降低关税。"
    parties = "language: zh\nparties: {om: {name: 阿曼}, cn: {name: 中国}}\n"
    ask = parties + request("{}", "并要求降低关税")
    assert broken(held, ask.replace("{}", "from: om, to: cn", 1), source, "cn") == []
    assert broken(held, ask.replace("{}", "from: cn, to: om", 1), source, "cn") == ["side-differs"]


def test_who_acts_stands_behind_the_verb_in_arabic(held: Held) -> None:
    parties = "parties: {jo: {name: الأردن}, jp: {name: اليابان}}\n"
    item = stated("ستقدم اليابان المضخات", "ستقدم اليابان المضخات")
    assert broken(held, f"language: ar\n{parties}{item}", "ستقدم اليابان المضخات.") == []


@pytest.mark.parametrize(
    ("sides", "expected"), [("from: us, to: rs", []), ("from: rs, to: us", ALONE)]
)
def test_a_side_that_is_asked_asks_for_nothing(held: Held, sides: str, expected: list[str]) -> None:
    source = "He called on Serbia to speed up visas."
    assert broken(held, request(sides, "called on Serbia"), source, "us") == expected


def test_what_is_no_country_may_be_named_in_any_way(held: Held) -> None:
    parties = "parties: {c: {name: Town Council}, us: {name: United States}}\n"
    item = owed("c", "will be written")
    assert broken(held, parties + item, "To the U.S. a letter will be written.", "us") == []


@pytest.mark.parametrize(
    ("office", "expected"), [("Ambassadors", []), ("The Ambassador", ["side-differs"])]
)
def test_several_officers_are_not_the_one_at_the_table(
    held: Held, office: str, expected: list[str]
) -> None:
    event = (
        "events: [{id: E1, title: Talks, participants: [{name: Ann Lee, role: Ambassador, "
        "party: us}]}]\n"
    )
    item = owed("rs", "will be received")
    assert broken(held, event + item, f"{office} will be received.") == expected


@pytest.mark.parametrize(
    ("state", "source", "expected"),
    [
        ("made", "Serbia asked for help.", []),
        ("planned", "Serbia asked for help.", ["state-differs"]),
        ("planned", "Serbia would ask for help.", []),
        ("made", "Serbia will ask for help.", ["state-differs"]),
        ("appeal", "Serbia asked for help.", []),
    ],
)
def test_the_state_of_a_request(held: Held, state: str, source: str, expected: list[str]) -> None:
    quote = "asked for help" if "asked" in source else "ask for help"
    found = broken(held, request(f"from: rs, to: us, state: {state}", quote), source)
    assert found == expected


def test_an_office_of_two_is_not_that_of_the_one_whose_side_is_known(held: Held) -> None:
    event = (
        "events: [{id: E1, title: Talks, participants: [{name: Ann Lee, role: Prime Minister}, "
        "{name: Bo Day, role: Prime Minister, party: us}]}]\n"
    )
    asked = "Prime Minister Lee invited Prime Minister Day"
    assert broken(held, event + request("from: rs, to: us", asked), f"{asked}.\n") == []
