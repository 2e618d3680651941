"""What moves to the annex: as few items as will do, of the lightest there are.

An item never moves while a lighter one stays. Among items of one priority those that free most
lines move first, and the last of them is the smallest that does.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path as Folder
from typing import TYPE_CHECKING

from msgspec import Struct

from bluf.pipeline.places import Path, find_items, find_marks, marked, name, priority
from bluf.rules import finding
from bluf.views import BriefView, with_annex
from octavo.finding import Finding
from octavo.location import FileLocation
from octavo.pages import Verdict, has_annex

if TYPE_CHECKING:
    from bluf.data import DataFile
    from bluf.pipeline.render import Renderer
    from octavo.pages import Cut, LaidOut

    Trial = Callable[[BriefView], LaidOut]


class Annexed(Struct, frozen=True):
    """A brief of which part stands in the annex, what that is, and its Word file."""

    shown: BriefView
    moved: tuple[Path, ...]
    laid: LaidOut


def in_order(data: DataFile, gains: Mapping[Path, Cut]) -> list[Path]:
    """The items in the order in which they move; what cannot be left out is not among them.

    Of those that weigh and gain the same, the last of the record moves first.
    """
    keys = {
        path: (-weight, -gains[path].lines, -at)
        for at, path in enumerate(gains)
        if (weight := priority(data, path)) is not None
    }
    return sorted(keys, key=lambda path: keys[path])


def annexed(
    data: DataFile,
    shown: BriefView,
    gains: Mapping[Path, Cut],
    trial: Trial,
    catalogues: Folder | None = None,
) -> Annexed | None:
    """The brief with as little in its annex as makes it fit; None where even all of it does not.

    Args:
        data: The record.
        shown: Its view without an annex.
        gains: What leaving out each item gains.
        trial: Makes the Word file of a view, and lays it out.
        catalogues: Folder of the project's own catalogues of labels.
    """
    order = in_order(data, gains)
    tried: dict[tuple[Path, ...], Annexed] = {}

    def fits(moved: Sequence[Path]) -> bool:
        key = tuple(moved)
        other = with_annex(shown, key, catalogues)
        tried[key] = Annexed(other, key, trial(other))
        return tried[key].laid.layout.verdict is Verdict.FITS

    if not order or not fits(order):
        return None
    count = bisect_left(range(1, len(order)), x=True, key=lambda number: fits(order[:number])) + 1
    *first, last = order[:count]
    alike = [path for path in order[count - 1 :] if priority(data, path) == priority(data, last)]
    sizes = {gains[path].lines: path for path in reversed(alike)}  # of each the first to move
    ends = list(sizes.values())[::-1]
    smaller = bisect_left(range(1, len(ends)), x=True, key=lambda at: not fits([*first, ends[at]]))
    return tried[*first, ends[smaller]]


def unprinted(
    data: DataFile, shown: BriefView, gains: Mapping[Path, Cut], press: Renderer
) -> tuple[Finding, ...]:
    """What keeps templates from printing the annex; a finding for each fault of each."""
    view, marks = marked(with_annex(shown, in_order(data, gains), press.order.languages))
    wanted = {path: f"“brief.annex.{path[0]}”" for path in in_order(data, gains)}
    wanted[("annex",)] = "“brief.annex.note”"
    findings = []
    for kind in press.kinds:
        path = str(press.template(kind))
        package = press.word(view) if kind == "docx" else None
        found = (
            set(find_items(package, marks).places)
            if package
            else set(find_marks(press.markdown(view).decode(), marks))
        )
        lost = dict.fromkeys(field for item, field in wanted.items() if item not in found)
        if lost:
            findings.append(_not_printed(", ".join(lost), path))
        elif package and not has_annex(package):
            findings.append(_not_begun(path))
    return tuple(findings)


def _not_printed(fields: str, path: str) -> Finding:
    message = f"the template does not print {fields}, so that nothing can move to an annex"
    hint = "print them as the shipped template does, or build without “--annex”"
    return finding("annex-not-printed", message, FileLocation(path), hint)


def _not_begun(path: str) -> Finding:
    message = "no paragraph of the template in the style “Annex” begins the annex"
    hint = "give its heading that style, with a page break before, or build without “--annex”"
    return finding("annex-not-printed", message, FileLocation(path), hint)


def told(data: DataFile, moved: tuple[Path, ...]) -> Iterator[Finding]:
    """A note for each item that moved."""
    for path in moved:
        where = data.places.at(*path)
        message = f"{name(data, path)} did not fit on the page and stands in the annex"
        hint = "shorten the brief, or give the item a smaller priority number to keep it"
        yield data.places.fault("item-in-annex", message, where, hint)


def names(data: DataFile, moved: tuple[Path, ...]) -> tuple[str, ...]:
    """What moved, by name: ``“R4”``, ``the background``."""
    return tuple(name(data, path) for path in moved)
