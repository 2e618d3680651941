from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import Searchable, SourceText
from bluf.evidence.text import Doubt
from bluf.verification import (
    MatchVerdict,
    SourceSet,
    draft_of,
    findings_of,
    read_draft,
    verify_quotations,
)

if TYPE_CHECKING:
    from tests.verification.conftest import MakeVerification


@pytest.mark.parametrize(
    "quotation",
    [
        "We agreed to reopen the crossing by 2027",
        "We agreed to reopen the crossing by 2027.",
        "we agreed to reopen the crossing by 2027,",
        "We agreed […] by 2027",
        "[The crossing] carries 10,000 lorries",
        "10,000",
    ],
)
def test_words_of_a_source_are_found(verified: MakeVerification, quotation: str) -> None:
    (checked,) = verified(f"He said “{quotation}”.").checked
    assert checked.verdict is MatchVerdict.FOUND
    assert checked.sighting


@pytest.mark.parametrize(
    "quotation",
    [
        "We agreed to reopen the crossing by 2028",
        "We did agree on tariffs",
        "We agreed to reopen the crossings by 2027",
        "0,000 lorries a year",
        "by 2027 […] We agreed",
    ],
)
def test_altered_words_are_near_and_never_found(verified: MakeVerification, quotation: str) -> None:
    (checked,) = verified(f"He said “{quotation}”.").checked
    assert checked.verdict is MatchVerdict.NEAR
    assert checked.likeness
    assert checked.likeness.reason


def test_words_like_none_are_not_found(verified: MakeVerification) -> None:
    (checked,) = verified("He said “nothing of the sort was ever written”.").checked
    assert (checked.verdict, checked.source) == (MatchVerdict.MISSING, None)


def test_the_named_source_comes_first(verified: MakeVerification) -> None:
    found = verified("“crossing” [release] and “crossing” [note] and “crossing”").checked
    assert [each.source for each in found] == [
        "sources/release.txt",
        "sources/note.txt",
        "sources/note.txt",
    ]


def test_words_of_another_source_than_the_named_one_are_told(verified: MakeVerification) -> None:
    first, second = verified("“10,000 lorries” [release] and “10,000 lorries” [note]").checked
    assert (first.is_misattributed, second.is_misattributed) == (True, False)
    assert first.verdict is MatchVerdict.FOUND


def test_the_nearest_passage_of_the_named_source_is_shown(verified: MakeVerification) -> None:
    (checked,) = verified("“The crossing carries 20,000 lorries” [note]").checked
    assert checked.source == "sources/note.txt"


def test_short_passages_are_passed_over_on_demand_and_counted(verified: MakeVerification) -> None:
    verification = verified("The “crossing” and “we never met in May”.", 2)
    assert (len(verification.checked), verification.too_short) == (1, 1)
    assert verification.count(MatchVerdict.FOUND) == 0


WORDS = "They agreed to meet."


def source(*doubts: Doubt) -> Searchable:
    return Searchable(SourceText("a.txt", WORDS, (0,), doubts=doubts))


@pytest.mark.parametrize(
    ("doubt", "verdict", "rule"),
    [
        (Doubt(0, 9, "it is white on white", hidden=True), MatchVerdict.UNSEEN, "quote-not-seen"),
        (Doubt(0, 9, "its style sheet"), MatchVerdict.UNDECIDED, "visibility-undecided"),
    ],
)
def test_words_that_no_reader_sees_are_not_found(
    doubt: Doubt, verdict: MatchVerdict, rule: str
) -> None:
    verification = verify_quotations(
        draft_of([WORDS], "--quote"), SourceSet({"a.txt": source(doubt)})
    )
    assert [each.verdict for each in verification.checked] == [verdict]
    assert [each.rule for each in findings_of(verification)] == [rule]


def test_words_that_are_seen_in_another_source_are_found() -> None:
    hidden = source(Doubt(0, 9, "it is white on white", hidden=True))
    for sources in ({"a": hidden, "b": source()}, {"b": source(), "a": hidden}):
        (checked,) = verify_quotations(draft_of([WORDS], "--quote"), SourceSet(sources)).checked
        assert (checked.verdict, checked.source) == (MatchVerdict.FOUND, "b")


def test_words_of_the_named_source_that_are_not_seen_do_not_hide_those_that_are(
    verified: MakeVerification,
) -> None:
    draft = verified("“They agreed to meet.” [first]")
    named = draft.checked[0].quoted
    sources = {
        "second.txt": source(),
        "first.txt": source(Doubt(0, 9, "it is white on white", hidden=True)),
    }
    shown = draft_of([], "d")
    given = type(shown)("d", (named,))
    (checked,) = verify_quotations(given, SourceSet(sources)).checked
    assert (checked.verdict, checked.source, checked.is_misattributed) == (
        MatchVerdict.FOUND,
        "second.txt",
        True,
    )


def test_the_nearest_of_several_sources_is_shown_the_named_one_before_others_as_near() -> None:
    def shelf(*names: str) -> SourceSet:
        texts = {"far": "They agreed to part today.", "near": "They agreed to meet in May."}
        return SourceSet(
            {name: Searchable(SourceText(name, texts[name[:-1]], (0,))) for name in names}
        )

    def nearest(named: str, *names: str) -> str | None:
        text = f"“They agreed to meet in June” [{named}]"
        draft = read_draft(text.encode(), "draft.md")
        return verify_quotations(draft, shelf(*names)).checked[0].source

    assert nearest("none", "far1", "near1") == "near1"
    assert nearest("none", "near1", "far1") == "near1"
    assert nearest("near2", "near1", "near2") == "near2"
