from __future__ import annotations

from pathlib import Path

import pytest

from bluf.pipeline import Order, snapshot
from bluf.pipeline.order import Head
from bluf.pipeline.snapshot import TooMuchError, folder_sums, inputs, sum_of


def test_a_sum_is_that_of_the_content_or_says_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one", encoding="utf-8")
    (tmp_path / "b").write_text("one", encoding="utf-8")
    assert sum_of(tmp_path / "a") == sum_of(tmp_path / "b") != sum_of(tmp_path / "c") == "absent"
    assert sum_of(tmp_path).startswith("other ")


def test_a_folder_that_holds_too_much_is_not_added_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    (tmp_path / "c.bluf-tmp").write_text("half", encoding="utf-8")
    assert [Path(name).name for name in folder_sums(tmp_path)] == ["a", "b"]
    monkeypatch.setattr(snapshot, "_MOST_FILES", 1)
    with pytest.raises(TooMuchError):
        folder_sums(tmp_path)


def test_a_brief_is_made_from_its_folder_and_every_path_of_its_order(tmp_path: Path) -> None:
    data, logo = tmp_path / "talks" / "brief.yaml", tmp_path / "logo.png"
    (data.parent / ".bluf").mkdir(parents=True)
    for path in (data, data.parent / ".bluf" / "base", logo):
        path.write_text("x", encoding="utf-8")
    order = Order(data, template=str(tmp_path / "own.docx"), letterhead=Head(logo=logo))
    found = inputs(order, shelf=False)
    assert {str(data), str(logo), str(tmp_path / "own.md")} <= found.keys()
    assert found.keys() ^ inputs(order, shelf=True).keys() == {str(data.parent / ".bluf" / "base")}
