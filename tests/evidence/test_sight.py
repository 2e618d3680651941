"""What may be quoted together, what a line hides, and what a passage leaves out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.evidence import missing, proven
from bluf.evidence.match import Searchable
from bluf.evidence.missing import Absence
from bluf.evidence.nearest import nearest
from bluf.evidence.normal import normalise
from bluf.evidence.shown import visible
from bluf.evidence.text import Doubt, Edge, Sight, SourceText, turned
from bluf.evidence.verify import look_up_any
from bluf.evidence.words import ends_inside_word, starts_inside_word

if TYPE_CHECKING:
    from tests.evidence.conftest import QuoteBrief


def rules(quote_brief: QuoteBrief, quote: str, source: str, language: str = "en") -> list[str]:
    found = proven(quote_brief(quote, source, language)).findings
    return [f"{finding.level} {finding.rule}" for finding in found]


@pytest.mark.parametrize(
    ("source", "quote", "joined"),
    [
        ("We will\n\nfund it.", "We will fund it.", True),
        ("We met.\n\nWe will fund it.", "We met. We will fund it.", False),
        ("- We will\n- fund it.", "We will - fund it.", True),
        ("We will\n\nfund it.", "We will […] it.", False),
        ("A: We will.\nB: Fund it.", "We will. […] Fund it.", True),
        ("A: We will.\nThen fund it.", "We will. […] fund it.", False),
        ("A: We will.\nA: Fund it.", "We will. […] Fund it.", False),
        ("We will.\nB: Fund it.", "We will. […] Fund it.", False),
    ],
)
def test_words_of_two_texts_are_no_quotation(
    quote_brief: QuoteBrief, source: str, quote: str, joined: bool
) -> None:
    assert ("error quote-joins-texts" in rules(quote_brief, quote, source)) is joined


def test_a_later_passage_that_is_seen_is_taken() -> None:
    source = SourceText(
        "a.txt", "We met. We met.\n", (0,), doubts=(Doubt(0, 7, "no", hidden=True),)
    )
    (hit,) = look_up_any(Searchable(source), ["We met."])
    assert hit is not None
    assert hit.stands
    assert hit.passages[0].start == 8


def test_a_doubt_that_a_person_decided_is_none(quote_brief: QuoteBrief) -> None:
    brief = quote_brief("We will fund it", "We will fund it\b.")
    assert [f.rule for f in proven(brief).findings] == ["visibility-undecided"]


@pytest.mark.parametrize(
    ("source", "quote", "found"),
    [
        ("We will refuse to fund it.", "We will […] fund it.", "error negation-left-out"),
        ("We will hardly fund it.", "We will […] fund it.", "error negation-left-out"),
        ("We will fund nothing.", "We will fund [it].", "error negation-left-out"),
        ("We said so. Kosovo will pay.", "[Serbia] will pay.", "error claim-inserted"),
        ("We met Mr Novak there.", "We met [the President] there.", ""),
        ("They met Kosovo there.", "They met [Serbia] there.", "error claim-inserted"),
        ("We met Vučić there.", "We met [Aleksandar Vučić] there.", ""),
        ("We will cease to fund it.", "to fund it.", "warning negation-left-out"),
    ],
)
def test_what_turns_a_sentence_may_not_be_left_out(
    quote_brief: QuoteBrief, source: str, quote: str, found: str
) -> None:
    assert rules(quote_brief, quote, source)[:1] == ([found] if found else [])


def test_scripts_without_spaces_are_cut_with_care(quote_brief: QuoteBrief) -> None:
    assert rules(quote_brief, "同意对话", "双方不同意对话。", "zh") == ["warning negation-left-out"]
    assert rules(quote_brief, "私たちは賛成し", "私たちは賛成しない。", "ja") == [
        "error negation-left-out"
    ]


@pytest.mark.parametrize(
    "cut",
    [
        "10| 000",
        "10|:30",
        "12|/05/2024",
        "-|5",
        "5| %",
        "5| million",
        "1| ½",
        "10|²",
        "ex|-minister",
        "pre\ufffe|war",
        "pre|\ufffewar",
        "can'|t",
        "12 |500 euros",
        "3| млн",
    ],
)
def test_a_passage_ends_where_words_and_numbers_end(cut: str) -> None:
    at = cut.index("|")
    whole = cut.replace("|", "")
    assert starts_inside_word(whole, at) or ends_inside_word(whole, at)


@pytest.mark.parametrize("cut", ["so|'s", "one|-two", "a|- b", "l'|accord", "in 2027 |500 men"])
def test_a_dash_or_an_elision_ends_a_word(cut: str) -> None:
    at = cut.index("|")
    whole = cut.replace("|", "")
    assert not starts_inside_word(whole, at, dash=True)
    assert cut == "so|'s" or not ends_inside_word(whole, at, dash=True)


def test_what_typesetting_leaves_is_taken_away() -> None:
    assert normalise("we\u200b fu\u2060nd \ufefb \u2f00").text == "we fund لا一"


def test_direction_controls_before_a_passage_are_known() -> None:
    assert turned("plain", 3) == ()
    assert turned("é\u202bא\u202c x", 5) == ()
    (override,) = turned("a\u202ebc\nd", 3)
    assert override == Doubt(3, 4, "a direction override stands before it in its line", True)
    (isolate,) = turned("a\u2067bc", 3)
    assert not isolate.hidden


def test_spans_are_taken_out_of_a_source() -> None:
    source = SourceText(
        "a.txt", "ab[1]cd", (0, 3), edges=((5, Edge.ITEM),), doubts=(Doubt(3, 6, "x"),)
    )
    left = source.without([(2, 5)])
    assert left.text == "abcd"
    assert left.edges == ((2, Edge.ITEM),)
    assert left.doubts == (Doubt(2, 3, "x"),)
    assert left.others == (source,)


def test_where_the_reading_is_doubtful_no_misprint_is_advised(quote_brief: QuoteBrief) -> None:
    source = "We will fund the \ufffdrst bridge"
    (finding,) = proven(quote_brief("We will fund the first bridge", source)).findings
    assert finding.hint.endswith("look at it (a.txt:1:1)")


def test_a_hyphen_at_the_end_of_a_line_is_shown_as_one() -> None:
    assert visible("co\ufffeoperate") == "co-operate"


def test_a_difference_in_spaces_is_marked(quote_brief: QuoteBrief) -> None:
    source = "They said “no”, and left the room."
    (finding,) = proven(quote_brief("They said 'no' , and left the room.", source)).findings
    assert finding.hint == "copy it as it stands there"
    assert finding.notes[1:] == (
        "  source: They said “no”, and left the room.",
        '  quoted: They said "no">␣<, and left the room.',
    )


def test_the_signs_that_differ_are_marked_within_a_word(quote_brief: QuoteBrief) -> None:
    (finding,) = proven(
        quote_brief("We fund the cros sing now", "We fund the crossing now")
    ).findings
    assert finding.notes[2] == "  quoted: We fund the cros>␣<sing now"
    assert finding.hint == "the source has “crossing”, not “cros sing”"


def test_where_a_machine_read_the_source_no_misprint_is_advised() -> None:
    class Machine:
        def look(self, _: object) -> Sight:
            return Sight(remarks=("a machine's reading",))

    source = Searchable(SourceText("a.pdf", "We will fund the flrst bridge.", (0,), eye=Machine()))
    quote = "We will fund the first bridge."
    near = nearest(source, [quote])[0]
    absence = Absence(None, source, ((quote, near),))  # type: ignore[arg-type]
    assert "may have misread" in missing._doubtful(absence)


_TALK = "{}\nWe will.\n{}\nFund it.\n"


@pytest.mark.parametrize(
    ("speakers", "joined"),
    [
        (("LAVROV", "RUBIO"), True),
        (("Minister NOVAK", "Minister Novak"), True),
        (("Sergey LAVROV", "AL-SISI"), True),
        (("Ministre DUPONT", "Ministerin MÜLLER"), True),
        (("Ministro PÉREZ", "Ministra SÁ"), True),
        (("Министр ЛАВРОВ", "Министар НОВАК"), True),
        (("الوزير لافروف", "السيد أحمد علي"), True),
        (("王毅外长", "拉夫罗夫先生"), True),
        (("ANNEX", "SUMMARY"), False),
        (("President", "Background"), False),
        (("XIV", "XVI"), False),
        (("NOVAK", "WILL"), False),
        (("We met the\nLAVROV", "RUBIO"), False),
        (("NOVAK\nMINISTER OF STATE", "Part"), False),
    ],
)
def test_a_line_may_name_who_speaks(
    quote_brief: QuoteBrief, speakers: tuple[str, str], joined: bool
) -> None:
    found = rules(quote_brief, "We will. […] Fund it.", _TALK.format(*speakers))
    assert ("error quote-joins-texts" in found) is joined
