"""Names are known to the record, or stand in a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.claims.conftest import PEOPLE

from bluf.claims.spelling import distance, near
from bluf.model import ClaimKind, Verdict

if TYPE_CHECKING:
    from tests.claims.conftest import Held, Rules

EN = "Secretary Rubio met Minister Đurić of Serbia in Washington, with Ms. Hooker of NBC."


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("They met Secretary Rubio.", []),
        ("They met Mr. Rubio, and the U.S. Secretary.", []),
        ("They met Secretary Rubo.", ["name-misspelt"]),
        ("They met Djuric of Serbia’s ministry.", []),
        ("They met Serbian ministers, and Serbs.", []),
        ("They met Smith.", ["name-not-found"]),
        ("Rubo came.", []),
        ("They met.\n## Follow up", []),
        ("It cost US$5.", ["figure-not-found"]),
        ("They met the SRM of Serbia.", []),
        ("They met the SRX of Serbia.", ["name-not-found"]),
        ("They met Jane Smith of Acme.", ["name-not-found", "name-not-found"]),
        ("Smith came.", []),
        ("They met in Vienna.", ["name-not-found"]),
        ("Austria came.", ["name-not-found"]),
        ("They spoke in New Zealand.", ["name-not-found"]),
        ("Talks with Belgrade went on.", []),
        ("They met in Washington in August on Monday.", []),
        ("I met Secretary Rubio.", []),
    ],
)
def test_a_name_stands_in_a_source(rules: Rules, text: str, broken: list[str]) -> None:
    found = [rule for rule in rules(text, EN) if not rule.startswith("date")]
    assert found == broken


@pytest.mark.parametrize(
    ("text", "source", "language", "broken"),
    [
        (
            "They met Trump of the United States.",
            "Разговарали су са Трампом из САД.",
            "sr-Cyrl",
            [],
        ),
        ("They met Putin of Russia.", "Они встретились с Путиным из России.", "ru", []),
        (
            "They met in Belgrade and Germany.",
            "Sastali su se u Beogradu i Nemačkoj.",
            "sr-Latn",
            [],
        ),
        ("They met Smith.", "Sastali su se u Beogradu.", "sr-Latn", []),
        ("They met Lavrov in China.", "外长在中国会见了拉夫罗夫。", "zh", ["name-undecided"]),
        ("Ils ont rencontré Trump.", "They met Trump.", "en", []),
    ],
)
def test_names_are_compared_across_languages(
    rules: Rules, text: str, source: str, language: str, broken: list[str]
) -> None:
    own = "fr" if text.startswith("Ils") else "en"
    assert rules(text, source, language, own) == broken


def test_a_language_that_nobody_names_countries_in_is_read_all_the_same(rules: Rules) -> None:
    assert rules("They met in Belgrade.", "Belgrade", "tlh", "en") == ["language-unknown"]
    assert rules("Washington.", "Washington", "en", "tlh") == []


def test_an_elided_article_belongs_to_the_word_behind_it(rules: Rules) -> None:
    told = rules("Ils ont parlé ; L’entrevue suit.", "L’entrevue suit.", "fr", "fr")
    assert told in ([], ["source-unused"])


def test_a_place_may_be_declined_in_russian(rules: Rules) -> None:
    assert rules("Встреча прошла с МИД, была Анталья.", "Встреча в Анталье.", "ru", "ru") == []


def test_two_forms_of_one_name_are_one_in_russian(rules: Rules) -> None:
    assert rules("Они говорили о судьбе Европы.", "Они были в Европе.", "ru", "ru") == []


def test_an_article_that_is_elided_is_no_part_of_a_name(held: Held) -> None:
    record = (
        "language: fr\nsources: {a: {title: A, publisher: P, language: fr, file: a.txt}}\n"
        "events: [{id: E1, title: Entretien}]\n"
    )
    rules = [each.rule for each in held(record, a="L’entretien a eu lieu.")[1]]
    assert "name-misspelt" not in rules


@pytest.mark.parametrize(
    ("own", "text", "source", "broken"),
    [
        ("zh", "他访问了上海。", "市长访问上海和重庆。", []),
        ("zh", "他访问了巴黎。", "市长访问上海和重庆。", ["name-not-found"]),
        ("ar", "قدمت قطر مساعدات.", "قدمت قطر والكويت المساعدات.", []),
        ("ar", "قدمت عمان مساعدات.", "قدمت قطر والكويت المساعدات.", ["name-not-found"]),
    ],
)
def test_countries_are_names_in_scripts_without_capitals(
    rules: Rules, own: str, text: str, source: str, broken: list[str]
) -> None:
    assert rules(text, source, own, own) == broken


def test_german_nouns_are_no_names(rules: Rules) -> None:
    assert rules("Sie sprachen über den Dialog.", "Sie trafen sich.", "de", "de") == []


@pytest.mark.parametrize(
    ("word", "other", "slip"),
    [
        ("Rubo", "Rubio", True),
        ("Landua", "Landau", True),
        ("Hannrahan", "Hanrahan", True),
        ("Christofer", "Christopher", True),
        ("Serbian", "Serbia", False),
        ("Belgians", "Belgium", False),
        ("Duric", "Đurić", False),
        ("Lee", "Leo", False),
        ("Smith", "Rubio", False),
    ],
)
def test_a_slip_is_told_from_another_name(word: str, other: str, slip: bool) -> None:
    assert near(word, other) is slip
    assert distance(word, word) == 0


@pytest.mark.parametrize(
    ("place", "source", "language", "broken"),
    [
        ("Washington", "In Washington.", "en", []),
        ("New York", "Састали су се у Њујорку.", "sr-Cyrl", []),
        ("Brussels, Belgium", "À Bruxelles, en Belgique.", "fr", []),
        ("the Hotel Sacher", "At the Hotel Sacher.", "en", []),
        ("Washingtn", "In Washington.", "en", ["name-misspelt"]),
        ("Vienna", "In Washington.", "en", ["place-not-in-source"]),
        ("the castle", "At a castle.", "en", ["place-not-in-source"]),
        ("the Hofburg", "在维也纳。", "zh", []),
    ],
)
def test_a_place_stands_in_a_source(
    held: Held, place: str, source: str, language: str, broken: list[str]
) -> None:
    record = PEOPLE.format(name="Roe", language=language, place=f"place: '{place}'\n    ")
    _, findings = held(record, a=f"{source} Roe")
    assert [finding.rule for finding in findings] == broken


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Edward Novak", []),
        ("Edgar Novak", ["participant-unsourced"]),
        ("Ana Lee", []),
        ("Marie Sol", []),
    ],
)
def test_a_given_name_is_that_of_the_source(held: Held, name: str, expected: list[str]) -> None:
    source = "Minister Novak spoke. Edward Novak met Ana Maria Lee. Minister Sol came."
    record = (
        "sources: {a: {title: A, publisher: P, file: a.txt}}\nevents: [{id: E1, title: Talks, "
        f"participants: [{{name: {name}, source: a}}]}}]\n"
    )
    assert [each.rule for each in held(record, a=source)[1]] == expected


def test_a_name_may_stand_within_a_longer_word(rules: Rules) -> None:
    assert rules("They spoke of the Sahel.", "They spoke of Sahelian towns.") == []


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Secretary General", []),
        ("Deputy Prime Minister", ["office-differs"]),
    ],
)
def test_an_office_may_stand_in_front_of_another(
    held: Held, role: str, expected: list[str]
) -> None:
    source = "The Secretary General of the ministry, the Ambassador Edward Novak, spoke."
    record = (
        "sources: {a: {title: A, publisher: P, file: a.txt}}\nevents: [{id: E1, title: Talks, "
        f"participants: [{{name: Edward Novak, role: {role}, source: a}}]}}]\n"
    )
    assert [each.rule for each in held(record, a=source)[1]] == expected


ELSEWHERE = """\
sources: {a: {title: A, publisher: P, file: a.txt}}
outcomes:
  - id: O1
    statement: Help for Ann Lee
    strength: discussed
    evidence: [{source: a, quote: They discussed help}]
