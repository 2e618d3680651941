"""How an element looks, from what its ancestors hand down to it and its own style."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from bluf.evidence.formats.html import hiding
from bluf.evidence.formats.html.box import PAGE, Box, ContainingBlock
from bluf.evidence.formats.html.cascade import Style
from bluf.evidence.formats.html.colours import (
    BLACK,
    LINK,
    WHITE,
    Colour,
    colour,
    colours_in,
    contrast,
    over,
)
from bluf.evidence.formats.html.tags import BLOCKS, DRAWN, STRUCK, default_display, names
from bluf.evidence.formats.html.values import extent, font_size, length, number

if TYPE_CHECKING:
    import cssselect2


FAINT, CLEAR = 12, 24
"""Of 255: a difference of colour up to the first is not seen, one from the second on is."""
SMALLEST, SMALL = 2.0, 4.0
"""Pixels: letters up to the first cannot be read, from the second on they can."""
_LINE_HIGH = 4.0
"""Pixels: a ground so narrow is a line at the letters, not behind them."""
ROOT = 16.0
_REM = re.compile(r"(\d*\.?\d+)rem\b")
_UNSHOWN = frozenset({"none", "table-column", "table-column-group"})
_REPLACED = names(
    "br wbr meter progress canvas embed object audio iframe img video input textarea select svg "
    "math"
)
"""Elements that show nothing where only what they hold is to be displayed."""
_LINE = "line-through"
_OVERRIDES = frozenset({"bidi-override", "isolate-override"})


class ElementLook(Struct, frozen=True):
    """How the text of an element looks.

    Attributes:
        gone: Nothing of it and of what it holds is shown.
        hidden: Why neither it nor what it holds is seen.
        unseen: Whether it is not visible, though what it holds may be.
        blank: Whether its own letters have no size or no contrast.
        doubts: What may hide it, all that holds it included.
        faint: What may hide its own letters.
        block: Whether it begins and ends a line.
        struck: Whether its text is struck out.
        turned: Whether its letters stand in reverse.
        text: Colour of its letters.
        ground: Colours behind them; several of a gradient, none where a picture is behind them.
        opacity: Of 1, with that of all that holds it.
        size: Height of its letters in pixels.
        root: That of the page itself.
        scale: How much smaller they become by what holds it.
        fill: Colour of its letters in a drawing.
        painted: What its letters are filled with instead of their colour.
        container: Where its content stands on the page.
        prefers_dark: Whether the reader has asked for dark colours.
        dark: Whether it is drawn in dark colours.
        variables: Custom properties.
    """

    gone: bool = False
    hidden: str = ""
    unseen: bool = False
    blank: bool = False
    doubts: tuple[str, ...] = ()
    faint: str = ""
    block: bool = True
    struck: bool = False
    turned: bool = False
    text: Colour = BLACK
    ground: tuple[Colour, ...] = (WHITE,)
    opacity: float = 1.0
    size: float = 16.0
    root: float = 16.0
    scale: float = 1.0
    fill: Colour = BLACK
    painted: Colour | None = None
    container: ContainingBlock = PAGE
    prefers_dark: bool = False
    dark: bool = False
    variables: Mapping[str, str] = {}

    @property
    def shows(self) -> bool:
        """Whether its own text is seen, or may be."""
        return not (self.gone or self.hidden or self.unseen or self.blank or self.struck)

    @property
    def causes(self) -> tuple[str, ...]:
        """What may hide its own text."""
        return (*self.doubts, self.faint) if self.faint else self.doubts


def look_of(above: ElementLook, element: cssselect2.ElementWrapper, style: Style) -> ElementLook:
    """How an element looks; values of which nobody knows whether they hold are doubts."""
    here = _look(above, element, style.values)
    doubts = [
        cause
        for cause, changes in style.variants
        if _differs(here, _look(above, element, {**style.values, **changes}))
    ]
    if doubts:
        doubts = [*here.doubts, *doubts]
        here = replace(here, gone=False, hidden="", unseen=False, blank=False, doubts=tuple(doubts))
    return replace(here, variables=style.variables)


def rooted(style: Style, root: float) -> Style:
    """A style in the size of the letters of its page, by which ``rem`` counts."""
    if root == ROOT:
        return style
    here = replace(style, values=_rooted(style.values, root))
    return replace(
        here, variants=tuple((cause, _rooted(each, root)) for cause, each in here.variants)
    )


def _rooted(values: Mapping[str, str], root: float) -> Mapping[str, str]:
    return {
        name: _REM.sub(lambda one: f"{float(one[1]) * root:g}px", value)
        if "rem" in value
        else value
        for name, value in values.items()
    }


def _differs(here: ElementLook, other: ElementLook) -> bool:
    """Whether one is seen and the other is not, or may not be."""
    return any(
        bool(getattr(here, name)) != bool(getattr(other, name))
        for name in ("gone", "hidden", "unseen", "blank", "causes")
    )


def _look(
    above: ElementLook, element: cssselect2.ElementWrapper, values: Mapping[str, str]
) -> ElementLook:
    node = element.etree_element
    display = values.get("display", "initial")
    if display in {"initial", "inherit"}:
        display = default_display(node)
    if display in _UNSHOWN or (display == "contents" and node.tag in _REPLACED):
        return ElementLook(gone=True)
    above = _in_scheme(above, node, values)
    tag = str(node.tag)
    inline = display in {"inline", "contents"} and tag not in DRAWN
    size = _size(above, values)
    found = hiding.found(Box(tag, values, size, inline=inline, node=node, above=above.container))
    scale = above.scale * found.scale
    here = ElementLook(
        hidden=above.hidden or found.hidden,
        unseen=_is_unseen(above, values),
        doubts=(*above.doubts, *found.doubts),
        block=_is_block(tag, display),
        struck=above.struck
        or tag == "del"
        or _LINE in values.get("text-decoration-line", _LINE if tag in STRUCK else ""),
        turned=above.turned or _is_turned(node, values),
        text=_text_colour(above, node, values),
        fill=_fill(above, node, values),
        painted=_painted(above, values),
        ground=_ground(above, node, values),
        opacity=above.opacity * found.opacity,
        size=size,
        root=size if tag == "html" else above.root,
        scale=scale,
        container=found.container,
        prefers_dark=above.prefers_dark,
        dark=above.dark,
    )
    return _with_contrast(here, values, drawn=tag in DRAWN)


def _in_scheme(above: ElementLook, node: etree._Element, values: Mapping[str, str]) -> ElementLook:
    """What is handed down, with the colour scheme that the element sets."""
    words = values.get("color-scheme", "inherit").split()
    dark = above.dark
    if words != ["inherit"]:
        dark = "dark" in words and (above.prefers_dark or "light" not in words)
    if dark and node.tag == "html":
        above = replace(above, text=WHITE, ground=(colour("canvas", dark=True) or BLACK,))
    return replace(above, dark=dark)


def _is_block(tag: str, display: str) -> bool:
    if display in {"block", "list-item", "flex", "grid", "table", "flow-root"}:
        return True
    return tag in BLOCKS and not display.startswith("inline") and display != "contents"


def _is_unseen(above: ElementLook, values: Mapping[str, str]) -> bool:
    visibility = values.get("visibility", "inherit")
    if visibility == "inherit":
        return above.unseen
    return visibility in {"hidden", "collapse"}


def _is_turned(node: etree._Element, values: Mapping[str, str]) -> bool:
    direction = values.get("direction") or node.get("dir", "").lower()
    override = values.get("unicode-bidi", "") in _OVERRIDES or node.tag == "bdo"
    return override and direction == "rtl"


def _size(above: ElementLook, values: Mapping[str, str]) -> float:
    value = values.get("font-size", "inherit")
    if value in {"inherit", "initial"}:
        return 16.0 if value == "initial" else above.size
    size = font_size(value, above.size)
    if size is None:
        return above.size
    return size


def _text_colour(above: ElementLook, node: etree._Element, values: Mapping[str, str]) -> Colour:
    value = values.get("color") or "inherit"
    given = colour(value, dark=above.dark)
    if given is not None:
        return given
    if value == "initial":
        return WHITE if above.dark else BLACK
    hint = (
        node.get("color" if node.tag == "font" else "text")
        if node.tag in {"font", "body"}
        else None
    )
    if hint and value == "inherit":
        return colour(hint) or colour(f"#{hint}") or above.text
    if value == "inherit" and node.tag == "mark":
        return BLACK
    if value == "inherit" and node.tag == "a" and node.get("href"):
        page = next(node.iterancestors("body"), node)
        return colour(page.get("link", "")) or LINK
    return above.text


def _painted(above: ElementLook, values: Mapping[str, str]) -> Colour | None:
    value = values.get("-webkit-text-fill-color", "inherit")
    return above.painted if value == "inherit" else colour(value, dark=above.dark)


def _fill(above: ElementLook, node: etree._Element, values: Mapping[str, str]) -> Colour:
    """The colour of letters in a drawing."""
    value = values.get("fill", "inherit")
    if value == "currentcolor":
        return _text_colour(above, node, values)
    given = colour("transparent" if value == "none" else value)
    fill = above.fill if given is None else given
    opacity = number(values["fill-opacity"]) if "fill-opacity" in values else None
    return fill if opacity is None else (*fill[:3], fill[3] * opacity)


def _ground(
    above: ElementLook, node: etree._Element, values: Mapping[str, str]
) -> tuple[Colour, ...]:
    hint = node.get("bgcolor") or ("yellow" if node.tag == "mark" else None)
    value = values.get("background-color") or (hint or "transparent")
    given = colour(value, dark=above.dark) or (colour(f"#{value}") if hint else None)
    if value == "currentcolor":
        given = _text_colour(above, node, values)
    ground = above.ground
    if values.get("background-clip") == "text":
        return ground
    if given is not None and given[3] > 0:
        ground = tuple(over(given, each) for each in ground) or ((given,) if given[3] == 1 else ())
    shadow = values.get("box-shadow", "")
    if "inset" in shadow and any(extent(word, above.size) >= above.size for word in shadow.split()):
        ground = tuple(over(each, under) for each in colours_in(shadow) for under in ground)
    image = values.get("background-image", "none")
    lines = [length(word, above.size) for word in values.get("background-size", "").split()]
    thin = any(line is not None and line <= _LINE_HIGH for line in lines)
    if image in {"none", "initial", "inherit"} or thin:
        return ground
    if "url(" in image or "image(" in image or "image-set(" in image:
        return ()
    return tuple(over(stop, each) for stop in colours_in(image) for each in ground)


def _with_contrast(here: ElementLook, values: Mapping[str, str], *, drawn: bool) -> ElementLook:
    """The look with what its colours, size and opacity say."""
    if here.hidden or here.gone:
        return here
    text = here.fill if drawn else here.painted or here.text
    if values.get("background-clip") == "text" and text[3] < 1:
        image = values.get("background-image", "none")
        behind = colours_in(image) or colours_in(values.get("background-color", ""))
        text = over(text, behind[0]) if behind else (128.0, 128.0, 128.0, 1.0)
    seen = [contrast(over(text, each), each) for each in here.ground] or [255 * text[3]]
    here = _judged(here, max(seen) * here.opacity, here.size * here.scale, values)
    if min(seen) <= FAINT and not here.blank:
        here = replace(here, faint="a part of the ground has the colour of its letters")
    under = colour(values.get("background-color", "transparent"))
    opaque = under is not None and under[3] == 1
    if not here.ground and under and opaque and contrast(over(text, under), under) <= FAINT:
        here = replace(here, faint="its letters are seen only if the picture behind them is there")
    return here


def _judged(here: ElementLook, most: float, size: float, values: Mapping[str, str]) -> ElementLook:
    moves = values.get("animation-name", "none") not in {"none", "initial", "inherit"}
    hidden, doubt = "", ""
    if size <= SMALLEST:
        hidden = f"its letters are {size:g} pixels high"
    elif most <= FAINT:
        hidden = "its letters have the colour of the ground, or are clear"
    elif size < SMALL:
        doubt = f"its letters are {size:g} pixels high"
    elif most < CLEAR:
        doubt = "its letters are very faint"
    if hidden and moves and here.opacity < 1:
        hidden, doubt = "", "an animation may show it"
    return replace(here, blank=bool(hidden), faint=doubt)
