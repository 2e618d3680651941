"""What a person who quotes wrongly is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import proven
from octavo.finding import Level

if TYPE_CHECKING:
    from tests.evidence.conftest import QuoteBrief

    from octavo.finding import Finding


def only(findings: tuple[Finding, ...]) -> Finding:
    (finding,) = findings
    return finding


def test_several_kinds_are_named_the_gravest_first(quote_brief: QuoteBrief) -> None:
    source = "The Minister did not agree to the plan that Serbia and the others made in 2026."
    quote = "The Minister did agree to the idea that Serbia and the others made in 2027."
    finding = only(proven(quote_brief(quote, source)).findings)
    assert finding.message.endswith("differs in a negation, a date and words")
    assert finding.hint == "the source has “not” as well; “plan”, not “idea”; “2026”, not “2027”"


def test_a_word_too_many_is_named(quote_brief: QuoteBrief) -> None:
    finding = only(proven(quote_brief("We will really fund the crossing in 2027.")).findings)
    assert finding.hint == "the source has no “really”"
    assert "  quoted: We will >really< fund the crossing in 2027." in finding.notes


def test_what_is_like_nothing_is_told_so(quote_brief: QuoteBrief) -> None:
    finding = only(proven(quote_brief("Altogether different sentences everywhere")).findings)
    assert finding.message.endswith("in source “a”, nor does anything like it")
    assert finding.notes == ()


def test_a_translation_is_not_looked_for(quote_brief: QuoteBrief) -> None:
    source = "Ministri su se dogovorili o dijalogu."
    brief = quote_brief("The ministers agreed on a dialogue.", source, "sr-Latn")
    finding = only(proven(brief).findings)
    assert finding.hint == (
        "the source is in “sr-Latn”: quote its words, and put yours under “translation”"
    )


def test_a_quotation_without_words_is_told_so(quote_brief: QuoteBrief) -> None:
    finding = only(proven(quote_brief("[…]")).findings)
    assert finding.message == "“[…]” is not in source “a”: it holds no words"


def test_parts_in_another_order_are_told_so(quote_brief: QuoteBrief) -> None:
    finding = only(proven(quote_brief("in 2027 […] fund the crossing")).findings)
    assert finding.message.endswith(": its parts are there, but do not follow each other so")


def test_every_part_that_is_missing_is_shown(quote_brief: QuoteBrief) -> None:
    source = "We met for two days. " * 3 + "We will fund the crossing. We shall also meet in 2027."
    quote = "We will find the crossing […] We shall all meet in 2027."
    finding = only(proven(quote_brief(quote, source)).findings)
    assert sum(note.startswith("nearest passage") for note in finding.notes) == 2


def test_a_long_passage_is_shown_around_its_differences(quote_brief: QuoteBrief) -> None:
    before = " ".join(f"word{number}" for number in range(100))
    source = f"{before} We fund it. {before[::-1]}"
    quote = f"{before} We find it. {before[::-1]}"
    finding = only(proven(quote_brief(quote, source)).findings)
    assert all(len(note) < 260 for note in finding.notes)
    assert any("…" in note and ">find<" in note for note in finding.notes)


def test_letters_of_another_script_are_named(quote_brief: QuoteBrief) -> None:
    finding = proven(quote_brief("We will fund the crоssing in 2027.")).findings[0]
    assert "  “о” is U+043E CYRILLIC SMALL LETTER O" in finding.notes


def test_mixed_script_in_a_source_that_is_quoted_is_a_warning(quote_brief: QuoteBrief) -> None:
    found = proven(quote_brief("fund the crоssing", "Title\nWe fund the crоssing.\nEnd"))
    proof, (finding,) = found.proof, found.findings
    assert proof.verified == 1
    assert (finding.rule, finding.level) == ("mixed-script", Level.WARNING)
    assert str(finding.location) == "a.txt:2:15"
    assert finding.excerpt == "We fund the crоssing."


def test_a_direction_control_in_a_source_is_a_warning(quote_brief: QuoteBrief) -> None:
    brief = quote_brief("We will fund it", "We will \u202enot\u202c fund it")
    missing, control = proven(brief).findings
    assert missing.hint == "the source has “⟨U+202E⟩not⟨U+202C⟩” as well"
    assert (control.rule, str(control.location)) == ("bidi-control", "a.txt:1:9")


@pytest.mark.parametrize(
    ("source", "quote", "rule"),
    [
        ("We did not agree to meet.", "agree to meet", "negation-left-out"),
        ("We agreed. No, we did not say yet when.", "say […] when", "negation-left-out"),
        ("Not so. We agree to meet.", "We agree to meet", ""),
        ("We will not fund the crossing.", "We will […] fund the crossing.", "negation-left-out"),
        ("We will. It is not far. We fund it.", "We will. […] We fund it.", ""),
        ("We will fund the crossing.", "We will [not] fund the crossing.", "negation-inserted"),
        ("We will not fund the crossing.", "We will [never] fund it", "quote-not-in-source"),
        ("We met. " + "x " * 600 + "We agreed.", "We met. […] We agreed.", "quote-bridges-far"),
        ("We met here. We agreed; but then we met again.", "We met here", ""),
        ("They wished to meet.", "They [agreed] to meet.", "claim-inserted"),
        ("They paid 300 men in all.", "They paid [500] men in all.", "claim-inserted"),
        ("We met on 6 August in Rome.", "We met on 6 August [2025] in Rome.", ""),
        ("The man agreed to meet us.", "[He] agreed to meet us.", ""),
        ("Then he met us in Rome.", "Then [the Minister] met us in Rome.", ""),
        ("The man agreed to meet us.", "agreed", "quote-too-short"),
        ("Then we met in Rome. Later we met in Bonn.", "we met in", "quote-ambiguous"),
        ("we met today. " * 9, "we met today", "quote-ambiguous"),
    ],
)
def test_a_quotation_that_may_mislead_is_a_warning(
    quote_brief: QuoteBrief, source: str, quote: str, rule: str
) -> None:
    findings = proven(quote_brief(quote, source)).findings
    assert [finding.rule for finding in findings] == ([rule] if rule else [])


def test_a_negation_that_replaces_a_negation_is_none(quote_brief: QuoteBrief) -> None:
    found = proven(quote_brief("We will [never] fund it", "We will not ever fund it"))
    proof, findings = found.proof, found.findings
    assert proof.verified == 1
    assert findings == ()


def test_the_places_of_an_ambiguous_quotation_are_listed(quote_brief: QuoteBrief) -> None:
    source = "First we met now.\n" * 3 + "Then we met now.\n" * 4
    finding = only(proven(quote_brief("we met now", source)).findings)
    assert finding.message == (
        "“we met now” stands in 7 places: a.txt:1:7, a.txt:2:7, a.txt:3:7, a.txt:4:6, a.txt:5:6, …"
    )


def test_three_differences_are_named_and_no_more(quote_brief: QuoteBrief) -> None:
    source = "The red ministers and the old deputies will open the long bridge over the wide river."
    quote = (
        "The blue ministers and the new deputies will open the short bridge over the slim river."
    )
    finding = only(proven(quote_brief(quote, source)).findings)
    assert finding.hint == (
        "the source has “red”, not “blue”; “old”, not “new”; “long”, not “short”"
    )


def test_the_whole_of_the_nearest_passage_is_looked_through(quote_brief: QuoteBrief) -> None:
    source = "A title.\nWe will fund the whole crоssing"
    missing, mixed = proven(quote_brief("We shall fund the whole crossing", source)).findings
    assert (missing.rule, mixed.rule) == ("quote-not-in-source", "mixed-script")
    assert str(mixed.location) == "a.txt:2:26"
