"""A message is its own text; an attachment is another source."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from bluf.data import read as read_brief
from bluf.evidence import SourceError, decode_source, proven
from bluf.evidence.formats import mail, mhtml

BRIEF = """\
id: talks
title: Talks
date: 2026-03-02
to: Minister
from: Desk
bottom_line: They talked.
parties: {rs: {name: Serbia}, us: {name: United States}}
sources: {a: {title: A, publisher: P, party: rs, file: "a.eml#note.txt"}}
requests:
  - {id: R1, from: rs, to: us, ask: A, evidence: [{source: a, quote: "We will fund it"}]}
"""


def message(text: str | None = "See the note.") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = "Talks"
    if text is not None:
        made.set_content(text)
    made.add_attachment(b"We will fund it.", maintype="text", subtype="plain", filename="note.txt")
    return made


def refusal(data: bytes) -> str:
    with pytest.raises(SourceError) as caught:
        mail.read(data, "a.eml")
    return caught.value.findings[0].hint


def test_the_text_of_a_message_is_read_without_its_attachments() -> None:
    assert decode_source(message().as_bytes(), "a.eml").text == "See the note.\n"


def test_an_attachment_is_a_source_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.eml").write_bytes(message().as_bytes())
    Path("brief.yaml").write_text(BRIEF, encoding="utf-8")
    assert proven(read_brief("brief.yaml")).proof.verified == 1


def test_a_message_without_text_names_its_attachments() -> None:
    assert "a.eml#note.txt" in refusal(message(None).as_bytes())
    assert "save the page" in refusal(b"Subject: x\nContent-Type: image/png\n\nx")
    with pytest.raises(SourceError) as caught:
        mail.attachment(message().as_bytes(), "other.txt", "a.eml")
    assert caught.value.findings[0].hint == "its attachments: “note.txt”"
    with pytest.raises(SourceError) as caught:
        mail.attachment(b"Subject: x\n\nx", "other.txt", "a.eml")
    assert caught.value.findings[0].hint == "its attachments: none"


def test_a_page_among_other_parts_is_found() -> None:
    saved = (
        "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
        "Content-Type: image/png\n\nx\n--b\nContent-Type: text/html\n"
        "Content-Location: https://example.org/a/page.html\n\n"
        "<link rel=stylesheet href=x.css><p>Shown.</p><p class=h>Hidden.</p>\n--b\n"
        "Content-Type: text/css\nContent-Location: https://example.org/a/x.css\n\n"
        ".h {display: none}\n--b--\n"
    )
    assert mhtml.read(saved.encode(), "a.mhtml").text == "Shown.\n"
