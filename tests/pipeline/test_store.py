from __future__ import annotations

import os
from pathlib import Path

import pytest

from bluf.cli.app import run
from bluf.pipeline.store import Store, cache_folder, is_private

NAME = "ab12"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "cache")


def test_what_is_kept_is_for_its_user_alone(store: Store) -> None:
    store.write(NAME, b"x")
    assert store.read(NAME) == b"x"
    assert store.read("other") is None
    (path,) = store.folder.glob("??/*")
    modes = [each.stat().st_mode & 0o777 for each in (store.folder, path.parent, path)]
    assert modes == [0o700, 0o700, 0o600]


def test_a_folder_that_others_may_write_to_is_not_read(store: Store) -> None:
    store.write(NAME, b"x")
    store.folder.chmod(0o777)
    assert store.read(NAME) is None
    assert store.size() == 0
    store.write("cd", b"y")
    assert not (store.folder / "cd").exists()


def test_a_folder_behind_a_link_is_not_read(store: Store, tmp_path: Path) -> None:
    store.write(NAME, b"x")
    (tmp_path / "link").symlink_to(store.folder)
    assert Store(tmp_path / "link").read(NAME) is None
    assert not is_private(tmp_path / "nowhere")
    (tmp_path / "file").touch()
    assert not is_private(tmp_path / "file")


def test_a_folder_of_another_user_is_not_read(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(NAME, b"x")
    monkeypatch.setattr(os, "geteuid", lambda: -1)
    assert store.read(NAME) is None


def test_where_nothing_can_be_kept_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    Store(tmp_path / "file").write(NAME, b"x")
    assert Store(tmp_path / "file").read(NAME) is None


def test_it_is_bounded_and_what_was_longest_unused_goes(store: Store) -> None:
    for number, name in enumerate(("aa1", "bb2", "cc3")):
        store.write(name, b"x" * 100)
        (path,) = store.folder.glob(f"*/{name}")
        os.utime(path, (number, number))
    assert store.size() == 300
    store.shrink(150)
    assert [path.name for path in store.folder.glob("??/*")] == ["cc3"]


@pytest.mark.parametrize(
    ("environment", "folder"),
    [
        ({"BLUF_CACHE": "off"}, None),
        ({"BLUF_CACHE": "in/project"}, None),
        ({"BLUF_CACHE": "/c"}, "/c"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "/x"}, "/x/bluf"),
        ({"HOME": "/h", "XDG_CACHE_HOME": "in/project"}, "/h/.cache/bluf"),
        ({"HOME": "/h"}, "/h/.cache/bluf"),
        ({"HOME": "h"}, None),
        ({}, None),
    ],
)
def test_it_lies_where_the_system_has_such_folders(
    environment: dict[str, str], folder: str | None
) -> None:
    assert cache_folder(environment) == (Path(folder) if folder else None)


def test_the_doctor_says_its_size(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    store.write(NAME, b"x" * 1024 * 1024)
    monkeypatch.setenv("BLUF_CACHE", str(store.folder))
    run(["doctor"])
    assert f"{store.folder} holds 1.0 MiB" in capsys.readouterr().out
