"""Styles of a Word file, as far as they decide what is seen."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from octavo.ooxml.names import STYLES, qn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

    from octavo.ooxml.package import Package

_OFF: Final = frozenset({"0", "false", "off"})
_VAL: Final = qn("w:val")
_STYLE: Final = qn("w:style")
_STYLE_ID: Final = qn("w:styleId")
_TYPE: Final = qn("w:type")
_DEFAULT: Final = qn("w:default")
_BASED_ON: Final = qn("w:basedOn")
_RUN_PROPERTIES: Final = qn("w:rPr")
_VANISH: Final = qn("w:vanish")
_SHADING: Final = qn("w:shd")
_KINDS_WITH_TEXT: Final = frozenset({"paragraph", "character", "table"})


def is_on(element: etree._Element) -> bool:
    """Whether an on/off property is on (ISO/IEC 29500-1, 17.17.4); without a value it is."""
    return element.get(_VAL, "1").lower() not in _OFF


def hides(properties: etree._Element | None) -> bool | None:
    """Whether run properties hide the text; None where they do not say."""
    vanish = None if properties is None else next(properties.iterchildren(_VANISH), None)
    return None if vanish is None else is_on(vanish)


class Hiding(Struct, frozen=True):
    """What the styles of a file say, directly or through what they are based on.

    Attributes:
        by_style: Ids of the styles that hide their text.
        shading: Ids of the styles that set a background.
        defaults: The style that applies where none is named, by kind.
        hides_all: Whether the document defaults hide text.
    """

    by_style: frozenset[str] = frozenset()
    shading: frozenset[str] = frozenset()
    defaults: Mapping[str, str] = field(default_factory=dict)
    hides_all: bool = False

    def hidden(self, paragraph: str | None, run: str | None, table: str | None = None) -> bool:
        """Whether text in these styles is hidden, by ISO/IEC 29500-1, 17.7.3.

        ``vanish`` is a toggle property: two styles that both hide cancel each other out.
        """
        styles = (
            paragraph or self.defaults.get("paragraph"),
            run or self.defaults.get("character"),
            table,
        )
        return self.hides_all or len([one for one in styles if one in self.by_style]) % 2 == 1


def hiding_of(package: Package) -> Hiding:
    """What the styles part of the package says."""
    names = package.related(package.main, STYLES)
    return read_hiding(package.parts[names[0]].root) if names else Hiding()


def read_hiding(root: etree._Element) -> Hiding:
    """What the styles under ``root`` say."""
    hiding: dict[str, bool | None] = {}
    shading: dict[str, bool | None] = {}
    bases: dict[str, str] = {}
    defaults: dict[str, str] = {}
    for style in root.iterchildren(_STYLE):
        kind = style.get(_TYPE, "paragraph")
        if kind not in _KINDS_WITH_TEXT:
            continue
        name = style.get(_STYLE_ID, "")
        hiding[name] = hides(next(style.iterchildren(_RUN_PROPERTIES), None))
        shading[name] = True if next(style.iter(_SHADING), None) is not None else None
        for base in islice(style.iterchildren(_BASED_ON), 1):
            bases[name] = base.get(_VAL, "")
        if style.get(_DEFAULT, "0").lower() not in _OFF:
            defaults[kind] = name
    everywhere = root.find("/".join(map(qn, ("w:docDefaults", "w:rPrDefault", "w:rPr"))))
    return Hiding(
        _with_inherited(hiding, bases),
        _with_inherited(shading, bases),
        defaults,
        hides(everywhere) is True,
    )


def _with_inherited(said: Mapping[str, bool | None], bases: Mapping[str, str]) -> frozenset[str]:
    return frozenset(name for name in said if _inherits(name, said, bases))


def _inherits(name: str, said: Mapping[str, bool | None], bases: Mapping[str, str]) -> bool:
    seen: set[str] = set()
    while name in said and name not in seen:
        answer = said[name]
        if answer is not None:
            return answer
        seen.add(name)
        name = bases.get(name, "")
    return False
