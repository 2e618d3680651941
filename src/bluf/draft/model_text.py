"""What a language model wrote, as values: out of its fence, mended, and as far as it goes."""

from __future__ import annotations

import re
from typing import Any

import yaml

from bluf.data import mended

_FENCE = re.compile(r"```[\w-]*[ \t]*\n(.*?)(?:\n[ \t]*```|\Z)", re.DOTALL)
_BEGINS = re.compile(r"^(?:[{\[]|-\s|[a-z_]+:(?:\s|$))", re.MULTILINE)
"""How YAML or JSON begins, behind what a model says before it."""
_MOST_MENDED = 200
_TAIL = 40
"""An answer that breaks off is taken without at most so many of its last lines."""
_CLOSED_BY = {"{": "}", "[": "]"}
_TEXT = re.compile(r'"(?:[^"\\]|\\.)*"')


class BrokenTextError(ValueError):
    """A text is neither YAML nor JSON, and cannot be made so."""

    def __init__(self, error: yaml.YAMLError) -> None:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        super().__init__(
            f"the answer is neither YAML nor JSON: {getattr(error, 'problem', error)}{where}"
        )


def values_of(text: str) -> tuple[Any, bool]:
    """The values of a text, and whether it broke off, so that its end was left out.

    A value that needs quotation marks gets them: models forget them as people do.

    Raises:
        BrokenTextError: It is neither YAML nor JSON.
    """
    lines = _body(text).splitlines()
    for _ in range(_MOST_MENDED):
        try:
            return _loaded("\n".join(lines)), False
        except yaml.YAMLError as error:
            if not _mend(lines, error):
                return _cut_off(lines, error), True
    raise BrokenTextError(yaml.YAMLError("too many lines need quotation marks"))


def _body(text: str) -> str:
    """The longest fenced part; without a fence, what begins as YAML or JSON does."""
    fenced = [match[1] for match in _FENCE.finditer(text)]
    if fenced:
        return max(fenced, key=len)
    begin = _BEGINS.search(text)
    return text[begin.start() :] if begin else text


def _loaded(text: str) -> Any:  # noqa: ANN401 - whatever the model wrote
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506 - texts, lists and mappings alone


def _mend(lines: list[str], error: yaml.YAMLError) -> bool:
    """Put the value that stops the parser in quotation marks; whether there was one."""
    marks = (getattr(error, name, None) for name in ("problem_mark", "context_mark"))
    for number in [mark.line for mark in marks if mark and mark.line < len(lines)]:
        remedy = mended(lines[number])
        if remedy:
            lines[number] = lines[number].replace(*remedy, 1)
            return True
    return False


def _cut_off(lines: list[str], error: yaml.YAMLError) -> Any:  # noqa: ANN401 - as above
    """The values of a text that breaks off, without its last lines, its brackets closed."""
    for end in range(len(lines), max(0, len(lines) - _TAIL), -1):
        text = "\n".join(lines[:end]).rstrip().rstrip(",")
        for whole in (text, text + _closing(text)):
            try:
                return _loaded(whole)
            except yaml.YAMLError:
                continue
    raise BrokenTextError(error)


def _closing(text: str) -> str:
    """The brackets that a text leaves open, closed from the innermost on."""
    opened: list[str] = []
    for sign in _TEXT.sub("", text):
        if sign in _CLOSED_BY:
            opened.append(_CLOSED_BY[sign])
        elif opened and sign == opened[-1]:
            opened.pop()
    return "".join(reversed(opened))
