from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING

import pytest

from bluf.data import limits, read_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_are_right_whatever_ends_a_line(
    said: Callable[..., list[str]], whole: str, end: str
) -> None:
    (line,) = said(whole.replace("follows: [O1]", "follows: [O9]").replace("\n", end).encode())
    assert line.startswith("60:15 dangling-id: “O9”")


def test_a_file_of_too_many_values_is_refused(said: Callable[..., list[str]]) -> None:
    (line,) = said("a: [" + "x," * limits.NODES + "]\n")
    assert "limit-exceeded: the file has more than 20,000 values" in line


def test_a_bomb_of_aliases_takes_no_memory(said: Callable[..., list[str]]) -> None:
    bomb = ["a: &a [x,x,x,x,x,x,x,x,x,x]"]
    for earlier, later in zip("abcdefgh", "bcdefghi", strict=True):
        bomb.append(f"{later}: &{later} [{','.join([f'*{earlier}'] * 10)}]")
    tracemalloc.start()
    (line,) = said("\n".join(bomb))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert "limit-exceeded" in line
    assert peak < 8 * 1024 * 1024


def test_aliases_to_a_long_text_count_by_its_length(said: Callable[..., list[str]]) -> None:
    (line,) = said(f"a: &a {'x' * 100_000}\nb: [{','.join(['*a'] * 1000)}]\n")
    assert "limit-exceeded: aliases expand to more than 20,000 values" in line


def test_a_key_that_steers_a_terminal_is_refused(said: Callable[..., list[str]]) -> None:
    lines = said('"\\e[2J": x\n')
    assert any(line.startswith("1:1 bad-character: this text holds U+001B") for line in lines)
    assert not any("\x1b" in line for line in lines)


def test_a_key_without_a_value_is_a_field_without_one(tmp_path: Path) -> None:
    path = tmp_path / "any.yaml"
    path.write_text("a: {b c}\nd:\n", encoding="utf-8")
    assert read_tree(path).values == {"a": {"b c": None}, "d": None}
