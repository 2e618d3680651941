"""One page that needs nothing besides itself: no script to read it, no network, no font."""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined

from bluf.register.card import ItemKind
from bluf.register.formats.timeline import WIDTH, make_scale, make_timeline
from bluf.register.wording import wording_of

if TYPE_CHECKING:
    from bluf.register.register import Register

_FOLDER = files("bluf.register.formats") / "page"


def render(register: Register) -> bytes:
    """The page; every value is escaped by the template's environment."""
    scale, wording = make_scale(register), wording_of(register)
    script = _read("page.js")
    page = (
        _environment()
        .get_template("page.html")
        .render(
            register=register,
            kinds=(ItemKind.FOLLOW_UP, ItemKind.REQUEST),
            wording=wording,
            words=wording.words,
            timeline=lambda entry: make_timeline(entry, register.day, scale, wording),
            width=WIDTH,
            style=_read("page.css"),
            script=script,
            script_hash=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )
    return page.encode("utf-8")


def _read(name: str) -> str:
    return (_FOLDER / name).read_text("utf-8")


def _environment() -> Environment:
    return Environment(
        loader=FunctionLoader(_read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
