"""What was left out, in words for the analyst alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bluf.model import Brief
    from bluf.redaction.parts import Path

_NAMED = ("events", "requests", "outcomes", "follow_ups")
_COUNTED = {"participants": "name", "evidence": "quotation", "history": "step of a history"}


def left_out_in_words(brief: Brief, paths: Iterable[Path]) -> str:
    """``outcomes O2, O3; sources mfa; 2 quotations; comment``; empty where nothing is."""
    named: dict[str, list[str]] = {}
    counts: dict[str, int] = {}
    for path in paths:
        inner = next((step for step in path[::-1] if step in _COUNTED), None)
        if len(path) > _ITEM and inner:
            noun = _COUNTED[str(inner)]
            counts[noun] = counts.get(noun, 0) + 1
        else:
            named.setdefault(str(path[0]).replace("_", " "), []).extend(_name(brief, path))
    parts = [" ".join(filter(None, [field, ", ".join(ids)])) for field, ids in named.items()]
    parts += [f"{count} {noun}{'s' * (count > 1)}" for noun, count in counts.items()]
    return "; ".join(parts)


_ITEM = 2
"""Steps of the path of an item of a list."""


def _name(brief: Brief, path: Path) -> Iterator[str]:
    """The id of an item, the key of a source, the number of what has neither."""
    if len(path) < _ITEM:
        return
    field, step = str(path[0]), path[1]
    if field in _NAMED and isinstance(step, int):
        yield getattr(brief, field)[step].id
    else:
        yield str(step + 1) if isinstance(step, int) else step
