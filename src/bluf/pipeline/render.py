"""View → files: which template makes which file, and what is set on top of it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bluf.pipeline.order import Output
from bluf.pipeline.page_setup import set_up
from bluf.pipeline.templates import find_template
from bluf.roundtrip import stamped, with_anchors
from bluf.views import Letterhead, mapping
from octavo.ooxml import read_package, write_package
from octavo.pages import follow_content

FOLLOWING = ("Brief Table",)
"""The table styles whose columns follow their content."""

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.pipeline.order import Order
    from bluf.views import BriefView
    from octavo import markdown, word


@cache
def _word_program(template: Path, again: bool) -> word.Program:  # noqa: FBT001 - part of the key
    """A template is compiled once in a process, however many briefs it serves.

    What is made again has a program of its own, so that a fault of compiling shows too.
    """
    del again
    from octavo import word  # noqa: PLC0415 - an engine is loaded when its format is asked for

    return word.compile_template(template)


@cache
def _markdown_program(template: Path, again: bool) -> markdown.Program:  # noqa: FBT001 - as above
    del again
    from octavo import markdown  # noqa: PLC0415 - as above

    return markdown.compile_template(template)


class Press(Struct, frozen=True):
    """Makes the files of one order from any view of its brief; ``kinds`` are ``docx`` and ``md``.

    Each method raises FindingsError where the template is missing or refused, or cannot be filled.
    """

    order: Order
    kinds: tuple[str, ...]

    def template(self, kind: str) -> Path:
        """The template of the files of a kind."""
        return find_template(self.order.template, kind, self.order.templates)

    def asks_for(self, wish: str) -> bool:
        """Whether the Word template asks for something by itself."""
        from bluf.pipeline.wish import wishes  # noqa: PLC0415 - only where a page runs over

        return wish in wishes(self.template("docx"))

    def content(self, kind: str, shown: BriefView) -> bytes:
        """The file of a kind."""
        return _RENDERERS[kind](self.template(kind), shown, self.order)

    def as_output(self, kind: str, shown: BriefView, content: bytes) -> Output:
        """Content where the file of a kind belongs."""
        folder = self.order.out or self.order.data.parent
        if kind == "docx" and not self.order.final:
            content = stamped(content)
        return Output(folder / f"{shown.id}.{kind}", content)


def _word(template: Path, shown: BriefView, order: Order) -> bytes:
    values = _values(shown, order)
    values = values if order.final else with_anchors(values)
    document = _word_program(template, order.again).render(values)
    document = set_up(document, paper=order.paper, language=shown.language, font=order.font)
    package = read_package(document, "output.docx")
    changed = follow_content(package, FOLLOWING)
    return write_package(package, changed) if changed else document


def _markdown(template: Path, shown: BriefView, order: Order) -> bytes:
    return _markdown_program(template, order.again).render(_values(shown, order))


def _values(shown: BriefView, order: Order) -> dict[str, Any]:
    head = order.letterhead
    logo = None
    if head.logo is not None:
        from octavo.word import Picture  # noqa: PLC0415 - only where there is a logo

        logo = Picture(head.logo, height_mm=head.logo_mm, alt=head.name)
    return mapping(shown, order.languages, Letterhead(head.name, logo))


_RENDERERS: dict[str, Callable[[Path, BriefView, Order], bytes]] = {
    "docx": _word,
    "md": _markdown,
}
