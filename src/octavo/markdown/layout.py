"""Steps and the text between them; lines that hold nothing but tags that do not print go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from octavo.expressions import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from octavo.expressions import Item, Tag
    from octavo.markdown.text import TemplateText

_PRINTS = (Kind.VALUE, Kind.ESCAPE)


def lay_out(
    text: TemplateText, tags: Sequence[Tag], pieces: Mapping[int, Sequence[Item]]
) -> list[Item]:
    """The items of a template in order; ``pieces`` stand for tags, by where these start."""
    items: list[Item] = []
    position = 0
    for tag, start, end in _extents(text, tags):
        items.append(text.text[position : max(start, position)])
        if tag.kind is Kind.ESCAPE:
            items.append(tag.body)
        else:
            items += pieces.get(tag.start, ())
        position = max(end, position)
    items.append(text.text[position:])
    return [item for item in items if item != ""]


def _extents(text: TemplateText, tags: Sequence[Tag]) -> Iterator[tuple[Tag, int, int]]:
    """Each tag, and from where to where the text gives way to it."""
    for line in _by_line(text, tags):
        alone = _is_alone(text, line)
        for tag, after in zip(line, [*line[1:], None], strict=True):
            start, end = tag.start, tag.end
            if alone:
                start -= len(text.line_before(start)) if tag is line[0] else 0
                end = after.start if after else end + len(text.line_after(end)) + 1
            if tag.joins_before:
                start = len(text.text[:start].rstrip())
            if tag.joins_after:
                end = len(text.text) - len(text.text[end:].lstrip())
            yield tag, start, end


def _by_line(text: TemplateText, tags: Sequence[Tag]) -> Iterator[list[Tag]]:
    """The tags in groups: each begins on the line on which the one before it ends."""
    group: list[Tag] = []
    for tag in tags:
        if group and "\n" in text.text[group[-1].end : tag.start]:
            yield group
            group = []
        group.append(tag)
    if group:
        yield group


def _is_alone(text: TemplateText, line: Sequence[Tag]) -> bool:
    """Whether nothing on the lines of these tags prints."""
    if any(tag.kind in _PRINTS or tag.word == "include" for tag in line):
        return False
    ends = [line[0].start - len(text.line_before(line[0].start)), *(tag.end for tag in line)]
    starts = [*(tag.start for tag in line), line[-1].end + len(text.line_after(line[-1].end))]
    gaps = zip(ends, starts, strict=True)
    return not any(text.text[end:start].strip() for end, start in gaps)
