from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from bluf.files import TargetError, leaves_its_folder, write_atomic

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = b"old" * 200_000, b"new" * 300_000
WRITE_FOREVER = """
import sys
from pathlib import Path
from bluf.files import write_atomic
old, new = b"old" * 200_000, b"new" * 300_000
print("ready", flush=True)
while True:
    write_atomic(Path(sys.argv[1]), new)
    write_atomic(Path(sys.argv[1]), old)
"""


def leftovers(folder: Path) -> list[str]:
    return [each.name for each in folder.iterdir() if each.suffix == ".bluf-tmp"]


def test_a_new_file_gets_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.md"
    write_atomic(path, b"text")
    assert path.read_bytes() == b"text"


def test_a_file_is_replaced_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_is_written_through(tmp_path: Path) -> None:
    target = tmp_path / "target.md"
    target.write_bytes(b"old")
    link = tmp_path / "link.md"
    link.symlink_to(target)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("is_there", [True, False])
def test_no_link_leads_out_of_the_folder(tmp_path: Path, is_there: bool) -> None:
    elsewhere = tmp_path / "elsewhere.md"
    if is_there:
        elsewhere.write_bytes(b"secret")
    link = tmp_path / "sent" / "out.md"
    link.parent.mkdir()
    link.symlink_to(elsewhere)
    with pytest.raises(TargetError, match="a link of that name points outside the folder"):
        write_atomic(link, b"new")
    assert elsewhere.exists() is is_there
    assert [each.name for each in link.parent.iterdir()] == ["out.md"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no named pipes in folders")
def test_nothing_but_a_file_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe.md"
    os.mkfifo(path)
    with pytest.raises(TargetError, match="not a regular file"):
        write_atomic(path, b"new")
    assert path.is_fifo()


def test_a_path_that_is_no_link_leads_nowhere_else(tmp_path: Path) -> None:
    assert not leaves_its_folder(tmp_path / "a")
    assert leaves_its_folder(tmp_path / ".." / "a", tmp_path)


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        pass
    mine = tmp_path / f".a.md.{os.getpid()}-x.bluf-tmp"
    other = tmp_path / f".b.md.{ended.pid}-x.bluf-tmp"
    for each in (mine, other):
        each.write_bytes(b"half")
    write_atomic(tmp_path / "c.md", b"x")
    assert leftovers(tmp_path) == [mine.name]


def test_a_run_of_another_user_may_still_be_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)
    other = tmp_path / ".b.md.4242-x.bluf-tmp"
    other.write_bytes(b"half")
    write_atomic(tmp_path / "c.md", b"x")
    assert leftovers(tmp_path) == [other.name]


def test_a_folder_in_the_way_is_named(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="there is a folder of that name") as caught:
        write_atomic(tmp_path, b"x")
    assert caught.value.filename == str(tmp_path)


def test_what_a_killed_run_left_is_cleared_once_it_is_old(tmp_path: Path) -> None:
    path = tmp_path / "b[1].md"
    stale, fresh = tmp_path / ".b[1].md.1.bluf-tmp", tmp_path / ".b[1].md.2.bluf-tmp"
    for each in (stale, fresh):
        each.write_bytes(b"half")
    long_ago = time.time() - 7200
    os.utime(stale, (long_ago, long_ago))
    write_atomic(path, b"x")
    assert leftovers(tmp_path) == [fresh.name]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on the size of a file")
def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    path.write_bytes(b"old")
    script = (
        "import resource, signal, sys; from pathlib import Path;"
        "from bluf.files import write_atomic;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000));"
        "write_atomic(Path(sys.argv[1]), b'x' * 5000)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=False
    )
    assert "OSError" in done.stderr
    assert path.read_bytes() == b"old"
    assert leftovers(tmp_path) == []


def test_whatever_stops_a_write_leaves_the_old_file_and_no_litter(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "b.md"
    path.write_bytes(b"old")
    for stop in (KeyboardInterrupt(), PermissionError(13, "Permission denied")):

        def refuse(*_: object, stop: BaseException = stop) -> None:
            raise stop

        monkeypatch.setattr(os, "replace", refuse)
        with pytest.raises(type(stop)):
            write_atomic(path, b"new")
        assert path.read_bytes() == b"old"
        assert leftovers(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is a signal of POSIX")
def test_killed_at_any_moment_the_file_is_the_old_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "b.md"
    for attempt in range(12):
        command = [sys.executable, "-c", WRITE_FOREVER, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            process.stdout.readline()
            time.sleep(0.003 * attempt + 0.02)
            process.send_signal(signal.SIGKILL)
        assert not path.exists() or path.read_bytes() in (OLD, NEW)
