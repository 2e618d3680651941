"""A walk through a story that knows within which blocks each element stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct

from octavo.expressions import SYNTAX, Branch, Close, Fault, Open
from octavo.word.elements import FIELD_CHARACTER, FIELD_CHARACTER_TYPE

if TYPE_CHECKING:
    from octavo.word.draft import Draft


class OpenBlock(Struct, frozen=True):
    """A block around an element: the mark that opens it, and in which of its branches it is.

    A macro counts as a loop: what it holds is written as often as it is called.
    """

    mark: int
    branch: int
    is_loop: bool


Path = tuple[OpenBlock, ...]


def walk(story: Draft, *tags: str) -> Iterator[tuple[etree._Element, Path]]:
    """Elements of some kinds in order, each with the blocks around it from the outermost in."""
    path: Path = ()
    if next(story.root.iter(*tags), None) is None:
        return
    for element in story.root.iter(etree.ProcessingInstruction, *tags):
        if isinstance(element.tag, str):
            yield element, path
        else:
            path = _after(path, story, element)


def loops(path: Path) -> list[int]:
    """The marks of the loops on a path, from the outermost in."""
    return [block.mark for block in path if block.is_loop]


def _after(path: Path, story: Draft, anchor: etree._Element) -> Path:
    match story.steps.get(story.mark_of(anchor)):
        case Open(mark, word):
            return (*path, OpenBlock(mark, 0, word in {"for", "macro"}))
        case Branch() if path:
            last = path[-1]
            return (*path[:-1], OpenBlock(last.mark, last.branch + 1, last.is_loop))
        case Close():
            return path[:-1]
        case _:
            return path


def check_fields(story: Draft) -> None:
    """A field begins and ends within the same blocks, else a part of it could be left out."""
    open_paths: list[Path] = []
    for element, path in walk(story, FIELD_CHARACTER):
        kind = element.get(FIELD_CHARACTER_TYPE)
        if kind == "begin":
            open_paths.append(path)
        elif open_paths and open_paths[-1] != path:
            block = next(iter({*path} ^ {*open_paths[-1]}))
            hint = "put the whole field within the block, or without"
            fault = Fault(SYNTAX, "the block cuts a field of Word's in two", hint)
            story.register.refuse(block.mark, fault)
            return
        elif kind == "end" and open_paths:
            open_paths.pop()
