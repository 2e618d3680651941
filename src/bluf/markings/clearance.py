"""Who may read what: the levels and caveats that an audience is cleared for."""

from __future__ import annotations

from msgspec import Struct

from bluf.markings.reading import folded, read, spelt_out
from bluf.markings.scheme import Marking, Scheme


class Clearance(Struct, frozen=True):
    """What an audience may see.

    Attributes:
        levels: The highest level of each scheme; a label of no scheme as it is written.
        caveats: Caveats that it may see, by name.
        countries: Where its readers come from.
    """

    levels: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()

    def ceiling(self, scheme: Scheme) -> Marking | None:
        """The highest of its levels in a scheme; None where it may see nothing of it."""
        found = (read(each, scheme) for each in self.levels)
        known = [each for each in found if each is not None]
        return max(known, key=lambda each: each.level, default=None)

    def may_see(self, marking: Marking) -> bool:
        """Whether it may see what has this marking; what is not known it may not."""
        ceiling = self.ceiling(marking.scheme)
        if ceiling is None or marking.level > ceiling.level:
            return False
        return marking.caveats <= self._caveats(marking.scheme) and self._is_released(marking)

    def may_see_label(self, label: str) -> bool:
        """Whether it may see what has a label of no scheme."""
        return folded(label) in map(folded, self.levels)

    def _caveats(self, scheme: Scheme) -> frozenset[str]:
        named = frozenset(map(folded, self.caveats))
        known = {
            each.name
            for each in scheme.caveats
            if {folded(each.name), folded(each.portion)} & named
        }
        return named | known

    def _is_released(self, marking: Marking) -> bool:
        if marking.countries is None:
            return True
        readers = spelt_out(frozenset(map(folded, self.countries)), marking.scheme)
        return bool(readers) and readers <= marking.countries
