"""Answers of language models as they come: with talk around them, unquoted, broken off."""

from __future__ import annotations

import pytest

from bluf.draft.model_text import BrokenTextError, values_of

ITEM = {"kind": "outcome", "statement": "Ferries: a second berth"}


@pytest.mark.parametrize(
    "text",
    [
        "items:\n  - kind: outcome\n    statement: Ferries: a second berth\n",
        (
            "Sure, here it is.\n\n```yaml\nitems:\n  - kind: outcome\n    statement: "
            "Ferries: a second berth\n```\nAnything else?"
        ),
        "Here it is:\n\nitems:\n  - kind: outcome\n    statement: Ferries: a second berth\n",
        (
            "```\nshort\n```\n```json\n"
            '{"items": [{"kind": "outcome", "statement": "Ferries: a second berth"}]}\n```'
        ),
    ],
)
def test_an_answer_is_found_and_mended(text: str) -> None:
    assert values_of(text) == ({"items": [ITEM]}, False)


@pytest.mark.parametrize(
    "text",
    [
        "items:\n  - kind: outcome\n    statement: Ferries: a second berth\n  - {kind: req",
        '{"items": [{"kind": "outcome", "statement": "Ferries: a second berth"},\n{"kind": "re',
        '{"items": [\n{"kind": "outcome", "statement": "Ferries: a second berth"}',
    ],
)
def test_what_breaks_off_is_taken_as_far_as_it_goes(text: str) -> None:
    values, broke_off = values_of(text)
    assert values["items"][0] == ITEM
    assert broke_off


@pytest.mark.parametrize("text", ["*bold* talk", "- a: b: c\n" * 201, "}" * 3])
def test_what_is_neither_is_refused(text: str) -> None:
    with pytest.raises(BrokenTextError, match="neither YAML nor JSON"):
        values_of(text)