"""


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("They discussed help for Ann Lee.", "borne out"),
        ("They dis\u00adcussed help for An\u00ad\nn Lee.", "borne out"),
        ("Ann Lee spoke. They discussed help.", "cannot be told"),
        ("They discussed help. Ann Lee spoke.", "not found"),
    ],
)
def test_a_name_of_an_item_stands_where_its_evidence_does(
    held: Held, source: str, verdict: str
) -> None:
    claims, _ = held(ELSEWHERE, a=source)
    assert {str(each.verdict) for each in claims if each.kind is ClaimKind.NAME} == {verdict}


@pytest.mark.parametrize(
    ("source", "verdict"),
    [
        ("Minister Ann Lee spoke. She asked for help.", "borne out"),
        ("Minister Bo Hansen spoke. He asked for help.", "cannot be told"),
        ("Ann Lee met Bo Hansen. He asked for help.", "cannot be told"),
        ("They asked for help.", "borne out"),
    ],
)
def test_who_is_meant_by_he(held: Held, source: str, verdict: str) -> None:
    record = """\
sources: {a: {title: A, publisher: P, file: a.txt}}
events: [{id: E1, title: Talks, participants: [{name: Ann Lee}, {name: Bo Hansen}]}]
outcomes:
  - {id: O1, statement: Lee wants help, strength: conveyed,
     evidence: [{source: a, quote: for help}]}
