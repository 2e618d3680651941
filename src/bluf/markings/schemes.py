"""The schemes that hold: those of a project's own first, then the shipped ones."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path

from msgspec import Struct, ValidationError, convert

from bluf.markings.clearance import Clearance
from bluf.markings.combining import combined
from bluf.markings.reading import banner, portion, read
from bluf.markings.scheme import Marking, Scheme
from bluf.rules import finding
from octavo.finding import FindingsError
from octavo.location import FileLocation

_SHIPPED = Path(__file__).parent / "shipped"
_ORDER = ("us", "uk", "eu", "nato", "tlp", "fr", "rs", "rs-cyrl", "four-levels")
"""The shipped schemes; a label that several have is read by the first."""

_MOST_KNOWN = 512


class Schemes(Struct, frozen=True, dict=True):
    """Schemes, of which the first that fits reads a marking."""

    each: tuple[Scheme, ...]

    def scheme_of(self, labels: Iterable[str]) -> Scheme | None:
        """The scheme that reads all of some labels; of several, the one that knows them best."""
        given = tuple(label for label in labels if label)
        if given not in self._known:
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[given] = self._fitting(given)
        return self._known[given]

    @cached_property
    def _known(self) -> dict[tuple[str, ...], Scheme | None]:
        """The schemes of labels that were asked for before: a thousand briefs have a few."""
        return {}

    def _fitting(self, given: Sequence[str]) -> Scheme | None:
        fitting = {
            at: sum(len(found.unknown) for found in read_ if found)
            for at, scheme in enumerate(self.each)
            if all(read_ := [read(label, scheme) for label in given])
        }
        return self.each[min(fitting, key=lambda at: (fitting[at], at))] if fitting else None

    def reader(self, labels: Iterable[str]) -> Callable[[str], Marking | None]:
        """Reads labels by the scheme that reads all of them; else each by its own."""
        scheme = self.scheme_of(labels)
        return self.read if scheme is None else lambda label: read(label, scheme)

    def read(self, label: str) -> Marking | None:
        """The marking that a label is by itself; None where no scheme knows it."""
        scheme = self.scheme_of([label])
        return read(label, scheme) if scheme else None

    def weight(self, label: str) -> int:
        """How weighty a label is: 0 for what is open, 1 for what is not, 2 for secrets."""
        marking = self.read(label) if label else None
        return marking.weight if marking else int(bool(label))

    def portion(self, label: str, scheme: Scheme | None = None) -> str:
        """A label as it stands before a portion: “(S//NF)”; empty where there is none."""
        marking = read(label, scheme) if scheme else self.read(label)
        text = portion(marking) if marking else label
        return f"({text})" if text else ""

    def banner(self, labels: Iterable[str]) -> str | None:
        """The banner that portions with these labels come to; None where no scheme reads all."""
        given = [label for label in labels if label]
        scheme = self.scheme_of(given) if given else None
        if scheme is None:
            return None
        return banner(combined([found for label in given if (found := read(label, scheme))]))

    def may_see(self, clearance: Clearance, label: str, scheme: Scheme | None = None) -> bool:
        """Whether an audience may see what has a label; what has none is hidden from it."""
        marking = read(label, scheme) if scheme else self.read(label)
        return clearance.may_see(marking) if marking else clearance.may_see_label(label)


def schemes(own: Path | None = None) -> Schemes:
    """The schemes that hold.

    Args:
        own: A folder with schemes of one's own, a TOML file each.

    Raises:
        FindingsError: One of them is faulty.
    """
    files = sorted(own.glob("*.toml")) if own is not None else []
    return Schemes((*map(_own, files), *_shipped())) if files else _without_own()


@cache
def _without_own() -> Schemes:
    return Schemes(_shipped())


@cache
def _shipped() -> tuple[Scheme, ...]:
    return tuple(
        convert(tomllib.loads((_SHIPPED / f"{name}.toml").read_text(encoding="utf-8")), Scheme)
        for name in _ORDER
    )


def _own(path: Path) -> Scheme:
    """A scheme of one's own; it is read each time, since it may be edited while we run."""
    try:
        return convert(tomllib.loads(path.read_text(encoding="utf-8")), Scheme)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        message = f"it cannot be read: {error}"
        fault = finding("data-syntax", message, _at(path), _HINT)
    except ValidationError as error:
        message = f"this is not a scheme: {error}"
        fault = finding("bad-value", message, _at(path), _HINT)
    raise FindingsError([fault])


_HINT = "write it as docs/markings.md shows"


def _at(path: Path) -> FileLocation:
    return FileLocation(path.as_posix())
