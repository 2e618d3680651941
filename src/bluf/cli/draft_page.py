"""How many of the weightiest candidates the page of a drafted brief holds."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from bluf.draft import DeskInput, Draft

_LINES = 3
"""Lines that an item frees, at the least as a rule."""


def fitting(draft: Draft, desk: DeskInput, sources: Mapping[str, bytes]) -> int:
    """How many items fit, by the template, the paper and the page limit of the settings.

    The brief is made in a folder that is thrown away, and measured; ``sources`` are its files, by
    their places beside the data file. Where the page cannot be measured, none is left out.
    """
    from bluf.cli.options import order_with  # these load engines: only where there is a choice
    from bluf.data import commented
    from bluf.draft import FEWEST
    from bluf.pipeline import make

    count = draft.most
    if count <= FEWEST:
        return count
    order = replace(order_with()[0], formats=("docx",), allow_findings=True)
    with TemporaryDirectory() as name:
        data = Path(name) / "brief.yaml"
        for place, content in sources.items():
            (data.parent / place).parent.mkdir(exist_ok=True)
            (data.parent / place).write_bytes(content)
        while count > FEWEST:  # what is too long then is for its writer to cut
            record = draft.record(desk, draft.candidates[:count])
            data.write_text(commented(record.brief, {}), encoding="utf-8")
            page = make(replace(order, data=data)).page
            if page is None or page.layout.pages is None or page.layout.verdict == "fits":
                break
            count = max(FEWEST, count - max(1, page.layout.lines_over // _LINES))
    return count
