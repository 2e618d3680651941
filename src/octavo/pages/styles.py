"""Styles with their inheritance and the document's defaults (ECMA-376 part 1, 17.7)."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from octavo.ooxml import read_styles
from octavo.pages.formats import paragraph_format, run_format
from octavo.pages.properties import merge, read_paragraph, read_run
from octavo.pages.reading import Unmeasurable
from octavo.pages.tags import W, value

if TYPE_CHECKING:
    from collections.abc import Container

    from lxml.etree import _Element

    from octavo.pages.formats import ParagraphFormat, Properties, RunFormat
    from octavo.pages.numbering import Numbering
    from octavo.pages.reading import Reading


_BARE: Properties = {"font": "Calibri", "other_font": "Calibri", "size": 220, "kern_from": 20}
"""What LibreOffice sets where a file states no defaults of runs."""


class Looks(Struct, frozen=True, eq=False):
    """Paragraph and run properties that come from one place."""

    paragraph: Properties
    run: Properties


class Inherited:
    """What a paragraph has of its style and what surrounds it, before it says anything itself."""

    def __init__(self, looks: Looks, style: str) -> None:
        self.paragraph = looks.paragraph
        self.run = looks.run
        self.style = style

    @cached_property
    def format(self) -> ParagraphFormat:
        """Its format, where it says nothing itself."""
        return paragraph_format(self.paragraph, self.style)

    @cached_property
    def run_format(self) -> RunFormat:
        """The format of a run that says nothing itself, and of such a mark."""
        return run_format(self.run)


class StyleResolver:
    """The styles of a document; every style is resolved once."""

    def __init__(self, root: _Element | None, reading: Reading, numbering: Numbering) -> None:
        self.reading = reading
        self.sheet = read_styles(root)
        default = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault")
        self._states_defaults = default is not None
        self._numbering = numbering
        self._paragraph: dict[str, Looks] = {}
        self._inherited: dict[tuple[tuple[Looks, ...], str], Inherited] = {}

    @cached_property
    def defaults(self) -> Looks:
        """17.7.5: what holds where no style speaks."""
        sums = {"sums_space": True} if self.reading.sums_space else {}
        stated = {one.tag: one for one in self.sheet.defaults}
        paragraph = read_paragraph(stated.get(W + "pPr"), self.reading)
        run = read_run(stated.get(W + "rPr"), self.reading.theme)
        return Looks(sums | paragraph, run if self._states_defaults else _BARE)

    def chain(self, style_id: str, known: Container[str] = ()) -> dict[str, _Element]:
        """The style and those it is based on, from the root down (17.7.4.3), by their ids.

        Those of ``known`` are left out, and what they are based on.
        """
        chain = tuple(self.sheet.chain(style_id, known))
        found = {style.get(W + "styleId", ""): style for style in reversed(chain)}
        if chain and value(chain[-1], "basedOn") in found:
            raise Unmeasurable("styles that are based on each other", chain[-1])
        return found

    def paragraph(self, style_id: str) -> Looks:
        """What a paragraph style says on its own, without the document's defaults."""
        if style_id not in self._paragraph:
            self._resolve(style_id)
        return self._paragraph[style_id]

    def character(self, style_id: str | None) -> Properties:
        """What a character style says."""
        name = style_id or ""
        return self.paragraph(name).run if name in self.sheet.by_id else {}

    def _resolve(self, style_id: str) -> None:
        """Resolve a style, and first those it is based on, where that is still to be done."""
        nothing = Looks({}, {})
        for one, style in self.chain(style_id, self._paragraph).items():
            parent = value(style, "basedOn")
            base = self._paragraph.get(parent or "") or self._orphaned(parent, style)
            own = read_paragraph(style.find(W + "pPr"), self.reading)
            paragraph = merge(base.paragraph, self._numbering.indented(own, base.paragraph))
            run = base.run | read_run(style.find(W + "rPr"), self.reading.theme)
            self._paragraph[one] = Looks(paragraph, run)
        self._paragraph.setdefault(style_id, nothing)

    def _orphaned(self, parent: str | None, style: _Element) -> Looks:
        """What a style has from a parent that is missing: in Word nothing, in LibreOffice its own.

        There a heading keeps the space of LibreOffice's headings around it.
        """
        if not parent or style.get(W + "type", "paragraph") != "paragraph":
            return Looks({}, {})
        construct = "a style based on one that is missing"
        kept: Properties = {"before": 240, "after": 120}
        return Looks(self.reading.either({}, kept, construct), {})

    def inherited(self, style_id: str, around: tuple[Looks, ...] = ()) -> Inherited:
        """Defaults, then what surrounds the paragraph (table styles), then its own style."""
        found = self._inherited.get((around, style_id))
        if found is None:
            paragraph, run = self.defaults.paragraph, self.defaults.run
            for looks in (*around, self.paragraph(style_id)):
                paragraph = merge(paragraph, looks.paragraph)
                run = run | looks.run
            found = Inherited(Looks(paragraph, run), style_id)
            self._inherited[around, style_id] = found
        return found
