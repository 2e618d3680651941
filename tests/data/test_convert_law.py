"""The law of conversion: whatever a brief records, each format gives back."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from bluf.data import read
from bluf.data.defaults import with_defaults
from bluf.data.dump import full_values
from bluf.data.edit import create
from bluf.data.typed import typed
from bluf.data.writers.table import files_of
from bluf.model import Brief

ANY = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")
TRICKY = st.sampled_from("=+-@'\";,:#\n\t&<{[|>*!%`\\ _x")
TEXTS = st.one_of(
    st.text(TRICKY | ANY, min_size=1, max_size=30),
    st.sampled_from(
        [
            *("NO", "null", "~", "1.10", "010", "12:30", "2025-08-06", "true", "1e5", "_x0041_"),
            *("=1+1", "'=1", "''", '"', ";", 'a; "b"', "- a", "a: b", "a #b", "---", "two\nlines"),
            *("a\n  b", "a \nb", "word " * 40, "\u2028", "\ufeff", "x\u00a0y", "=HYPERLINK(1)"),
        ]
    ),
).filter(lambda text: text.strip())
IDS = st.from_regex(r"\A[0-9][A-Za-z0-9._-]{0,5}[A-Za-z0-9]\Z")
DAYS = st.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31)).map(str)


def optional(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


@st.composite
def briefs(draw: st.DrawFn) -> Brief:
    parties = draw(st.lists(IDS, min_size=1, max_size=2, unique=True))
    sources = draw(st.lists(IDS, min_size=1, max_size=2, unique=True))
    numbers = iter(range(1, 1000))
    party, source = st.sampled_from(parties), st.sampled_from(sources)

    def some(kind: st.SearchStrategy[dict[str, Any]], most: int = 2) -> list[dict[str, Any]]:
        return [{"id": f"I{next(numbers)}", **item} for item in draw(st.lists(kind, max_size=most))]

    def evidence() -> st.SearchStrategy[list[dict[str, Any]]]:
        needed = {"source": source, "quote": TEXTS}
        more = {"translation": TEXTS, "translator": TEXTS}
        return st.lists(st.fixed_dictionaries(needed, optional=more), max_size=2)

    item = {
        "priority": st.integers(1, 9).map(str),
        "topic": TEXTS,
        "marking": TEXTS,
        "evidence": evidence(),
    }
    person = st.fixed_dictionaries(
        {"name": TEXTS}, optional={"party": party, "also": st.lists(TEXTS, max_size=3)}
    )
    date = DAYS | st.fixed_dictionaries({"value": DAYS, "source": source})
    due = st.one_of(DAYS, TEXTS, st.fixed_dictionaries({"wording": TEXTS, "latest": DAYS}))
    step = st.fixed_dictionaries(
        {"date": DAYS, "status": st.sampled_from(["open", "done"])},
        optional={"note": TEXTS, "evidence": evidence()},
    )
    events = some(
        st.fixed_dictionaries(
            {"title": TEXTS},
            optional={"date": date, "place": TEXTS, "participants": st.lists(person, max_size=2)},
        )
    )
    requests = some(
        st.fixed_dictionaries(
            {"from": party, "to": TEXTS, "ask": TEXTS},
            optional={"response": st.sampled_from(["noted", "not reported"]), **item},
        )
    )
    asked = [request["id"] for request in requests]
    answers = st.lists(st.sampled_from([*asked, "other#R1"]), max_size=2)
    outcomes = some(
        st.fixed_dictionaries(
            {"statement": TEXTS, "strength": st.just("agreed")},
            optional={"answers": answers, **item},
        )
    )
    follow_ups = some(
        st.fixed_dictionaries(
            {"action": TEXTS},
            optional={"due": due, "owner": TEXTS, "history": st.lists(step, max_size=2), **item},
        )
    )
    marked = optional(title=TEXTS, background=TEXTS)
    texts = {"contact": TEXTS, "marking": TEXTS, "background": TEXTS}
    head = draw(optional(**texts, language=IDS, portions=marked))
    name = st.fixed_dictionaries({"name": TEXTS}, optional={"short": TEXTS})
    document = st.fixed_dictionaries(
        {"title": TEXTS, "publisher": TEXTS, "file": TEXTS},
        optional={"party": party, "date": DAYS, "url": st.just("https://example.org/?a=1#b")},
    )
    brief, refusals = typed(
        {
            "id": draw(IDS),
            "title": draw(TEXTS),
            "date": draw(DAYS),
            "to": draw(TEXTS),
            "from": draw(TEXTS),
            "bottom_line": draw(TEXTS),
            **head,
            "parties": {key: draw(name) for key in parties},
            "sources": {key: draw(document) for key in sources},
            "events": events,
            "requests": requests,
            "outcomes": outcomes,
            "follow_ups": follow_ups,
        },
        Brief,
    )
    assert brief is not None, refusals
    return brief


@pytest.mark.parametrize("ending", [".yaml", ".toml", ".json", ".csv", ".xlsx"])
@settings(max_examples=12, suppress_health_check=list(HealthCheck))
@given(briefs())
def test_a_format_gives_back_what_it_was_given(ending: str, brief: Brief) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / f"brief{ending}"
        create(files_of(brief, target))
        assert read(target).brief == completed(brief)


def completed(brief: Brief) -> Brief:
    """The brief with what need not be written, as a reader fills it in."""
    made, _ = typed(with_defaults(_texts(full_values(brief))), Brief)
    assert made is not None
    languages = {key: each.language for key, each in brief.sources.items()}
    sources = {key: replace(each, language=languages[key]) for key, each in made.sources.items()}
    return replace(made, sources=sources)


def _texts(value: object) -> Any:  # noqa: ANN401 - the values of a data file
    """Values as a data file holds them: every one a text."""
    if isinstance(value, dict):
        return {key: _texts(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_texts(each) for each in value]
    return str(value)
