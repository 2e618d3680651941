"""Words of a text that its evidence speaks against: “export” for “import”, “hospital” for none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.model import Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held, Rules

DIFFERS = ["sense-differs"]


def broken(held: Held, statement: str, source: str, more: str = "", tag: str = "en") -> list[str]:
    """The findings that one statement gives, held to a quotation of the whole source."""
    _, findings = held(
        f"sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}\noutcomes: [{{"
        f"id: O1, statement: {statement}, strength: conveyed, evidence: [{{source: a, "
        f'quote: "{source.rstrip(".")}"{more}}}]}}]\n',
        a=source,
    )
    return [each.rule for each in findings if each.rule.startswith(("sense", "side"))]


@pytest.mark.parametrize(("topic", "expected"), [("gas", DIFFERS * 2), ("oil", DIFFERS)])
def test_a_topic_that_its_statement_has_is_told_once(
    held: Held, topic: str, expected: list[str]
) -> None:
    more = "}], topic: " + topic + "}]\n#"
    assert broken(held, "More oil", "They spoke of it.", more) == expected


@pytest.mark.parametrize(
    ("statement", "source", "expected"),
    [
        ("Duties on exports", "They spoke of duties on imports.", DIFFERS),
        ("Duties on imports", "They spoke of duties on imports.", []),
        ("Duties on imports and exports", "They spoke of duties on imports.", []),
        ("Duties on trade in goods", "They spoke of duties on imports.", []),
        ("All questions", "They spoke of some questions.", DIFFERS),
        ("All questions", "They spoke of some matters.", []),
        ("All questions", "They spoke of all questions and some matters.", []),
        ("The hospital", "They spoke of a building.", DIFFERS),
        ("The commission", "The KMP met.", []),
        ("A visit", "They spoke of a meeting.", []),
        ("Travel between the states", "They spoke of a visit.", []),
        ("Reduce the ties", "They will expand the ties.", DIFFERS),
        ("Reduce the ties", "They spoke of the ties.", DIFFERS),
        ("Reduce the ties", "They spoke of the problem of ties.", []),
        ("Ease the ties", "They will expand the ties.", []),
        ("The region", "They spoke of it.", []),
    ],
)
def test_a_statement(held: Held, statement: str, source: str, expected: list[str]) -> None:
    assert broken(held, statement, source) == expected


@pytest.mark.parametrize("length", [0, 4080, 4096, 9000])
def test_a_sentence_of_a_long_source(held: Held, length: int) -> None:
    """Wherever it stands, and whatever other letters there are two in one of: “ﬁ”."""
    before = "The ﬁrst word. " * (length // 15) + "-" * (length % 15)
    _, findings = held(
        "bottom_line: Exports to Hungary increased strongly.\n"
        "sources: {a: {title: A, publisher: P, file: a.txt}}\n",
        a=f"{before} Exports to Hungary decreased strongly. Then they left.",
    )
    assert [each.rule for each in findings if each.rule == "sense-differs"] == DIFFERS


def test_before_for_after_cannot_be_told(held: Held) -> None:
    """“Not before summer” is “after summer”, which no list of words can tell."""
    quote = "They spoke of pay before summer"
    claims, findings = held(
        "sources: {a: {title: A, publisher: P, file: a.txt}}\noutcomes: [{id: O1, statement: Pay "
        f"after summer, strength: conveyed, evidence: [{{source: a, quote: {quote}}}]}}]\n",
        a=f"{quote}.",
    )
    assert [str(each.verdict) for each in claims if each.words == "after"] == ["cannot be told"]
    assert findings == []


def test_it_is_told_across_languages(held: Held) -> None:
    assert broken(held, "Duties on exports", "Речь шла об импорте.", tag="ru") == DIFFERS
    assert broken(held, "Duties on imports", "Речь шла об импорте.", tag="ru") == []
    assert broken(held, "Duties on exports", "輸出と輸入", tag="ja") == []


def test_a_translation_bears_it_out(held: Held) -> None:
    more = ", translation: imports were discussed, translator: D"
    assert broken(held, "Duties on imports", "They spoke of exports.", more) == []


def test_a_topic_need_not_stand_in_each_quotation(held: Held) -> None:
    record = (
        "sources: {{a: {{title: A, publisher: P, file: a.txt}}}}\noutcomes: [{{id: O1, "
        "statement: Help, strength: conveyed, topic: {topic}, evidence: [{{"
        "source: a, quote: There is help}}]}}]\n"
    )
    source = "There is help. Visas were named."
    assert held(record.format(topic="visas"), a=source)[1] == []
    (finding,) = held(record.format(topic="energy"), a=source)[1]
    assert "nothing like “energy”" in finding.message


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council reduced the common budget.", DIFFERS),
        ("The council increased the common budget.", []),
        ("The council reduced something else.", []),
        ("The talks were on visas.", []),
    ],
)
def test_a_sentence_is_held_to_those_that_are_like_it(
    rules: Rules, text: str, expected: list[str]
) -> None:
    assert rules(text, "The council increased the common budget.") == expected


def test_the_label_of_a_strength_stands_for_nothing(rules: Rules) -> None:
    source = "Die Minister einigten sich auf einen Austausch."
    assert rules("Vereinbart: ein Austausch der Minister.", source, "de", "de") == []


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("en", "They will visit in the first six months of 2010.", "in the {} half of 2010"),
        ("de", "Sie kommen im ersten Halbjahr 2010.", "in der {}n Jahreshälfte 2010"),
        ("fr", "Ils viendront au premier semestre 2010.", "dans la {} moitié de 2010"),
        ("es", "Vendrán en el primer semestre de 2010.", "en la {} mitad de 2010"),
        ("pt", "Virão no primeiro semestre de 2010.", "na {} metade de 2010"),
        ("ru", "Визиты намечены на первое полугодие 2010 года.", "в {} половине 2010 года"),
        ("ar", "سيزورون في النصف الاول من 2010.", "في النصف {} من 2010"),
        ("sr-Latn", "Dolaze u prvom polugodištu 2010.", "u {} polovini 2010."),
    ],
)
def test_a_half_of_a_year(held: Held, tag: str, source: str, text: str) -> None:
    """Whatever it is called, the first half is not the second."""
    for half, expected in zip(HALVES[tag].split(), ([], DIFFERS), strict=True):
        _, findings = held(
            f"language: {tag}\nsources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n"
            f"outcomes: [{{id: O1, statement: {text.format(half)}, strength: conveyed,"
            f' evidence: [{{source: a, quote: "{source}"}}]}}]\n',
            a=source,
        )
        assert [each.rule for each in findings if each.rule == "sense-differs"] == expected


HALVES = {
    "en": "first second",
    "de": "erste zweite",
    "fr": "première seconde",
    "es": "primera segunda",
    "pt": "primeira segunda",
    "ar": "الأول الثاني",
    "ru": "первой второй",
    "sr-Latn": "prvoj drugoj",
}


@pytest.mark.parametrize(
    ("tag", "source", "text"),
    [
        ("en", "They will sign the treaty.", "They will sign the treaty because of the wind."),
        ("en", "They will sign the treaty.", "Officials will sign the treaty."),
        ("en", "They will sign the treaty in May.", "They will sign the treaty next month."),
        ("fr", "Ils signeront le traité.", "Ils signeront le traité le mois prochain."),
        ("fr", "Ils signeront le traité.", "Ils signeront le traité en raison du vent."),
        ("es", "Firmaron el tratado.", "Altos funcionarios firmaron el tratado."),
        ("es", "Firmarán el tratado este año.", "Firmarán el tratado el próximo año."),
        ("de", "Sie werden das Abkommen prüfen.", "Sie werden nur das Abkommen prüfen."),
        ("pt", "Eles vão rever o texto.", "As autoridades vão rever o texto."),
        ("ru", "Они рассмотрят проект.", "Они рассмотрят проект в следующем месяце."),
        ("ru", "Они рассмотрят проект.", "Чиновники рассмотрят проект."),
        ("sr-Latn", "Oni će razmotriti nacrt.", "Do kraja godine oni će razmotriti nacrt."),
        ("sr-Cyrl", "Они ће размотрити нацрт.", "Званичници ће размотрити нацрт."),
        ("ar", "سيناقش الجانبان المشروع.", "سيناقش الجانبان المشروع الشهر المقبل."),
        ("zh", "双方将审议草案。", "双方明年将审议草案。"),
    ],
)
def test_what_the_evidence_has_nothing_of_cannot_be_told(
    held: Held, tag: str, source: str, text: str
) -> None:
    record = (
        f"language: {tag}\n"
        f"sources: {{a: {{title: A, publisher: P, language: {tag}, file: a.txt}}}}\n"
        "outcomes: [{id: O1, statement: STATEMENT, strength: conveyed, "
        f'evidence: [{{source: a, quote: "{source.rstrip(".。")}"}}]}}]\n'
    )
    told = {}
    for statement in (source, text):
        claims, findings = held(record.replace("STATEMENT", statement), a=source)
        assert not [each for each in findings if each.rule.startswith("sense")]
        told[statement] = [each.words for each in claims if each.verdict is Verdict.UNDECIDED]
    assert len(told[text]) > len(told[source])


def test_a_sentence_that_no_source_is_like_is_held_to_all(held: Held) -> None:
    record = "sources: {a: {title: A, publisher: P, file: a.txt}}\nbottom_line: TEXT\n"
    claims, _ = held(record.replace("TEXT", "They spoke next month"), a="All is well.")
    assert ("next", Verdict.UNDECIDED) in [(each.words, each.verdict) for each in claims]
    claims, _ = held(record.replace("TEXT", "They spoke next month"), a="All next month.")
    assert not claims
