"""A page saved as one file (MIME, RFC 2557): its first part of HTML, or else of plain text."""

from __future__ import annotations

import email
import email.policy
from typing import TYPE_CHECKING

from bluf.evidence.error import refusal
from bluf.evidence.formats import html, text
from octavo.location import FileLocation

if TYPE_CHECKING:
    from email.message import EmailMessage

    from bluf.evidence.text import SourceText


def read(data: bytes, path: str) -> SourceText:
    """The visible text of a page saved as one file, or of a message saved by a mail program.

    Raises:
        SourceError: ``source-unreadable`` where it holds no page, and as `html.read` does.
    """
    message = email.message_from_bytes(data, policy=email.policy.default)
    part = _first(message, "text/html") or _first(message, "text/plain")
    body = part.get_payload(decode=True) if part else None
    if part is None or not isinstance(body, bytes) or not body:
        reason = "the file holds no web page and no message"
        hint = "save the page as HTML"
        raise refusal("source-unreadable", reason, FileLocation(path), hint)
    if part.get_content_type() == "text/plain":
        return text.read(_in_utf8(body, part), path)
    return html.read(body, path, encoding=part.get_content_charset())


def _first(message: EmailMessage, kind: str) -> EmailMessage | None:
    parts = (part for part in message.walk() if part.get_content_type() == kind)
    return next(parts, None)


def _in_utf8(body: bytes, part: EmailMessage) -> bytes:
    return body.decode(part.get_content_charset("utf-8"), "replace").encode()
