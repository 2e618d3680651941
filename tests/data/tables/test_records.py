from __future__ import annotations

from typing import TYPE_CHECKING

from tests.data.tables.conftest import folder, said

if TYPE_CHECKING:
    from pathlib import Path


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
