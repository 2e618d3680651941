"""A walk through a story that knows within which blocks each element stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from bluf.expressions import Branch, Close, Open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.word.draft import Draft


@dataclass(frozen=True, slots=True)
class Block:
    """A block around an element: the mark that opens it, and in which of its branches it is."""

    mark: int
    branch: int
    is_loop: bool


Path = tuple[Block, ...]


def walk(story: Draft, *tags: str) -> Iterator[tuple[etree._Element, Path]]:
    """Elements of some kinds in order, each with the blocks around it from the outermost in."""
    path: Path = ()
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
            return (*path, Block(mark, 0, word == "for"))
        case Branch():
            last = path[-1]
            return (*path[:-1], Block(last.mark, last.branch + 1, last.is_loop))
        case Close():
            return path[:-1]
        case _:
            return path
