"""A compiled story: compiled once, run as often as wanted, from any thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sized
from itertools import islice
from typing import TYPE_CHECKING, Final

from jinja2 import Template, Undefined, pass_context

from bluf.expressions.assemble import JOIN, KEEP, TURNS, WRITE, assemble
from bluf.expressions.describe import describe, text_of
from bluf.expressions.environment import MissingNameError, RenderContext, joined
from bluf.expressions.fault import LIMIT, UNDEFINED, VALUE, Fault, FaultError, exceeded, unfit
from bluf.expressions.limits import LIMITS
from bluf.expressions.names import asks, names_at
from bluf.expressions.syntax import SANDBOX
from bluf.suggest import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from types import TracebackType

    from jinja2.runtime import Context

    from bluf.expressions.assemble import Item
    from bluf.expressions.names import Ask

_FILE: Final = "<template>"
_BATCH: Final = 4_096

Write = Callable[[object, int], str]
Keep = Callable[[str, int], str]


class RunError(Exception):
    """A rendering failed; ``faults`` are all that were found, each with the mark of its tag."""

    def __init__(self, faults: tuple[tuple[int, Fault], ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.message for _, fault in faults))


def _no_keep(text: str, mark: int) -> str:
    del mark
    return text


class Code:
    """The items of one story as a program."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = tuple(items)
        self._template = _compile(self._items, frozenset())

    @property
    def asks(self) -> tuple[Ask, ...]:
        """What the story asks of the data, in order."""
        return asks(assemble(self._items))

    def run(
        self,
        data: Mapping[str, object],
        write: Write,
        keep: Keep = _no_keep,
        language: str = "en",
    ) -> str:
        """The text of the story; ``write`` turns each value at its mark into text.

        Raises:
            RunError: Expressions cannot be worked out with this data.
        """
        try:
            return _run(self._template, data, write, keep, language)
        except Exception as error:  # noqa: BLE001 — any fault of a value is a fault at a tag
            first = self._fault_at(error, self._template, data)
        raise RunError(self._faults(first, data, (write, keep, language)))

    def _faults(
        self,
        first: tuple[int, Fault],
        data: Mapping[str, object],
        how: tuple[Write, Keep, str],
    ) -> tuple[tuple[int, Fault], ...]:
        """The faults behind the first one: those that show when its tag is muted, and so on."""
        faults = dict([first])
        while len(faults) < LIMITS.faults and first[1].rule != LIMIT:
            template = _compile(self._items, frozenset(faults))
            try:
                _run(template, data, *how)
            except Exception as error:  # noqa: BLE001 — as in run
                first = self._fault_at(error, template, data)
                if first[0] in faults:
                    break
                faults.update([first])
            else:
                break
        return tuple(sorted(faults.items()))

    def _fault_at(
        self, error: Exception, template: Template, data: Mapping[str, object]
    ) -> tuple[int, Fault]:
        mark = _mark(error.__traceback__, template)
        match error:
            case FaultError(fault=fault):
                return mark, fault
            case MissingNameError():
                hint = error.hint
                if error.is_root:
                    local = names_at(assemble(self._items), mark)
                    hint = did_you_mean(error.name, [*map(str, data), *local])
                return mark, Fault(UNDEFINED, str(error), hint)
            case RecursionError() | MemoryError():
                return mark, Fault(LIMIT, "it cannot be worked out within the limits")
            case _:
                return mark, Fault(VALUE, f"it cannot be worked out: {error}")


def _compile(items: tuple[Item, ...], muted: frozenset[int]) -> Template:
    code = SANDBOX.compile(assemble(items, muted), filename=_FILE)
    return Template.from_code(SANDBOX, code, {})


def _run(
    template: Template, data: Mapping[str, object], write: Write, keep: Keep, language: str
) -> str:
    context = RenderContext(SANDBOX, data, None, template.blocks)  # type: ignore[arg-type]  # only read
    context.write, context.keep, context.language = write, keep, language
    pieces: list[str] = []
    size = 0
    stream: Iterator[str] = template.root_render_func(context)
    while batch := list(islice(stream, _BATCH)):
        size += sum(map(len, batch))
        if size > LIMITS.output:
            raise exceeded(f"the output is longer than {LIMITS.output:,} characters")
        pieces += batch
    return "".join(pieces)


def _mark(traceback: TracebackType | None, template: Template) -> int:
    """The mark of the tag that was at work: the innermost frame of the template says it."""
    line = 0
    while traceback is not None:
        if traceback.tb_frame.f_code.co_filename == _FILE:
            line = traceback.tb_lineno
        traceback = traceback.tb_next
    return template.get_corresponding_lineno(line) - 1


@pass_context
def _write(context: Context, value: object, mark: int) -> str:
    return context.write(value, mark)  # type: ignore[attr-defined, no-any-return]  # a RenderContext


@pass_context
def _keep(context: Context, text: str, mark: int) -> str:
    return context.keep(text, mark)  # type: ignore[attr-defined, no-any-return]  # a RenderContext


@pass_context
def _turns(context: Context, value: object, mark: int) -> object:
    """What a loop runs over, once its turns are counted."""
    del mark
    if value is None:
        return ()
    if isinstance(value, Undefined):
        return list(value)
    if isinstance(value, str) or not isinstance(value, Iterable):
        raise unfit(f"the loop needs a list, not {describe(value)}")
    items = value if isinstance(value, Sized) else list(islice(value, LIMITS.items + 1))
    context.spend(len(items))  # type: ignore[attr-defined]  # a RenderContext
    return items


def _join(parts: Iterable[object]) -> str:
    return joined(text_of(part) for part in parts)


SANDBOX.filters.update({WRITE: _write, KEEP: _keep, TURNS: _turns, JOIN: _join})
