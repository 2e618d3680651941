from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import DEFAULT_LIMITS, Limits, PackageError
from octavo.ooxml.read import unpack_archive

if TYPE_CHECKING:
    from collections.abc import Callable


def test_members_come_in_their_order_without_folders(archive: Callable[..., bytes]) -> None:
    found = unpack_archive(archive({"b": "two", "a/": "", "a/c": "one"}), "a.zip", DEFAULT_LIMITS)
    assert {name: data for name, (_, data) in found.items()} == {"b": b"two", "a/c": b"one"}
    assert list(found) == ["b", "a/c"]


def test_a_member_whose_check_sum_is_wrong_is_named(archive: Callable[..., bytes]) -> None:
    data = archive({"good": "right", "bad": "words"}, 0)
    broken = data.replace(b"words", b"sword")
    assert zlib.crc32(b"words") != zlib.crc32(b"sword")
    with pytest.raises(PackageError) as caught:
        unpack_archive(broken, "a.zip", DEFAULT_LIMITS)
    (finding,) = caught.value.findings
    assert finding.message == "“bad” cannot be read: its check sum is wrong"


def test_an_archive_of_too_many_members_is_refused(archive: Callable[..., bytes]) -> None:
    with pytest.raises(PackageError):
        unpack_archive(archive({"a": "", "b": ""}), "a.zip", Limits(members=1))
