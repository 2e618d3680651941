"""No run is left empty by its values: what surrounds a value goes where it is not needed.

A value that is empty, or brings runs of its own, needs no run around. Values that follow one
another get a run each; one beside a text keeps the half in which the text stands.
"""

from __future__ import annotations

from collections import Counter
from copy import deepcopy
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from octavo.expressions import BlockEdge
from octavo.ooxml import qn
from octavo.word.draft import PARAGRAPH
from octavo.word.runs import RunSlot

if TYPE_CHECKING:
    from lxml import etree

    from octavo.word.draft import Draft

_RUN: Final = qn("w:r")
_TEXT: Final = qn("w:t")
_LOOK: Final = qn("w:rPr")


def frame_values(story: Draft) -> None:
    """Set edges around what a value at the border of its run may do without."""
    texts = [text for text in story.root.iter(_TEXT) if story.sigil in (text.text or "")]
    if not texts:
        return
    edge = story.register.add(story.spot(None), "")
    story.steps[edge] = BlockEdge(edge)
    by_text = [(text, _marks(story, text.text or "")) for text in texts]
    counts = Counter(mark for _, marks in by_text for mark in marks)
    for text, marks in by_text:
        is_ours = all(
            counts[one] == 1 and isinstance(story.slots.get(one), RunSlot) for one in marks
        )
        if is_ours and _is_bare(text):
            is_single = text.text == story.token(marks[0])
            for single in [text] if is_single else _divided(story, text):
                _frame(story, single, edge)


def _marks(story: Draft, text: str) -> list[int]:
    return [int(mark) for mark in text.split(story.sigil)[1::2]]


def _is_bare(text: etree._Element) -> bool:
    """Whether nothing else stands in the run of a text, and the run stands in a paragraph."""
    run = text.getparent()
    paragraph = None if run is None else run.getparent()
    if run is None or paragraph is None or run.tag != _RUN or run.attrib:
        return False
    return paragraph.tag == PARAGRAPH and all(one is text or one.tag == _LOOK for one in run)


def _divided(story: Draft, text: etree._Element) -> list[etree._Element]:
    """The texts of the runs into which a run is divided: values side by side get one each."""
    pieces = (text.text or "").split(story.sigil)
    words, tokens = pieces[::2], [story.sigil + one + story.sigil for one in pieces[1::2]]
    leading = next((at for at, one in enumerate(words) if one), len(tokens))
    trailing = next((at for at, one in enumerate(reversed(words)) if one), len(tokens))
    first, last = (count if count > 1 else 0 for count in (leading, trailing))
    if leading == len(tokens):
        first, last = leading, 0
    end = len(tokens) - last
    middle = "".join(
        one
        for pair in zip(words[first : end + 1], [*tokens[first:end], ""], strict=True)
        for one in pair
    )
    divided = [*tokens[:first], *([middle] if middle else []), *tokens[end:]]
    if len(divided) == 1:
        return [text]
    run: Any = text.getparent()  # `_is_bare` has seen it
    copies = [deepcopy(run) for _ in divided]
    found = [next(copied.iter(_TEXT)) for copied in copies]
    for copied, one, content in zip(copies, found, divided, strict=True):
        one.text = content
        run.addprevious(copied)
    run.getparent().remove(run)
    return found


def _frame(story: Draft, text: etree._Element, edge: int) -> None:
    """Set edges around the run of a text, so far as a value stands at its borders."""
    content, run = text.text or "", text.getparent()
    marks = _marks(story, content)
    if run is None or not marks:
        return
    opens, closes, border = story.token(marks[0]), story.token(marks[-1]), story.token(edge)
    is_first, is_last = content.startswith(opens), content.endswith(closes)
    if is_first:
        run.addprevious(story.instruction(edge))
    if is_last:
        run.addnext(story.instruction(edge))
    if content == opens:
        _settle(story, marks[0], is_first=True, is_last=True)
        return
    if is_first:
        _settle(story, marks[0], is_first=True)
        content = opens + border + content.removeprefix(opens)
    if is_last:
        _settle(story, marks[-1], is_last=True)
        content = content.removesuffix(closes) + border + closes
    text.text = content


def _settle(story: Draft, mark: int, **borders: bool) -> None:
    """Let a slot know at which borders of its run it stands."""
    slot = story.slots[mark]
    if isinstance(slot, RunSlot):
        story.slots[mark] = replace(slot, **borders)
