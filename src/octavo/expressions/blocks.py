"""Blocks: which tags belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from octavo.expressions.fault import LIMIT, LIMITS, SYNTAX, Fault
from octavo.expressions.syntax import Branch, Close, Jump, Open

if TYPE_CHECKING:
    from collections.abc import Iterable

    from octavo.expressions.syntax import Step

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
