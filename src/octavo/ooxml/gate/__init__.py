"""The safety gate: what a Word file may not hold, as one table of checks.

`CHECKS` look at a package whose archive and XML are sound; what comes before is in
`octavo.ooxml.gate.archive` and `octavo.ooxml.gate.kind`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import islice
from typing import Final

from octavo.finding import Finding, Level
from octavo.ooxml.gate import active, external, fields, markup
from octavo.ooxml.gate.contents import ALLOWABLE, Contents, GateFault
from octavo.ooxml.places import Places, places_of

MARKUP: Final[tuple[Callable[[Contents], Iterator[GateFault]], ...]] = (
    markup.check_root,
    markup.check_strict_names,
    markup.check_inclusions,
    markup.check_stray_text,
)
"""What holds even for a file that is only read: nothing of it is run or passed on."""
CHECKS: Final[tuple[Callable[[Contents], Iterator[GateFault]], ...]] = (
    *MARKUP,
    active.check_macros,
    active.check_keys,
    active.check_relationships,
    active.check_elements,
    active.check_parts,
    fields.check_fields,
    external.check_relationships,
    external.check_vml,
    external.check_mail_merge,
    external.check_svg,
)

_MOST_FAULTS: Final = 20
"""Faults that one check reports of one file, so that a hostile file cannot flood the report."""


def check_contents(
    contents: Contents, allowed: Collection[str] = (), *, only_read: bool = False
) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Every fault of the package's contents, each at its place, and notes on what is allowed.

    Raises:
        ValueError: Something is allowed that cannot be.
    """
    if unknown := set(allowed) - ALLOWABLE:
        message = f"“{min(unknown)}” cannot be allowed; {', '.join(sorted(ALLOWABLE))} can"
        raise ValueError(message)
    faults = [
        fault
        for check in ((*MARKUP, external.check_local_pictures) if only_read else CHECKS)
        for fault in islice(check(contents), _MOST_FAULTS)
    ]
    if not faults:
        return (), ()
    package = contents.package
    places = places_of(package, contents.trees.get(package.main))
    refused = tuple(_finding(places, one) for one in faults if one.allowable not in allowed)
    notes = tuple(_note(places, one) for one in faults if one.allowable in allowed)
    return refused, notes


def _finding(places: Places, fault: GateFault) -> Finding:
    if fault.element is None:
        location = places.of_part(fault.part)
    else:
        location = places.of(fault.element, fault.part)
    hint = fault.hint
    if fault.allowable:
        hint += f"; who fills a template may allow “{fault.allowable}”"
    return Finding(fault.rule, Level.ERROR, fault.message, location, hint)


def _note(places: Places, fault: GateFault) -> Finding:
    """What is said of what would be refused, were it not allowed."""
    found = _finding(places, fault)
    return Finding(fault.rule, Level.NOTE, f"{fault.message}; it is allowed", found.location)
