"""Macros: pieces of a template that it calls by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from octavo.expressions.describe import text_of
from octavo.expressions.fault import LIMITS, exceeded, unfit
from octavo.expressions.frame import Frame
from octavo.shortening import plural


class Markup:
    """A piece of the output that a macro gives, in pieces; it is no text."""

    is_opaque = True

    def __init__(self, pieces: list[str], name: str) -> None:
        self.pieces = pieces
        self._name = name

    def __str__(self) -> str:
        """Nothing but a place for whole paragraphs can take it.

        Raises:
            FaultError: Always.
        """
        message = f"the macro “{self._name}” gives whole paragraphs, and stands within one"
        raise unfit(message, "call it in a paragraph of its own, with nothing beside the call")


class Macro:
    """A macro as its template has defined it; what it gives is text, or a piece of the output."""

    is_opaque = True

    def __init__(
        self,
        name: str,
        parameters: Sequence[tuple[str, Callable[[Frame], object] | None]],
        body: Callable[[Frame], object],
        frame: Frame,
        *,
        is_markup: bool = False,
    ) -> None:
        self._name = name
        self._parameters = parameters
        self._body = body
        self._frame = frame
        self._names = frame.names
        self._is_markup = is_markup

    def __call__(self, *args: object, **kwargs: object) -> str | Markup:
        """What the macro gives with these arguments.

        Raises:
            FaultError: The arguments do not fit, or macros call one another too deep.
        """
        frame = self._frame
        if frame.depth >= LIMITS.macros:
            raise exceeded(f"macros call one another more than {LIMITS.macros} deep")
        names = {**self._names, **self._bound(args, dict(kwargs))}
        outer = frame.names, frame.out, frame.write
        frame.names, frame.out = names, []
        if not self._is_markup:
            frame.write = text_at
        frame.depth += 1
        try:
            self._body(frame)
            return Markup(frame.out, self._name) if self._is_markup else "".join(frame.out)
        finally:
            frame.names, frame.out, frame.write = outer
            frame.depth -= 1

    def _bound(self, args: tuple[object, ...], named: dict[str, object]) -> dict[str, object]:
        if len(args) > len(self._parameters):
            takes = plural(len(self._parameters), "argument")
            raise unfit(f"“{self._name}” takes {takes}, not {len(args)}")
        found: dict[str, object] = {}
        for index, (name, default) in enumerate(self._parameters):
            if index < len(args):
                found[name] = args[index]
            elif name in named:
                found[name] = named.pop(name)
            elif default is not None:
                found[name] = default(self._frame)
            else:
                raise unfit(f"“{self._name}” is called without its “{name}”")
        if named:
            raise unfit(f"“{self._name}” knows no “{next(iter(named))}”")
        return found


def text_at(value: object, _mark: int) -> str:
    """A value as text, where it is not yet what the engine makes of it."""
    return text_of(value)
