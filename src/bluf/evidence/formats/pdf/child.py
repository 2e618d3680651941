"""The child process in which PDFium reads: one for each worker, kept over files.

PDFium is written in C++ and is given files of strangers: whatever breaks or hangs there ends the
child, not us. It is a plain subprocess, since daemonic workers may not start any of
multiprocessing.
"""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from contextlib import suppress
from threading import Lock, Timer
from typing import IO

from msgspec import DecodeError, msgpack

from bluf.evidence.formats.pdf.messages import Failed, Open, Reply, Request

OPEN_SECONDS = 60
PAGE_SECONDS = 30
"""So long a page may take, to be read or to be looked at; a page of text takes milliseconds."""
_PATIENCE = 2
_LENGTH = 8
_COMMAND = (sys.executable, "-P", "-m", "bluf.evidence.formats.pdf.worker")
"""With ``-P``: no module of the working directory is ever run."""


def write_frame(stream: IO[bytes], message: Request | Reply) -> None:
    """Send one message: its length, then itself."""
    body = msgpack.encode(message)
    stream.write(len(body).to_bytes(_LENGTH, "big") + body)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next message, or None where the other side has ended."""
    head = stream.read(_LENGTH)
    size = int.from_bytes(head, "big")
    body = stream.read(size) if len(head) == _LENGTH else b""
    return body if head and len(body) == size else None


class Child:
    """A process that holds one open file at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._held: bytes | None = None
        self._lock = Lock()

    def open(self, data: bytes) -> Reply:
        """Whether the file can be opened, and how many pages it has.

        A child that ends over it is started anew, once: what ended it may be the file before.
        """
        with self._lock:
            self._held = None
            opened = self._exchange(Open(data), OPEN_SECONDS)
            if isinstance(opened, Failed):
                opened = self._exchange(Open(data), OPEN_SECONDS)
            self._held = data
            return opened

    def ask(self, data: bytes, request: Request) -> Reply:
        """The answer to a request about the file ``data``; `Failed` where the child cannot."""
        if data is not self._held or self._process is None or self._process.poll() is not None:
            self.open(data)
        with self._lock:
            return self._exchange(request, PAGE_SECONDS)

    def close(self) -> None:
        """End the process."""
        process, self._process, self._held = self._process, None, None
        if process is None:
            return
        assert process.stdin is not None  # noqa: S101 - a pipe
        with suppress(OSError):
            process.stdin.close()  # an idle child ends by itself
        try:
            process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        assert process.stdout is not None  # noqa: S101 - a pipe
        process.stdout.close()

    def _exchange(self, request: Request, seconds: float) -> Reply:
        process = self._process = self._process or _start()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        timer = Timer(seconds, process.kill)
        timer.start()
        try:
            write_frame(process.stdin, request)
            answer = read_frame(process.stdout)
            if answer is not None:
                return msgpack.decode(answer, type=Reply)
        except (OSError, DecodeError):
            pass
        finally:
            timer.cancel()
        self.close()
        return Failed()


def _start() -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # noqa: S603 - our own module
        _COMMAND, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )


_OWN: dict[int, Child] = {}
"""By process: one that was forked from another starts a child of its own."""


def child() -> Child:
    """The child process of this process."""
    if os.getpid() not in _OWN:
        _OWN[os.getpid()] = Child()
        atexit.register(_OWN[os.getpid()].close)
    return _OWN[os.getpid()]
