"""A brief as YAML with comments: each on a line of its own, above what it speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.data.formats.document import parsed_text
from bluf.data.lines import Lines
from bluf.data.writers import yaml_text
from octavo.location import TextLocation

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.data.tree import Steps
    from bluf.model import Brief


def commented(brief: Brief, comments: Mapping[Steps, str], last: tuple[str, ...] = ()) -> str:
    """The text of the file.

    Args:
        brief: What it records.
        comments: What is said of its parts, by path; of a part that is left out nothing is said.
        last: Lines of a comment at the end of the file.
    """
    text = yaml_text.write(brief)
    lines = Lines("brief.yaml", text)
    places = parsed_text(lines).places
    written = text.splitlines()
    above: dict[int, str] = {}
    for path, words in comments.items():
        location = places.key(*path)
        if places.find(*path) is not None and isinstance(location, TextLocation):
            above.setdefault(location.line, " ".join(words.split()))
    result: list[str] = []
    for number, line in enumerate(written, 1):
        if number in above:
            indent = line[: len(line) - len(line.lstrip())]
            result.append(f"{indent}# {above[number]}")
        result.append(line)
    return "\n".join([*result, *(f"# {line}".rstrip() for line in last)]) + "\n"
