"""Marks that come in pairs: bookmarks, comment ranges, permissions, and fields."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from octavo.ooxml.names import qn

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml import etree

_ID: Final = qn("w:id")
_NAME: Final = qn("w:name")
_WORDS: Final = {"bookmark": "bookmark", "commentRange": "comment range", "perm": "permission"}


def check_ranges(
    marks: Iterable[tuple[str, str, etree._Element]],
) -> Iterator[tuple[etree._Element, str]]:
    """Every start has one end after it, and ids and names of bookmarks are unique (17.13)."""
    starts: dict[tuple[str, str], etree._Element] = {}
    opened: dict[tuple[str, str], etree._Element] = {}
    names: set[str] = set()
    for kind, end, element in marks:
        key = kind, element.get(_ID, "")
        word = _WORDS[kind]
        if end == "Start":
            if key in starts:
                yield element, f"the {word} id “{key[1]}” is there twice"
            starts[key] = opened[key] = element
            name = element.get(_NAME, "") if kind == "bookmark" else ""
            if name and name.casefold() in names:
                yield element, f"the bookmark “{name}” is there twice"
            names.add(name.casefold())
        elif opened.pop(key, None) is None:
            yield element, f"a {word} ends that did not begin (id “{key[1]}”)"
    for (kind, name), element in opened.items():
        yield element, f"a {_WORDS[kind]} does not end (id “{name}”)"


def check_fields(marks: Iterable[etree._Element]) -> Iterator[tuple[etree._Element, str]]:
    """A field that begins ends, within its part (17.16.18)."""
    opened: list[etree._Element] = []
    for element in marks:
        kind = element.get(qn("w:fldCharType"))
        if kind == "begin":
            opened.append(element)
        elif not opened:
            yield element, "a field ends that did not begin"
        elif kind == "end":
            opened.pop()
    for element in opened:
        yield element, "a field does not end"
