"""A template that leaves out that a brief is unproven makes nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.rules import finding
from octavo.finding import FindingsError
from octavo.location import FileLocation
from octavo.ooxml import read_text

if TYPE_CHECKING:
    from pathlib import Path

    from octavo.ooxml import Package


def require_notice(template: Path, notice: str, made: bytes | Package) -> None:
    """Refuse what a template made where a reader of it does not see the notice of the brief.

    Args:
        template: The template.
        notice: What the brief has to say on its face; empty where all is proven and looked at.
        made: The text in Markdown, or the Word file.

    Raises:
        FindingsError: The notice is not there.
    """
    if notice and _plain(notice) not in _plain(_shown(made)):
        message = f"this template does not print what the brief has to say on its face: “{notice}”"
        hint = "print {{ brief.unproven }} in it, or correct what is not proven"
        place = FileLocation(template.as_posix())
        raise FindingsError([finding("notice-not-printed", message, place, hint)])


def _shown(made: bytes | Package) -> str:
    if isinstance(made, bytes):
        return made.decode()
    return " ".join(block.text for block in read_text(made))


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))
