"""What the styles of a Word file hide, and what they paint a ground behind."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from octavo.ooxml.names import qn
from octavo.ooxml.styles import is_on, style_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml import etree

    from octavo.ooxml.package import Package
    from octavo.ooxml.styles import StyleSheet

_ID: Final = qn("w:styleId")
_RUN_PROPERTIES: Final = qn("w:rPr")
_VANISH: Final = qn("w:vanish")
_SHADING: Final = qn("w:shd")


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
            table or None,
        )
        return self.hides_all or len([one for one in styles if one in self.by_style]) % 2 == 1


def hiding_of(package: Package) -> Hiding:
    """What the styles of a package say."""
    return hiding_in(style_sheet(package))


def hiding_in(sheet: StyleSheet) -> Hiding:
    """What styles say that were read already."""
    everywhere = [one for one in sheet.defaults if one.tag == _RUN_PROPERTIES]
    return Hiding(
        _saying(sheet, _VANISH, lambda one: hides(next(one.iterchildren(_RUN_PROPERTIES), None))),
        _saying(sheet, _SHADING, lambda _: True),
        sheet.default,
        any(hides(one) for one in everywhere),
    )


def _saying(
    sheet: StyleSheet, tag: str, says: Callable[[etree._Element], bool | None]
) -> frozenset[str]:
    """The ids of the styles that say so by an element, or have it of what they are based on."""
    telling = {one for one in sheet.by_id.values() if next(one.iter(tag), None) is not None}
    said: dict[str, bool] = {}
    for name in sheet.by_id if telling else ():
        passed: list[str] = []
        answer: bool | None = None
        for style in sheet.chain(name):
            own = style.get(_ID, "")
            answer = said.get(own, says(style) if style in telling else None)
            passed.append(own)
            if answer is not None:
                break
        said.update(dict.fromkeys(passed, answer is True))
    return frozenset(name for name, answer in said.items() if answer)
