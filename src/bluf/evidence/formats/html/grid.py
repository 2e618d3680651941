"""Containers that set their children out in another order than they are written in."""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct, field

from bluf.evidence.formats.html.values import extent
from octavo.shortening import quoted

_CUT, _THIN = frozenset({"hidden", "clip"}), 4.0
_AREA = ("grid-row", "grid-column")
_FREE = re.compile(r"auto|span \d+|\d+ span|initial|unset|")
_NOTHING = re.compile(r"0(?:[a-z]+|%)?|minmax\(0[a-z%]*,\s*0[a-z%]*\)")
_TRACK = re.compile(r"[^\s()]+(?:\([^()]*\))?")


class Container(Struct):
    """What a flex or grid container does with its children.

    Attributes:
        values: Its style.
        begun: How many children have begun.
        across: How much of its line is taken up by children that do not shrink, in pixels.
        placed: Where children were placed, one over the other where two are the same.
    """

    values: Mapping[str, str]
    begun: int = 0
    across: float = 0.0
    placed: set[tuple[str, ...]] = field(default_factory=set)

    @property
    def is_grid(self) -> bool:
        """Whether its children may be placed on the lines of a grid."""
        return self.values.get("display", "").endswith("grid")

    @property
    def stacks(self) -> bool:
        """Whether its children stand one under the other."""
        display = self.values.get("display", "")
        column = "column" in self.values.get("flex-direction", "")
        return column or not display.endswith(("flex", "grid", "box", "row"))

    def doubt(self, child: Mapping[str, str]) -> str:
        """Why the next child, in this style, may have no room; empty where nothing says so."""
        at, self.begun = self.begun, self.begun + 1
        if self._is_shrunk(child):
            return "its container may leave it no width"
        tracks = _TRACK.findall(self.values.get("grid-template-columns", ""))
        if not self.is_grid or not tracks or not _FREE.fullmatch(column(child)):
            return ""
        track = tracks[at % len(tracks)]
        if "repeat" in " ".join(tracks) or not _NOTHING.fullmatch(track):
            return ""
        return f"{quoted('grid-template-columns: ' + ' '.join(tracks))} may leave it no width"

    def _is_shrunk(self, child: Mapping[str, str]) -> bool:
        """Whether a child on a line is cut, and as wide as nothing says."""
        if self.is_grid or self.stacks or child.get("overflow-x") not in _CUT:
            return False
        words = child.get("flex", "").split()
        grow, basis = words[0] if words else "0", words[-1] if words else "auto"
        grows = child.get("flex-grow", grow).strip("0.") != "" or "%" in grow
        basis = child.get("flex-basis", "0" if basis[:1].isdecimal() else basis)
        held = f"{child.get('contain', '')} {child.get('container-type', '')}"
        lone = "size" in held and not child.get("width")
        return not grows and (lone or (basis != "auto" and extent(basis, 16.0, 900.0) <= _THIN))

    def gap(self, whole: float) -> float:
        """How much is left free, in pixels, above the next child."""
        lined = "grid-template-columns" in self.values or not (self.is_grid or self.stacks)
        flows = self.values.get("display", "").endswith(("flex", "grid"))
        return (
            extent(self.values.get("row-gap", "0"), 16.0, whole)
            if flows and self.begun > 1 and not lined
            else 0.0
        )

    def is_beyond(self, child: Mapping[str, str], whole: float) -> bool:
        """Whether a child begins where a line of this width is full, as those of a carousel."""
        gap = self.values.get("column-gap", "0") if self.begun > 1 and not self.stacks else "0"
        self.across += extent(gap, 16.0, whole)
        begins = self.across
        self.across += max(extent(each, 16.0, whole) for each in ("0", *self._widths(child)))
        return begins >= whole

    def _widths(self, child: Mapping[str, str]) -> tuple[str, ...]:
        """The widths under which a child on a line does not shrink."""
        get = self.values.get
        if self.is_grid:
            return (get("grid-auto-columns", "0"),) if "column" in get("grid-auto-flow", "") else ()
        if child.get("display", "").startswith("inline-") and get("white-space") == "nowrap":
            return (child.get("width", "0"),)
        if self.stacks or get("flex-wrap", "nowrap") != "nowrap":
            return ()
        grow, shrink, basis, *_ = *child.get("flex", "").split(), "", "", ""
        rigid = grow == "none" or "0" in {shrink, child.get("flex-shrink")}
        basis = child.get("flex-basis", basis)
        basis = child.get("width", "0") if basis in {"", "auto"} else basis
        return child.get("min-width", "0"), basis if rigid else "0"

    def overlaps(self, child: Mapping[str, str]) -> bool:
        """Whether a child is placed where another one was before."""
        place = _place(child)
        if not self.is_grid or any(_FREE.fullmatch(line) for line in place):
            return False
        again = place in self.placed
        self.placed.add(place)
        return again

    def parts(self, child: Mapping[str, str]) -> bool:
        """Whether a child does not stand where it is written, among its siblings."""
        if "reverse" in self.values.get("flex-direction", ""):
            return True
        if child.get("order", "0") not in {"0", "initial"}:
            return True
        return self.is_grid and not all(_FREE.fullmatch(line) for line in _place(child))


def column(child: Mapping[str, str]) -> str:
    """The column of a grid that a child names."""
    return _place(child)[1]


def _place(child: Mapping[str, str]) -> tuple[str, str]:
    """The row and the column at which a child begins, or the name of its area for both."""
    lines = [part.strip() for part in child.get("grid-area", "").split("/")]
    row, start = (lines[0], lines[1] if len(lines) > 1 else lines[0])
    if row.isdecimal() and len(lines) < len(_AREA):
        start = ""
    own = [child.get(name, "").partition("/")[0].strip() for name in _AREA]
    return own[0] or row, own[1] or start
