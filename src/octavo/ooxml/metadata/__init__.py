"""What a template knows of its author and must not pass on.

`scrub` makes of a template the package that files may be made from: nothing in it names a person,
a machine or an earlier draft. Out go:

- author, dates and statistics; the thumbnail, the path of the attached template, the list of
  people, sensitivity labels, building blocks, panes of add-ins, custom XML that nothing is bound
  to, properties and variables that no field prints, parts that Word does not know;
- headers, pictures and addresses that nothing refers to; metadata of pictures, names and paths of
  their files, copies of drawings;
- fields that show a person or a path, and data of programs in fields; revision ids, ids of lists,
  sums of passwords;
- deleted text, hidden text, and the names and dates of tracked changes, of which insertions count
  as accepted.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cache
from typing import Final

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace

from octavo.finding import Finding, Level
from octavo.ooxml.cropping import cropped
from octavo.ooxml.metadata.drawings import pictures, uncut, untold
from octavo.ooxml.metadata.markup import clean_story, is_clean
from octavo.ooxml.metadata.parts import is_personal, personal_parts, removed_kinds, unreferenced
from octavo.ooxml.metadata.properties import (
    custom_properties,
    printed,
    without_properties,
    without_settings,
)
from octavo.ooxml.names import CORE_PROPERTIES_TYPE, CUSTOM_PROPERTIES
from octavo.ooxml.package import Package
from octavo.ooxml.places import Places, places_of
from octavo.ooxml.relationships import Relationship
from octavo.ooxml.visible import Hiding, hiding_of
from octavo.ooxml.write import edit_package

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

    ``keeps`` says whether a text is to stay where it is, since a tag stands in it: it is asked of
    document properties, of hidden text, and of names.
    """
    trees = package.trees()
    shown = printed(package, trees)
    properties = {  # the part of custom properties with those that a field prints
        name: root
        for name in package.related("", CUSTOM_PROPERTIES)
        if (root := custom_properties(package.parts[name].root, shown.properties)) is not None
    }
    loose = unreferenced(package, trees)

    def stays(pointer: Relationship) -> bool:
        if pointer in loose:
            return False
        return pointer.target in properties or not is_personal(pointer)

    removed = personal_parts(package, trees, stays)
    places = cache(lambda: places_of(package, trees[package.main]))
    cleaner = _Cleaner(package, places, hiding_of(package), keeps)
    changed = {
        name: cleaner.cleaned(name, root, shown.variables)
        for name, root in trees.items()
        if name not in removed
    }
    clean, unread = pictures(package, removed)
    told_of = removed_kinds(package, trees, lambda one: one in loose or stays(one))
    left_out = _left_out(package, told_of, places)
    findings = (
        *cleaner.findings,
        *(untold(name, places().of_part(name)) for name in unread),
        *left_out,
    )
    altered = {name: root for name, root in changed.items() if root is not None} | properties
    scrubbed = edit_package(package, altered, removed, stays)
    return Scrubbed(replace(scrubbed, parts={**scrubbed.parts, **clean}), findings)


class _Cleaner:
    """Takes the traces out of the parts of one package."""

    def __init__(
        self,
        package: Package,
        places: Callable[[], Places],
        hiding: Hiding,
        keeps: Callable[[str], bool],
    ) -> None:
        self.findings: list[Finding] = []
        self._package, self._places, self._hiding, self._keeps = package, places, hiding, keeps

    def cleaned(
        self, name: str, root: etree._Element, variables: Collection[str]
    ) -> etree._Element | None:
        """The tree of a part without traces; None where its bytes can stay as they are."""
        part = self._package.parts[name]
        kind = part.content_type
        if part.may_mention(b"srcRect"):
            self.findings += (uncut(self._places().of(each, name)) for each in cropped(root))
        if kind.endswith(_STORIES) and not is_clean(part, self._hiding, self._keeps):
            return self._story(name, root)
        if kind == CORE_PROPERTIES_TYPE:
            return without_properties(part, self._keeps)
        if kind.endswith(_SETTINGS):
            return without_settings(part, variables)
        return root if part.may_mention(*_REMARKS) else None

    def _story(self, name: str, root: etree._Element) -> etree._Element:
        own = deepcopy(root)
        for removal in clean_story(own, self._hiding, self._keeps):
            place = self._places().of(removal.element, name)
            self.findings.append(Finding(RULE, Level.NOTE, removal.message, place, _HINT))
        return own


_REMARKS: Final = (b"<!--", b"?>\n<?", b"?>\r\n<?", b"?><?")
"""What comments and instructions to programs begin with; no tree has them."""


def _left_out(
    package: Package, kinds: Sequence[str], places: Callable[[], Places]
) -> Iterator[Finding]:
    """One note on all that does not travel, though it is no text."""
    if kinds:
        message = f"left out of what is made from the template: {', '.join(kinds)}"
        hint = "add them to the finished file in Word, where they are wanted"
        yield Finding(RULE, Level.NOTE, message, places().of_part(package.main), hint)
