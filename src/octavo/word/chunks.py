"""A story's tree as text with its marks: serialised once, split where values go in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lxml import etree

from octavo.word.draft import PI_NAME

if TYPE_CHECKING:
    from octavo.word.draft import Draft

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

Chunk = str | int


def chunks(story: Draft) -> list[Chunk]:
    """The XML of a story, text and marks in turn."""
    text = etree.tostring(story.root, encoding="unicode", with_tail=False)
    return _split(text, story.sigil)


def inner_chunks(story: Draft, holder: etree._Element) -> list[Chunk]:
    """The XML of what an element holds, text and marks in turn; its namespaces are in scope."""
    border = f"{story.sigil}{story.sigil}"
    holder.insert(0, etree.ProcessingInstruction(PI_NAME, border))
    holder.append(etree.ProcessingInstruction(PI_NAME, border))
    text = etree.tostring(holder, encoding="unicode", with_tail=False)
    del holder[0], holder[-1]
    return _split(text.split(f"<?{PI_NAME} {border}?>")[1], story.sigil)


def _split(text: str, sigil: str) -> list[Chunk]:
    """Text and marks; an instruction around a mark falls away."""
    text = text.replace(f"<?{PI_NAME} {sigil}", sigil).replace(f"{sigil}?>", sigil)
    pieces: list[Chunk] = [*text.split(sigil)]
    pieces[1::2] = map(int, pieces[1::2])
    return pieces
