"""Labels that are written otherwise than their scheme defines them."""

from __future__ import annotations

from difflib import get_close_matches

from msgspec.structs import replace

from bluf.markings.reading import banner, folded
from bluf.markings.scheme import Marking, Scheme
from bluf.markings.schemes import Schemes

_LIKENESS = 0.85
_SHORTEST = 5
"""Letters of a caveat below which one letter more or less makes another word."""


def correction(label: str, schemes: Schemes) -> str | None:
    """The label that was meant, where one is misspelt; else None.

    A label of one's own is no misspelling, and neither is one in small letters, unless its scheme
    wants these very letters.
    """
    for scheme in schemes.each:
        if scheme.exact and _begins_as(label, scheme):
            return _exactly(label, scheme)
    found = schemes.read(label)
    if found is not None:
        return _caveats_corrected(found)
    names = {folded(level.name): level.name for each in schemes.each for level in each.levels}
    written = folded(label).partition("//")
    if any(written[0] in name or name in written[0] for name in names):
        return None
    near = get_close_matches(written[0], sorted(names), n=1, cutoff=_LIKENESS)
    return "".join((names[near[0]], *written[1:])) if near else None


def _begins_as(label: str, scheme: Scheme) -> bool:
    """Whether a label begins as all of a scheme do: with TLP."""
    start = scheme.levels[0].name.partition(":")[0]
    return folded(label).startswith(start)


def _exactly(label: str, scheme: Scheme) -> str | None:
    names = [level.name for level in scheme.levels]
    written = label.partition("//")[0].strip()
    if written in names:
        return None
    start = names[0].partition(":")[0]
    squeezed = "".join(folded(written).split()).removeprefix(start).lstrip(":-")
    meant = f"{start}:{squeezed}"
    meant = scheme.former.get(meant, meant)
    return next(iter(get_close_matches(meant, names, n=1, cutoff=0)), None)


def _caveats_corrected(found: Marking) -> str | None:
    """The marking with each caveat as it was meant; None where all of them stand as they should."""
    names = {folded(each.name): each.name for each in found.scheme.caveats}
    meant = {each: _meant(each, names) for each in found.unknown}
    if not any(meant.values()):
        return None
    return banner(
        replace(found, caveats=frozenset(meant.get(each) or each for each in found.caveats))
    )


def _meant(caveat: str, names: dict[str, str]) -> str | None:
    if len(caveat) < _SHORTEST:
        return None
    near = get_close_matches(caveat, sorted(names), n=1, cutoff=_LIKENESS - 0.05)
    return names[near[0]] if near else None
