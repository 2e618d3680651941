from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.roundtrip.base import digest_in, is_as_written, stamped
from octavo.ooxml import read_package, write_package

if TYPE_CHECKING:
    from tests.roundtrip.conftest import Sent


def test_a_file_with_properties_of_its_own_keeps_them_beside_the_digest(sent: Sent) -> None:
    once = sent.word.read_bytes()
    twice = write_package(stamped(read_package(once, "a.docx")))
    assert is_as_written(twice) is True
    assert digest_in(read_package(twice, "a.docx")) == digest_in(read_package(once, "a.docx"))
