"""Which tags take their paragraph, row or cell with them, and lifting them out."""

from __future__ import annotations

from itertools import groupby, takewhile
from typing import TYPE_CHECKING, Final

from msgspec import Struct, field

from bluf.expressions import SYNTAX, Fault, Kind
from bluf.finding import Level
from bluf.ooxml import qn
from bluf.word.draft import PARAGRAPH
from bluf.word.elements import remove

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml import etree

    from bluf.word.draft import Draft, Island, Placed

ROW: Final = qn("w:tr")
CELL: Final = qn("w:tc")
_HOLDERS: Final = {"p": PARAGRAPH, "tr": ROW, "tc": CELL}
_NAMES: Final = {"p": "paragraph", "tr": "table row", "tc": "table cell"}
_CONTROLS: Final = frozenset({Kind.OPEN, Kind.BRANCH, Kind.CLOSE})
_SPECIAL: Final = frozenset({"vm", "hm", "cellbg", "colspan"})
BLANK: Final = " \t\n\u00a0\u200b\u00ad\ufeff\u2060"
_KEPT: Final = frozenset(
    map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:commentRangeStart", "w:commentRangeEnd"))
)
_SECTION: Final = qn("w:sectPr")
_PROPERTIES: Final = qn("w:pPr")
_TEXT_BOX: Final = qn("w:txbxContent")


