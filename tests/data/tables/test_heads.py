from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from tests.data.tables.conftest import BRIEF, folder, said

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        (
            "requests",
            "id,from,to,aks\nR1,rs,us,Help\n",
            [
                (
                    "requests.csv:1:12 unknown-key: “aks” is not a field of a request; "
                    "did you mean “Ask”?"
                )
            ],
        ),
        (
            "requests",
            "id,from,to,ask,zzzz\nR1,rs,us,Help,x\n",
            [("requests.csv:1:16 unknown-key: “zzzz” is not a field of a request; known: Ask")],
        ),
        (
            "requests",
            "id,from,to,ask,Ask\nR1,rs,us,Help,x\n",
            [
                (
                    "requests.csv:1:16 duplicate-key: “Ask” occurs here a second time; "
                    "the first is in line 1; keep one of the two"
                )
            ],
        ),
        (
            "requests",
            "id,from,to,ask\nR1,rs,us,Help, please\n",
            ["requests.csv:2:15 data-syntax: this cell stands in a column without a heading"],
        ),
        (
            "requests",
            "id,from,to,ask\nR1,rs,us,\n",
            ["requests.csv:2:10 empty-value: “ask” is empty; write what is asked, in one"],
        ),
        (
            "requests",
            "id,from,to\nR1,rs,us\n",
            ["requests.csv:2:1 missing-key: a request needs “ask”; add “ask”: what is asked"],
        ),
        (
            "requests",
            "id,from,to,ask,evidence 1 quote\nR1,rs,us,Help,words\n",
            ["requests.csv:2:15 missing-key: a piece of evidence needs “source”"],
        ),
        (
            "requests",
            "id,from,to,ask,response\nR1,rsx,us,Help,note\n",
            [
                "requests.csv:2:4 dangling-id: “rsx” is not the id of a party; did you mean “rs”?",
                "requests.csv:2:16 unknown-word: “note” is not a word for “response”; did you mean",
            ],
        ),
        (
            "parties",
            "name\nSerbia\n",
            [
                "parties.csv:2:1 missing-key: a party needs “id”; write a short word",
                "requests.csv:2:7 dangling-id: “rs” is not the id of a party; this file defines no",
                "requests.csv:3:5 dangling-id: “rs” is not the id of a party; this file defines no",
            ],
        ),
        (
            "parties",
            "id,name\nrs,Serbia\nrs,Serbia\n",
            ["parties.csv:3:1 duplicate-key: “rs” occurs here a second time; the first is in l"],
        ),
        (
            "participants",
            "event,name\nE1,A\nE7,B\n,C\n",
            [
                "participants.csv:3:1 dangling-id: “E7” is not the id of an event; known: E1,",
                "participants.csv:4:3 missing-key: a participant needs “event”; write the id of t",
            ],
        ),
        (
            "brief",
            BRIEF + "Bakground,x,\nTitle,Again,\nnonsense,y\n",
            [
                "brief.csv:8:1 unknown-key: “Bakground” is not a field of a brief; did you mean",
                "brief.csv:9:1 duplicate-key: “title” occurs here a second time; the first is in",
                "brief.csv:10:1 unknown-key: “nonsense” is not a field of a brief; known",
            ],
        ),
        (
            "requets",
            "a\n1\n",
            [
                (
                    "requets.csv:1:1 unknown-key: “requets” is not a sheet of a brief; "
                    "did you mean “Requests”?; a sheet of your own begins with “_”"
                )
            ],
        ),
        (
            "followups",
            "id,action\nF9,Do\n",
            ["followups.csv:1:1 duplicate-key: “follow_ups” occurs here a second time"],
        ),
    ],
)
def test_what_has_no_place_is_said_at_its_cell(
    tmp_path: Path, name: str, text: str, expected: list[str]
) -> None:
    path = folder(tmp_path, **{name: text})
    lines = [line for line in said(path) if "follow" not in line.casefold() or name in line]
    assert len(lines) == len(expected)
    for line, start in zip(lines, expected, strict=True):
        assert line.startswith(start)
