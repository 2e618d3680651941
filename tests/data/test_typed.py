from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bluf.data.shape import NOUNS, fields
from bluf.data.typed import KEY, typed
from bluf.model import Brief, Due, FollowUpStatus, Party, SourcedDate

HEAD = {
    "id": "b",
    "title": "Talks",
    "date": "2026-03-01",
    "to": "Minister",
    "from": "Desk",
    "bottom_line": "Agreed.",
}
NAMES = sorted({name for record in NOUNS for name in fields(record)})
PERSON = {"name": "N"}
EVENT = {"id": "E1", "title": "T"}
ACTION = {"id": "F1", "action": "Write"}


def refused(**fields: object) -> list[tuple[object, ...]]:
    made, refusals = typed({**HEAD, **fields}, Brief)
    assert (made is None) == bool(refusals)
    return [(each.fault, *each.path) for each in refusals]


def test_every_value_gets_its_type() -> None:
    values = {
        **HEAD,
        "title": "  Talks ",
        "parties": {"us": {"name": "U.S."}},
        "follow_ups": [{**ACTION, "status": "done", "priority": "3", "due": "2026-04-01"}],
    }
    brief, refusals = typed(values, Brief)
    assert not refusals
    assert brief is not None
    assert (brief.title, brief.date, brief.from_) == ("Talks", dt.date(2026, 3, 1), "Desk")
    assert brief.parties == {"us": Party(name="U.S.")}
    (follow_up,) = brief.follow_ups
    assert (follow_up.status, follow_up.priority) == (FollowUpStatus.DONE, 3)
    assert follow_up.due == Due(date=dt.date(2026, 4, 1))


@pytest.mark.parametrize(("text", "own"), [("true", True), ("Yes", True), ("no", False)])
def test_a_flag_is_yes_or_no(text: str, own: bool) -> None:
    brief, _ = typed({**HEAD, "follow_ups": [{**ACTION, "own": text}]}, Brief)
    assert brief is not None
    assert brief.follow_ups[0].own is own


def test_a_bare_text_is_what_to_do_or_what_is_planned() -> None:
    brief, _ = typed({**HEAD, "recommendations": ["Sign"], "next": ["Talks"]}, Brief)
    assert brief is not None
    assert (brief.recommendations[0].text, brief.next[0].title) == ("Sign", "Talks")


@pytest.mark.parametrize(
    ("fields", "refusal"),
    [
        ({"title": ""}, ("empty", "title")),
        ({"follow_ups": [{**ACTION, "own": "maybe"}]}, ("flag", "follow_ups", 0, "own")),
        ({"title": None}, ("text", "title")),
        ({"title": []}, ("text", "title")),
        ({"id": "a b"}, ("pattern", "id")),
        ({"id": "a\n"}, None),
        ({"date": "2026-02-30"}, ("calendar", "date")),
        ({"date": "2026-3-1"}, ("date form", "date")),
        ({"date": "2026-03-01T10:00"}, ("date form", "date")),
        ({"date": "٢٠٢٦-03-01"}, ("date form", "date")),
        ({"date": {}}, ("date", "date")),
        ({"events": {}}, ("list", "events")),
        ({"events": ["x"]}, ("record", "events", 0)),
        ({"events": [{"id": "E1"}]}, ("missing", "events", 0, "title")),
        ({"events": [{**EVENT, "kind": "tea"}]}, ("word", "events", 0, "kind")),
        ({"events": [{**EVENT, "kind": ["visit"]}]}, ("word", "events", 0, "kind")),
        ({"events": [{**EVENT, "date": ["x"]}]}, ("date", "events", 0, "date", "value")),
        ({"parties": []}, ("ids", "parties")),
        ({"parties": {"a b": {"name": "N"}}}, ("pattern", "parties", "a b", KEY)),
        ({"parties": {"a": None}}, ("record", "parties", "a")),
        ({"follow_ups": [{**ACTION, "priority": "0"}]}, ("number", "follow_ups", 0, "priority")),
        ({"follow_ups": [{**ACTION, "priority": "1.0"}]}, ("number", "follow_ups", 0, "priority")),
        ({"follow_ups": [{**ACTION, "priority": []}]}, ("number", "follow_ups", 0, "priority")),
        (
            {"follow_ups": [{**ACTION, "priority": "9" * 5000}]},
            ("number", "follow_ups", 0, "priority"),
        ),
        ({"follow_ups": [{**ACTION, "due": {}}]}, ("reason", "follow_ups", 0, "due")),
        ({"follow_ups": [{**ACTION, "due": []}]}, ("record", "follow_ups", 0, "due")),
    ],
)
def test_a_value_that_cannot_be_is_refused_with_its_path(
    fields: dict[str, object], refusal: tuple[object, ...] | None
) -> None:
    assert refused(**fields) == ([] if refusal is None else [refusal])


def test_all_faults_are_told_at_once() -> None:
    people = [PERSON, {"party": "x y"}]
    found = refused(title="", events=[{**EVENT, "participants": people}], parties={"a": []})
    assert found == [
        ("empty", "title"),
        ("record", "parties", "a"),
        ("missing", "events", 0, "participants", 1, "name"),
        ("pattern", "events", 0, "participants", 1, "party"),
    ]


def test_an_address_that_is_none_of_the_web_is_refused_with_the_reason() -> None:
    source = {"title": "T", "publisher": "P", "file": "a.txt", "url": "example.org"}
    _, (refusal,) = typed({**HEAD, "sources": {"s": source}}, Brief)
    assert (refusal.fault, refusal.reason) == (
        "reason",
        "an address starts with https:// or http://",
    )


def test_a_bare_day_is_a_date_without_a_source() -> None:
    assert typed("2026-03-01", SourcedDate)[0] == SourcedDate(value=dt.date(2026, 3, 1))


TREES = st.recursive(
    st.none() | st.text(max_size=6) | st.sampled_from(["2026-02-30", "agreed", "1", "R1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from([*NAMES, "x y"]), inner, max_size=4)
    ),
    max_leaves=20,
)


@given(st.dictionaries(st.sampled_from(NAMES), TREES))
def test_any_tree_is_a_brief_or_refused(tree: dict[str, object]) -> None:
    made, refusals = typed(tree, Brief)
    assert (made is None) == bool(refusals)
    assert len({(each.fault, each.path) for each in refusals}) == len(refusals)
