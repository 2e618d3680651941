from __future__ import annotations

import io
import zipfile

import pytest

from bluf.checks.subjects import FinishedOutput


def archive(
    name: str = "word/document.xml", extra: bytes = b"", **altered: tuple[int, int]
) -> bytes:
    """An archive of one member as we write them, save for some bytes of its directory."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as written:
        member = zipfile.ZipInfo(name)
        member.extra = extra
        written.writestr(member, "x")
    data = bytearray(target.getvalue())
    directory = data.index(b"PK\1\2")
    data[directory + 5] = 0  # the system; then flags, times and attributes
    data[directory + 38 : directory + 42] = bytes(4)
    for place, value in altered.values():
        data[directory + place] = value
    return bytes(data)


@pytest.mark.parametrize(
    ("stands", "expected"),
    [
        (None, False),
        (b"no archive", False),
        (archive(), False),
        (archive(utf8=(9, 8)), False),
        (archive(flags=(8, 2)), True),
        (archive(flags=(8, 2), utf8=(9, 8)), True),
        (archive(system=(5, 3)), True),
        (archive(attributes=(38, 1)), True),
        (archive(time=(12, 1)), True),
        (archive(extra=b"\x99\x99\0\0"), True),
        (archive("other.xml", system=(5, 3)), False),
        (archive("word/e.xml", system=(5, 3)), False),
    ],
)
def test_a_word_file_of_another_program_says_more_of_its_members(
    stands: bytes | None, expected: bool
) -> None:
    assert FinishedOutput("a.docx", stands, b"").was_saved_elsewhere is expected


@pytest.mark.parametrize(("again", "expected"), [(None, False), (b"a", False), (b"b", True)])
def test_what_differs_when_it_is_built_twice_varies(again: bytes | None, expected: bool) -> None:
    assert FinishedOutput("a.docx", None, b"a", again).varies is expected
