from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from octavo.ooxml import packed, write_archive
from octavo.ooxml.archive import DEFLATED, STORED, InflateError, inflate
from octavo.ooxml.errors import DEFAULT_LIMITS


def test_a_member_is_packed_where_that_makes_it_smaller() -> None:
    assert [packed("a", data).method for data in (b"words " * 50, b"w")] == [DEFLATED, STORED]


def test_a_member_that_would_inflate_as_a_bomb_is_stored() -> None:
    assert packed("a", bytes(DEFAULT_LIMITS.ratio_from)).method == DEFLATED
    assert packed("a", bytes(DEFAULT_LIMITS.ratio_from + 1)).method == STORED


def test_another_program_reads_what_is_written() -> None:
    data = {"é.xml": b"words " * 50, "b": b""}
    written = write_archive(packed(name, content) for name, content in data.items())
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == data


def test_no_more_is_inflated_than_an_archive_says() -> None:
    small = zlib.compress(b"words " * 1000, wbits=-15)
    assert inflate(small, 6000) == b"words " * 1000
    with pytest.raises(InflateError) as caught:
        inflate(small, 5999)
    assert caught.value.too_large or "long" in str(caught.value)
