"""What elements are by themselves: which show nothing, which begin a line, which strike out."""

from __future__ import annotations

from lxml import etree


def names(text: str) -> frozenset[str]:
    """The names in a text."""
    return frozenset(text.split())


BLOCKS = names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p "
    "pre search section summary table tbody td tfoot th thead tr ul caption option optgroup"
)
"""Elements that begin and end a line."""
UNSHOWN = names(
    "head script style template noscript datalist applet audio title rp "
    "noembed noframes progress meter mphantom annotation annotation-xml param source track area "
    "desc metadata defs symbol clippath mask base link meta pattern marker filter lineargradient "
    "radialgradient"
)
"""Elements whose content a browser does not show as text of the page."""
STRUCK = names("del s strike")
DRAWN = names(
    "svg g text tspan textpath symbol use switch foreignobject rect circle ellipse polygon path "
    "image line polyline"
)
"""Elements of a drawing, whose attributes set what a style sheet may."""
PICTURES = names("img svg canvas video object embed audio picture")
VOID = names("area base br col embed hr img input link meta param source track wbr")
TAKEN_OUT = names("absolute fixed")
"""Positions of a box that leaves no room for itself where it is written."""
CELLS = names("td th")
ITEMS = names("li dt dd option")


def default_display(node: etree._Element) -> str:
    """How a browser displays an element to which no style sheet gives anything."""
    tag = str(node.tag)
    hidden = node.get("hidden")
    if hidden is not None and hidden.strip().lower() != "until-found":
        return "none"
    if tag in UNSHOWN or (tag == "dialog" and node.get("open") is None):
        return "none"
    if tag == "input" and node.get("type", "").lower() == "hidden":
        return "none"
    if node.get("popover") is not None:
        return "none"
    return "block" if tag in BLOCKS else "inline"
