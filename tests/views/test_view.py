from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.views.conftest import outcome

from bluf.model import Account, Difference, Proof, Response, Strength
from bluf.views import OutstandingRow, mapping, view
from octavo.location import PageLocation

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.model import Brief

    MakeBrief = Callable[..., Brief]

NOTHING = Proof({})


def cites(*sources: str, **fields: str) -> list[dict[str, str]]:
    return [{"source": source, "quote": "words", **fields} for source in sources]


@pytest.mark.parametrize(
    ("sources", "said_by"),
    [
        (("ours",), "A only"),
        (("ours", "theirs"), "Both sides"),
        (("press",), "Agency only"),
        (("ours", "press"), "A, Agency"),
        ((), ""),
    ],
)
def test_a_request_says_which_side_reports_it(
    make_brief: MakeBrief, sources: tuple[str, ...], said_by: str
) -> None:
    request = {"id": "R1", "from": "aa", "to": "bb", "ask": "Help", "evidence": cites(*sources)}
    (row,) = view(make_brief(requests=[request]), NOTHING).requests
    assert row.said_by == said_by


def test_a_meeting_of_one_party_needs_no_only(make_brief: MakeBrief) -> None:
    brief = make_brief(parties={"aa": {"name": "A"}}, outcomes=[outcome("decided", *cites("ours"))])
    assert view(brief, NOTHING).outcomes[0].said_by == "A"


def test_the_one_source_is_named_alone_and_an_unnamed_party_is_no_side(
    make_brief: MakeBrief,
) -> None:
    press = {"press": {"title": "T", "publisher": "Agency", "file": "f.txt"}}
    brief = make_brief(sources=press, outcomes=[outcome("decided", *cites("press"))])
    assert view(brief, NOTHING).outcomes[0].said_by == "Agency"
    parties = {"aa": {"name": "A"}, "unnamed": {"name": "not named"}}
    brief = make_brief(parties=parties, outcomes=[outcome("decided", *cites("ours"))])
    assert view(brief, NOTHING).outcomes[0].said_by == "A"


def test_three_parties_that_say_the_same_are_all_sides(make_brief: MakeBrief) -> None:
    parties = {key: {"name": key} for key in ("aa", "bb", "cc")}
    sources = {
        key: {"title": "T", "publisher": "P", "party": key, "file": "f.txt"} for key in parties
    }
    brief = make_brief(
        parties=parties, sources=sources, outcomes=[outcome("agreed", *cites(*parties))]
    )
    assert view(brief, NOTHING).outcomes[0].said_by == "All sides"


def test_an_outcome_says_who_puts_it_less_firmly(make_brief: MakeBrief) -> None:
    evidence = [
        *cites("theirs", strength="agreed"),
        *cites("ours", strength="discussed"),
        *cites("ours", strength="conveyed"),
    ]
    (row,) = view(make_brief(outcomes=[outcome("agreed", *evidence)]), NOTHING).outcomes
    assert row.said_by == "B; A differs"
    assert (row.strength, row.sources) == ("Agreed", "1,\N{NO-BREAK SPACE}2")


def test_the_page_of_a_quotation_stands_with_its_source(make_brief: MakeBrief) -> None:
    proof = Proof({("outcomes", 0, "evidence", 0, "quote"): PageLocation("b.pdf", 2, 7)})
    (row,) = view(make_brief(outcomes=[outcome("agreed", *cites("theirs"))]), proof).outcomes
    assert row.sources == "2\N{NO-BREAK SPACE}p.\N{NO-BREAK SPACE}2"


def test_a_request_prints_its_state_and_answer(make_brief: MakeBrief) -> None:
    brief = make_brief(
        requests=[
            {"id": "R1", "from": "aa", "to": "bb", "ask": "Help", "response": "noted"},
            {"id": "R2", "from": "aa", "to": "the world", "ask": "Help", "state": "appeal"},
        ]
    )
    first, second = view(brief, NOTHING).requests
    assert (first.number, first.from_, first.to, first.state) == (1, "A", "B", "")
    assert (first.answer, second.answer) == ("Noted", "None reported")
    assert (second.to, second.state) == ("the world", "appeal")


def test_nobody_named_is_said_in_the_words_of_the_brief(make_brief: MakeBrief) -> None:
    asked = {"id": "R1", "from": "aa", "to": "unnamed", "ask": "Help", "response": "noted"}
    (row,) = view(make_brief(requests=[asked]), NOTHING).requests
    assert row.to == "not named"


