"""What was read of a source is kept by its sum, whole or not at all."""

from __future__ import annotations

import hashlib
import zlib
from typing import TYPE_CHECKING

from bluf.pipeline.remembering import MOST_BYTES, KeptTexts, kept_texts
from bluf.pipeline.store import Store

if TYPE_CHECKING:
    from pathlib import Path


def test_what_is_not_whole_is_not_recalled(tmp_path: Path) -> None:
    texts = KeptTexts(Store(tmp_path / "cache"))
    texts.keep(b"file", b"text")
    assert texts.recall(b"file") == b"text"
    assert texts.recall(b"another") is None
    (kept,) = (tmp_path / "cache").glob("??/*")
    for packed in (b"no zlib", zlib.compress(b"text")[:-1], zlib.compress(bytes(MOST_BYTES + 1))):
        kept.write_bytes(hashlib.sha256(packed).digest() + packed)
        assert texts.recall(b"file") is None


def test_without_a_cache_there_is_no_memory() -> None:
    assert kept_texts(None, is_open=True) is None
