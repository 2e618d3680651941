"""What is wrong with a YAML text, in words for those who write data files; and what mends it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bluf.data import limits
from bluf.data.formats.advice import Advice, advice
from bluf.data.writers.yaml_text import in_marks
from octavo.location import TextLocation

if TYPE_CHECKING:
    import yaml

    from bluf.data.lines import Lines
    from octavo.finding import Finding


_GLUED = re.compile(r"\s*(?:- )?\w+:(?=\S)")


def syntax_fault(error: yaml.MarkedYAMLError, lines: Lines) -> Finding:
    """The finding for what stopped the parser."""
    problem = error.problem or ""
    mark = error.problem_mark or error.context_mark
    offset = mark.index if mark else 0
    if "invalid Unicode character escape" in problem:
        return _surrogate(lines, offset)
    if "nesting" in problem:
        return too_deep(lines, offset)
    if "mapping values" in problem or "expected key" in problem:
        return _stray(lines, offset)
    words = _words(problem, lines.text[offset : offset + 1])
    if words.at_context and error.context_mark is not None:
        offset = error.context_mark.index
    return lines.fault("data-syntax", words.message, offset, words.hint)


def too_deep(lines: Lines, place: int | TextLocation) -> Finding:
    """The finding for values within values beyond `limits.DEPTH`."""
    message = f"values nest more than {limits.DEPTH} levels deep"
    hint = "a data file holds one brief; no field needs that depth"
    return lines.fault("limit-exceeded", message, place, hint)


def _words(problem: str, sign: str) -> Advice:
    first_sign, known = advice("first_sign"), advice("yaml")
    if "cannot start any token" in problem and sign in first_sign:
        return first_sign[sign]
    return next((words for held, words in known.items() if held in problem), known["other"])


def _stray(lines: Lines, offset: int) -> Finding:
    """The finding for a colon or a word where neither can stand, by what stands before it."""
    place = lines.locate(offset)
    line = lines.line(place.line)
    before = line[: place.column - 1]
    above = lines.line(place.line - 1)
    if ": " in before:
        kind = "after quotation" if before.rstrip().endswith(("'", '"')) else "second colon"
    elif glued := _GLUED.match(above):
        kind, line = "missing blank", above
        place = TextLocation(place.path, place.line - 1, glued.end())
    else:
        kind = "misaligned"
        place = TextLocation(place.path, place.line, len(line) - len(line.lstrip()) + 1)
    words = advice("stray")[kind]
    return lines.fault("data-syntax", words.message, place, words.hint)


def _surrogate(lines: Lines, offset: int) -> Finding:
    message = "this escape names half a surrogate pair, which is not a character"
    hint = "write the character itself"
    return lines.fault("bad-character", message, offset, hint)


_LINE = re.compile(r"(\s*(?:-\s+)*(?:[A-Za-z_][\w ]*?:\s+)?)(\S.*?)\s*\Z")
_SIGNS = "@`%*&!"
"""No value begins with one of these but in quotation marks."""
_OPENED = {"{": "}", "[": "]"}
_COMMENT = re.compile(r"\s+#(?:\s.*)?\Z")
_TAKEN_FOR_COMMENT = re.compile(r"(?<=\S) #(?=[^\s#])")
_CLOSED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?\Z""")


def mended(line: str) -> tuple[str, str] | None:
    """The value of a line and what to write in its place; None where marks are no remedy."""
    match = _LINE.match(line)
    if match is None:
        return None
    head, value = match.groups()
    value = value if value[0] in "\"'" else _COMMENT.sub("", value)
    is_field = head.rstrip().endswith(":")
    return (value, in_marks(value)) if is_field and _needs_marks(value) else None


def cut_short(rest: str) -> tuple[str, str] | None:
    """A value that a “#” cuts short, and what to write in its place; None where none does.

    ``rest`` is its line from the value on: one blank before the sign and none behind it are text,
    as in “item #3”; a comment is written with a blank behind its sign.
    """
    value = _COMMENT.sub("", rest)
    return (value, in_marks(value)) if _TAKEN_FOR_COMMENT.search(value) else None


def _needs_marks(value: str) -> bool:
    first = value[0]
    if first in "\"'":
        return first in value[1:-1] and _CLOSED.fullmatch(value) is None
    if first in _OPENED:
        _, closed, behind = value.rpartition(_OPENED[first])
        is_text = not any(sign in value for sign in (":", ","))
        return bool(closed and behind.strip()) or (is_text and not closed)
    return first in _SIGNS or ": " in value or value.endswith(":")
