from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, read, read_tree
from octavo.location import TextLocation

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.data import DataFile

BRIEF = (
    "Field,Value,What it is\nId,talks,\nTitle,Talks,\nDate,2025-08-07,\nTo,Minister,\n"
    "from,Desk,\nBottom-line,Nothing came of it.,\n"
)
FILES = {
    "brief.csv": BRIEF,
    "parties.csv": "id,name,short\nrs,Serbia,\nus,United States,U.S.\n",
    "sources.csv": "id,title,publisher,file\nmfa,Release,Ministry,mfa.txt\n",
    "events.csv": "id,title,date,date source\nE1,Meeting,2025-08-06,mfa\nE2,Call,,\n",
    "participants.csv": "event,name,also\nE1,Đurić,Djuric; Ђурић\nE1,Rubio,\nE2,Landau,\n",
    "requests.csv": (
        "id,event,from,to,ask,Evidence source,Evidence quote,EVIDENCE.2.source,evidence_2_quote\n"
        "R1,E1,rs,us,Help,mfa,We asked,mfa,and asked\nR2,,rs,us,More,,,mfa,again\n"
    ),
    "Follow Ups.csv": (
        "id,action,due,due source,follows,carried from,history 1 date,history 1 status\n"
        "F1,Do,2025-12-31,,R1;R2,old#F1,2025-08-07,open\n"
        "F2,Do more,later this year,mfa,,,,\nF3,Rest,,,,,,\n"
    ),
}


def folder(path: Path, **changed: str) -> Path:
    """A folder of CSV files, some of them changed; a dash in a name is written as ``_``."""
    files = FILES | {f"{name}.csv": text for name, text in changed.items()}
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def said(path: Path) -> list[str]:
    with pytest.raises(DataError) as caught:
        read(path)
    return [
        f"{str(f.location).removeprefix(f'{path.as_posix()}/')} {f.rule}: {f.message}; {f.hint}"
        for f in caught.value.findings
    ]


@pytest.fixture
def whole_folder(tmp_path: Path) -> DataFile:
    return read(folder(tmp_path))


def test_rows_become_records(whole_folder: DataFile) -> None:
    brief = whole_folder.brief
    assert (brief.id, brief.from_, brief.bottom_line) == ("talks", "Desk", "Nothing came of it.")
    assert brief.parties["rs"].short is None
    assert brief.parties["us"].short == "U.S."
    assert list(brief.sources) == ["mfa"]


def test_participants_take_their_seats(whole_folder: DataFile) -> None:
    first, second = whole_folder.brief.events
    assert [person.name for person in first.participants] == ["Đurić", "Rubio"]
    assert first.participants[0].also == ("Djuric", "Ђурић")
    assert [person.name for person in second.participants] == ["Landau"]


def test_a_record_within_a_record_is_there_if_one_of_its_cells_is_filled(
    whole_folder: DataFile,
) -> None:
    first, second = whole_folder.brief.requests
    assert [each.quote for each in first.evidence] == ["We asked", "and asked"]
    assert [each.quote for each in second.evidence] == ["again"]
    dated, undated = whole_folder.brief.events
    assert dated.date is not None
    assert (dated.date.value, dated.date.source) == (dt.date(2025, 8, 6), "mfa")
    assert undated.date is None


def test_a_due_date_is_a_day_where_it_looks_like_one(whole_folder: DataFile) -> None:
    first, second, third = whole_folder.brief.follow_ups
    assert first.due is not None
    assert second.due is not None
    assert (first.due.date, first.due.wording) == (dt.date(2025, 12, 31), None)
    assert (second.due.date, second.due.wording, second.due.source) == (
        *(None, "later this year", "mfa"),
    )
    assert third.due is None
    assert first.follows == ("R1", "R2")
    assert first.history[0].status == "open"


def test_every_value_knows_its_file_line_and_column(whole_folder: DataFile) -> None:
    place = whole_folder.places.at("requests", 1, "ask")
    assert place == TextLocation(f"{whole_folder.path}/requests.csv", 3, 11)
    assert whole_folder.excerpt(place) == "R2,,rs,us,More,,,mfa,again"
    assert whole_folder.text == ""


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


def test_the_brief_may_stand_in_one_row_below_its_headings(tmp_path: Path) -> None:
    text = "id,title,date,to,from,bottom line\ntalks,Talks,2025-08-07,Minister,Desk,Nothing.\n"
    assert read(folder(tmp_path, brief=text)).brief.bottom_line == "Nothing."
    assert said(folder(tmp_path, brief=f"{text}more,,,,,\n")) == [
        "brief.csv:3:1 data-syntax: a second brief stands in this row; keep one brief in one file"
    ]


def test_what_begins_with_an_underscore_is_passed_over(tmp_path: Path) -> None:
    path = folder(tmp_path, _notes="a\n1\n", parties="id,name,_mine\nrs,Serbia,x\nus,U.S.,\n")
    assert read(path).brief.parties["rs"].name == "Serbia"


def test_events_without_an_id_or_without_a_sheet_seat_nobody(tmp_path: Path) -> None:
    path = folder(tmp_path, events="title\nMeeting\n", requests="id,from,to,ask\nR1,rs,us,a\n")
    (path / "Follow Ups.csv").unlink()
    assert said(path)[:1] == [
        (
            "participants.csv:2:1 dangling-id: “E1” is not the id of an event; "
            "the sheet “Events” defines none"
        ),
    ]
    (path / "events.csv").unlink()
    assert "the sheet “Events” defines none" in said(path)[0]


def test_an_empty_sheet_is_an_empty_list(tmp_path: Path) -> None:
    assert read(folder(tmp_path, outcomes="\n")).brief.outcomes == ()


def test_a_tree_of_a_brief_is_that_of_the_other_formats(tmp_path: Path) -> None:
    values = read_tree(folder(tmp_path)).values
    assert values["title"] == "Talks"
    assert isinstance(values["parties"], dict)

    with pytest.raises(DataError, match="not a sheet"):
        read_tree(folder(tmp_path, other="a\n1\n"))