class Lifter(Struct):
    """Lifts the tags of one island; ``rest`` are those that stay within their text."""

    story: Draft
    groups: dict[int, tuple[int, ...]]
    rest: list[Placed] = field(default_factory=list)
    around: dict[etree._Element, list[etree._Element]] = field(default_factory=dict)

    def lift(self, island: Island) -> list[Placed]:
        """Lift what is to be lifted; return the tags that stay within their text."""
        tags = [placed for placed in island.tags if placed.paragraph is not None]
        self.rest = [placed for placed in island.tags if placed.paragraph is None]
        tags = self._by_holder(tags, "tr")
        tags = self._by_holder(tags, "tc")
        tags = self._plain_rows(tags)
        by_paragraph = groupby(tags, lambda placed: id(placed.paragraph))
        paragraphs = [list(found) for _, found in by_paragraph]
        lone = {id(found) for found in self._lone(paragraphs)}
        for found in paragraphs:
            self._paragraph(found, is_lone=id(found) in lone)
        return self.rest

    def _by_holder(self, tags: list[Placed], prefix: str) -> list[Placed]:
        """Lift the tags of a prefix out of their rows or cells; return the others."""
        wanted = [placed for placed in tags if placed.tag.prefix == prefix]
        gone: set[int] = set()
        for holder, of_holder in groupby(wanted, lambda one: self._holder(one, _HOLDERS[prefix])):
            found = list(of_holder)
            if holder is None:
                self._no_holder(found)
                gone |= {placed.mark for placed in found}
            elif self._is_wrapped(found, tags, holder):
                gone |= {placed.mark for placed in found}
                self._wrap(holder, found)
            else:
                self._warn(found, holder)
                gone |= {one.mark for one in tags if holder in self._around(one)}
                self._replace(holder, found)
        return [placed for placed in tags if placed.mark not in gone]

    def _around(self, placed: Placed) -> list[etree._Element]:
        """The paragraph of a tag and what is around it, up to a text box."""
        paragraph = placed.paragraph
        if paragraph is None:  # pragma: no cover - lift sets those apart that are in none
            return []
        if paragraph not in self.around:
            ancestors = takewhile(lambda one: one.tag != _TEXT_BOX, paragraph.iterancestors())
            self.around[paragraph] = [paragraph, *ancestors]
        return self.around[paragraph]

    def _holder(self, placed: Placed, kind: str) -> etree._Element | None:
        return next((one for one in self._around(placed) if one.tag == kind), None)

    def _is_within(self, placed: Placed, holder: etree._Element) -> bool:
        return any(one is holder for one in self._around(placed))

    def _no_holder(self, found: Iterable[Placed]) -> None:
        for placed in found:
            name = _NAMES[placed.tag.prefix]
            hint = f"write it without “{placed.tag.prefix}”"
            fault = Fault(SYNTAX, f"“{placed.tag.prefix}” stands in no {name}", hint)
            self.story.register.refuse(placed.mark, fault)

    def _is_wrapped(self, found: list[Placed], tags: list[Placed], holder: etree._Element) -> bool:
        """Whether the blocks of these tags all open and close around the text of the holder."""
        if not self._is_complete(found) or any(one.tag.kind is Kind.BRANCH for one in found):
            return False
        return bool(self._beside(holder) or self._others(found, tags, holder))

    def _is_complete(self, found: list[Placed]) -> bool:
        """Whether the blocks of these tags all open and close among them."""
        marks = {placed.mark for placed in found}
        return all(set(self.groups.get(mark, (-1,))) <= marks for mark in marks)

    def _others(
        self, found: list[Placed], tags: list[Placed], holder: etree._Element
    ) -> list[Placed]:
        return [one for one in tags if one not in found and self._is_within(one, holder)]

    def _wrap(self, holder: etree._Element, found: list[Placed]) -> None:
        """Set blocks around a holder; what they leave in its text is cut with the others."""
        self.rest += found
        for placed in found:
            if placed.tag.kind is Kind.OPEN:
                holder.addprevious(self._anchor(placed))
        for placed in reversed(found):
            if placed.tag.kind is not Kind.OPEN:
                holder.addnext(self._anchor(placed))

    def _anchor(self, placed: Placed) -> etree._ProcessingInstruction:
        anchor = self.story.instruction(placed.mark)
        self.story.anchors[placed.mark] = anchor
        return anchor

    def _replace(self, holder: etree._Element, found: list[Placed]) -> None:
        """Put tags in the place of an element; its bookmarks and section break stay."""
        for placed in found:
            if placed.mark in self.story.steps:
                holder.addprevious(self._anchor(placed))
        for kept in list(holder.iter(*_KEPT)):
            if holder.tag == PARAGRAPH:
                holder.addprevious(kept)
        section = next(holder.iter(_SECTION), None)
        if section is not None:
            self._keep_section(holder, found)
            return
        remove(holder)

    def _keep_section(self, holder: etree._Element, found: list[Placed]) -> None:
        """Leave an empty paragraph for a section break: behind a closing tag, else before."""
        for child in list(holder):
            if child.tag != _PROPERTIES:
                holder.remove(child)
        if found[0].tag.kind is Kind.OPEN:
            self.story.anchors[found[0].mark].addprevious(holder)

    def _warn(self, found: list[Placed], holder: etree._Element) -> None:
        if self._beside(holder):
            prefix = found[0].tag.prefix
            message = f"the text beside it in its {_NAMES[prefix]} is left out"
            hint = f"give the tag a {_NAMES[prefix]} of its own"
            fault = Fault("text-left-out", message, hint)
            self.story.register.refuse(found[0].mark, fault, level=Level.WARNING)

    def _beside(self, holder: etree._Element) -> str:
        """What stands in a paragraph, row or cell beside its tags."""
        paragraphs = [holder] if holder.tag == PARAGRAPH else holder.iter(PARAGRAPH)
        return "".join(self.story.text_beside(one) for one in paragraphs).strip(BLANK)

    def _plain_rows(self, tags: list[Placed]) -> list[Placed]:
        """Lift plain block tags that stand alone in a row, though not a block of their own."""
        gone: set[int] = set()
        for row, of_row in groupby(tags, lambda one: self._holder(one, ROW)):
            found = list(of_row)
            if row is not None and self._is_lone_row(found, row):
                gone |= {placed.mark for placed in found}
                self._replace(row, found)
        return [placed for placed in tags if placed.mark not in gone]

    def _is_lone_row(self, found: list[Placed], row: etree._Element) -> bool:
        if any(_is_content(one) or one.tag.prefix for one in found) or self._beside(row):
            return False
        marks = {one.mark for one in found}
        blocks = [self.groups[mark] for mark in marks if mark in self.groups]
        return any(not set(block) <= marks for block in blocks)

    def _lone(self, paragraphs: list[list[Placed]]) -> list[list[Placed]]:
        """Paragraphs of nothing but tags whose partners stand so too, or that say ``p``."""
        lone = [found for found in paragraphs if self._is_bare(found)]
        while True:
            marks = {placed.mark for found in lone for placed in found}
            kept = [found for found in lone if all(self._has_its(one, marks) for one in found)]
            if len(kept) == len(lone):
                return lone
            lone = kept

    def _is_bare(self, found: list[Placed]) -> bool:
        paragraph = found[0].paragraph
        is_bare = paragraph is not None and not self._beside(paragraph)
        return is_bare and all(_is_silent(placed) for placed in found)

    def _has_its(self, placed: Placed, marks: set[int]) -> bool:
        return placed.tag.prefix == "p" or set(self.groups.get(placed.mark, ())) <= marks

    def _paragraph(self, found: list[Placed], *, is_lone: bool) -> None:
        """Lift the tags of one paragraph, or leave them within its text."""
        prefixed = [placed for placed in found if placed.tag.prefix == "p"]
        if is_lone:
            self._replace(self._around(found[0])[0], found)
        elif any(_is_silent(placed) for placed in prefixed):
            self._prefixed(self._around(found[0])[0], found, prefixed)
        else:
            self.rest += found

    def _prefixed(
        self, paragraph: etree._Element, found: list[Placed], prefixed: list[Placed]
    ) -> None:
        """Paragraph tags with text beside them: fine around the whole of it, else a fault."""
        if self._is_complete(prefixed) and any(one.tag.kind is Kind.BRANCH for one in prefixed):
            self.rest += found
            return
        first = found.index(prefixed[0]) == 0 and not _before(prefixed[0])
        if first and self._is_wrapped(prefixed, found, paragraph) and not _after(prefixed[-1]):
            self._wrap(paragraph, prefixed)
            self.rest += [placed for placed in found if placed not in prefixed]
            return
        hint = "give the tag a paragraph of its own, or write it without “p”"
        fault = Fault(SYNTAX, "text or another tag stands beside a paragraph tag", hint)
        for placed in prefixed:
            self.story.register.refuse(placed.mark, fault)


def _is_silent(placed: Placed) -> bool:
    """Whether a tag prints nothing where it stands."""
    kind = placed.tag.kind
    is_word = kind is Kind.ALONE and placed.tag.word not in _SPECIAL
    return kind in _CONTROLS or kind in {Kind.COMMENT, Kind.RAW} or is_word


def _is_content(placed: Placed) -> bool:
    return not _is_silent(placed)


def _before(placed: Placed) -> str:
    return placed.stream.text[: placed.tag.start].strip(BLANK)


def _after(placed: Placed) -> str:
    return placed.stream.text[placed.tag.end :].strip(BLANK)
