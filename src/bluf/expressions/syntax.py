"""Tags as steps of a program: parsed by Jinja, held against what a template may say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from jinja2 import TemplateSyntaxError, nodes

from bluf.expressions.allow import check
from bluf.expressions.environment import Sandbox
from bluf.expressions.fault import LIMIT, SYNTAX, Fault
from bluf.expressions.scan import KINDS, Kind, words_of

if TYPE_CHECKING:
    from bluf.expressions.scan import Tag

_Node = TypeVar("_Node", bound=nodes.Node)

SANDBOX: Final = Sandbox()
_CLOSING: Final = {"if": "endif", "for": "endfor", "with": "endwith", "set": "endset"}


@dataclass(frozen=True, slots=True)
class Print:
    """Print an expression."""

    mark: int
    expression: nodes.Expr


@dataclass(frozen=True, slots=True)
class Open:
    """Open a block; ``node`` is its statement, still empty."""

    mark: int
    word: str
    node: nodes.Stmt


@dataclass(frozen=True, slots=True)
class Branch:
    """Begin another branch of the innermost block; ``else`` has no test."""

    mark: int
    word: str
    test: nodes.Expr | None


@dataclass(frozen=True, slots=True)
class Close:
    """Close the innermost block."""

    mark: int
    word: str


@dataclass(frozen=True, slots=True)
class Assign:
    """Give a value a name."""

    mark: int
    node: nodes.Stmt


@dataclass(frozen=True, slots=True)
class Capture:
    """Hold back the output from here to the matching Release."""

    mark: int


@dataclass(frozen=True, slots=True)
class Release:
    """Hand what was held back to the engine, and go on with what it returns."""

    mark: int


Step = Print | Open | Branch | Close | Assign | Capture | Release


class TagError(Exception):
    """A tag that says what a template must not say, or nothing sensible."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        self.faults = faults
        super().__init__("; ".join(fault.message for fault in faults))


def stand_in(word: str, mark: int) -> Step | None:
    """A step in place of a tag that cannot be read, so that its partners still find it."""
    match KINDS.get(word):
        case Kind.OPEN:
            return Open(mark, word, nodes.If(nodes.Const(None), [], [], []))
        case Kind.BRANCH:
            return Branch(mark, word, None if word == "else" else nodes.Const(None))
        case Kind.CLOSE:
            return Close(mark, word)
        case _:
            return None


def read(tag: Tag, mark: int) -> Step:
    """The step that a tag stands for; ``mark`` is the number that faults name it by.

    ``cellbg`` and ``colspan`` print the expression behind the word.

    Raises:
        TagError: The tag breaks rules; carries all its faults.
    """
    try:
        return _read(tag, mark)
    except TemplateSyntaxError as error:
        raise TagError((Fault(SYNTAX, words_of(error)),)) from None
    except ValueError as error:
        raise TagError((Fault(SYNTAX, f"it cannot be read: {error}"),)) from None
    except RecursionError:
        raise TagError((Fault(LIMIT, "the expression is nested too deeply"),)) from None


def read_expression(source: str, mark: int) -> Print:
    """The step that prints an expression.

    Raises:
        TagError: The expression breaks rules.
    """
    return _print(source, mark)


def _read(tag: Tag, mark: int) -> Step:
    match tag.kind:
        case Kind.VALUE:
            return _print(tag.body, mark)
        case Kind.OPEN:
            closing = _CLOSING[tag.word]
            return Open(mark, tag.word, _statement(f"{{% {tag.body} %}}{{% {closing} %}}", mark))
        case Kind.BRANCH:
            return Branch(mark, tag.word, _condition(tag, mark))
        case Kind.CLOSE:
            _only_the_word(tag)
            return Close(mark, tag.word)
        case _ if tag.word == "set":
            return Assign(mark, _statement(f"{{% {tag.body} %}}", mark))
        case _:
            return _print(tag.body.removeprefix(tag.word), mark)


def _condition(tag: Tag, mark: int) -> nodes.Expr | None:
    if tag.word == "elif":
        return _test(tag.body.removeprefix("elif"), mark)
    _only_the_word(tag)
    return None


def _only_the_word(tag: Tag) -> None:
    if tag.body != tag.word:
        fault = Fault(SYNTAX, f"nothing can follow “{tag.word}”", f"write “{{% {tag.word} %}}”")
        raise TagError((fault,))


def _print(source: str, mark: int) -> Print:
    if not source.strip():
        raise TagError((Fault(SYNTAX, "the tag is empty", "name what it should print"),))
    match SANDBOX.parse("{{ " + source + " }}").body:
        case [nodes.Output(nodes=[nodes.Expr() as expression])]:
            return Print(mark, _checked(expression, mark))
        case _:
            raise TagError((Fault(SYNTAX, "it is no single expression"),))


def _test(source: str, mark: int) -> nodes.Expr:
    match _statement("{% if " + source + " %}{% endif %}", mark):
        case nodes.If(test=nodes.Expr() as test):
            return test
        case _:
            raise TagError((Fault(SYNTAX, "it is no condition"),))


def _statement(source: str, mark: int) -> nodes.Stmt:
    match SANDBOX.parse(source).body:
        case [nodes.For(recursive=True)]:
            raise TagError((Fault(SYNTAX, "a loop cannot be recursive here"),))
        case [nodes.AssignBlock(filter=nodes.Filter())]:
            hint = "give the block a name, then filter what prints it"
            raise TagError((Fault(SYNTAX, "a set block takes no filter here", hint),))
        case [nodes.Stmt() as statement]:
            return _checked(statement, mark)
        case _:
            raise TagError((Fault(SYNTAX, "it is no single statement"),))


def _checked(node: _Node, mark: int) -> _Node:
    faults = check(node, SANDBOX)
    if faults:
        raise TagError(faults)
    node.set_lineno(line_of(mark), override=True)
    return node


def line_of(mark: int) -> int:
    """The line number that stands for a mark in Jinja's nodes and in its tracebacks."""
    return mark + 1
