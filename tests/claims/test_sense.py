"""What turns the sense of a text stands in its evidence; a text is no firmer than that."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import ClaimKind, Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held

DIFFERS, OVER, CUT = ["sense-differs"], ["strength-overstated"], ["condition-left-out"]


def broken(held: Held, record: str, source: str) -> list[str]:
    """The rules on sense and strength that a record breaks."""
    _, findings = held(
        f"sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n{record}", a=source
    )
    return [each.rule for each in findings if each.rule.startswith(("sense", "strength", "cond"))]


def outcome(statement: str, quote: str, strength: str = "conveyed", more: str = "") -> str:
    return (
        f"outcomes: [{{id: O1, statement: {statement}, strength: {strength}, "
        f'evidence: [{{source: a, quote: "{quote}"{more}}}]}}]\n'
    )


@pytest.mark.parametrize(
    ("statement", "source", "expected"),
    [
        ("No help for the town", "There is help for the town.", DIFFERS),
        ("No help for the town", "There is no help for the town.", []),
        ("Cancel the visit", "The visit begins.", DIFFERS),
        ("Not only help", "There is help.", []),
        ("Agreed to help", "There is help.", OVER),
        ("Serbia may help", "Serbia will help.", DIFFERS),
        ("Serbia may help", "Serbia could help.", []),
        ("Help in May", "Serbia will help.", []),
        ("Agreed to help", "They agreed to help.", []),
        ("Agreed to help", "They met, agreeing to help.", []),
        ("Help from Don Carter", "They spoke of help.", []),
        ("Agreed to help", "They discussed help.", OVER),
        ("The problem is solved", "The problem has not been solved.", DIFFERS),
        ("The problem is only solved in part", "The problem has not been solved.", []),
        ("The problem stays", "The problem has not been solved.", []),
        ("Talks after the vote", "They talk before the vote.", DIFFERS),
        ("Talks before the vote", "They talk before the vote.", []),
    ],
)
def test_a_statement(held: Held, statement: str, source: str, expected: list[str]) -> None:
    assert broken(held, outcome(statement, source.rstrip(".")), source) == expected


def test_a_translation_may_have_it(held: Held) -> None:
    more = ", translation: no help, translator: D"
    assert broken(held, outcome("No help", "Help fails us", more=more), "Help fails us.") == []
    more = ", translation: they could help, translator: D"
    assert broken(held, outcome("Help that may come", "Help is", more=more), "Help is.") == []


def test_a_condition_that_a_text_leaves_out_cannot_be_told(held: Held) -> None:
    source = "They will stay as long as Serbia wishes"
    head = "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
    for statement, verdicts in (("They stay", {"cannot be told"}), ("They stay if asked", set())):
        claims, _ = held(head + outcome(statement, source), a=f"{source}.")
        sense = [each for each in claims if each.kind is ClaimKind.SENSE]
        assert {str(each.verdict) for each in sense} == verdicts


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Serbia will repair the longer bridge.",
         "Serbia will repair the longer bridge, provided that the council agrees."),
        ("The longer bridge will close.", "The longer bridge might close, he said."),
        ("The longer bridge will close.", "The longer bridge will not close."),
        ("The longer bridge will close.", "They hope to close the longer bridge."),
        ("塞尔维亚将在明年修复旧桥。", "他说塞尔维亚将在明年修复旧桥，前提是议会同意。"),
    ],
)  # fmt: skip
def test_a_bottom_line_without_a_condition_or_a_not_cannot_be_told(
    held: Held, line: str, source: str
) -> None:
    tag = "en" if line.isascii() else "zh"
    more = f"sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}\n"
    claims, _ = held(f"language: {tag}\nbottom_line: {line}\n{more}", a=source)
    told = [each for each in claims if each.kind is ClaimKind.SENSE]
    assert [(each.words, each.verdict) for each in told] == [(line, Verdict.UNDECIDED)]
    claims, _ = held(f"language: {tag}\nbottom_line: {source}\n{more}", a=source)
    assert Verdict.UNDECIDED not in {each.verdict for each in claims}


def test_what_is_still_to_come_has_not_happened(held: Held) -> None:
    record = (
        "follow_ups: [{id: F1, action: Write, owner: rs, evidence: [{source: a, quote: will soon "
        "write}], history: [{date: 2026-03-01, status: open, note: Has not written, evidence: "
        "[{source: a, quote: will soon write}]}]}]\n"
    )
    assert broken(held, record, "Serbia will soon write.") == []


def test_a_request_of_no_known_firmness_cannot_be_told(held: Held) -> None:
    record = (
        "requests: [{id: R1, from: rs, to: us, ask: An agreed answer to what they decided, "
        "evidence: [{source: a, quote: the answer}]}]\n"
    )
    assert broken(held, record, "It is about the answer.") == []


@pytest.mark.parametrize(
    ("line", "source", "expected"),
    [
        (
            "They did not reopen the northern crossing.",
            "They reopen the northern crossing.",
            DIFFERS,
        ),
        (
            "They did not reopen the northern crossing.",
            "They never reopen the northern crossing.",
            [],
        ),
        ("They did not reopen the northern crossing.", "They reopen a bridge.", []),
        ("No date.", "A date is set.", []),
    ],
)
def test_the_bottom_line(held: Held, line: str, source: str, expected: list[str]) -> None:
    assert broken(held, f"bottom_line: {line}\n", source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("They agreed to pay, provided that it rains.", CUT),
        ("They agreed to pay if it rains.", CUT),
        ("If it rains, they agreed to pay.", CUT),
        ("They agreed to pay in May.", []),
    ],
)
def test_a_condition_beside_a_quotation(held: Held, source: str, expected: list[str]) -> None:
    record = outcome(
        "Pay", "they agreed to pay" if "they" in source else "They agreed to pay", "agreed"
    )
    assert broken(held, record, source) == expected


def test_a_condition_of_an_answer(held: Held) -> None:
    record = (
        "requests: [{id: R1, from: rs, to: us, ask: Help, response: accepted, evidence: "
        "[{source: a, quote: The U.S. accepted it}]}]\n"
    )
    assert broken(held, record, "The U.S. accepted it, unless it rains.") == CUT


@pytest.mark.parametrize(
    ("line", "source", "expected"),
    [
        ("They signed a plan.", "There was a plan.", ["strength-not-in-source"]),
        ("They signed a plan.", "They signed a plan.", []),
        ("They spoke of a plan.", "There was a plan.", []),
    ],
)
def test_a_bottom_line_is_no_firmer_than_all_else(
    held: Held, line: str, source: str, expected: list[str]
) -> None:
    assert broken(held, f"bottom_line: {line}\n", source) == expected
    assent = (
        f"bottom_line: {line}\nrequests: [{{id: R1, from: rs, to: us, ask: A plan, response: "
        f"accepted, evidence: [{{source: a, quote: {source[:-1]}}}]}}]\n"
    )
    assert "strength-not-in-source" not in broken(held, assent, source)


def test_a_bottom_line_over_an_unknown_language_cannot_be_told(held: Held) -> None:
    record = "sources: {a: {title: A, publisher: P, language: ja, file: a.txt}}\n"
    claims, _ = held(f"bottom_line: They signed a plan.\n{record}", a="計画")
    assert [each.verdict for each in claims if each.kind is ClaimKind.STRENGTH] == [
        Verdict.UNDECIDED
    ]


def test_a_text_that_reports_a_refusal_conveys_it(held: Held) -> None:
    source = "They refused to help."
    assert broken(held, outcome("They would not help", source[:-1]), source) == []
    found = broken(held, outcome("They spoke of help", source[:-1]), source)
    assert found == [*DIFFERS, *OVER]


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        (
            "en",
            "The ministers will sign the treaty in London.",
            "The ministers could sign the treaty in London.",
        ),
        ("fr", "Le ministre signera le traité à Paris.", "Le ministre pourrait signer le traité."),
        ("es", "El ministro firmará el tratado.", "El ministro podría firmar el tratado."),
        (
            "ru",
            "Министры подпишут договор в Осло.",
            "Министры могут подписать договор в Осло.",
        ),
    ],
)
def test_a_may_in_the_bottom_line_that_its_source_has_not_cannot_be_told(
    held: Held, tag: str, source: str, text: str
) -> None:
    record = (
        f"language: {tag}\nbottom_line: {text}\n"
        f"sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}\n"
    )
    for words, expected in ((source, [Verdict.UNDECIDED]), (text, [])):
        claims, _ = held(record, a=words)
        assert [each.verdict for each in claims if each.kind is ClaimKind.SENSE] == expected


@pytest.mark.parametrize(
    ("strength", "statement", "expected"),
    [
        ("agreed", "They discussed the treaty", [Verdict.UNDECIDED]),
        ("agreed", "They agreed on the treaty", [Verdict.BORNE_OUT]),
        ("conveyed", "They announced the treaty", [Verdict.UNDECIDED]),
        ("agreed", "The treaty stands", []),
    ],
)
def test_a_statement_that_is_less_or_more_than_its_strength_cannot_be_told(
    held: Held, strength: str, statement: str, expected: list[Verdict]
) -> None:
    quote = "They agreed on the treaty, and announced it"
    record = "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
    record += outcome(statement, quote, strength)
    claims, _ = held(record, a=f"{quote}.")
    told = [each for each in claims if each.path[-1] == "statement"]
    assert [each.verdict for each in told if each.kind is ClaimKind.STRENGTH] == expected


@pytest.mark.parametrize(
    ("statement", "source", "expected"),
    [
        ("The funds were not frozen", "The funds were frozen.", DIFFERS),
        ("The funds were not frozen", "The funds were not frozen.", []),
    ],
)
def test_a_not_before_a_stop_is_more_than_the_stop(
    held: Held, statement: str, source: str, expected: list[str]
) -> None:
    assert broken(held, outcome(statement, source.rstrip(".")), source) == expected


def test_a_not_of_another_clause_bears_nothing_out(held: Held) -> None:
    quote = "They will spare no effort, and take every measure"
    record = "sources: {a: {title: A, publisher: P, file: a.txt}}\n"
    claims, _ = held(record + outcome("They will not take the measure", quote), a=f"{quote}.")
    assert ("not", Verdict.UNDECIDED) in [(each.words, each.verdict) for each in claims]


@pytest.mark.parametrize(
    ("tag", "words", "rest"),
    [
        ("fr", "Les pays ont convenu de coopérer", ""),
        ("ru", "Министр обещал сообщить даты до 1 ноября", ""),
        ("en", "The pact will help business people", " and work in preventing people smuggling"),
    ],
)
def test_what_repeats_its_evidence_differs_in_nothing(
    held: Held, tag: str, words: str, rest: str
) -> None:
    evidence = f"evidence: [{{source: a, quote: {words}{rest}}}]"
    _, findings = held(
        f"sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}\n"
        f"outcomes: [{{id: O1, statement: {words}, strength: conveyed, {evidence}}}]\n",
        a=f"{words}{rest}.\n",
    )
    assert [each.rule for each in findings] == []
