"""A smallest engine over the expressions: plain text in, plain text out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from octavo.expressions import (
    LIMITS,
    SANDBOX,
    Code,
    Frame,
    Kind,
    Manner,
    RunError,
    TagError,
    Writer,
    match,
    no_keep,
    read,
    scan,
    stand_in,
    text_of,
    unknown_calls,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from octavo.expressions import Fault, Item, Step


class RefusedError(Exception):
    """The template was refused; ``faults`` by the source of the tag at fault."""

    def __init__(self, faults: list[tuple[str, Fault]]) -> None:
        self.faults = faults
        super().__init__(str(faults))


def compile_text(text: str) -> Code:
    found = scan(text)
    faults = [(broken.source, broken.fault) for broken in found.misread]
    items: list[Item] = []
    steps: list[Step] = []
    position = 0
    for mark, tag in enumerate(found.tags):
        items.append(text[position : tag.start])
        position = tag.end
        if tag.kind is Kind.ESCAPE:
            items.append(tag.body)
            continue
        if tag.kind in {Kind.COMMENT, Kind.RAW}:
            continue
        try:
            step: Step | None = read(tag, mark)
        except TagError as error:
            faults += [(tag.source, fault) for fault in error.faults]
            step = stand_in(tag.word, tag.source, mark)
        if step is not None:
            steps.append(step)
            items.append(step)
    faults += [(found.tags[f.mark].source, f.fault) for f in match(steps).faults]
    faults += [(found.tags[mark].source, fault) for mark, fault in unknown_calls(steps, SANDBOX)]
    if faults:
        raise RefusedError(faults)
    return Code([*items, text[position:]])


def run(
    code: Code,
    data: Mapping[str, object],
    write: Callable[[object, int], str],
    keep: Callable[[list[str], int], list[str]] = no_keep,
    manner: Manner | None = None,
) -> str:
    frame = Frame(SANDBOX, data, Writer(write, keep), manner or Manner())
    text = "".join(code.pieces(frame))
    if frame.faults:
        raise RunError(frame.found)
    return text


@pytest.fixture
def render() -> Callable[..., str]:
    def render(text: str, /, language: str = "en", work: int = LIMITS.work, **data: object) -> str:
        return run(
            compile_text(text),
            data,
            lambda value, _: text_of(value),
            manner=Manner(language, work=work),
        )

    return render


@pytest.fixture
def refused() -> Callable[[str], list[tuple[str, Fault]]]:
    def refused(text: str) -> list[tuple[str, Fault]]:
        with pytest.raises(RefusedError) as caught:
            compile_text(text)
        return caught.value.faults

    return refused


@pytest.fixture
def compiled() -> Callable[[str], Code]:
    return compile_text


@dataclass
class Court:
    name: str


def markdown(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "t.md"
    path.write_text(text, encoding="utf-8")
    return path
