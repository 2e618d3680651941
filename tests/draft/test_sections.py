"""What minutes say of their own lists: an agenda is no outcome, a list of decisions is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.candidate import CandidateKind
from bluf.draft.drafting import Draft
from bluf.draft.joining import joined
from bluf.draft.record import DeskInput
from bluf.draft.sections import sections_in
from bluf.draft.sentences import sentences
from bluf.draft.vocabulary import vocabulary
from bluf.model import Strength

if TYPE_CHECKING:
    from tests.draft.conftest import Read

    from bluf.draft.candidate import Candidate

ENGLISH = """Quay Club minutes
Present: Ann Lee, Bo Day, Cy Fox
Apologies: Di Gray
{}
"""
RUSSIAN = """Протокол №1
Заседание правления клуба
3 марта 2026 г.
{}
"""


def listed(text: str, tag: str = "en") -> list[tuple[bool, str]]:
    found = sections_in(sentences(text), vocabulary(tag))
    return [(each.is_decided, each.text) for each in found.values()]


@pytest.mark.parametrize(
    ("text", "tag", "points"),
    [
        ("Agenda\n1. Repair of the pier\n• the lamps\n2. Any questions\nThey met.", "en", 3),
        ("Ordre du jour :\n- Le quai\n.\nsuite\n- Divers\nPrésents : Ann Lee, Bo Day", "fr", 4),
        ("Повестка дня собрания:\nВыбор совета.\nУтверждение сметы\nСлушали: Иванова", "ru", 3),
        ("Agenda\nRepair of the pier\nThe club agreed to repair it.", "en", 0),
    ],
)
def test_the_lines_below_an_agenda_are_its_points(text: str, tag: str, points: int) -> None:
    assert [is_decided for is_decided, _ in listed(text, tag)] == [False] * points


@pytest.mark.parametrize(
    ("text", "tag", "decided"),
    [
        ("Decisions:\n1. Buy a boat.\n• a red one\n2. Sell the pier.\nThey met.", "en",
         ["Buy a boat.", "Sell the pier."]),
        ("Beschluss: Der Verein kauft ein Boot.\nEs regnet.", "de", ["Der Verein kauft ein Boot."]),
        ("Постановили:\nУтвердить смету.\nИзбрать совет.\nГолосовали: за.", "ru",
         ["Утвердить смету.", "Избрать совет."]),
        ("会议决议\n章程通过评审。\n会议2：设计", "zh", ["章程通过评审。"]),
        ("Decisions\nThe pier", "en", []),
    ],
)  # fmt: skip
def test_the_lines_below_such_a_heading_are_decided(
    text: str, tag: str, decided: list[str]
) -> None:
    assert listed(text, tag) == [(True, each) for each in decided]


def candidates(account: Read, text: str) -> tuple[Candidate, ...]:
    return account(text).candidates


def test_a_decision_is_quoted_with_the_line_that_says_so(account: Read) -> None:
    text = RUSSIAN.format("Постановили:\n1. Утвердить смету клуба.\n2. Поручить совету ремонт.")
    first, second = candidates(account, text)
    assert (first.statement, first.strength) == ("Утвердить смету клуба", Strength.DECIDED)
    assert [each.quote for each in first.evidence] == ["Утвердить смету клуба", "Постановили:"]
    assert second.evidence[1].strength is Strength.DECIDED


def test_a_vote_stands_behind_the_cells_of_its_table(account: Read) -> None:
    cells = "Проголосовали:\n«За»\n% от числа проголосовавших\n% от числа проголосовавших\n93,21%\n"
    motion, end = "Предложено: Избрать совет клуба\n", "Решение по вопросу собрания – "
    text = RUSSIAN.format(f"{motion}{cells}{end}ПРИНЯТО.\n{motion}{cells}{end}НЕ ПРИНЯТО.")
    found = [(each.statement, each.strength) for each in candidates(account, text)]
    assert found == [
        ("Избрать совет клуба", Strength.DECIDED),
        ("Избрать совет клуба", Strength.DISAGREED),
    ]


@pytest.mark.parametrize(
    ("said", "strength"),
    [
        ("Mrs Lee proposed acceptance seconded by Mr Day. Agreed.", Strength.DECIDED),
        ("Mrs Lee proposed acceptance seconded by Mr Day.", Strength.CONVEYED),
        ("The Clerk asked if the accounts of the year had been read.", Strength.CONVEYED),
        ("It was suggested that the pier be closed in the winter.", Strength.CONVEYED),
    ],
)
def test_what_a_member_says_is_no_request_of_the_body(
    account: Read, said: str, strength: Strength
) -> None:
    (found,) = candidates(account, ENGLISH.format(said))
    assert (found.kind, found.strength) == (CandidateKind.OUTCOME, strength)


def test_who_asks_in_a_request_of_a_member_is_left_open(account: Read) -> None:
    text = ENGLISH.format("Mr Tom Hale requested that the county repair the road to the pier.")
    source = account(text)
    record = Draft((source,), joined((source,))).record(DeskInput())
    (asked,) = record.brief.requests
    assert asked.from_ == asked.to == "unnamed"
    assert record.brief.parties["unnamed"].name == "not named"
    assert "Mr Tom Hale asks, for no party above" in record.comments["requests", 0]


def test_a_vote_whose_words_say_less_is_no_decision(account: Read) -> None:
    text = ENGLISH.format("It was proposed and seconded that Bo Day chairs.\nPassed to the hopes.")
    assert [each.strength for each in candidates(account, text)] == [Strength.CONVEYED]


def test_a_motion_that_names_no_matter_stands_behind_its_heading(account: Read) -> None:
    text = ENGLISH.format(
        "Adoption of the Accounts\nMrs Lee proposed acceptance seconded by Mr Day. Agreed."
    )
    (found,) = candidates(account, text)
    assert found.statement.startswith("Adoption of the Accounts: Mrs Lee proposed acceptance")
    assert found.evidence[1].quote == "Adoption of the Accounts"


def test_what_a_member_asks_about_is_not_agreed(account: Read) -> None:
    said = "He also asked whether the rules of the club had been agreed."
    (found,) = candidates(account, ENGLISH.format(said))
    assert found.strength is Strength.CONVEYED


def test_who_is_to_do_what_was_agreed_owes_it(account: Read) -> None:
    said = "It was agreed that the Clerk would report at the next meeting of the club."
    source = account(ENGLISH.format(said))
    brief = Draft((source,), joined((source,))).record(DeskInput()).brief
    assert [each.owner for each in brief.follow_ups] == ["the Clerk"]


def test_the_table_of_chinese_minutes_gives_owner_and_day(account: Read) -> None:
    text = (
        "会议纪要\n时间：2026年6月6日\n一、主要行动计划\n任务描述\n负责人\n1\n"
        "确定预算数据传递到管理系统的方案。\n吴小明\n6月9号\n二、其他\n"
    )
    (found,) = candidates(account, text)
    assert (found.kind, found.who) == (CandidateKind.FOLLOW_UP, "吴小明")
    assert str(found.evidence[-1].due and found.evidence[-1].due.latest) == "2026-06-09"


def test_a_member_may_stand_before_a_clause_of_his_own(account: Read) -> None:
    text = ENGLISH.format("Mr Tom Hale, who lives there, requested that the club mend the road.")
    (found,) = candidates(account, text)
    assert (found.kind, found.who) == (CandidateKind.REQUEST, "Mr Tom Hale")


def test_a_passive_of_the_present_is_no_future(account: Read) -> None:
    text = (
        "Protokoll der Sitzung\nAnwesend: (…)\nEs wird über die Satzung des Vereins diskutiert.\n"
    )
    assert [each.strength for each in account(text).candidates] == [Strength.DISCUSSED]


def test_a_motion_that_says_nothing_has_no_vote(account: Read) -> None:
    said = "Proposed by Ann Lee and seconded by Bo Day.\nThe report was accepted and agreed."
    found = candidates(account, ENGLISH.format(said))
    assert [each.evidence[0].quote[:10] for each in found] == ["The report"]


def test_a_clause_with_what_is_asked_is_kept_whole(account: Read) -> None:
    """“To the pier” is no infinitive, and nobody is named whom it was asked of."""
    asked = "Mr Tom Hale requested that the county repair the road to the pier by the summer"
    source = account(ENGLISH.format(f"{asked}."))
    (found,) = Draft((source,), joined((source,))).record(DeskInput()).brief.requests
    assert (found.ask, found.to) == (asked, "unnamed")
