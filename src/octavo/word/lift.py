"""Which tags take their paragraph, row or cell with them, and lifting them out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any, Final

from lxml import etree
from msgspec import Struct, field

from octavo.expressions import SYNTAX, Fault, Kind
from octavo.finding import Level
from octavo.ooxml import qns, remove
from octavo.word.draft import CELL_TAGS, BlockScope, Draft, PlacedTag
from octavo.word.elements import (
    CELL,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    ROW,
    SECTION,
    TEXT_BOX,
    empty,
    parts_tables,
)
from octavo.word.elements import child as first_child
from octavo.word.labels import labels_of, take_label
from octavo.word.runs import block_slot
from octavo.word.slots import DropKeeper

_HOLDERS: Final = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_NAMES: Final = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
_SILENT: Final = (Kind.OPEN, Kind.BRANCH, Kind.JUMP, Kind.CLOSE, Kind.COMMENT, Kind.RAW)
BLANK: Final = " \t\n\u00a0\u200b\u00ad\ufeff\u2060"
_KEPT: Final = frozenset(qns("w:bookmarkStart w:bookmarkEnd w:commentRangeStart w:commentRangeEnd"))
_DEFINING: Final = frozenset({"macro", "set"})


class Lifter(Struct):
    """Lifts the tags of one scope.

    ``rest`` are those that stay within their text, ``keeping`` is what holds something that stays.
    """

    story: Draft
    groups: dict[int, tuple[int, ...]]
    rest: list[PlacedTag] = field(default_factory=list)
    all: list[PlacedTag] = field(default_factory=list)
    around: dict[etree._Element | None, tuple[etree._Element, ...]] = field(default_factory=dict)
    keeping: frozenset[etree._Element] = frozenset()

    def lift(self, scope: BlockScope) -> list[PlacedTag]:
        """Lift what is to be lifted; return the tags that stay within their text."""
        self.all = scope.tags
        kept = self.story.root.iter(*_KEPT, SECTION)
        self.keeping = frozenset(around for one in kept for around in one.iterancestors())
        tags = [placed for placed in scope.tags if placed.paragraph is not None]
        self.rest = [placed for placed in scope.tags if placed.paragraph is None]
        tags = self._by_holder(tags, "tr")
        tags = self._by_holder(tags, "tc")
        tags = self._plain_rows(tags)
        by_paragraph: dict[etree._Element | None, list[PlacedTag]] = {}
        for placed in tags:
            by_paragraph.setdefault(placed.paragraph, []).append(placed)
        paragraphs = list(by_paragraph.values())
        lone = self._lone(paragraphs)
        for found in paragraphs:
            self._paragraph(found, is_lone=found[0].mark in lone)
        return self.rest

    def _by_holder(self, tags: list[PlacedTag], prefix: str) -> list[PlacedTag]:
        """Lift the tags of a prefix out of their rows or cells; return the others."""
        wanted = [placed for placed in tags if placed.tag.prefix == prefix]
        if not wanted:
            return tags
        gone: set[int] = set()
        within = self._within(tags, _HOLDERS[prefix])
        for holder, found in self._grouped(wanted, _HOLDERS[prefix]):
            marks = {placed.mark for placed in found}
            gone |= marks
            if holder is None:
                self._no_holder(found)
            elif self._is_wrapped(found, holder, is_alone=within[holder] <= marks):
                self._wrap(holder, found)
            else:
                kept = self._take_labels(holder)
                self._warn(found, holder)
                gone |= {mark for mark in within[holder] if mark not in kept}
                self._replace(holder, found)
        return [placed for placed in tags if placed.mark not in gone]

    def _take_labels(self, holder: etree._Element) -> set[int]:
        """Move labels that are merged over the rows below out of a row; the marks of their tags."""
        kept: set[int] = set()
        for cell, below in list(labels_of(holder)) if holder.tag == ROW else ():
            if self._beside(cell) or self._marks_in(cell):
                kept |= self._marks_in(cell)
                self.story.labels.append(take_label(cell, below))
        return kept

    def _marks_in(self, cell: etree._Element) -> set[int]:
        paragraphs = set(cell.iter(PARAGRAPH))
        return {one.mark for one in self.all if one.paragraph in paragraphs}

    def _around(self, placed: PlacedTag) -> tuple[etree._Element, ...]:
        """The cells and rows around a tag, up to a text box."""
        paragraph: Any = placed.paragraph  # lift sets apart the tags that are in none
        holder = paragraph.getparent()
        found = self.around.get(holder)
        if found is None:
            ancestors = (*paragraph.iterancestors(ROW, CELL, TEXT_BOX),)
            borders = (number for number, one in enumerate(ancestors) if one.tag == TEXT_BOX)
            found = self.around[holder] = ancestors[: next(borders, None)]
        return found

    def _grouped(
        self, tags: Iterable[PlacedTag], kind: str
    ) -> Iterator[tuple[etree._Element | None, list[PlacedTag]]]:
        """The tags that follow one another in a row or cell, with the innermost one."""

        def holder(placed: PlacedTag) -> etree._Element | None:
            for one in self._around(placed):
                if one.tag == kind:
                    return one
            return None

        return ((found, list(of_holder)) for found, of_holder in groupby(tags, holder))

    def _within(self, tags: Iterable[PlacedTag], kind: str) -> dict[etree._Element, set[int]]:
        """The marks of the tags within each row or cell."""
        found: defaultdict[etree._Element, set[int]] = defaultdict(set)
        for around, of_place in groupby(tags, self._around):
            marks = [placed.mark for placed in of_place] if around else ()
            for holder in around:
                if holder.tag == kind:
                    found[holder].update(marks)
        return found

    def _no_holder(self, found: Iterable[PlacedTag]) -> None:
        for placed in found:
            name = _NAMES[placed.tag.prefix]
            hint = f"write it without “{placed.tag.prefix}”"
            fault = Fault(SYNTAX, f"“{placed.tag.prefix}” stands in no {name}", hint)
            self.story.register.refuse(placed.mark, fault)

    def _is_wrapped(
        self, found: list[PlacedTag], holder: etree._Element, *, is_alone: bool
    ) -> bool:
        """Whether the blocks of these tags all open and close around the text of the holder.

        ``is_alone`` says that there is no other tag in it.
        """
        if not self._is_complete(found) or any(one.tag.kind is Kind.BRANCH for one in found):
            return False
        return not is_alone or bool(self._beside(holder))

    def _is_complete(self, found: list[PlacedTag]) -> bool:
        """Whether the blocks of these tags all open and close among them."""
        marks = {placed.mark for placed in found}
        return all(set(self.groups.get(mark, (-1,))) <= marks for mark in marks)

    def _wrap(self, holder: etree._Element, found: list[PlacedTag]) -> None:
        """Set blocks around a holder; what they leave in its text is cut with the others."""
        self.rest += found
        for placed in found:
            if placed.tag.kind is Kind.OPEN:
                holder.addprevious(self._anchor(placed))
        for placed in reversed(found):
            if placed.tag.kind is not Kind.OPEN:
                holder.addnext(self._anchor(placed))

    def _anchor(self, placed: PlacedTag) -> etree._ProcessingInstruction:
        anchor = self.story.instruction(placed.mark)
        self.story.anchors[placed.mark] = anchor
        return anchor

    def _replace(self, holder: etree._Element, found: list[PlacedTag]) -> None:
        """Put tags in the place of an element; its bookmarks and section break stay."""
        for placed in found:
            if placed.mark in self.story.steps:
                holder.addprevious(self._anchor(placed))
        self._note_look(holder, found)
        may_keep = holder in self.keeping or self.story.labels
        stays = [*holder.iter(*_KEPT, SECTION)] if may_keep else []
        if holder.tag == PARAGRAPH:
            for kept in stays:
                if kept.tag != SECTION:
                    holder.addprevious(kept)
        is_gone = not any(placed.mark in self.story.steps for placed in found)
        if any(one.tag == SECTION for one in stays):
            self._keep_section(holder, found)
        elif is_gone and parts_tables(holder):
            empty(holder)
        else:
            remove(holder)

    def _note_look(self, holder: etree._Element, found: list[PlacedTag]) -> None:
        """Remember the look of a paragraph that vanishes, for an empty one in its place."""
        properties = first_child(holder, PARAGRAPH_PROPERTIES) if holder.tag == PARAGRAPH else None
        if properties is not None:
            self.story.vanished |= {placed.mark: properties for placed in found}

    def _keep_section(self, holder: etree._Element, found: list[PlacedTag]) -> None:
        """Leave an empty paragraph for a section break: behind a closing tag, else before."""
        empty(holder)
        if found[0].tag.kind is Kind.OPEN:
            self.story.anchors[found[0].mark].addprevious(holder)

    def _warn(self, found: list[PlacedTag], holder: etree._Element) -> None:
        if self._beside(holder):
            prefix = found[0].tag.prefix
            message = f"the text beside it in its {_NAMES[prefix]} is left out"
            hint = f"give the tag a {_NAMES[prefix]} of its own"
            fault = Fault("text-left-out", message, hint)
            self.story.register.refuse(found[0].mark, fault, level=Level.WARNING)

    def _beside(self, holder: etree._Element) -> str:
        """What stands in a paragraph, row or cell beside its tags."""
        paragraphs = [holder] if holder.tag == PARAGRAPH else holder.iter(PARAGRAPH)
        return "".join(self.story.beside.get(one, "") for one in paragraphs).strip(BLANK)

    def _plain_rows(self, tags: list[PlacedTag]) -> list[PlacedTag]:
        """Lift plain block tags that stand alone in a row, though not a block of their own."""
        gone: set[int] = set()
        for row, found in self._grouped(tags, ROW):
            if row is not None and self._is_lone_row(found, row):
                gone |= {placed.mark for placed in found}
                self._replace(row, found)
        return [placed for placed in tags if placed.mark not in gone]

    def _is_lone_row(self, found: list[PlacedTag], row: etree._Element) -> bool:
        if any(not _is_silent(one) or one.tag.prefix for one in found) or self._beside(row):
            return False
        marks = {one.mark for one in found}
        blocks = [self.groups[mark] for mark in marks if mark in self.groups]
        return any(not set(block) <= marks for block in blocks)

    def _lone(self, paragraphs: list[list[PlacedTag]]) -> set[int]:
        """The tags alone in their paragraphs whose partners stand so too, or that say ``p``."""
        lone = [found for found in paragraphs if self._is_bare(found)]
        while True:
            marks = {placed.mark for found in lone for placed in found}
            kept = [
                found
                for found in lone
                if all(
                    one.tag.prefix == "p" or marks.issuperset(self.groups.get(one.mark, ()))
                    for one in found
                )
            ]
            if len(kept) == len(lone):
                return marks
            lone = kept

    def _is_bare(self, found: list[PlacedTag]) -> bool:
        paragraph = found[0].paragraph
        if paragraph is None or not all(self._gives_way(placed) for placed in found):
            return False
        beside = self._beside(paragraph)
        return not beside or (self._takes_slips(found) and not any(map(str.isalnum, beside)))

    def _takes_slips(self, found: list[PlacedTag]) -> bool:
        """Whether a stray sign beside paragraph tags is left out: no block goes around it."""
        are_prefixed = all(one.tag.prefix == "p" and _is_silent(one) for one in found)
        return are_prefixed and not self._is_complete(found)

    def _gives_way(self, placed: PlacedTag) -> bool:
        """Whether a tag needs no paragraph of its own: what it prints is none, or whole ones."""
        is_whole = placed.tag.kind is Kind.VALUE and placed.tag.prefix == "p"
        return _is_silent(placed) or is_whole or self.story.calls_clause(placed.mark)

    def _paragraph(self, found: list[PlacedTag], *, is_lone: bool) -> None:
        """Lift the tags of one paragraph, or leave them within its text."""
        paragraph: Any = found[0].paragraph  # as above
        prefixed = [placed for placed in found if placed.tag.prefix == "p"]
        if is_lone:
            for placed in found:  # values take the place of their paragraph
                slot = block_slot(self.story, placed) if placed.tag.kind is Kind.VALUE else None
                if slot is not None:
                    self.story.slots[placed.mark] = slot
            self._warn(found, paragraph)
            self._replace(paragraph, found)
        elif any(_is_silent(placed) for placed in prefixed):
            self._prefixed(paragraph, found, prefixed)
        else:
            self.rest += found
            for placed in found:
                self._check_call(placed)
            if any(one.tag.word in _DEFINING for one in found) and _defines_only(found):
                before, after = self.story.capture(DropKeeper())
                paragraph.addprevious(before)
                paragraph.addnext(after)

    def _check_call(self, placed: PlacedTag) -> None:
        """Whole paragraphs stand in the place of one, not within it."""
        if self.story.calls_clause(placed.mark):
            message = "the macro gives whole paragraphs, and is called within one"
            hint = "give the call a paragraph of its own, with nothing beside it"
            self.story.register.refuse(placed.mark, Fault(SYNTAX, message, hint))

    def _prefixed(
        self, paragraph: etree._Element, found: list[PlacedTag], prefixed: list[PlacedTag]
    ) -> None:
        """Paragraph tags with text beside them: fine around the whole of it, else a fault."""
        if self._is_complete(prefixed) and any(one.tag.kind is Kind.BRANCH for one in prefixed):
            self.rest += found
            return
        begun = prefixed[0].stream.text[: prefixed[0].tag.start].strip(BLANK)
        first = found[0] is prefixed[0] and not begun
        is_alone = len(prefixed) == len(found)
        is_wrapped = first and self._is_wrapped(prefixed, paragraph, is_alone=is_alone)
        if is_wrapped and not _after(prefixed[-1]):
            self._wrap(paragraph, prefixed)
            self.rest += [placed for placed in found if placed not in prefixed]
            return
        hint = "give the tag a paragraph of its own, or write it without “p”"
        fault = Fault(SYNTAX, "text or another tag stands beside a paragraph tag", hint)
        for placed in prefixed:
            self.story.register.refuse(placed.mark, fault)


def _is_silent(placed: PlacedTag) -> bool:
    """Whether a tag prints nothing where it stands."""
    kind = placed.tag.kind
    return kind in _SILENT or (kind is Kind.ALONE and placed.tag.word not in CELL_TAGS)


def _defines_only(found: list[PlacedTag]) -> bool:
    """Whether tags that follow one another, and the text around, print nothing where they stand.

    What they say between the ends of a macro or of a ``set`` is printed elsewhere.
    """
    depth, end = 0, 0
    for placed in found:
        outside = placed.stream.text[end : placed.tag.start].strip(BLANK)
        end = placed.tag.end
        defines = placed.tag.word.removeprefix("end") in _DEFINING
        if depth == 0 and (outside or not (defines or placed.tag.kind is Kind.COMMENT)):
            return False
        if defines and placed.tag.kind in {Kind.OPEN, Kind.CLOSE}:
            depth += 1 if placed.tag.kind is Kind.OPEN else -1
    return depth == 0 and not _after(found[-1])


def _after(placed: PlacedTag) -> str:
    return placed.stream.text[placed.tag.end :].strip(BLANK)
