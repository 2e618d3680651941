from __future__ import annotations

import pytest

from octavo.ooxml import PackageError
from octavo.ooxml.errors import file_fault, part_fault, refuse


def test_a_file_is_refused_with_every_fault_at_once() -> None:
    faults = [
        file_fault("a.docx", "limit-exceeded", "it is too large"),
        part_fault("a.docx", "word/a.xml", "package-invalid", "it is broken"),
    ]
    with pytest.raises(PackageError) as caught:
        refuse(iter(faults))
    assert caught.value.findings == tuple(faults)
    assert [str(each.location) for each in faults] == ["a.docx", "a.docx: word/a.xml"]


def test_a_file_without_faults_is_not_refused() -> None:
    refuse(())
