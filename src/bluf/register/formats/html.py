"""One page that needs nothing besides itself: no script to read it, no network, no font."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING

from bluf.html_page import html_page
from bluf.register.card import ItemKind
from bluf.register.formats.timeline import WIDTH, make_scale, make_timeline
from bluf.register.wording import wording_of

if TYPE_CHECKING:
    from bluf.register.register import Register

_FOLDER = files("bluf.register.formats") / "page"


def render(register: Register) -> bytes:
    """The page; every value is escaped."""
    scale, wording = make_scale(register), wording_of(register)
    return html_page(
        _FOLDER,
        register=register,
        kinds=(ItemKind.FOLLOW_UP, ItemKind.REQUEST),
        wording=wording,
        words=wording.words,
        timeline=lambda entry: make_timeline(entry, register.day, scale, wording),
        width=WIDTH,
    )
