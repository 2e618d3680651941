from __future__ import annotations

import io
import zipfile

import docx
from docx.oxml import parse_xml
from tests.octavo.ooxml.metadata.conftest import W, bytes_of, new_document, scrubbed, telling


def test_nothing_that_travels_unseen_is_left() -> None:
    data = bytes_of(new_document())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        planted = {name: archive.read(name) for name in archive.namelist()}
    assert len(telling(planted)) >= 5
    assert telling(scrubbed(data)) == set()


def test_protection_holds_on_without_its_password() -> None:
    document = docx.Document()
    text = f'<w:documentProtection {W} w:edit="forms" w:enforcement="1" w:hash="mark-here"/>'
    document.settings.element.insert(0, parse_xml(text))
    settings = scrubbed(bytes_of(document))["word/settings.xml"]
    assert b'w:edit="forms" w:enforcement="1"' in settings
    assert b"mark-" not in settings
