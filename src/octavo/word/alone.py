"""No run is left empty by its values: what surrounds a value goes where it is not needed.

A value that is empty, or brings runs of its own, needs no run around. Values and blocks that follow
one another get runs of their own; one beside a text keeps the half in which the text stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from copy import copy
from typing import Any, Final

from lxml import etree
from msgspec.structs import replace

from octavo.expressions import BlockEdge, Branch, Close, Jump, Open
from octavo.ooxml import qn, remove
from octavo.word.draft import TEXTUAL, Draft
from octavo.word.elements import PARAGRAPH, RUN, RUN_PROPERTIES, TEXT
from octavo.word.runs import RunSlot

_EDGES: Final = (Open, Branch, Close)
_HOLDERS: Final = (PARAGRAPH, qn("w:hyperlink"))


def frame_values(story: Draft) -> None:
    """Set edges around what a value at the border of its run may do without."""
    texts = [text for text in story.root.iter(TEXT) if story.sigil in (text.text or "")]
    if not texts:
        return
    edge = story.register.add(story.place_of(None), "")
    story.steps[edge] = BlockEdge(edge)
    by_text = [(text, _marks(story, text)) for text in texts]
    counts = Counter(mark for _, marks in by_text for mark in marks)
    repeated = {mark for mark, count in counts.items() if count > 1}
    for text, marks in by_text:
        if repeated.isdisjoint(marks) and _is_bare(text):
            is_value = len(marks) == 1 and text.text == story.token(marks[0])
            for whole in [text] if is_value and _is_alone(text) else _unfolded(story, text):
                found = marks if whole is text else _marks(story, whole)
                if found and all(isinstance(story.slots.get(one), RunSlot) for one in found):
                    is_divided = len(found) > 1 and _is_alone(whole)
                    for single in _divided(story, whole) if is_divided else [whole]:
                        _frame(story, single, edge)


def _marks(story: Draft, text: etree._Element) -> list[int]:
    return [*map(int, (text.text or "").split(story.sigil)[1::2])]


def _is_bare(text: etree._Element) -> bool:
    """Whether a text stands in a run without attributes, and that in a paragraph or link."""
    run = text.getparent()
    holder = None if run is None else run.getparent()
    if run is None or holder is None or run.tag != RUN or run.attrib:
        return False
    return holder.tag in _HOLDERS


def _is_alone(text: etree._Element) -> bool:
    return _is_first(text) and _is_last(text)


def _is_first(text: etree._Element) -> bool:
    before = text.getprevious()
    return before is None or before.tag == RUN_PROPERTIES


def _is_last(text: etree._Element) -> bool:
    return text.getnext() is None


def _unfolded(story: Draft, text: etree._Element) -> list[etree._Element]:
    """The texts of a run whose blocks are set around runs, where it holds nothing beside them."""
    found = _segments(story, (text.text or "").split(story.sigil))
    if found is None:
        return [text]
    run: Any = text.getparent()  # `_is_bare` has seen it
    _part(run, list(text.itersiblings(preceding=True))[::-1], run.addprevious)
    _part(run, list(text.itersiblings()), run.addnext)
    if len(found) == 1:
        return [text]
    unfolded = []
    for segment, border in found:
        if segment:
            copied = copy(run)
            inner = next(copied.iter(TEXT))
            inner.text = segment
            run.addprevious(copied)
            unfolded += _unfolded(story, inner)
        if border is not None:
            _put_before(run, story.token(border))
    remove(run)
    return unfolded


def _segments(story: Draft, pieces: list[str]) -> list[tuple[str, int | None]] | None:
    """What stands between the tags of the outermost blocks, each with the tag behind it.

    None where words stand beside the blocks, or a tag that has to stay among them.
    """
    found: list[tuple[str, int | None]] = []
    held, depth = "", 0
    for at, piece in enumerate(pieces):
        if not at % 2:
            if piece and not depth:
                return None
            held += piece
            continue
        step = story.steps.get(int(piece))
        kind = type(step)
        if kind is Jump or (isinstance(step, Open) and step.word in TEXTUAL):
            return None
        depth -= kind is Close
        if kind in _EDGES and depth == (kind is Branch):
            found.append((held, int(piece)))
            held = ""
        else:
            held += story.sigil + piece + story.sigil
        depth += kind is Open
    return [*found, (held, None)]


def _part(
    run: etree._Element, content: list[etree._Element], put: Callable[[etree._Element], None]
) -> None:
    """Give what stands beside a text in its run a run of its own."""
    beside = [one for one in content if one.tag != RUN_PROPERTIES]
    if beside:
        look = run.find(RUN_PROPERTIES)
        other = etree.Element(RUN)
        other.extend([*([] if look is None else [copy(look)]), *beside])
        put(other)


def _divided(story: Draft, text: etree._Element) -> list[etree._Element]:
    """The texts of the runs into which a run is divided: values side by side get one each."""
    pieces = (text.text or "").split(story.sigil)
    words, tokens = pieces[::2], [story.sigil + one + story.sigil for one in pieces[1::2]]
    leading = next((at for at, one in enumerate(words) if one), len(tokens))
    trailing = next((at for at, one in enumerate(reversed(words)) if one), len(tokens))
    first, last = (count if count > 1 else 0 for count in (leading, trailing))
    if not any(words):
        first, last = len(tokens), 0
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
    behind, run.tail = run.tail, None
    copies = [copy(run) for _ in divided]
    found = [next(copied.iter(TEXT)) for copied in copies]
    for copied, one, content in zip(copies, found, divided, strict=True):
        one.text = content
        run.addprevious(copied)
    remove(run)
    copies[-1].tail = behind
    return found


def _frame(story: Draft, text: etree._Element, edge: int) -> None:
    """Set edges around the run of a text, so far as a value stands at its borders."""
    content, run, marks = text.text or "", text.getparent(), _marks(story, text)
    if run is None or not marks:
        return
    opens, closes, border = story.token(marks[0]), story.token(marks[-1]), story.token(edge)
    is_first = content.startswith(opens) and _is_first(text)
    is_last = content.endswith(closes) and _is_last(text)
    if is_first:
        _put_before(run, border)
    if is_last:
        run.tail = border + (run.tail or "")
    if is_first and is_last and content == opens:
        _settle(story, marks[0], is_first=True, is_last=True)
        return
    if is_first:
        _settle(story, marks[0], is_first=True)
        content = opens + border + content.removeprefix(opens)
    if is_last:
        _settle(story, marks[-1], is_last=True)
        content = content.removesuffix(closes) + border + closes
    text.text = content


def _put_before(run: etree._Element, token: str) -> None:
    """Put a token before a run: between elements it takes less than an instruction."""
    before = run.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + token
    else:
        holder: Any = run.getparent()  # `_is_bare` has seen it
        holder.text = (holder.text or "") + token


def _settle(story: Draft, mark: int, **borders: bool) -> None:
    """Let a slot know at which borders of its run it stands."""
    slot: Any = story.slots[mark]  # a run's: `_is_bare` has seen it
    story.slots[mark] = replace(slot, **borders)
