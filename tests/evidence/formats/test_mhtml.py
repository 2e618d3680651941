"""A page saved as one file is read as the page."""

from __future__ import annotations

import pytest

from bluf.evidence import SourceError
from bluf.evidence.formats import mhtml

SAVED = b"""\
From: <Saved by Blink>
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="x"

--x
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p style=3D"display:none">Secret.</p><p>=C4=90uri=C4=87 agreed.</p>
--x
Content-Type: image/png

--x--
"""


def test_the_page_of_the_file_is_read() -> None:
    assert mhtml.read(SAVED, "page.mhtml").text == "Đurić agreed.\n"


def test_a_message_of_plain_text_is_read() -> None:
    message = b"Content-Type: text/plain; charset=windows-1250\n\n\xd0uri\xe6 agreed."
    assert mhtml.read(message, "letter.eml").text == "Đurić agreed."


@pytest.mark.parametrize("data", [b"", b"Content-Type: image/png\n\nx", b"Subject: x\n\n"])
def test_a_file_without_a_page_is_refused(data: bytes) -> None:
    with pytest.raises(SourceError, match="holds no web page"):
        mhtml.read(data, "page.mhtml")
