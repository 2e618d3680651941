"""What a record says of three sides, and of one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.data import source_values
from bluf.draft.record import DeskInput, record_of

if TYPE_CHECKING:
    from tests.draft.conftest import Read

    from bluf.model import Brief

TEXT = """12 May 2026

Mr. Tomas Ruiz, Minister of Economy, Trade and Industry of Japan, Mrs. Anna Berg, Minister of \
Trade of Norway, and Ms. Eva Lund, Minister of Trade and Shipping of Canada, met in Porthaven on \
12 May 2026.
They agreed to hold a second round of ferry talks next month in Porthaven.
"""


@pytest.fixture
def brief(account: Read) -> Brief:
    source = account(TEXT, language="en")
    return record_of((source,), source.candidates, DeskInput()).brief


def test_an_action_that_three_agreed_on_is_owed_by_all(brief: Brief) -> None:
    assert [each.owner for each in brief.follow_ups] == ["all sides"]


def test_the_title_names_all_three(brief: Brief) -> None:
    assert set(brief.title.split("–")) == {"Japan", "Norway", "Canada"}


def test_who_met_where_is_no_outcome(brief: Brief) -> None:
    assert [each.statement for each in brief.outcomes] == [
        "All sides agreed to hold a second round of ferry talks next month in Porthaven"
    ]


COUNCIL = """Porthaven Ferry Committee
Minutes of the meeting held 3 March 2026
Present: Ann Quay, Bo Pier
Apologies: Cy Fox
The committee requested the office of the harbour to repair the northern pier by the summer.
The next meeting will be held on 3 April 2026. There being no further business, the meeting closed.
"""


def test_a_body_has_its_whole_name_and_asks_nobody_else(account: Read) -> None:
    source = account(COUNCIL, language="en")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert [party.name for party in brief.parties.values()] == ["Porthaven Ferry Committee"]
    assert brief.bottom_line.endswith("Request: Repair the northern pier by the summer.")


def test_the_day_of_the_next_meeting_is_not_that_of_this_one(account: Read) -> None:
    source = account(COUNCIL, language="en")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert [event.date and event.date.value for event in brief.events] == [dt.date(2026, 3, 3)]


CALL = """Ambassador calls on Councillor Kai Nils

1. Ambassador of Norway, Anna Berg, called on Councillor Kai Nils on 27 May 2026 in Porthaven \
Kai Nils.
2. Councillor Kai Nils requested the Ambassador to repair the pier. Councillor Kai thanked her.
"""


OTHERS = """Ferry talks on Ukraine

12 May 2026

The Minister of Trade of Norway, Anna de la Berg, met the Minister of Trade of Japan, Kai Nils, in \
Porthaven today. The delegation had seen the pier, which she opened on 24 April 2026.
"""


def test_what_a_title_is_about_is_no_side(account: Read) -> None:
    source = account(OTHERS, language="en")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert set(brief.parties) == {"no", "jp"}
    assert [event.title for event in brief.events] == ["Berg–Nils"]


def test_a_day_that_a_clause_gives_to_something_else_is_not_that_of_the_meeting(
    account: Read,
) -> None:
    text = OTHERS.replace(" today. The delegation", ". The delegation")
    source = account(text, language="en")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert [event.date for event in brief.events] == [None]


def test_who_asks_is_named_where_no_side_is_known(account: Read) -> None:
    source = account(CALL, language="en")
    record = record_of((source,), source.candidates, DeskInput())
    assert "Kai Nils asks, for no party above: check “from”" in record.comments["requests", 0]
    brief = record.brief
    assert [(event.title, event.place) for event in brief.events] == [("Kai–Berg", "Porthaven")]


LONG = (
    "They agreed to repair the pier of the harbour, which the storm of the last winter broke, {}."
)


def test_one_long_item_is_enough_of_a_bottom_line(account: Read) -> None:
    text = TEXT + "".join(
        LONG.format(f"for the {word} ferry, and to pay for it out of the fund of the {word} coast")
        + "\n"
        for word in ("northern", "southern", "western")
    )
    source = account(text, language="en")
    brief = record_of((source,), source.candidates[1:], DeskInput()).brief
    assert brief.bottom_line.count("epair the pier") == 1


def test_a_brief_of_an_announced_event_is_not_dated_before_it(account: Read) -> None:
    text = "2 May 2026\n\n" + TEXT.split("\n\n", 1)[1].replace("met in", "will meet in")
    source = account(text, language="en")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert [event.date and event.date.value for event in brief.events] == [brief.date]


FORMAL = """Formal Minutes

