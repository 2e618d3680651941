"""The subject of the rules about templates: what a compiled template asks of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bluf.markdown import compile_template as compile_markdown
from bluf.views import fields
from bluf.word import compile_template as compile_word

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from bluf.finding import Finding
    from bluf.location import Location
    from bluf.views import Field


@dataclass(frozen=True, slots=True)
class TemplateUse:
    """What a template asks of the data.

    Attributes:
        path: The template, as the caller named it.
        asks: Each name it asks for, with the place of the tag.
        known: The names there are; none for a template of something else than a brief, whose
            names are held against the data when it is filled.
        warnings: What its engine found, though it can be filled in.
    """

    path: str
    asks: tuple[tuple[str, Location], ...]
    known: Mapping[str, Field]
    warnings: tuple[Finding, ...] = ()


def read_template(path: Path) -> TemplateUse:
    """What a Word or Markdown template asks of the view of a brief.

    Raises:
        FindingsError: It is no template, not a safe one, or one with faults; names all of them.
        OSError: A Word template cannot be read.
    """
    if path.suffix == ".md":
        markdown = compile_markdown(path)
        asked = tuple((ask.path, markdown.location(ask.mark)) for ask in markdown.asks)
        return TemplateUse(path.as_posix(), asked, _known(asked))
    word = compile_word(path)
    found = tuple((field.path, field.location) for field in word.fields)
    return TemplateUse(path.as_posix(), found, _known(found), word.warnings)


def _known(asked: tuple[tuple[str, Location], ...]) -> Mapping[str, Field]:
    """The names of a brief; none for a template that asks for nothing of one, as the register's."""
    roots = {name.partition(".")[0] for name, _ in asked}
    return fields() if roots & {"brief", "labels"} or not roots else {}
