"""Tags as steps of a program and in blocks: parsed by Jinja, held against what may be said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Final, cast

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct, field

from octavo.expressions.environment import Sandbox
from octavo.expressions.fault import LIMIT, LIMITS, SYNTAX, UNSAFE, Fault
from octavo.expressions.hints import function_hint, words_hint
from octavo.expressions.including import not_here
from octavo.expressions.parse import (
    REMEMBERED,
    SANDBOX,
    TagError,
    parse_expression,
    parse_statement,
    parse_test,
)
from octavo.expressions.scan import KINDS, Kind, Tag, words_of
from octavo.suggest import did_you_mean

Opening = nodes.For | nodes.With | nodes.AssignBlock | nodes.If | nodes.FilterBlock | nodes.Macro


class Print(Struct, frozen=True):
    """Print an expression."""

    mark: int
    expression: nodes.Expr
    asks_loop: bool


class BlockEdge(Struct, frozen=True):
    """Where the frame around a value begins, or ends; what it holds goes where it is not needed."""

    mark: int


class Open(Struct, frozen=True):
    """Open a block; ``node`` is its statement, still empty.

    ``is_markup`` says of a macro that it gives a piece of the output, not a text.
    """

    mark: int
    word: str
    node: Opening
    asks_loop: bool = False
    is_markup: bool = False


class Branch(Struct, frozen=True):
    """Begin another branch of the innermost block; ``else`` has no test."""

    mark: int
    word: str
    test: nodes.Expr | None
    asks_loop: bool = False


class Close(Struct, frozen=True):
    """Close the innermost block."""

    mark: int
    word: str


class Jump(Struct, frozen=True):
    """End a turn of the innermost loop, or with ``break`` all of them."""

    mark: int
    word: str


class Assign(Struct, frozen=True):
    """Give a value a name."""

    mark: int
    node: nodes.Assign
    asks_loop: bool


class Capture(Struct, frozen=True):
    """Hold back the output from here to the matching Release."""

    mark: int


class Release(Struct, frozen=True):
    """Hand what was held back to the engine, and go on with what it returns."""

    mark: int


Step = Print | BlockEdge | Open | Branch | Close | Jump | Assign | Capture | Release


def stand_in(word: str, source: str, mark: int) -> Step | None:
    """A step in place of a tag that cannot be read, so that its partners still find it.

    A ``set`` that gives a value has no partner.
    """
    if word == "set" and "=" in source:
        return None
    match KINDS.get(word):
        case Kind.OPEN:
            return Open(mark, word, nodes.If(nodes.Const(None), [], [], []))
        case Kind.BRANCH:
            return Branch(mark, word, None if word == "else" else nodes.Const(None))
        case Kind.CLOSE:
            return Close(mark, word)
        case Kind.JUMP:
            return Jump(mark, word)
        case _:
            return None


def read(tag: Tag, mark: int, sandbox: Sandbox = SANDBOX) -> Step:
    """The step that a tag stands for; ``mark`` is the number that faults name it by.

    ``cellbg`` and ``colspan`` print the expression behind the word.

    Raises:
        TagError: The tag breaks rules; carries all its faults.
    """
    try:
        return _maker(tag.kind, tag.word, tag.body, sandbox)(mark)
    except TemplateSyntaxError as error:
        raise TagError(Fault(SYNTAX, words_of(error), words_hint(tag.body))) from None
    except ValueError as error:
        raise TagError(Fault(SYNTAX, f"it cannot be read: {error}")) from None
    except RecursionError:
        raise TagError(Fault(LIMIT, "the expression is nested too deeply")) from None


def read_expression(source: str, mark: int, sandbox: Sandbox = SANDBOX) -> Print:
    """The step that prints an expression.

    Raises:
        TagError: The expression breaks rules.
    """
    return _printing(source, sandbox)(mark)


@lru_cache(maxsize=REMEMBERED)
def _maker(kind: Kind, word: str, body: str, sandbox: Sandbox) -> Callable[[int], Step]:
    """What makes the step of a tag for a mark; tags that say the same share all else."""
    asks_loop = "loop" in body
    match kind:
        case Kind.VALUE:
            return _printing(body, sandbox)
        case Kind.CLOSE | Kind.JUMP:
            if not body.startswith("endmacro "):  # Jinja lets it repeat the name
                _only_the_word(word, body)
            return lambda mark: (Close if kind is Kind.CLOSE else Jump)(mark, word)
        case Kind.OPEN:
            opening = _opening(word, body, sandbox)
            return lambda mark: Open(mark, word, opening, asks_loop)
        case Kind.BRANCH:
            test = _condition(word, body, sandbox)
            return lambda mark: Branch(mark, word, test, asks_loop)
        case Kind.INCLUDE:
            raise not_here()
        case _ if word == "set":
            # of a block, Jinja would miss the end
            statement = cast("nodes.Assign", parse_statement(body, "", sandbox))
            return lambda mark: Assign(mark, statement, asks_loop)
        case _:
            return _printing(body.removeprefix(word), sandbox)


def _printing(source: str, sandbox: Sandbox) -> Callable[[int], Print]:
    expression, asks_loop = parse_expression(source, sandbox), "loop" in source
    return lambda mark: Print(mark, expression, asks_loop)


def _opening(word: str, body: str, sandbox: Sandbox) -> Opening:
    if word == "if":
        return nodes.If(parse_test(body.removeprefix("if"), sandbox), [], [], [])
    return cast("Opening", parse_statement(body, f"end{word}", sandbox))


def _condition(word: str, body: str, sandbox: Sandbox) -> nodes.Expr | None:
    if word == "elif":
        return parse_test(body.removeprefix("elif"), sandbox)
    _only_the_word(word, body)
    return None


def _only_the_word(word: str, body: str) -> None:
    if body != word:
        hint = f"write “{{% {'elif …' if body.startswith('else if') else word} %}}”"
        raise TagError(Fault(SYNTAX, f"nothing can follow “{word}”", hint))


def unknown_calls(steps: Iterable[Step], sandbox: Sandbox) -> Iterator[tuple[int, Fault]]:
    """Calls of what is neither a function nor a macro of these steps, each with its mark."""
    steps = list(steps)
    macros = {
        step.node.name
        for step in steps
        if isinstance(step, Open) and isinstance(step.node, nodes.Macro)
    }
    for step in steps:
        for name in _calls(step):
            if name not in macros and name not in sandbox.functions:
                known = [*macros, *sandbox.functions]
                hint = function_hint(name, sandbox.filters) or did_you_mean(name, known)
                message = f"it calls “{name}()”, and there is no such function or macro"
                yield step.mark, Fault(UNSAFE, message, hint)


def called_name(expression: nodes.Expr) -> str:
    """The name of the macro or function that an expression calls; empty where it is more."""
    if isinstance(expression, nodes.Call) and isinstance(expression.node, nodes.Name):
        return str(expression.node.name)
    return ""


def _calls(step: Step) -> tuple[str, ...]:
    if isinstance(step, Print):
        root: nodes.Node | None = step.expression
    elif isinstance(step, Branch):
        root = step.test
    else:
        root = step.node if isinstance(step, (Open, Assign)) else None
    if root is None:
        return ()
    found = list(root.find_all(nodes.Call))
    found += [root] if isinstance(root, nodes.Call) else []
    return tuple(call.node.name for call in found if isinstance(call.node, nodes.Name))


_BRANCHES: Final = {"if": ("elif", "else"), "for": ("else",)}


class BlockFault(Struct, frozen=True):
    """A tag that does not fit into its blocks.

    Attributes:
        mark: The tag.
        fault: What is wrong; where ``other`` is given the message goes on with its place.
        other: The tag it collides with.
    """

    mark: int
    fault: Fault
    other: int | None = None


class Blocks(Struct, frozen=True):
    """The blocks of one story.

    Attributes:
        groups: For each block the marks of its opening tag, of its branches and of the jumps out of
            it, and of its closing tag.
        faults: What does not fit.
    """

    groups: tuple[tuple[int, ...], ...]
    faults: tuple[BlockFault, ...]


def match(steps: Iterable[Step]) -> Blocks:
    """Find the tags that belong together; every tag that has no partner is a fault."""
    return _Matcher().match(steps)


class _Group(Struct):
    word: str
    marks: list[int]
    is_last: bool = False


class _Matcher(Struct):
    open: list[_Group] = field(default_factory=list)
    groups: list[tuple[int, ...]] = field(default_factory=list)
    faults: list[BlockFault] = field(default_factory=list)

    def match(self, steps: Iterable[Step]) -> Blocks:
        for step in steps:
            match step:
                case Open():
                    if not self._open(step):
                        return Blocks((), tuple(self.faults))
                case Branch():
                    self._branch(step)
                case Close():
                    self._close(step)
                case Jump():
                    self._jump(step)
                case _:
                    pass
        for group in self.open:
            self._unclosed(group)
        return Blocks(tuple(self.groups), tuple(self.faults))

    def _open(self, step: Open) -> bool:
        """Open a block; too deep a one ends the search."""
        self.open.append(_Group(step.word, [step.mark]))
        loops = sum(group.word == "for" for group in self.open)
        if len(self.open) <= LIMITS.blocks and loops <= LIMITS.loops:
            return True
        self._add(step.mark, "blocks stand too deep within one another", rule=LIMIT)
        return False

    def _branch(self, step: Branch) -> None:
        group = self.open[-1] if self.open else None
        if group is None or step.word not in _BRANCHES.get(group.word, ()):
            self._add(step.mark, f"“{step.word}” stands in no block that can have one")
        elif group.is_last:
            self._add(step.mark, "it comes after “else”, which is the last branch")
        else:
            group.marks.append(step.mark)
            group.is_last = step.word == "else"

    def _jump(self, step: Jump) -> None:
        """A jump belongs to the innermost loop, as a branch does to its condition."""
        for group in reversed(self.open):
            if group.word == "for":
                group.marks.append(step.mark)
                return
            if group.word not in {"if", "with"}:
                break
        self._add(step.mark, f"“{step.word}” stands in no loop that it could end")

    def _close(self, step: Close) -> None:
        word = step.word.removeprefix("end")
        if not any(group.word == word for group in self.open):
            self._add(step.mark, "it closes a block that was never opened")
            return
        while (group := self.open.pop()).word != word:
            self._unclosed(group, step.mark)
        self.groups.append((*group.marks, step.mark))

    def _unclosed(self, group: _Group, other: int | None = None) -> None:
        message = "the block is never closed"
        if other is not None:
            message = "the block is not closed before its surrounding one ends, in"
        hint = f"write “{{% end{group.word} %}}” where it should end"
        self._add(group.marks[0], message, hint, other=other)

    def _add(
        self,
        mark: int,
        message: str,
        hint: str = "",
        *,
        rule: str = SYNTAX,
        other: int | None = None,
    ) -> None:
        self.faults.append(BlockFault(mark, Fault(rule, message, hint), other))
