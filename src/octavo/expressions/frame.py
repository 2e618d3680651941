"""One rendering: its data, its names, its output, what it may still spend."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from itertools import chain
from typing import Final, Literal, TypedDict

from msgspec import Struct

from octavo.expressions.context import RenderContext
from octavo.expressions.environment import MissingNameError, Sandbox
from octavo.expressions.fault import LIMIT, LIMITS, UNDEFINED, VALUE, Fault, FaultError, exceeded
from octavo.expressions.reasons import in_words
from octavo.suggest import did_you_mean

Write = Callable[[object, int], str]
Keep = Callable[[list[str], int], list[str]]


_FAULT: Final = 20
"""Steps of noting a fault."""
_SPENT: Final = Fault(
    LIMIT,
    "the template asks for more work than a rendering may take",
    "loop over less, or let the program that fills it grant more work",
)


class OnMissing(StrEnum):
    """What becomes of a name that the data does not have."""

    ERROR = "error"
    EMPTY = "empty"
    KEEP = "keep"


class Writer(Struct, frozen=True):
    """What an engine does with what a rendering gives it.

    Attributes:
        write: Turns a value at a mark into text of the output.
        keep: Takes a captured piece of the output, returns what stands in its place.
        source: The tag at a mark, as its author typed it.
        plain: The marks at which a text without special characters is written as it is.
    """

    write: Write
    keep: Keep
    source: Callable[[int], str] = str
    plain: frozenset[int] = frozenset()


class Options(TypedDict, total=False):
    """The fields of a Manner, as a program names them."""

    language: str
    missing: OnMissing | Literal["error", "empty", "keep"]
    work: int


class Manner(Struct, frozen=True):
    """How a rendering goes about it.

    Attributes:
        language: Of dates and numbers, as BCP 47 names it.
        missing: What becomes of a name that the data does not have.
        work: Steps that the rendering may take, some million a second.
    """

    language: str = "en"
    missing: OnMissing | Literal["error", "empty", "keep"] = OnMissing.ERROR
    work: int = LIMITS.work


class RunError(Exception):
    """A rendering failed; ``faults`` are all that were found, each with the mark of its tag."""

    def __init__(self, faults: tuple[tuple[int, Fault], ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.message for _, fault in faults))


class Frame:
    """The state of one rendering; its stories share what it may spend, not their names.

    Attributes:
        data: What the template is filled with.
        names: What the template itself has named, where the rendering stands now.
        out: The output so far.
        write: Turns a value at a mark into text of the output.
        keep: Takes a captured piece of the output, returns what stands in its place.
        source: The tag at a mark, as its author typed it.
        sandbox: The filters, tests and functions there are.
        context: What filters are given.
        missing: What becomes of a name that the data does not have.
        work: Steps that may still be taken.
        size: Characters of the output so far.
        plain: The marks at which a text without special characters is written as it is.
        faults: The faults so far, the first at each mark.
        missed: The missing names that were passed over, the first at each mark.
        noted: How many faults there were, those at one mark each time.
        depth: How many macros are within one another.
    """

    __slots__ = (
        *(
            *("context", "data", "depth", "faults", "keep", "missed", "missing", "names"),
            *("plain", "size"),
        ),
        *("noted", "out", "sandbox", "source", "work", "write"),
    )

    def __init__(
        self, sandbox: Sandbox, data: Mapping[str, object], writer: Writer, manner: Manner
    ) -> None:
        self.sandbox = sandbox
        self.data = data
        self.names: dict[str, object] = {}
        self.out: list[str] = []
        self.write = writer.write
        self.keep = writer.keep
        self.source = writer.source
        self.plain = writer.plain
        self.context = RenderContext(sandbox, {}, None, {})
        self.context.language = manner.language
        self.context.spend = self.spend
        self.missing = OnMissing(manner.missing)
        self.work = manner.work
        self.faults: dict[int, Fault] = {}
        self.missed: dict[int, Fault] = {}
        self.noted = 0
        self.depth = 0
        self.size = 0

    def spend(self, steps: int) -> None:
        """Count steps of work.

        Raises:
            FaultError: There were too many.
        """
        self.work -= steps
        if self.work < 0:
            raise FaultError(_SPENT)

    def grow(self, size: int, steps: int = 0) -> int:
        """Count characters of output, and steps; return 0, which are then left to count.

        Raises:
            FaultError: There were too many.
        """
        self.size += size
        self.spend(steps)
        if self.size > LIMITS.output:
            raise exceeded(f"the output is longer than {LIMITS.output:,} characters")
        return 0

    def settle(self, mark: int, size: int, steps: int) -> None:
        """Count what a line has taken; too much is a fault at its last tag.

        Raises:
            RunError: It was too much.
        """
        self.size += size
        self.work -= steps
        if self.work < 0 or self.size > LIMITS.output:
            try:
                self.grow(0)
            except FaultError as error:
                self.note(mark, error)

    def note(self, mark: int, error: Exception) -> bool:
        """Note a fault, and go on without what its tag would have written.

        Returns:
            Whether a name is missing that may be missing.

        Raises:
            RunError: There are enough of them, or a limit is exceeded.
        """
        if isinstance(error, RunError):
            raise error
        self.work -= _FAULT
        if isinstance(error, MissingNameError) and self.work >= 0:
            known = self.faults if self.missing is OnMissing.ERROR else self.missed
            if mark not in known:  # what was meant takes long to find
                known[mark] = self._fault(error)
            if known is self.missed:
                return True
            fault = known[mark]
        else:
            fault = self._fault(error) if self.work >= 0 else _SPENT
            self.faults.setdefault(mark, fault)
        self.noted += 1
        if fault.rule == LIMIT or len(self.faults) >= LIMITS.faults:
            raise RunError(self.found) from error
        return False

    @property
    def found(self) -> tuple[tuple[int, Fault], ...]:
        """The faults in the order of their marks."""
        return tuple(sorted(self.faults.items()))

    def _fault(self, error: Exception) -> Fault:
        match error:
            case FaultError(fault=fault):
                return fault
            case MissingNameError():
                hint = error.hint
                if error.is_root:
                    hint = did_you_mean(error.name, chain(self.names, map(str, self.data)))
                return Fault(UNDEFINED, str(error), hint)
            case RecursionError() | MemoryError():
                return Fault(LIMIT, "it cannot be worked out within the limits")
            case _:
                return Fault(VALUE, f"it cannot be worked out: {in_words(error)}")
