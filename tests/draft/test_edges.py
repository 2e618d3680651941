"""Texts that lack what most have: a country, a day, blanks, a verb behind a motion."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from tests.draft.test_minutes import MINUTES

from bluf.draft.answer import answer_of
from bluf.draft.drafting import Draft
from bluf.draft.joining import joined
from bluf.draft.parties import sides_in
from bluf.draft.record import DeskInput
from bluf.draft.vocabulary import vocabulary
from bluf.model import Strength

if TYPE_CHECKING:
    from tests.draft.conftest import Read

    from bluf.draft.source import SourceAccount
    from bluf.model import Brief


def brief_of(*accounts: SourceAccount) -> Brief:
    return Draft(accounts, joined(accounts)).record(DeskInput()).brief


def test_a_body_that_sat_is_the_party(account: Read) -> None:
    brief = brief_of(account(MINUTES + "The Council agreed to meet again on 1 May 2026.\n"))
    (party,) = brief.parties.values()
    assert "council" in party.name.lower()
    assert brief.title == f"{brief.events[0].title}, 3 March 2026"
    assert brief.id.startswith("2026-03-03-")
    assert {item.owner for item in brief.follow_ups} <= set(brief.parties)


def test_a_text_without_a_title_or_a_body_names_the_brief_by_its_first_words(account: Read) -> None:
    source = account("They met.\nThey agreed to open a second berth.\n", "talks", "en")
    made = Draft((source,), joined((source,))).record(DeskInput())
    assert made.brief.title == made.brief.events[0].title == "They agreed to open a second berth"
    assert made.brief.parties["body"].name == "talks"
    assert made.comments["sources", "talks"].startswith("no line says who published it")


def test_without_any_day_the_brief_is_of_today(account: Read) -> None:
    brief = brief_of(account("They agreed to open a second berth at the quay.\n", language="en"))
    assert brief.events[0].date is None
    assert brief.date == dt.datetime.now().astimezone().date()
    dated = account("The ministers met on 3 March 2026.\nThey agreed to swim.\n", language="en")
    assert brief_of(dated).date == dt.date(2026, 3, 3)


def test_a_long_title_gives_way_to_the_names(account: Read) -> None:
    title = "The harbours of both countries and everything else that was said of them " * 3
    brief = brief_of(account(f"{title.strip()}\n\n3 March 2026\n\nThey agreed to swim.\n"))
    assert len(brief.title) <= 200


def test_a_motion_without_an_action_is_what_its_sentence_says(account: Read) -> None:
    found = account(
        "MINUTES\nMarch 3, 2026\nThe council met.\n\n"
        "Council member Stone moved the second ordinance on ferries.\n\nMotion carried 3-1.\n\n"
        "Council member Haven moved to paint the quay.\n\n"
        "Council member Stone moved to paint the pier.\n\nMotion carried 4-0.\n\n"
        "Council member Haven moved to thank the crew of the ferry.\n",
        language="en",
    ).candidates
    decided = [each.statement for each in found if each.strength is Strength.DECIDED]
    assert any("second ordinance" in each for each in decided)
    assert "Paint the pier" in decided
    assert not any("paint the quay" in each for each in decided)


def test_signs_without_blanks(account: Read) -> None:
    found = account(
        "2026年3月3日\n外交部长王毅在北京会见塞尔维亚总统武契奇。双方同意恢复夜间渡轮航线。"
        "王毅部长要求尽快开放码头。部长部长会见了代表团。\n",
        language="zh",
    )
    assert found.candidates
    assert found.people


def test_a_request_of_a_model_has_no_strength(account: Read) -> None:
    one = account("3 March 2026\nAmbassador Haven asked for a new berth.\n", language="en")
    answer = answer_of(
        "- {kind: request, statement: Berth, quotes: [{source: release, sentence: 2}]}",
        Draft((one,), joined([one])),
    )
    assert [each.strength for each in answer.candidates] == [None]


def test_countries_are_named_in_each_language() -> None:
    assert sides_in("外交部长会见塞尔维亚总统，俄罗斯", vocabulary("zh")) == ["rs", "ru"]


def test_who_has_no_country_is_called_by_the_office(account: Read) -> None:
    long = (
        "Porthaven: the Minister Ann Harbour met Captain Bo Stone of the crew " + "and more " * 20
    )
    brief = brief_of(account(f"{long}.\nShe asked for quiet.\n", language="en"))
    assert (brief.title, brief.parties["body"].name) == ("Harbour–Stone", "Minister")


def test_who_asks_is_not_guessed_without_a_word(account: Read) -> None:
    found = account(
        "Harbour meets the Ambassador of Belgium\n\n3 March 2026\n\nMinister Ann Harbour met Piet "
        "Haven, Ambassador of Belgium.\n\nHarbour said that Belgium is a friend and asked for a "
        "new berth.\n",
        language="en",
    )
    record = Draft((found,), found.candidates).record(DeskInput(id="x"))
    assert "who asks is not said" in record.comments["requests", 0]


def test_one_country_owes_what_it_says(account: Read) -> None:
    brief = brief_of(
        account(
            "3 March 2026\nThe Government of Serbia held a session on 3 March 2026.\n"
            "The Government agreed to meet again in Porthaven on 1 May 2026.\n",
            language="en",
        )
    )
    assert {item.owner for item in brief.follow_ups} == {"rs"}


def test_a_day_with_a_point_ends_no_sentence(account: Read) -> None:
    found = account("Die Minister trafen sich am 13. März 2026 in Porthafen.\n", language="de")
    assert len(found.sentences) == 1


def test_a_headline_longer_than_a_title_gives_way(account: Read) -> None:
    headline = (
        "Serbia and Belgium speak of harbours, ferries, pilots, lights and of everything else "
        "that was left over from the last winter"
    )
    brief = brief_of(
        account(
            f"{headline}\n\n3 March 2026\n\nForeign Minister of Serbia, Ann Harbour, met the "
            "Ambassador of Belgium, Piet Haven, on Monday.\n\nThey agreed to swim.\n",
            language="en",
        )
    )
    assert len(brief.title) < len(headline)


def test_who_announces_owes(account: Read) -> None:
    brief = brief_of(
        account(
            "3 March 2026\nThe Foreign Minister of Serbia, Ann Harbour, met the Ambassador of "
            "Belgium, Piet Haven, on Monday.\n"
            "Ambassador Haven will meet the crew again in Porthaven on 1 May 2026.\n",
            language="en",
        )
    )
    assert [item.owner for item in brief.follow_ups] == ["be"]


def test_who_reads_it_is_called_so_in_the_language_of_the_brief(account: Read) -> None:
    brief = brief_of(account("Sie vereinbarten, ein zweites Becken zu bauen.\n", language="de"))
    assert (brief.to, brief.from_) == ("Leser", "Referat")


def test_a_bottom_line_says_how_firm_it_is_once(account: Read) -> None:
    text = "{} a second berth at the northern quay.\n"
    said = [
        brief_of(account(text.format(verb), language="en")).bottom_line
        for verb in ("Agreed", "They agreed to build")
    ]
    assert said[0] == "Agreed a second berth at the northern quay."
    assert said[1] == "They agreed to build a second berth at the northern quay."


def test_one_country_does_not_owe_what_two_met_on(account: Read) -> None:
    text = (
        "3 March 2026\nMinister Ann Harbour met Piet Haven, Ambassador of Belgium.\n"
        "The summit will be held in Porthaven on 1 May 2026.\n"
    )
    brief = brief_of(account(text, language="en"))
    assert [item.owner for item in brief.follow_ups] == [None]


def test_a_chinese_foreign_minister_is_no_ministry_that_publishes(account: Read) -> None:
    text = (
        "俄罗斯外交部长拉夫罗夫会见王毅\n\n2026年3月3日\n\n"
        "俄外长拉夫罗夫3日在北京会见中国外长王毅。双方同意加强合作。\n"
    )
    (source,) = brief_of(account(text, language="zh")).sources.values()
    assert source.party is None
