"""The pytest plugin: ``pytest --bluf briefs/``, and the fixture ``bluf_render``.

pytest loads this at every start, so that everything of bluf is loaded when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from bluf.pytest_plugin.items import BriefFile
    from bluf.pytest_plugin.rendered import Rendered


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--bluf`` and ``--bluf-as-of``."""
    group = parser.getgroup("bluf", "briefs")
    group.addoption(
        "--bluf", action="store_true", help="collect every brief, an item for each group of rules"
    )
    group.addoption(
        "--bluf-as-of",
        metavar="DATE",
        help="the day that counts as today, year-month-day (default: each brief's own date)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Refuse a day that is none before anything is collected.

    Raises:
        pytest.UsageError: It is no day of the form year-month-day.
    """
    day = config.getoption("--bluf-as-of")
    if day is None:
        return
    import datetime as dt

    try:
        dt.date.fromisoformat(day)
    except ValueError:
        message = f"--bluf-as-of: “{day}” is not a date; write year-month-day, such as 2025-08-06"
        raise pytest.UsageError(message) from None


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> BriefFile | None:
    """Collect a data file where ``--bluf`` asks for it."""
    if not parent.config.getoption("--bluf"):
        return None
    from bluf.pipeline import DATA_NAMES
    from bluf.pytest_plugin.items import BriefFile

    return BriefFile.from_parent(parent, path=file_path) if file_path.name in DATA_NAMES else None


@pytest.fixture
def bluf_render() -> Callable[[str | Path, str | Path | Mapping[str, object]], Rendered]:
    """Fill a template in: ``bluf_render("templates/brief.docx", "briefs/a/brief.yaml")``.

    The template is a path, or the name of a shipped one with its suffix; the data is a data file,
    or any mapping. What comes back has ``.text``, ``.paragraphs``, ``.tables`` and ``.pages``.
    """
    from bluf.pytest_plugin.rendered import render

    return render