"""
    claims, _ = held(record, a=f"{source} Ann Lee and Bo Hansen left.")
    assert [str(each.verdict) for each in claims if each.words == "Lee"] == [verdict]


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("Sie sprachen über Darfur und Frankreich.", ["name-not-found"]),
        ("Sie sprachen über die UNMISS.", []),
        ("Sie sprachen über die UNIFIL.", ["name-not-found"]),
    ],
)
def test_of_german_nouns_countries_and_short_names_are_held(
    rules: Rules, text: str, broken: list[str]
) -> None:
    assert rules(text, "Es ging um die UNMISS, und um Darfur.", "de", "de") == broken


def test_a_city_of_two_words_stands_in_the_evidence(held: Held) -> None:
    record = (
        "sources: {a: {title: A, publisher: P, file: a.txt}}\noutcomes: [{id: O1, statement: "
        "A meeting in New York, strength: conveyed, evidence: [{source: a, quote: QUOTE}]}]\n"
    )
    absent = ["name-not-found"]
    source = f"They meet in Oslo. {'All is well. ' * 40}They met in New York."
    for quote, expected in (
        ("They met in New York", []),
        ("They meet in Oslo", absent),
    ):
        _, findings = held(record.replace("QUOTE", quote), a=source)
        assert [each.rule for each in findings] == expected


@pytest.mark.parametrize(
    "text", ["L'Allemagne aidera.", "Le don de l'Allemagne.", "D'Artagnan est là."]
)
def test_an_article_is_no_part_of_a_country(rules: Rules, text: str) -> None:
    source = "Le don de la République fédérale d'Allemagne. Voici d'Artagnan."
    assert rules(text, source, "fr", "fr") == []


@pytest.mark.parametrize(
    ("text", "broken", "verdict"),
    [
        ("The minister will visit Vienna.", ["name-not-found"], Verdict.NOT_FOUND),
        ("The talks were held in Vienna.", [], Verdict.UNDECIDED),
        ("The minister thanked Vienna.", [], Verdict.BORNE_OUT),
    ],
)
def test_a_capital_is_not_its_country_where_somebody_goes(
    held: Held, text: str, broken: list[str], verdict: Verdict
) -> None:
    record = f"bottom_line: {text}\nsources: {{a: {{title: A, publisher: P, file: a.txt}}}}\n"
    claims, findings = held(record, a="Austria sent its minister.\n")
    assert [each.rule for each in findings] == broken
    assert [each.verdict for each in claims if each.words == "Vienna"] == [verdict]
