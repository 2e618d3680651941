"""Comments of a data file: YAML's and TOML's; the other formats have none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import yaml
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bluf.data import Lines
    from octavo.location import TextLocation

_TOML = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|(?P<comment>\#[^\n\r]*)',
    re.DOTALL,
)
_YAML = re.compile(r"(?:(?<=\s)|(?<![^\n\r]))#[^\n\r]*")
_BLOCK_STYLES = ("|", ">")


class Comment(Struct, frozen=True):
    """A comment and its place; ``alone`` says that nothing else stands on its line."""

    text: str
    location: TextLocation
    alone: bool


def comments(lines: Lines) -> Iterator[Comment]:
    """The comments of a data file, in order; the name's ending tells the format."""
    if lines.path.endswith((".yaml", ".yml")):
        found = _yaml_comments(lines.text)
    elif lines.path.endswith(".toml"):
        found = ((m.start(), m.end()) for m in _TOML.finditer(lines.text) if m["comment"])
    else:
        return
    for start, end in found:
        location = lines.locate(start)
        before = lines.text[start - location.column + 1 : start]
        yield Comment(lines.text[start:end], location, not before.strip())


def _yaml_comments(text: str) -> Iterator[tuple[int, int]]:
    """Where each ``#`` that lies in no scalar starts a comment, and where the comment ends."""
    scalars = _yaml_scalars(text)
    scalar = next(scalars, None)
    for match in _YAML.finditer(text):
        while scalar is not None and scalar[1] <= match.start():
            scalar = next(scalars, None)
        if scalar is None or match.start() < scalar[0]:
            yield match.span()


def _yaml_scalars(text: str) -> Iterator[tuple[int, int]]:
    """Where each scalar starts and ends; the first line of a block scalar is not in it."""
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in _BLOCK_STYLES:
                start = text.find("\n", start)
            yield start, end
