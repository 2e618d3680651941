"""What a template knows of its author and must not pass on.

`scrub` makes of a template the package that files may be made from: nothing in it names a person,
a machine or an earlier draft.
"""

from __future__ import annotations

from copy import deepcopy
from functools import cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from octavo.finding import Finding, Level
from octavo.ooxml.edit import edit_package
from octavo.ooxml.metadata.markup import clean_story, is_clean
from octavo.ooxml.metadata.parts import is_personal, personal_parts, removed_kinds
from octavo.ooxml.metadata.printed import custom_properties, printed
from octavo.ooxml.metadata.properties import without_properties, without_settings
from octavo.ooxml.names import CORE_PROPERTIES_TYPE, CUSTOM_PROPERTIES
from octavo.ooxml.places import places_of
from octavo.ooxml.styles import hiding_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

    from lxml import etree

    from octavo.ooxml.metadata.printed import Printed
    from octavo.ooxml.package import Package
    from octavo.ooxml.places import Places
    from octavo.ooxml.relationships import Relationship

__all__ = ["RULE", "Scrubbed", "scrub"]

RULE: Final = "metadata-removed"
_HINT: Final = "accept or reject the changes in Word, and delete what is hidden"
_STORIES: Final = (
    ".document.main+xml",
    ".template.main+xml",
    ".header+xml",
    ".footer+xml",
    ".footnotes+xml",
    ".endnotes+xml",
    ".comments+xml",
)


_SETTINGS: Final = (".settings+xml", ".styles+xml", ".numbering+xml")


class Scrubbed(Struct, frozen=True):
    """A package without traces, and a note on every text that was left out of it."""

    package: Package
    findings: tuple[Finding, ...]


def scrub(package: Package, keeps: Callable[[str], bool]) -> Scrubbed:
    """The package without what must not travel.

    Out go: author, dates and statistics; the thumbnail, the path of the attached template, the
    list of people, sensitivity labels, building blocks, panes of add-ins, custom XML that nothing
    is bound to, properties and variables that no field prints, parts that Word does not know;
    revision ids; deleted text, hidden text, and the names and dates of tracked changes, of which
    insertions count as accepted.

    Args:
        package: The template.
        keeps: Whether a text is to stay where it is, since a tag stands in it: asked of document
            properties and of hidden text.
    """
    trees = package.trees()
    shown = printed(package, trees)
    properties = _custom_properties(package, shown)

    def stays(pointer: Relationship) -> bool:
        return pointer.target in properties or not is_personal(pointer)

    removed = personal_parts(package, trees, stays)
    hiding = hiding_of(package)
    changed: dict[str, etree._Element] = {}
    findings: list[Finding] = []
    places = cache(lambda: places_of(package, trees[package.main]))

    def cleaned(name: str, root: etree._Element) -> etree._Element:
        own = deepcopy(root)
        for removal in clean_story(own, hiding, keeps):
            place = places().of(removal.element, name)
            findings.append(Finding(RULE, Level.NOTE, removal.message, place, _HINT))
        return own

    for name, root in _without(trees, removed):
        part = package.parts[name]
        kind = part.content_type
        if kind.endswith(_STORIES):
            changed[name] = root if is_clean(part, hiding, keeps) else cleaned(name, root)
        elif kind == CORE_PROPERTIES_TYPE:
            changed[name] = without_properties(root, keeps)
        elif kind.endswith(_SETTINGS):
            changed[name] = without_settings(part, shown.variables)
    findings += _left_out(package, removed_kinds(package, trees, stays), places)
    scrubbed = edit_package(package, changed | properties, removed, stays)
    return Scrubbed(scrubbed, tuple(findings))


def _without(
    trees: Mapping[str, etree._Element], removed: Collection[str]
) -> Iterator[tuple[str, etree._Element]]:
    return ((name, root) for name, root in trees.items() if name not in removed)


def _custom_properties(package: Package, shown: Printed) -> dict[str, etree._Element]:
    """The part of custom properties with those that a field prints, where there are any."""
    kept = {
        name: custom_properties(package.parts[name].root, shown.properties)
        for name in package.related("", CUSTOM_PROPERTIES)
    }
    return {name: root for name, root in kept.items() if root is not None}


def _left_out(
    package: Package, kinds: Sequence[str], places: Callable[[], Places]
) -> Iterator[Finding]:
    """One note on all that does not travel, though it is no text."""
    if kinds:
        message = f"left out of what is made from the template: {', '.join(kinds)}"
        hint = "add them to the finished file in Word, where they are wanted"
        yield Finding(RULE, Level.NOTE, message, places().of_part(package.main), hint)
