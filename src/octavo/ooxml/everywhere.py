"""Every text of a Word file, seen or not: for what must stand nowhere in it.

Body, headers, notes and comments, text boxes and their old forms, charts and diagrams, properties,
stores of controls, field codes, and what attributes say, such as alternative text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.ooxml.fields import fields_in
from octavo.ooxml.names import qn
from octavo.ooxml.places import places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.location import WordLocation
    from octavo.ooxml.package import Package

Text = tuple["WordLocation", str]
_PARAGRAPHS: Final = (qn("w:p"), qn("a:p"))
_TEXTS: Final = (qn("w:t"), qn("a:t"), qn("m:t"), qn("w:instrText"))
_LETTERS: Final = etree.XPath("//text()[normalize-space(.)]")
_VALUES: Final = etree.XPath("//@*[string-length(.) > 4]")


def every_text(package: Package, sign: bytes) -> Iterator[Text]:
    """Each paragraph, each text that is in none, and each value of an attribute, with its place.

    Parts without a sign are passed over.
    """
    places = places_of(package, package.parts[package.main].root)
    for part, root in package.trees().items():
        if not package.parts[part].may_mention(sign, b"&#"):
            continue
        for paragraph in root.iter(*_PARAGRAPHS):
            yield places.of(paragraph, part), "".join(_own(paragraph))
        for text in _LETTERS(root):
            holder = text.getparent()
            if holder.tag not in _TEXTS:
                yield places.of(holder, part), str(text)
        for value in _VALUES(root):
            yield places.of(value.getparent(), part), str(value)


def _own(paragraph: etree._Element) -> Iterator[str]:
    """The texts of a paragraph, without those of paragraphs within it."""
    for text in paragraph.iter(*_TEXTS):
        if next(text.iterancestors(*_PARAGRAPHS)) is paragraph:
            yield text.text or ""


def every_field(package: Package) -> Iterator[Text]:
    """The code of each field of every part, with its place."""
    places = places_of(package, package.parts[package.main].root)
    for part, root in package.trees().items():
        if not package.parts[part].may_mention(b"instr"):
            continue
        for field in fields_in(root):
            yield places.of(field.begin, part), field.code
