from __future__ import annotations

import pytest

from bluf.draft.names import people_in, spelt
from bluf.draft.vocabulary import vocabulary


@pytest.mark.parametrize(
    ("tag", "text", "people"),
    [
        ("en", "Foreign Minister Ann Harbour met Ambassador Piet Haven.",
         [("Ann Harbour", "Foreign Minister"), ("Piet Haven", "Ambassador")]),
        ("en", "Ann Harbour, the foreign minister, spoke.",
         [("Ann Harbour", "foreign minister")]),
        ("en", "The ministers met on Main Street.", []),
        ("en", "He met his counterpart AK Bo Haven.", [("AK Bo Haven", "counterpart")]),
        ("en", "PRIME MINISTER OF AUSTRALIA: I am glad to be here.", []),
        ("en", "He met Minister Md. Bo Haven.", [("Bo Haven", "Minister")]),
        ("en", "Adviser to the President on National Security Ann Harbour spoke.",
         [("Ann Harbour", "Adviser to the President on National Security")]),
    ],
)  # fmt: skip
def test_a_person_has_the_office_beside_the_name(
    tag: str, text: str, people: list[tuple[str, str]]
) -> None:
    found = people_in(text, vocabulary(tag))
    assert [(each.name, each.role.removeprefix("the ")) for each in found] == people
    assert all(text[each.start : each.end] == each.name for each in found)


def test_a_surname_in_capitals_is_written_as_elsewhere() -> None:
    assert spelt("Ana LUZ", vocabulary("fr")) == "Ana Luz"
    assert spelt("Piet VAN DER HAVEN", vocabulary("en")) == "Piet van der Haven"
