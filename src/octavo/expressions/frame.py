"""One rendering of a story: its data, its names, its output, what it has spent."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from octavo.expressions.environment import MissingNameError
from octavo.expressions.fault import LIMIT, UNDEFINED, VALUE, Fault, FaultError, exceeded
from octavo.expressions.limits import LIMITS
from octavo.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.runtime import Context

Write = Callable[[object, int], str]
Keep = Callable[[list[str], int], list[str]]


class RunError(Exception):
    """A rendering failed; ``faults`` are all that were found, each with the mark of its tag."""

    def __init__(self, faults: tuple[tuple[int, Fault], ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.message for _, fault in faults))


class Frame:
    """The state of one rendering.

    Attributes:
        data: What the template is filled with.
        names: What the template itself has named, where the rendering stands now.
        out: The output so far.
        write: Turns a value at a mark into text of the output.
        keep: Takes a captured piece of the output, returns what stands in its place.
        context: What filters of Jinja's are given.
        faults: The faults so far, the first at each mark.
        noted: How many there were, those at one mark each time.
    """

    __slots__ = (
        "_size",
        "_turns",
        "context",
        "data",
        "faults",
        "keep",
        "names",
        "noted",
        "out",
        "write",
    )

    def __init__(
        self, data: Mapping[str, object], write: Write, keep: Keep, context: Context
    ) -> None:
        self.data = data
        self.names: dict[str, object] = {}
        self.out: list[str] = []
        self.write = write
        self.keep = keep
        self.context = context
        self.faults: dict[int, Fault] = {}
        self.noted = 0
        self._turns = 0
        self._size = 0

    def spend(self, turns: int, size: int) -> None:
        """Count turns of a loop and characters of output.

        Raises:
            FaultError: There were too many.
        """
        self._turns += turns
        self._size += size
        if self._turns > LIMITS.items:
            raise exceeded(f"the loops of the template turn more than {LIMITS.items:,} times")
        if self._size > LIMITS.output:
            raise exceeded(f"the output is longer than {LIMITS.output:,} characters")

    def note(self, mark: int, error: Exception) -> None:
        """Note a fault, and go on without what its tag would have written.

        Raises:
            RunError: There are enough of them, or a limit is exceeded.
        """
        fault = self._fault(error)
        self.noted += 1
        self.faults.setdefault(mark, fault)
        if fault.rule == LIMIT or len(self.faults) >= LIMITS.faults:
            raise RunError(self.found) from error

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
                    hint = did_you_mean(error.name, [*map(str, self.data), *self.names])
                return Fault(UNDEFINED, str(error), hint)
            case RecursionError() | MemoryError():
                return Fault(LIMIT, "it cannot be worked out within the limits")
            case _:
                return Fault(VALUE, f"it cannot be worked out: {error}")
