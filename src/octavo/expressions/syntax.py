"""Tags as steps of a program: parsed by Jinja, held against what a template may say."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from jinja2 import TemplateSyntaxError, nodes
from msgspec import Struct

from octavo.expressions.fault import LIMIT, SYNTAX, Fault
from octavo.expressions.parse import TagError, parse_expression, parse_statement, parse_test
from octavo.expressions.scan import KINDS, Kind, words_of

if TYPE_CHECKING:
    from octavo.expressions.scan import Tag

Opening = nodes.For | nodes.With | nodes.AssignBlock | nodes.If
_CLOSING: Final = {"for": "endfor", "with": "endwith", "set": "endset"}


class Print(Struct, frozen=True):
    """Print an expression."""

    mark: int
    expression: nodes.Expr
    asks_loop: bool = False


class Open(Struct, frozen=True):
    """Open a block; ``node`` is its statement, still empty."""

    mark: int
    word: str
    node: Opening
    asks_loop: bool = False


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


class Assign(Struct, frozen=True):
    """Give a value a name."""

    mark: int
    node: nodes.Assign
    asks_loop: bool = False


class Capture(Struct, frozen=True):
    """Hold back the output from here to the matching Release."""

    mark: int


class Release(Struct, frozen=True):
    """Hand what was held back to the engine, and go on with what it returns."""

    mark: int


Step = Print | Open | Branch | Close | Assign | Capture | Release


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
        raise TagError(Fault(SYNTAX, words_of(error))) from None
    except ValueError as error:
        raise TagError(Fault(SYNTAX, f"it cannot be read: {error}")) from None
    except RecursionError:
        raise TagError(Fault(LIMIT, "the expression is nested too deeply")) from None


def read_expression(source: str, mark: int) -> Print:
    """The step that prints an expression.

    Raises:
        TagError: The expression breaks rules.
    """
    return Print(mark, parse_expression(source), "loop" in source)


def _read(tag: Tag, mark: int) -> Step:
    asks_loop = "loop" in tag.body
    match tag.kind:
        case Kind.VALUE:
            return Print(mark, parse_expression(tag.body), asks_loop)
        case Kind.OPEN:
            return Open(mark, tag.word, _opening(tag), asks_loop)
        case Kind.BRANCH:
            return Branch(mark, tag.word, _condition(tag), asks_loop)
        case Kind.CLOSE:
            _only_the_word(tag)
            return Close(mark, tag.word)
        case _ if tag.word == "set":
            statement = parse_statement(tag.body)  # of a block, Jinja would miss the end
            return Assign(mark, cast("nodes.Assign", statement), asks_loop)
        case _:
            return read_expression(tag.body.removeprefix(tag.word), mark)


def _opening(tag: Tag) -> Opening:
    if tag.word == "if":
        return nodes.If(parse_test(tag.body.removeprefix("if")), [], [], [])
    return cast("Opening", parse_statement(tag.body, _CLOSING[tag.word]))


def _condition(tag: Tag) -> nodes.Expr | None:
    if tag.word == "elif":
        return parse_test(tag.body.removeprefix("elif"))
    _only_the_word(tag)
    return None


def _only_the_word(tag: Tag) -> None:
    if tag.body != tag.word:
        hint = f"write “{{% {tag.word} %}}”"
        raise TagError(Fault(SYNTAX, f"nothing can follow “{tag.word}”", hint))
