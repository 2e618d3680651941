"""One HTML page that needs nothing besides itself: its style and its script stand in it."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from jinja2 import Environment, FunctionLoader, StrictUndefined

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def html_page(folder: Traversable, **values: object) -> bytes:
    """The page that a folder's ``page.html``, ``page.css`` and ``page.js`` make of some values.

    Every value is escaped; the template finds ``style``, ``script`` and the digest of the script
    for its policy as ``script_hash``.
    """

    def read(name: str) -> str:
        return (folder / name).read_text("utf-8")

    environment = Environment(
        loader=FunctionLoader(read),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    script = read("page.js")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    page = environment.get_template("page.html").render(
        style=read("page.css"), script=script, script_hash=digest, **values
    )
    return page.encode("utf-8")
