"""A message saved by a mail program (RFC 5322): its subject and its own text.

An attachment is another document: it is a source by itself, named after the message and a “#”.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.evidence.error import refusal
from bluf.evidence.formats.mhtml import parse, read_body
from bluf.evidence.text import SourceText
from octavo.location import FileLocation

if TYPE_CHECKING:
    from email.message import EmailMessage


def read(data: bytes, path: str) -> SourceText:
    """The text of a message as its reader sees it: HTML where it has any.

    Raises:
        SourceError: ``source-unreadable`` where it has no text, and as `mhtml.read_body` does.
    """
    message = parse(data)
    body = message.get_body(("html", "plain"))
    if body is None and (names := [name for name, _ in _attachments(message)]):
        hint = f"name the attachment that is quoted: “{path}#{names[0]}”"
        reason = "the message has no text of its own"
        raise refusal("source-unreadable", reason, FileLocation(path), hint)
    return read_body(message, body, path)


def attachment(data: bytes, name: str, path: str) -> bytes:
    """The content of an attachment.

    Raises:
        SourceError: ``source-file-missing`` where the message has none of that name.
    """
    attached = _attachments(parse(data))
    for one, content in attached:
        if one == name:
            return content
    known = ", ".join(f"“{one}”" for one, _ in attached) or "none"
    message = f"the message has no attachment “{name}”"
    raise refusal("source-file-missing", message, FileLocation(path), f"its attachments: {known}")


def _attachments(message: EmailMessage) -> list[tuple[str, bytes]]:
    found = []
    for part in message.walk():
        name, content = part.get_filename(), part.get_payload(decode=True)
        if name and isinstance(content, bytes):
            found.append((name, content))
    return found
