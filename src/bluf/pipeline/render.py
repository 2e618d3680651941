"""View → files: which template makes which file, and what is set on top of it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bluf.pipeline.order import Output
from bluf.pipeline.page_setup import set_up
from bluf.pipeline.templates import find_template, folder_state
from bluf.pipeline.unmarked import require_notice
from bluf.roundtrip import stamped, with_anchors
from bluf.views import Letterhead, mapping
from octavo.ooxml import write_package
from octavo.pages import Galley, follow_content, without_empty_columns

FOLLOWING = ("Brief Table",)
"""The table styles whose columns follow their content."""
_PROGRAMS = 64
"""Templates that are kept compiled, of each kind."""

if TYPE_CHECKING:
    from pathlib import Path

    from bluf.pipeline.order import Order
    from bluf.views import BriefView
    from octavo import Template, markdown, word
    from octavo.ooxml import Package


@lru_cache(maxsize=_PROGRAMS)
def _word_program(template: Path, state: object, *, again: bool) -> word.Program:
    """A template is compiled once in a process, however many briefs it serves.

    It is compiled anew where ``state``, that of its folder, is another. What is made again has a
    program of its own, so that a fault of compiling shows too.
    """
    del again, state
    from octavo import word  # an engine is loaded when its format is asked for

    return word.compile_template(template)


@lru_cache(maxsize=_PROGRAMS)
def _markdown_program(template: Path, state: object, *, again: bool) -> markdown.MarkdownProgram:
    del again, state
    from octavo import markdown  # as above

    return markdown.compile_template(template)


def compiled(template: Path) -> Template:
    """A template as every brief that asks for it is filled with, so that no two compile it."""
    if template.suffix == ".md":
        return _markdown_program(template, folder_state(template), again=False)
    return _word_program(template, folder_state(template), again=False)


class Renderer(Struct, frozen=True):
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
        from bluf.pipeline.template_options import wishes  # only where a page runs over

        template = self.template("docx")
        return wish in wishes(template, folder_state(template))

    def word(self, shown: BriefView) -> Package:
        """The Word file, its columns as wide as the template has them."""
        order, values = self.order, _values(shown, self.order)
        values = values if order.final else with_anchors(values)
        template = self.template("docx")
        program = _word_program(template, folder_state(template), again=order.again)
        package = program.package_of(values, missing="error")
        package = set_up(package, paper=order.paper, language=shown.language, font=order.font)
        require_notice(template, shown.unproven, package)
        return without_empty_columns(package, FOLLOWING)

    def galley(self, shown: BriefView) -> Galley:
        """The Word file, to be laid out."""
        return follow_content(Galley(self.word(shown), self.order.pages.figures), FOLLOWING)

    def markdown(self, shown: BriefView) -> bytes:
        """The Markdown file."""
        template = self.template("md")
        program = _markdown_program(template, folder_state(template), again=self.order.again)
        made = program.render(_values(shown, self.order))
        require_notice(self.template("md"), shown.unproven, made)
        return made

    def word_output(self, shown: BriefView, package: Package) -> Output:
        """A Word file where it belongs, with its digest unless it is final."""
        if not self.order.final:
            return self.output("docx", shown, write_package(stamped(package)))
        from octavo.ooxml import crop  # only what leaves the house is cut

        return self.output("docx", shown, write_package(crop(package)))

    def output(self, kind: str, shown: BriefView, content: bytes) -> Output:
        """Content where the file of a kind belongs."""
        folder = self.order.folder
        return Output(folder / f"{shown.id}.{kind}", content)


def _values(shown: BriefView, order: Order) -> dict[str, Any]:
    head = order.letterhead
    logo = None
    if head.logo is not None:
        from octavo.word import Picture  # only where there is a logo

        logo = Picture(head.logo, height_mm=head.logo_mm, alt=head.name)
    return mapping(shown, order.languages, Letterhead(head.name, logo))
