"""Which table, row, cell and paragraph of a page a passage stands in."""

from __future__ import annotations

from msgspec import Struct, field

COUNTED = {"table": "table", "tr": "row", "td": "cell", "th": "cell"}


class CountedContainer(Struct):
    """A body or a cell, with what was counted in it so far."""

    steps: tuple[tuple[str, int], ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> tuple[tuple[str, int], ...]:
        """The steps to the next thing of a kind."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return (*self.steps, (kind, self.counts[kind]))
