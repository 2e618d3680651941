"""What is done to elements in many places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.word.names import PARAGRAPH_PROPERTIES, TABLE

if TYPE_CHECKING:
    from collections.abc import Callable

_BORDER: Final = "<?border?>"


def child(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child of a kind; a loop is faster than lxml's own search where there are few."""
    for one in element:
        if one.tag == tag:
            return one
    return None


def around(element: etree._Element, tag: str) -> etree._Element | None:
    """The nearest element of a kind around an element."""
    return next((one for one in element.iterancestors(tag)), None)


def whole_text(element: etree._Element) -> str:
    """All the text within an element, whatever holds it."""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)


def holders(root: etree._Element, tag: str) -> list[etree._Element]:
    """What elements of a kind stand in, each once, in order."""
    parents = dict.fromkeys(one.getparent() for one in root.iter(tag))
    return [parent for parent in parents if parent is not None]


def spaces_of(root: etree._Element) -> str:
    """The declarations of the namespaces that a piece of a part needs to be read alone."""
    return " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in root.nsmap.items() if prefix)


def changed(text: str, spaces: str, change: Callable[[etree._Element], None]) -> str:
    """A piece of a part, once its elements, in a holder, have been changed."""
    holder = etree.fromstring(f"<holder {spaces}>{_BORDER}{text}{_BORDER}</holder>")
    change(holder)
    return etree.tostring(holder, encoding="unicode").split(_BORDER)[1]


def parts_tables(paragraph: etree._Element) -> bool:
    """Whether a paragraph stands between two tables, of which Word would make one without it."""
    before, behind = paragraph.getprevious(), paragraph.getnext()
    return before is not None and behind is not None and before.tag == behind.tag == TABLE


def empty(paragraph: etree._Element) -> None:
    """Leave nothing of a paragraph but its properties."""
    paragraph[:] = [one for one in paragraph if one.tag == PARAGRAPH_PROPERTIES]
