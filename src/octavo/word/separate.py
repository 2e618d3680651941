"""Two tables never become neighbours: Word would make one of them.

Where what stands between two tables may vanish, an empty paragraph takes its place. Which blocks
may come last before a table is worked out once, from the tags between them; which one did is noted
while the story is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from jinja2 import nodes
from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from octavo.expressions import Branch, Close, Jump, Open, Print, Step, called_name
from octavo.ooxml import qn, qns
from octavo.word.elements import TABLE, compact, holders
from octavo.word.rendering import Rendering
from octavo.word.runs import BlockSlot
from octavo.word.slots import DropKeeper

if TYPE_CHECKING:
    from octavo.word.draft import Draft

_BLOCKS: Final = frozenset(qns("w:p w:tbl w:sdt w:customXml w:altChunk"))
_LEFT: Final = (qn("w:numPr"), qn("w:sectPr"))
"""Properties of a paragraph that vanished which an empty one in its place does not take."""

Reached = frozenset[Any]
"""Elements of which one comes last."""
_NONE: Final[Reached] = frozenset()


class LastSlot(Struct, frozen=True):
    """Notes what block came last in a holder."""

    key: int
    is_table: bool

    def write(self, _value: object, rendering: Rendering) -> str:
        """Nothing."""
        rendering.tables[self.key] = self.is_table
        return ""


class GapSlot(Struct, frozen=True):
    """Stands before a table that another may come to stand before."""

    key: int
    paragraph: str

    def write(self, _value: object, rendering: Rendering) -> str:
        """An empty paragraph behind a table, else nothing."""
        return self.paragraph if rendering.tables.get(self.key) else ""


class _Around(Struct):
    """A block of tags while its content is walked through: what may come last where."""

    mark: int
    word: str
    entry: Reached
    macro: str = ""
    ends: Reached = _NONE
    left: Reached = _NONE
    is_sure: bool = False


class _HolderWalk(Struct):
    """A walk through the children of one holder."""

    story: Draft
    repeats: dict[int | str, Reached] = field(default_factory=dict)
    called: dict[str, Reached] = field(default_factory=dict)
    risky: dict[etree._Element, Reached] = field(default_factory=dict)
    state: Reached = _NONE
    around: list[_Around] = field(default_factory=list)

    def walk(self, holder: etree._Element) -> dict[etree._Element, Reached]:
        """The tables that may follow a table, each with what may come last before it."""
        before: object = None
        while before != (self.repeats, self.called):
            before = dict(self.repeats), dict(self.called)
            self.state, self.around = _NONE, []
            for child in holder:
                self._child(child)
        return self.risky

    def _child(self, child: etree._Element) -> None:
        if not isinstance(child.tag, str):
            mark = self.story.mark_of(child)
            self._step(self.story.steps.get(mark))
            is_whole = isinstance(self.story.slots.get(mark), BlockSlot)
            if is_whole and not self.story.calls_clause(mark):
                self.state |= {child}
        elif child.tag in _BLOCKS and not self._is_dropped(child):
            # two tables that the author set side by side stay so
            before = (one for one in self.state if child.getprevious() is not one)
            if child.tag == TABLE and any(one.tag == TABLE for one in before):
                self.risky[child] = self.risky.get(child, _NONE) | self.state
            self.state = frozenset({child})

    def _is_dropped(self, child: etree._Element) -> bool:
        """Whether a paragraph defines something, and is not written."""
        before = child.getprevious()
        if before is None or isinstance(before.tag, str):
            return False
        return isinstance(self.story.keepers.get(self.story.mark_of(before)), DropKeeper)

    def _step(self, step: Step | None) -> None:
        match step:
            case Open(mark, word, node):
                macro = node.name if isinstance(node, nodes.Macro) else ""
                self.around.append(_Around(mark, word, self.state, macro))
                if macro:
                    self.state = self.called.get(macro, _NONE)
                elif word == "for":
                    self.state |= self.repeats.get(mark, _NONE)
            case Print(mark, expression) if self.story.calls_clause(mark):
                macro = called_name(expression)
                self.called[macro] = self.called.get(macro, _NONE) | self.state
                self.state |= self.repeats.get(macro, _NONE)
            case Branch(_, word) if self.around:
                block = self.around[-1]
                block.ends |= self.state
                block.is_sure = word == "else"
                self.state = block.entry
            case Jump() if self.around:
                loop = next(one for one in reversed(self.around) if one.word == "for")
                loop.left |= self.state
                self.state = _NONE
            case Close() if self.around:
                self._close(self.around.pop())
            case _:
                pass

    def _close(self, block: _Around) -> None:
        ends = block.ends | self.state | block.left
        if block.macro:
            self.repeats[block.macro] = self.repeats.get(block.macro, _NONE) | ends
            self.state = block.entry
            return
        if block.word == "for":
            self.repeats[block.mark] = self.repeats.get(block.mark, _NONE) | ends
        is_sure = block.is_sure and block.word == "if"
        self.state = ends if is_sure or block.word == "with" else ends | block.entry


def keep_apart(story: Draft) -> None:
    """Let an empty paragraph stand between tables that data makes neighbours."""
    for holder in holders(story.root, TABLE):
        if not any(not isinstance(child.tag, str) for child in holder):
            continue
        risky = _HolderWalk(story).walk(holder)
        if risky:
            _watch(story, holder, risky)


def _watch(story: Draft, holder: etree._Element, risky: dict[etree._Element, Reached]) -> None:
    key = story.register.add(story.place_of(None), "")
    for table in risky:
        table.addprevious(story.instruction(story.prints(GapSlot(key, _gap(story, table)))))
    for last in frozenset().union(*risky.values()):
        is_block = isinstance(last.tag, str)
        slot = None if is_block else story.slots[story.mark_of(last)]
        if isinstance(slot, BlockSlot):  # of a value, which may be empty
            story.slots[story.mark_of(last)] = replace(slot, key=key)
        else:
            is_table = last.tag == TABLE
            last.addnext(story.instruction(story.prints(LastSlot(key, is_table))))
    first = next(
        child for child in holder if child.tag in _BLOCKS or not isinstance(child.tag, str)
    )
    first.addprevious(story.instruction(story.prints(LastSlot(key, is_table=False))))


def _gap(story: Draft, table: etree._Element) -> str:
    """An empty paragraph that looks like the one that vanished before a table."""
    for one in table.itersiblings(preceding=True):
        if isinstance(one.tag, str):
            break
        properties = story.vanished.get(story.mark_of(one))
        if properties is not None:
            return f"<w:p>{compact(properties, _LEFT)}</w:p>"
    return "<w:p/>"
