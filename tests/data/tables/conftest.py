from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.data import DataError, read

if TYPE_CHECKING:
    from pathlib import Path


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