def test_who_met_is_told_by_party(make_brief: MakeBrief) -> None:
    event = {
        "id": "E1",
        "title": "Talks",
        "date": "2026-03-01",
        "place": "Geneva",
        "participants": [
            {"name": "Ms One", "role": "Minister", "party": "aa"},
            {"name": "Mr Two", "party": "aa"},
            {"name": "Chair"},
        ],
    }
    brief = make_brief(events=[event, {"id": "E2", "title": "A call", "kind": "call"}])
    first, second = view(brief, NOTHING).events
    assert first.participants == "A: Ms One (Minister), Mr Two; Chair"
    assert first.summary.startswith("Talks (Geneva, 1 March 2026): A: Ms One")
    assert first.account == "Geneva, 1 March 2026; A: Ms One (Minister), Mr Two; Chair"
    assert [person.name for person in first.leads] == ["Ms One", "Chair"]
    assert [person.name for person in first.others] == ["Mr Two"]
    assert (second.summary, second.kind, second.date) == ("A call", "call", "")


def test_a_difference_puts_the_accounts_side_by_side(make_brief: MakeBrief) -> None:
    difference = Difference(
        "O1",
        "A pact",
        (
            Account("theirs", "bb", "we agreed", Strength.AGREED, due="soon"),
            Account("press", None, "they met"),
            Account("ours", "aa", "no", response=Response.REFUSED),
        ),
    )
    (row,) = view(make_brief(), Proof({}, (difference,))).differences
    assert [account.party for account in row.accounts] == ["B", "Agency", "A"]
    assert [account.summary for account in row.accounts] == [
        "agreed, “soon”",
        "“they met”",
        "refused",
    ]
    assert row.accounts[0].source == "2"


def test_a_follow_up_names_where_it_was_carried_from(make_brief: MakeBrief) -> None:
    item = {"id": "F1", "action": "Pay", "owner": "aa", "to": "bb", "carried_from": "old#F3"}
    brief = make_brief(follow_ups=[item, {"id": "F2", "action": "Wait"}])
    carried, new = view(brief, NOTHING).follow_ups
    assert (carried.owner, carried.to, carried.carried) == ("A", "B", "carried from old")
    assert (new.owner, new.carried, new.due) == ("", "", "")


def test_a_source_is_told_in_one_line(make_brief: MakeBrief) -> None:
    first, second, _ = view(make_brief(), NOTHING).sources
    assert first.summary == "Ministry, “Release”, release"
    assert second.summary == "Department, “Readout”, readout, 2 March 2026"
    assert (second.number, second.url) == (2, "https://example.org/readout")


def test_open_findings_are_told_on_the_face(make_brief: MakeBrief) -> None:
    assert "2 open findings" in view(make_brief(), NOTHING, open_findings=2).unproven
    assert view(make_brief(), NOTHING).unproven == ""


def test_what_was_left_open_is_handed_through(make_brief: MakeBrief) -> None:
    row = OutstandingRow(number=1, what="Pay", owner="A", due="", status="Open", since="1 May")
    assert view(make_brief(), NOTHING, outstanding=[row]).outstanding == (row,)


def test_what_stands_under_outstanding_does_not_stand_twice(make_brief: MakeBrief) -> None:
    request = {"from": "aa", "to": "bb", "ask": "Help", "carried_from": "a#R1"}
    brief = make_brief(
        events=[{"id": "E1", "title": "Talks"}],
        requests=[{"id": "R1", **request}, {"id": "R2", "event": "E1", **request}],
        follow_ups=[{"id": "F1", "action": "Go", "carried_from": "a#F1"}],
    )
    row = OutstandingRow(number=1, what="Help", owner="B", due="", status="Open", since="1 Mar")
    shown = view(brief, NOTHING, outstanding=[row])
    assert [each.id for each in shown.requests] == ["R2"]
    assert shown.follow_ups == ()
    assert len(view(brief, NOTHING).requests) == 2


def test_a_template_sees_the_fields_under_the_names_of_the_data_file(
    make_brief: MakeBrief,
) -> None:
    roots = mapping(view(make_brief(), NOTHING))
    assert set(roots) == {"brief", "labels", "letterhead"}
    assert roots["letterhead"] == {"name": "", "logo": None}
    assert roots["brief"]["from"] == "Desk"
    assert roots["labels"]["to"] == "To"


def test_fields_of_ones_own_are_a_text_or_a_list(make_brief: MakeBrief) -> None:
    brief = make_brief(extra={"file": "A/12", "tags": ["energy", "transit"]})
    shown = view(brief, NOTHING)
    assert shown.extra == {"file": "A/12", "tags": ("energy", "transit")}
    assert mapping(shown)["brief"]["extra"]["tags"] == ("energy", "transit")
    assert mapping(view(make_brief(), NOTHING))["brief"]["extra"] == {}


def test_own_fields_are_found_by_the_names_of_other_templates(make_brief: MakeBrief) -> None:
    own = {"file": "A/12", "author.name": "Ada", "author.office": "Desk", "file.page": "2"}
    values = mapping(view(make_brief(extra=own | {"brief": "none"}), NOTHING))
    assert values["file"] == "A/12"
    assert values["author"] == {"name": "Ada", "office": "Desk"}
    assert values["brief"]["extra"]["author"]["name"] == "Ada"
    assert values["brief"]["title"]
