"""Whom people and sources speak for is taken from what the texts say, and left open elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.draft.bookkeeping import sides_of

if TYPE_CHECKING:
    from tests.draft.conftest import Read

    from bluf.draft.bookkeeping import DraftedSides

MET = "12 May 2026\n\nTrade Minister Anna Berg met Minister of Economy Tomas Ruiz{of} in Oslo.\n"
HELD = "12 May 2026\n\nMinister Tomas Ruiz held talks with {whose} Trade Minister Anna Berg.\n"


def _sides(account: Read, *texts: str) -> DraftedSides:
    accounts = [account(text, f"a{at}", "en") for at, text in enumerate(texts)]
    return sides_of(accounts, "en")


@pytest.mark.parametrize("of", [" of Costa Rica", " from Costa Rica", " (Costa Rica)"])
def test_a_country_behind_a_name_is_whom_somebody_speaks_for(account: Read, of: str) -> None:
    sides = _sides(account, f"Ministry of Trade of Norway\n{MET.format(of=of)}")
    assert sides.of_person == {"Anna Berg": "no", "Tomas Ruiz": "cr"}
    assert sides.of_source == {"a0": "no"}


def test_what_one_source_leaves_out_another_says(account: Read) -> None:
    sides = _sides(
        account,
        f"Ministry of Trade of Norway\n{MET.format(of='')}",
        f"Ministry of Economy of Costa Rica\n{HELD.format(whose='Norway’s')}",
    )
    assert sides.of_person["Anna Berg"] == "no"
    assert sides.of_person.get("Tomas Ruiz", "cr") == "cr"


def test_a_person_whom_no_source_gives_a_country_is_not_given_that_of_the_source(
    account: Read,
) -> None:
    text = f"Ministry of Trade of Norway\n{MET.format(of='')}They spoke of Norway and Costa Rica.\n"
    sides = _sides(account, text.replace("12 May", "Norway and Costa Rica meet\n12 May"))
    assert sides.of_person.get("Tomas Ruiz") != "no"


def test_publishers_name_sides_that_are_no_known_country(account: Read) -> None:
    sides = _sides(
        account,
        f"Ministry of Trade of Norland\n{MET.format(of=' of Costaria')}Norland will pay.\n",
        f"Ministry of Economy of Costaria\n{HELD.format(whose='Norland’s')}Costaria thanked.\n",
    )
    assert {code: party.name for code, party in sides.parties.items()} == {
        "norland": "Norland",
        "costaria": "Costaria",
    }
    assert sides.of_person == {"Anna Berg": "norland", "Tomas Ruiz": "costaria"}
    assert sides.of_source == {"a0": "norland", "a1": "costaria"}


def test_a_publisher_that_no_text_repeats_names_no_side(account: Read) -> None:
    sides = _sides(account, f"Ministry of Trade of Norland\n{MET.format(of='')}")
    assert list(sides.parties) == ["body"]


THREE = (
    "12 May 2026\n\nMr. Tomas Ruiz, Minister of Economy of Japan, and Ambassador Anna Berg, "
    "{office}, met Minister Eva Lund of Norway in Oslo. They agreed to open the border.\n"
)


def test_nobody_speaks_for_the_country_of_the_one_before(account: Read) -> None:
    sides = _sides(account, THREE.format(office="a trade envoy"))
    assert "Anna Berg" not in sides.of_person


def test_a_second_office_behind_a_name_says_whom_somebody_speaks_for(account: Read) -> None:
    sides = _sides(account, THREE.format(office="United States Representative"))
    assert sides.of_person == {"Tomas Ruiz": "jp", "Anna Berg": "us", "Eva Lund": "no"}


def test_a_pair_may_have_its_second_office_at_once(account: Read) -> None:
    text = "12 May 2026\n\nMinister Eva Lund of Norway and Ambassador Anna Berg met in Oslo.\n"
    assert "Anna Berg" not in _sides(account, text).of_person


def test_an_ambassador_speaks_with_the_country_of_the_post(account: Read) -> None:
    text = (
        "Ambassador pays call\n\n12 May 2026\n\nThe Minister of Foreign Affairs Tomas Ruiz met the "
        "Ambassador of Norway in Costa Rica Anna Berg at the Ministry.\nWhile thanking Norway, the "
        "Minister requested continued support.\nOfficials of the Embassy of Norway were present, "
        "and took notes of all that was said at the table.\n"
    )
    assert _sides(account, text).of_person == {"Tomas Ruiz": "cr", "Anna Berg": "no"}


@pytest.mark.parametrize(
    ("head", "account_of"),
    [("Ministry of Foreign Affairs\n\n", {"a0": "no"}), ("The Ferry Times\n\n", {})],
)
def test_only_what_an_office_published_is_the_account_of_a_side(
    account: Read, head: str, account_of: dict[str, str]
) -> None:
    """A newspaper too may give one minister no country; it speaks for none."""
    title = "Norway and Costa Rica hold ferry talks"
    text = "12 May 2026\n\nMinister Anna Berg met Minister Tomas Ruiz of Costa Rica.\n"
    sides = _sides(account, f"{head}{title}\n{text}")
    assert sides.of_source == account_of


def test_a_country_before_an_office_and_a_title_is_of_the_name(account: Read) -> None:
    text = "12 May 2026\n\nMayor Bo Day met the Trade Minister of Norway, Ms. Anna Berg, in Oslo.\n"
    assert _sides(account, text).of_person["Anna Berg"] == "no"


HOST = (
    "Ministry of Trade of Norway\nToday, 12 May 2025, Minister Anna Berg met Costa Rica's Minister "
    "Tomas Ruiz in Oslo.\n"
)


def test_only_who_stands_near_no_other_side_is_of_the_source(account: Read) -> None:
    text = (
        f"{HOST}Minister Anna Berg thanked Costa Rica.\n"
        "Secretary Bo Day met her too, said the Costa Rican government.\n"
        "Secretary Eva Lund attended the talks.\n"
    )
    of_person = _sides(account, text).of_person
    assert (of_person["Anna Berg"], of_person["Eva Lund"], of_person["Tomas Ruiz"]) == (
        "no",
        "no",
        "cr",
    )
    assert "Bo Day" not in of_person


def test_an_ambassador_is_not_of_the_country_of_the_post(account: Read) -> None:
    text = (
        "12 May 2025\nForeign Minister Anna Berg met Costa Rican Ambassador to Norway Tomas Ruiz.\n"
    )
    assert _sides(account, text).of_person["Tomas Ruiz"] == "cr"


def test_of_two_sides_that_and_joins_neither_is_told(account: Read) -> None:
    met = "Minister Anna Berg met Norwegian and Swedish Ministers Bo Day and Tomas Ruiz."
    assert "Bo Day" not in _sides(account, f"12 May 2025\n{met}\n").of_person


def test_a_place_in_a_title_is_no_side(account: Read) -> None:
    met = "12 May 2025\nNorway's Minister Anna Berg met Costa Rica's Minister Tomas Ruiz.\n"
    sides = _sides(account, f"Ministers meet in Sweden\n{met}")
    assert list(sides.parties) == ["no", "cr"]


def test_a_mayor_and_who_is_hosted_speak_for_no_country(account: Read) -> None:
    text = (
        "Norway and Costa Rica meet\n12 May 2025\nGovernor Anna Berg met Costa Rica's Minister "
        "Tomas Ruiz and the US ambassador in Norway Bo Day, hosted by Norway. Minister Eva Lund "
        "received Governor Cy Reed.\n"
    )
    of_person = _sides(account, text).of_person
    assert "Anna Berg" not in of_person
    assert "Cy Reed" not in of_person
    assert of_person["Bo Day"] == "us"


def test_who_stands_behind_and_is_somebody_else(account: Read) -> None:
    text = "12 May 2025\nMinister Anna Berg, and the Norwegian Minister of Norway, Bo Day, met.\n"
    assert "Anna Berg" not in _sides(account, text).of_person


def test_a_place_in_front_of_an_office_is_not_its_country(account: Read) -> None:
    met = "On Monday in Norway Minister Bo Day met Costa Rica's Minister Tomas Ruiz."
    assert _sides(account, f"12 May 2025\n{met}\n").of_person == {"Tomas Ruiz": "cr"}


PAIR = "12 May 2026\n\nSecretary Anna Berg and Norway's Minister Tomas Ruiz met in Oslo.\n"


def test_two_names_with_a_hyphen_are_the_sides(account: Read) -> None:
    text = f"{PAIR}They held the Norway–Peru Dialogue.\n"
    assert set(_sides(account, text).parties) == {"no", "pe"}


def test_the_general_assembly_is_a_place_and_no_side(account: Read) -> None:
    title = (
        "Norway's minister meets counterpart of Peru at the sidelines of the UN General Assembly"
    )
    assert set(_sides(account, f"{title}\n{MET.format(of=' of Peru')}").parties) == {"no", "pe"}


def test_a_visitor_is_not_of_the_country_that_is_visited(account: Read) -> None:
    text = (
        "12 May 2026\n\nMinister Anna Berg, who is on an official visit to Peru, met "
        "Minister Tomas Ruiz of Peru.\n"
    )
    assert _sides(account, text).of_person.get("Anna Berg") != "pe"