Monday 30th November 2026

Members present:

Mr Bo Quay, in the Chair

Draft Report on the Ferry, proposed by the Chairman, brought up, read and agreed to.

Resolved, That the Report be the First Report of the Committee to the House.

Ordered, That the Chairman do make the Report to the House in Camera Hall.

1. That the Minister of Ports be invited to appear before the Committee to brief it on the ferry.

The Committee adjourned to Wednesday.
"""


def test_formal_minutes_decide_in_their_own_words(account: Read) -> None:
    source = account(FORMAL, language="en")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert [(each.statement, each.strength.value) for each in brief.outcomes] == [
        ("Draft Report on the Ferry, proposed by the Chairman, brought up, read and agreed to",
         "agreed"),
        ("Resolved, That the Report be the First Report of the Committee to the House", "decided"),
        ("Ordered, That the Chairman do make the Report to the House in Camera Hall", "decided"),
    ]  # fmt: skip
    asked = "That the Minister of Ports be invited to appear before the Committee to brief it"
    assert [each.ask.removesuffix(" on the ferry") for each in brief.requests] == [asked]


HAN = """日外相晤副外长

2024年7月24日

日本外相上川陽子周二在外務省與訪日的中國外交部副部長馬朝旭舉行會談。
雙方同意加強中日副外長級戰略對話。雙方還就貿易等問題交換了看法。
"""


def test_chinese_sides_stand_right_before_the_office(account: Read) -> None:
    source = account(HAN, language="zh")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    people = [(each.name, each.party) for event in brief.events for each in event.participants]
    assert people == [("上川陽子", "jp"), ("馬朝旭", "cn")]
    assert brief.bottom_line.endswith("。")
    assert brief.title.startswith("日本–中国：")


@pytest.mark.parametrize(
    ("title", "rest", "name"),
    [
        ("Quay Steering Group", "Present: Bo Day (Norland County Council)", "Quay Steering Group"),
        (
            "Minutes of a meeting",
            "To confirm minutes of Quay Parish Council.",
            "Quay Parish Council",
        ),
        ("Minutes of the Quay Council, 3 May", "Present: Bo Day (Norland Board)", "Quay Council"),
        ("MINUTES OF THE QUAY COUNCIL", "Present: Bo Day", "QUAY COUNCIL"),
        ("Minutes for the meeting on 3 May 2026", "Present: Bo Day", "Minutes for the meeting"),
        ("Quay Rowers: minutes, 3 May 2026", "Present: Bo Day", "Quay Rowers"),
        ("The Quay Rowers of Norland on 3 May 2026", "Present: Bo Day", "Quay Rowers of Norland"),
    ],
)
def test_the_title_or_the_head_names_the_body(
    account: Read, title: str, rest: str, name: str
) -> None:
    text = (
        f"{title}\n\nMinutes, held 3 March 2026\n{rest}\nApologies: Cy Fox\nThe pier was agreed.\n"
    )
    source = account(text, language="en")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert [party.name for party in brief.parties.values()] == [name]
    known = name if name != title else "unnamed publisher"
    assert [each.publisher for each in brief.sources.values()] == [known]


@pytest.mark.parametrize(
    ("text", "title", "publisher"),
    [
        ("Протокол №1\nвнеочередного собрания жильцов дома\n\n{}",
         "Протокол №1 внеочередного собрания жильцов дома", "Внеочередного собрания жильцов дома"),
        ("Протокол №1\nвнеочередного собрания жильцов дома, " + "у моря, " * 16 + "\n\n{}",
         "Протокол №1 внеочередного собрания жильцов дома", "Внеочередного собрания жильцов дома"),
    ],
)  # fmt: skip
def test_the_title_of_minutes_may_go_on_in_the_next_line(
    text: str, title: str, publisher: str, account: Read
) -> None:
    rest = "Присутствовали: Иванов И.И.\nПовестка дня.\nГолосовали: за 5, против 0. Решили."
    minutes = account(text.format(rest), language="ru")
    source = record_of([minutes], minutes.candidates, DeskInput()).brief.sources[minutes.id]
    assert (source.title, source.publisher) == (title, publisher)


@pytest.mark.parametrize("rest", ["Присутствовали: Иванов И.И.\n", "Присутствовали все.\n"])
def test_neither_an_id_nor_a_person_publishes_minutes(rest: str, account: Read) -> None:
    minutes = account(f"Протокол:\n{rest}Голосовали: за 5. Решили. Повестка дня.", language="ru")
    source = record_of([minutes], minutes.candidates, DeskInput()).brief.sources[minutes.id]
    assert source.publisher == "неназванный издатель"


def test_a_council_publishes_minutes_that_bear_its_name(account: Read) -> None:
    text = "Quay Parish Council\n\nMinutes of the meeting on 3 May 2026\n\nPresent: Cllr Ann Lee.\n"
    minutes = account(text + "Resolved: to mend the old pier by the autumn.", language="en")
    source = record_of([minutes], minutes.candidates, DeskInput()).brief.sources[minutes.id]
    assert source.publisher == source.title == "Quay Parish Council"


def test_a_title_does_not_repeat_its_publisher(account: Read) -> None:
    read = account("They met on 3 March 2026. The ministers agreed to build a pier.", language="en")
    source = replace(read, publisher="Quay Board", title="Quay Board, statement on the pier")
    brief = record_of((source,), source.candidates, DeskInput()).brief
    assert [each.title for each in brief.sources.values()] == ["Statement on the pier"]


def test_who_asks_may_be_called_by_the_first_part_of_the_name(account: Read) -> None:
    text = (
        "Ministry of Trade of Norway\n3 March 2026\n\nHaven Piet, Ambassador of Japan, met Trade "
        "Minister Anna Berg of Norway.\nAmbassador Haven sought the support of the ports.\n"
    )
    source = account(text, language="en")
    (request,) = record_of((source,), source.candidates, DeskInput()).brief.requests
    assert (request.from_, request.to) == ("jp", "no")


def test_two_sentences_of_a_bottom_line_are_two(account: Read) -> None:
    """Where each says itself how firm it is, a semicolon would join what stands alone."""
    text = TEXT + "The ministers agreed on the ferry. The ministers agreed on the northern pier.\n"
    source = account(text, language="en")
    chosen = [each for each in source.candidates if each.statement.startswith("The ministers")]
    line = record_of((source,), chosen, DeskInput()).brief.bottom_line
    assert line == "The ministers agreed on the ferry. The ministers agreed on the northern pier."


def test_both_sides_are_named_in_the_language_of_the_sentence(account: Read) -> None:
    first = account("挪威外长文森特会见中国外长王毅。双方就合作交换意见。", "a", "zh")
    text = (
        "Ann Lee, minister of Norway, met Wang Yi, minister of China. "
        "They agreed to hold a second round of ferry talks."
    )
    second = account(text, "b", "en")
    brief = record_of((first, second), second.candidates, DeskInput(language="zh")).brief
    assert brief.outcomes[0].statement.startswith("Both sides agreed")
    told = [source_values(source, brief).get("language") for source in brief.sources.values()]
    assert told == [None, "en"]
