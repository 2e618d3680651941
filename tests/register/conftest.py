from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Protocol

import pytest

from bluf.register import link, read_card

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.register import Linked


class WriteBrief(Protocol):
    def __call__(self, brief: str, body: str = ..., *, folder: str = ...) -> Path: ...


class LinkBriefs(Protocol):
    def __call__(self, *paths: Path) -> Linked: ...


HEAD = """\
id: {brief}
title: A meeting
date: {date}
to: Minister
from: Desk
marking: UNCLASSIFIED
bottom_line: They met.
parties:
  rs: {{name: Republic of Serbia, short: Serbia}}
  us: {{name: United States}}
sources:
  mfa: {{title: A release, publisher: A ministry, party: rs, file: mfa.txt}}
  paper: {{title: Članak, publisher: Novosti, language: sr, kind: article, date: 2025-01-03,
    url: "https://example.org/a", file: paper.txt}}
"""


@pytest.fixture
def write_brief(tmp_path: Path) -> WriteBrief:
    """Write the data file of a brief whose id begins with its date."""

    def write(brief: str, body: str = "", *, folder: str = "") -> Path:
        path = tmp_path / (folder or brief) / "brief.yaml"
        path.parent.mkdir()
        head = HEAD.format(brief=brief, date=brief[:10])
        path.write_text(head + textwrap.dedent(body), encoding="utf-8")
        return path

    return write


@pytest.fixture
def link_briefs() -> LinkBriefs:
    """Read data files and join them."""

    def linked(*paths: Path) -> Linked:
        return link(read_card(path) for path in paths)

    return linked
