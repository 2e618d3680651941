"""A story from tree to items: text, and the steps between."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from jinja2 import nodes
from lxml import etree
from msgspec.structs import replace

from octavo.expressions import LIMIT, SYNTAX, Fault, Jump, Open, match
from octavo.ooxml import qn
from octavo.word.cells import check_cell_tags
from octavo.word.draft import TEXTUAL, BlockScope, Draft
from octavo.word.elements import PARAGRAPH, ROW, around
from octavo.word.gather import gather
from octavo.word.inline import place
from octavo.word.lift import Lifter

_OF_TABLES: Final = (qn("w:tbl"), ROW)


def place_tags(story: Draft) -> None:
    """Find the tags of a story and put their marks where they work; faults are noted."""
    found = gather(story)
    groups: dict[int, tuple[int, ...]] = {}
    for scope in found:
        blocks = match_scope(story, scope)
        groups |= {mark: block for block in blocks for mark in block}
        _note_clauses(story, scope, blocks)
        check_cell_tags(story, scope, blocks)
    if any(flaw.fault.rule == LIMIT for flaw in story.register.flaws):
        return
    lifter = Lifter(story, groups)
    for scope in found:
        if scope.tags:
            place(story, lifter.lift(scope), groups)
    check_borders(story, set(groups.values()))


def _note_clauses(story: Draft, scope: BlockScope, blocks: Iterable[tuple[int, ...]]) -> None:
    """Macros that begin in one paragraph and end in another give whole paragraphs."""
    placed = {one.mark: one for one in scope.tags}
    for first, *_, last in blocks:
        step = story.steps[first]
        if not (isinstance(step, Open) and isinstance(step.node, nodes.Macro)):
            continue
        begin, end = placed[first], placed[last]
        if begin.paragraph is not end.paragraph and begin.tag.prefix not in {"tr", "tc"}:
            story.steps[first] = replace(step, is_markup=True)
            story.clauses.add(step.node.name)


def match_scope(story: Draft, scope: BlockScope) -> tuple[tuple[int, ...], ...]:
    """The blocks of a scope; what does not match is noted."""
    groups = match_steps(story, scope.marks)
    prefixes = {one.mark: one.tag.prefix for one in scope.tags}
    known = [group for group in groups if all(mark in prefixes for mark in group)]
    whole = [group for group in known if _is_of_one_file(story, group)]
    return tuple(group for group in whole if _is_alike(story, group, prefixes))


def match_steps(story: Draft, marks: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """The blocks of some tags; what does not match is noted."""
    blocks = match(story.steps[mark] for mark in marks if mark in story.steps)
    for flaw in blocks.faults:
        story.register.refuse(flaw.mark, flaw.fault, flaw.other)
    return blocks.groups


def _is_of_one_file(story: Draft, group: tuple[int, ...]) -> bool:
    """Whether a block ends in the file in which it begins, whatever files are taken in."""
    files = [story.register.marks[mark].place.origin.partition(" ")[0] for mark in group]
    if len(set(files)) == 1:
        return True
    odd = next(mark for mark, file in zip(group, files, strict=True) if file != files[0])
    hint = "a file that is taken in opens and closes its blocks by itself"
    fault = Fault(SYNTAX, "a tag of another file goes on with the block,", hint)
    story.register.refuse(group[0], fault, odd)
    return False


def _is_alike(story: Draft, group: tuple[int, ...], prefixes: dict[int, str]) -> bool:
    """Whether the tags of a block agree on rows or cells."""
    kinds = {prefix if prefix in {"tr", "tc"} else "" for prefix in map(prefixes.get, group)}
    if len(kinds) == 1:
        return True
    odd = next(mark for mark in group if prefixes[mark] != prefixes[group[0]])
    own = prefixes[group[0]] or prefixes[odd]
    hint = f"write “{own}” in every tag of the block"
    fault = Fault(SYNTAX, "the block goes on with a tag of another prefix,", hint)
    story.register.refuse(group[0], fault, odd)
    return False


def check_borders(story: Draft, groups: Iterable[tuple[int, ...]]) -> None:
    """Both ends of a block need one container."""
    for group in groups:
        anchors = [story.anchors.get(mark) for mark in group]
        if any(anchor is None for anchor in anchors):
            continue
        holders = [  # for text the element of the text, else the element around
            anchor if isinstance(anchor.tag, str) else anchor.getparent()
            for anchor in anchors
            if anchor is not None
        ]
        for mark, holder in zip(group, holders, strict=True):
            if holder is not holders[0] and (
                _is_strict(story, group) or not _are_neighbours(holder, holders[0])
            ):
                message = "the block crosses the border of a paragraph, cell or table; it meets"
                fault = Fault(SYNTAX, message, _border_hint(holders[0], holder))
                story.register.refuse(group[0], fault, mark)
                break
        else:
            _check_text(story, group, holders[0])


def _border_hint(first: etree._Element | None, other: etree._Element | None) -> str:
    row = None if first is None else around(first, ROW)
    if row is not None and other is not None and around(other, ROW) is row:
        return (
            "to repeat the row, put “{%tr … %}” tags into rows of their own above and below it; "
            "to repeat cells, “{%tc … %}” tags into cells of their own beside them"
        )
    return "give each tag of the block a paragraph, row or cell of its own"


def _is_strict(story: Draft, group: tuple[int, ...]) -> bool:
    """Whether the tags of a block have to stand in one and the same element."""
    steps = [story.steps.get(mark) for mark in group]
    return any(isinstance(one, Jump) or (isinstance(one, Open) and one.is_markup) for one in steps)


def _check_text(story: Draft, group: tuple[int, ...], holder: etree._Element | None) -> None:
    """What becomes a text stands within one run: paragraphs are none."""
    step = story.steps[group[0]]
    if not isinstance(step, Open) or step.word not in TEXTUAL:
        return
    if step.is_markup and holder is not None and holder.tag not in _OF_TABLES:
        return
    if holder is None or len(holder):
        hint = f"write “{{% {step.word} … %}}” and its end beside the text, in one look"
        message = "the block becomes a text, and goes over more than the text of one run"
        story.register.refuse(group[0], Fault(SYNTAX, message, hint))


def _are_neighbours(first: etree._Element | None, second: etree._Element | None) -> bool:
    """Paragraphs of one container: a block may begin within one and end within another."""
    if first is None or second is None or first.tag != PARAGRAPH or second.tag != PARAGRAPH:
        return False
    return first.getparent() is second.getparent()
