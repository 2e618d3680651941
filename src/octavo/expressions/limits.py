"""How much a template may ask for."""

from __future__ import annotations

from msgspec import Struct


class Limits(Struct, frozen=True):
    """Bounds on one template and one rendering of it.

    Attributes:
        tag: Characters in one tag.
        tags: Tags in one template.
        broken: Broken tags in one text, each of which takes long to be sure of.
        line: Characters in one paragraph that holds tags.
        depth: Levels of brackets and operators within one expression.
        blocks: Blocks within one another.
        loops: Loops within one another.
        items: Turns of all loops of one rendering together.
        output: Characters of one rendered story.
        text: Characters of one text that an expression makes.
        width: Any width or count that is given to a filter.
        bits: Size of a whole number that an expression makes.
        flaws: Faults that compiling looks for before it gives up.
        faults: Faults that one rendering looks for before it gives up.
    """

    tag: int = 4_000
    tags: int = 10_000
    broken: int = 100
    line: int = 100_000
    depth: int = 40
    blocks: int = 40
    loops: int = 12
    items: int = 1_000_000
    output: int = 64_000_000
    text: int = 1_000_000
    width: int = 1_000
    bits: int = 256
    flaws: int = 200
    faults: int = 20


LIMITS = Limits()
