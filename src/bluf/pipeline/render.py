"""View → files: which template makes which file, and what is set on top of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from bluf.pipeline.order import Order, Output
from bluf.pipeline.page_setup import set_up
from bluf.pipeline.templates import find_template, folder_state
from bluf.roundtrip import stamped, with_anchors
from bluf.rules import finding
from bluf.views import BriefView, Letterhead, mapping
from octavo.finding import Finding, FindingsError
from octavo.location import FileLocation
from octavo.ooxml import (
    RELATIONSHIP_BASE,
    Package,
    read_file,
    read_package,
    read_text,
    write_package,
)
from octavo.pages import Galley, follow_content, without_empty_columns

if TYPE_CHECKING:
    from bluf.data import DataFile
    from octavo import Template, markdown, word


FOLLOWING = ("Brief Table",)
"""The table styles whose columns follow their content."""
_PROGRAMS = 64
"""Templates that are kept compiled, of each kind."""


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


@lru_cache(maxsize=2 * _PROGRAMS)
def _asked(template: Path, state: object) -> frozenset[str]:
    del state
    return frozenset(field.path for field in compiled(template).fields)


class Renderer(Struct, frozen=True, dict=True):
    """Makes the files of one order from any view of its brief; ``kinds`` are ``docx`` and ``md``.

    Each method raises FindingsError where the template is missing or refused, or cannot be filled.
    """

    order: Order
    kinds: tuple[str, ...]

    @cached_property
    def _templates(self) -> dict[str, tuple[Path, object]]:
        """The template of each kind, and the state of its folder."""
        name, own = self.order.template, self.order.templates
        found = {kind: find_template(name, kind, own) for kind in self.kinds}
        return {kind: (path, folder_state(path)) for kind, path in found.items()}

    def template(self, kind: str) -> Path:
        """The template of the files of a kind."""
        return self._templates[kind][0]

    def asked(self, kind: str) -> frozenset[str]:
        """The names that the template of a kind asks for."""
        return _asked(*self._templates[kind])

    def asks_for(self, option: str) -> bool:
        """Whether the Word template asks for something by itself."""
        return option in options_of(*self._templates["docx"])

    def word(self, shown: BriefView) -> Package:
        """The Word file, its columns as wide as the template has them."""
        order, values = self.order, _values(shown, self.order)
        values = values if order.final else with_anchors(values)
        program = _word_program(*self._templates["docx"], again=order.again)
        package = program.package_of(values, missing="error")
        package = set_up(package, paper=order.paper, language=shown.language, font=order.font)
        require_notice(self.template("docx"), shown.unproven, package)
        return without_empty_columns(package, FOLLOWING)

    def galley(self, shown: BriefView) -> Galley:
        """The Word file, to be laid out."""
        return follow_content(Galley(self.word(shown), self.order.pages.figures), FOLLOWING)

    def markdown(self, shown: BriefView) -> bytes:
        """The Markdown file."""
        program = _markdown_program(*self._templates["md"], again=self.order.again)
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


def require_notice(template: Path, notice: str, made: bytes | Package) -> None:
    """Refuse what a template made where a reader of it does not see the notice of the brief.

    Args:
        template: The template.
        notice: What the brief has to say on its face; empty where all is proven and looked at.
        made: The text in Markdown, or the Word file.

    Raises:
        FindingsError: The notice is not there.
    """
    if notice and not _shows(made, _plain(notice)):
        message = f"this template does not print what the brief has to say on its face: “{notice}”"
        hint = "print {{ brief.unproven }} in it, or correct what is not proven"
        place = FileLocation(template.as_posix())
        raise FindingsError([finding("notice-not-printed", message, place, hint)])


def _shows(made: bytes | Package, words: str) -> bool:
    """Whether a reader sees some words, which mostly stand near the top."""
    texts = [made.decode()] if isinstance(made, bytes) else (each.text for each in read_text(made))
    so_far = accumulate(map(_plain, texts), "{} {}".format)
    return any(words in said for said in so_far)


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


_CUSTOM = RELATIONSHIP_BASE + "custom-properties"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_BOOLEAN = "{http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes}bool"
_ON = ("true", "1")


@lru_cache(maxsize=64)
def options_of(template: Path, state: object = None) -> frozenset[str]:
    """The custom properties of the kind “Yes or no” that say yes (ECMA-376, 22.3).

    Raises:
        FindingsError: The template is none, or not a safe one.
    """
    del state  # what was read of a template holds while its folder is as it was
    package = read_package(read_file(template), str(template))
    return frozenset(
        entry.get("name", "")
        for name in package.related("", _CUSTOM)
        for entry in package.parts[name].root.iter(_PROPERTY)
        if entry.findtext(_BOOLEAN, "") in _ON
    )


_EXTRA = "brief.extra"


def _ways_to_ask(name: str) -> Iterator[str]:
    """The names by which a template reaches a field, or a record or all that it stands in."""
    parts = name.split(".")
    yield _EXTRA
    for count in range(1, len(parts) + 1):
        path = ".".join(parts[:count])
        yield from (path, f"{path}[]", f"{_EXTRA}.{path}", f"{_EXTRA}.{path}[]")


def unprinted_fields(data: DataFile, press: Renderer) -> Iterator[Finding]:
    """A note for each field that the record fills and no template asks for."""
    if not data.brief.extra:
        return
    asked = frozenset[str]().union(*map(press.asked, press.kinds))
    for name in data.brief.extra:
        if not asked & set(_ways_to_ask(name)):
            location = data.places.at("extra", name)
            message = f"no template of this build prints “{name}”"
            hint = f"print it with “{{{{ {_EXTRA}.{name} }}}}”, or leave it out"
            yield data.places.fault("own-field-not-printed", message, location, hint)
