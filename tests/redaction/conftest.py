from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

import pytest

from bluf.data import read_mapping
from bluf.markings import Clearance, schemes
from bluf.redaction import Audience, redacted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


SETTINGS = """
[audiences.partners]
levels = ["CONFIDENTIAL"]
language = "sr-Latn"
template = "minutes"
paper = "letter"
"""


BRIEF = """
id: {id}
title: {title}
date: 2025-08-07
to: Minister
from: Desk
marking: SECRET
portions: {{title: U, head: U}}
bottom_line:
  all: They met.
  partners: {{text: They met once., marking: UNCLASSIFIED}}
parties: {{a: {{name: Alpha}}, b: {{name: Beta}}}}
requests:
  - {{from: a, to: b, ask: Hidden help, marking: SECRET, basis: the desk}}
  - {{from: b, to: a, ask: Open help, marking: UNCLASSIFIED, basis: the desk}}
"""


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "bluf.toml").write_text(SETTINGS, encoding="utf-8")
    write_brief(tmp_path, "one", "Talks")
    with contextlib.chdir(tmp_path):
        yield tmp_path


def write_brief(home: Path, name: str, title: str) -> Path:
    path = home / "briefs" / name / "brief.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(BRIEF.format(id=name, title=title), encoding="utf-8")
    return path


PARTNERS = Audience("partners", Clearance(("CONFIDENTIAL",)))


HEAD: dict[str, Any] = {
    "id": "case",
    "title": "A visit to the " + "ministry and " * 9,
    "date": "2025-08-07",
    "to": "Minister",
    "from": "Desk",
    "marking": "SECRET",
    "portions": {"title": "U", "head": "U", "bottom_line": "C"},
    "bottom_line": "They met.",
    "parties": {"a": {"name": "A"}, "b": {"name": "B"}, "c": {"name": "C"}},
}


def cut(**more: object) -> Any:  # noqa: ANN401 - a brief, of which each test asks other fields
    found = redacted(read_mapping({**HEAD, **more}), PARTNERS, schemes())
    return found.data.brief
