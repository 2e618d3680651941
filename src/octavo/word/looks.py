"""Runs with a look of their own, set into the run that a tag stands in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Final

from lxml import etree
from msgspec import Struct

from octavo.ooxml import ranks
from octavo.word.elements import RUN_PROPERTIES, child, compact
from octavo.word.nodes import Where, text_node

if TYPE_CHECKING:
    from octavo.word.values import Look

_RANK: Final = ranks("rPr")
_UNDERLINES: Final = frozenset(
    {"single", "words", "double", "thick", "dotted", "dottedHeavy", "dash", "dashedHeavy"}
    | {"dashLong", "dashLongHeavy", "dotDash", "dashDotHeavy", "dotDotDash", "dashDotDotHeavy"}
    | {"wave", "wavyHeavy", "wavyDouble", "none"}
)


_REMEMBERED: Final = 1_000
_DIGITS: Final = frozenset("0123456789abcdefABCDEF")


class RunLook(Struct, frozen=True, eq=False, dict=True):
    """The look of the run that a tag stands in: each property as XML, by its name."""

    properties: tuple[tuple[str, str], ...] = ()

    @cached_property
    def xml(self) -> str:
        """The ``w:rPr`` of the run; empty where it has none."""
        return _properties(dict(self.properties))

    def with_look(self, look: Look) -> str:
        """The ``w:rPr`` of the run with a look laid over it."""
        return _laid_over(self, look)


@lru_cache(maxsize=_REMEMBERED)
def _laid_over(run: RunLook, look: Look) -> str:
    return _properties(dict(run.properties) | dict(_changes(look)))


_PLAIN: Final = RunLook()


def run_look(run: etree._Element) -> RunLook:
    """The look of a run."""
    properties = child(run, RUN_PROPERTIES)
    if properties is None:
        return _PLAIN
    named = ((str(one.tag).rpartition("}")[2], one) for one in properties)
    return RunLook(tuple((name, compact(one)) for name, one in named if name in _RANK))


def _properties(named: dict[str, str]) -> str:
    ordered = sorted(named.items(), key=lambda item: _RANK[item[0]])
    inner = "".join(xml for _, xml in ordered)
    return f"<w:rPr>{inner}</w:rPr>" if inner else ""


def _changes(look: Look) -> Iterator[tuple[str, str]]:
    """The properties that a look sets."""
    yield from _switches(look)
    if look.style:
        yield "rStyle", f'<w:rStyle w:val="{_attribute(look.style)}"/>'
    if look.font:
        yield "rFonts", _fonts(look.font)
    if look.color:
        yield "color", f'<w:color w:val="{_hexadecimal(look.color)}"/>'
    if look.size:
        yield "sz", f'<w:sz w:val="{int(look.size)}"/>'
        yield "szCs", f'<w:szCs w:val="{int(look.size)}"/>'
    if look.highlight:
        fill = _hexadecimal(look.highlight)
        yield "shd", f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    if look.lang:
        yield "lang", f'<w:lang w:val="{_attribute(look.lang)}"/>'


def _switches(look: Look) -> Iterator[tuple[str, str]]:
    for name, is_on in (
        ("b", look.bold),
        ("bCs", look.bold),
        ("i", look.italic),
        ("iCs", look.italic),
        ("strike", look.strike),
        ("rtl", look.rtl),
    ):
        if is_on:
            yield name, f"<w:{name}/>"
    if look.underline:
        line = look.underline if look.underline in _UNDERLINES else "single"
        yield "u", f'<w:u w:val="{line}"/>'
    if look.subscript or look.superscript:
        position = "subscript" if look.subscript else "superscript"
        yield "vertAlign", f'<w:vertAlign w:val="{position}"/>'


def _fonts(font: str) -> str:
    """``Arial``, or docxtpl's ``eastAsia:微软雅黑`` for one script."""
    region, colon, name = font.partition(":")
    if not colon:
        region, name = "", font
    name = _attribute(name)
    script = f' w:eastAsia="{name}"' if region == "eastAsia" else ""
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:cs="{name}"{script}/>'


def is_color(digits: str) -> bool:
    """Whether these are six hexadecimal digits."""
    return len(digits) == len("RRGGBB") and set(digits) <= _DIGITS


def _hexadecimal(color: str) -> str:
    digits = color.removeprefix("#")
    return digits.upper() if is_color(digits) else "auto"


def _attribute(text: str) -> str:
    return text_node(text, Where.ATTRIBUTE)
