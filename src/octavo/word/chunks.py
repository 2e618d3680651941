"""A story's tree as text with its marks: serialised once, split where values go in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.word.draft import PI_NAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from octavo.word.draft import Draft

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Chunk = str | int


def chunks(story: Draft) -> tuple[Chunk, ...]:
    """The XML of a story, text and marks in turn."""
    text = etree.tostring(story.root, encoding="unicode", with_tail=False)
    return tuple(_split(text, story.sigil))


def inner_chunks(story: Draft, holder: etree._Element) -> tuple[Chunk, ...]:
    """The XML of what an element holds, text and marks in turn; its namespaces are in scope."""
    border = f"{story.sigil}{story.sigil}"
    holder.insert(0, etree.ProcessingInstruction(PI_NAME, border))
    holder.append(etree.ProcessingInstruction(PI_NAME, border))
    text = etree.tostring(holder, encoding="unicode", with_tail=False)
    del holder[0], holder[-1]
    return tuple(_split(text.split(f"<?{PI_NAME} {border}?>")[1], story.sigil))


def _split(text: str, sigil: str) -> Iterator[Chunk]:
    """Text and marks; an instruction around a mark falls away."""
    text = text.replace(f"<?{PI_NAME} {sigil}", sigil).replace(f"{sigil}?>", sigil)
    for number, piece in enumerate(text.split(sigil)):
        yield int(piece) if number % 2 else piece
