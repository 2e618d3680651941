from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from bluf.cli.app import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.mark.usefixtures("two")
def test_a_thread_is_told_by_any_of_its_ids(capsys: pytest.CaptureFixture[str]) -> None:
    stories = []
    for item in ("2025-01-01-a#F1", "2025-02-01-b#F1"):
        assert run(["thread", item, "--as-of", "2025-02-02"]) == 0
        stories.append(capsys.readouterr().out)
    assert stories[0] == stories[1]
    assert "2025-02-01  carried over (2025-02-01-b)" in stories[0]


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2025-01-01-a#F9"], "did you mean “2025-01-01-a#F2”?"),
        (["2025-01-01-a#F1", "--as-of", "2024-01-01"], "was recorded by 2024-01-01"),
    ],
)
def test_a_thread_that_is_not_there_is_a_usage_error(
    capsys: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    assert run(["thread", *arguments]) == 2
    assert message in capsys.readouterr().err


@pytest.mark.usefixtures("two")
def test_a_bare_id_will_do_where_it_means_one_item(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["thread", "F1"]) == 0
    assert "Launch the dialogue" in capsys.readouterr().out


def test_a_bare_id_that_means_two_items_is_told(
    put: Callable[..., Path], capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(1, 7):
        put(f"2025-0{number}-01-x", "follow_ups: [{id: F1, action: Launch it, due: 2025-12-31}]\n")
    assert run(["thread", "F1"]) == 2
    assert "“F1” stands in 6 briefs: 2025-01-01-x#F1," in capsys.readouterr().err
