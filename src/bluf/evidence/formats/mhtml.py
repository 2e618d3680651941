"""A page saved as one file (MIME, RFC 2557): its page, with the style sheets saved beside it."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from bluf.evidence import encodings
from bluf.evidence.error import refusal
from bluf.evidence.formats import html, text
from bluf.evidence.text import SourceText
from octavo.location import FileLocation

if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart


def read(data: bytes, path: str) -> SourceText:
    """The visible text of a page saved as one file.

    Raises:
        SourceError: ``source-unreadable`` where it holds no page, and as `html.read` does.
    """
    message = parse(data)
    body = message.get_body(("related", "html", "plain")) or _first(message)
    if body is not None and body.get_content_type() == "multipart/related":
        body = _first(body)
    return read_body(message, body, path)


def parse(data: bytes) -> EmailMessage:
    """The parts of a message; nothing of it is opened or run."""
    return email.message_from_bytes(data, policy=email.policy.default)


def read_body(message: EmailMessage, body: MIMEPart | None, path: str) -> SourceText:
    """The visible text of a part that is HTML or plain text.

    Raises:
        SourceError: ``source-unreadable`` where there is none, and as the readers of both do.
    """
    place = FileLocation(path)
    content = body.get_payload(decode=True) if body else None
    if body is None or not isinstance(content, bytes) or not content:
        reason = "the file holds no web page and no message"
        raise refusal("source-unreadable", reason, place, "save the page as HTML")
    label = body.get_content_charset()
    if label and encodings.codec(label) is None:
        message_ = f"“{label}” is not a text encoding"
        raise refusal("encoding", message_, place, "save its text as a file in UTF-8")
    if body.get_content_type() == "text/plain":
        return text.read(content, path, label)
    base = str(body.get("Content-Location", ""))
    return html.read(content, path, label, _resources(message, base), base)


def _first(message: MIMEPart) -> MIMEPart | None:
    """The first page of a file that names none as its body."""
    parts = (part for part in message.walk() if part.get_content_type() == "text/html")
    return next((part for part in parts if not part.is_attachment()), None)


def _resources(message: EmailMessage, base: str) -> dict[str, bytes]:
    """The style sheets among the parts, by every address that the page may give."""
    found: dict[str, bytes] = {}
    for part in message.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == "text/css" and isinstance(content, bytes):
            location = str(part.get("Content-Location", ""))
            found[location] = found[urljoin(base, location)] = content
            found[f"cid:{str(part.get('Content-ID', '')).strip('<> ')}"] = content
    return found
