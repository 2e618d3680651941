"""The parts of a Word file that decide how it is laid out."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from octavo.ooxml import RELATIONSHIP_BASE, is_on
from octavo.pages.controls import core_properties
from octavo.pages.numbering import Numbering
from octavo.pages.obstacles import Unmeasurable
from octavo.pages.reading import End, Reading
from octavo.pages.styles import StyleResolver
from octavo.pages.tags import VAL, A, W, twips, value, whole

if TYPE_CHECKING:
    from pathlib import Path

    from lxml.etree import _Element

    from octavo.ooxml import Package

_OLD_MODE = 12
"""[MS-DOCX] 2.4.1: what a file without a compatibility mode was written for."""
_TAB_DISTANCE = 720
"""17.15.1.25: default tab stops are half an inch apart."""


class Document:
    """The trees of a package, by the parts that the layout asked for."""

    def __init__(
        self,
        package: Package,
        end: End = End.GREATEST,
        figures: tuple[Path, ...] = (),
        without: str = "",
    ) -> None:
        self.package = package
        self.parts: dict[str, _Element] = {}
        self.root = self._tree(package.main)
        body = self.root.find(W + "body")
        if body is None:
            raise Unmeasurable("a document without a body")
        self.body = body
        self.settings = self.related("settings")
        self.reading = Reading(
            end, figures, _theme_fonts(self.related("theme")), core_properties(package), without
        )
        self.reading.sums_space = self.has_set("compat/doNotUseHTMLParagraphAutoSpacing")
        self.numbering = Numbering(self.related("numbering"), self.reading)
        self.styles = StyleResolver(self.related("styles"), self.reading, self.numbering)

    @cached_property
    def footnotes(self) -> _Element | None:
        """Root of the footnotes part."""
        return self.related("footnotes")

    def related(self, kind: str) -> _Element | None:
        """Root of the part that the main part points to with a relationship of that kind."""
        names = self.package.related(self.package.main, RELATIONSHIP_BASE + kind)
        return self._tree(names[0]) if names else None

    def referred(self, relationship_id: str | None) -> _Element | None:
        """Root of a header or footer by the id of its relationship."""
        name = self._targets.get(relationship_id)
        return None if name is None else self._tree(name)

    @cached_property
    def _targets(self) -> dict[str | None, str]:
        """Names of the parts that the main part points to, by the ids of the relationships."""
        pointers = self.package.relationships(self.package.main)
        parts = self.package.parts
        return {one.id: one.target for one in reversed(pointers) if one.target in parts}

    def _tree(self, name: str) -> _Element:
        if name not in self.parts:
            self.parts[name] = self.package.parts[name].root
        return self.parts[name]

    @cached_property
    def tab_distance(self) -> int:
        """Distance of default tab stops in twips."""
        return twips(value(self.settings, "defaultTabStop"), _TAB_DISTANCE) or _TAB_DISTANCE

    @cached_property
    def mode(self) -> int:
        """The compatibility mode: 15 for Word 2013 and later, 12 where none is given."""
        if self.settings is not None:
            for setting in self.settings.iterfind(f"{W}compat/{W}compatSetting"):
                if setting.get(W + "name") == "compatibilityMode":
                    return whole(setting.get(VAL), _OLD_MODE)
        return _OLD_MODE

    def has_set(self, path: str) -> bool:
        """Whether a setting is on, by the names of its element and of those around it."""
        names = W + path.replace("/", f"/{W}")
        child = None if self.settings is None else self.settings.find(names)
        return child is not None and is_on(child)


def _theme_fonts(theme: _Element | None) -> dict[str, str]:
    """Fonts of the theme by the names that properties refer to them with (17.18.96)."""
    fonts: dict[str, str] = {}
    for kind in ("major", "minor"):
        for element, names in _THEME_SLOTS.items():
            found = None if theme is None else theme.find(f".//{A}{kind}Font/{A}{element}")
            if found is not None:
                fonts |= {kind + name: found.get("typeface", "") for name in names}
    return fonts


_THEME_SLOTS = {"latin": ("Ascii", "HAnsi"), "ea": ("EastAsia",), "cs": ("Bidi",)}
