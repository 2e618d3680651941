"""Web pages: what a browser would show, and in which paragraph or cell.

Parsed by libxml2, whose HTML reader takes time linear in the length of the page and needs no
network; Python's own reader takes minutes over a page of broken tags.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

from lxml import etree
from msgspec import Struct, field

from bluf.evidence.error import refusal
from bluf.evidence.formats.html.styles import looks
from bluf.evidence.formats.html.unseen import is_unseen
from bluf.evidence.text import join_blocks
from octavo.location import FileLocation, WordLocation

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bluf.evidence.text import SourceText

MOST_BYTES = 16 * 1024 * 1024
MOST_ATTRIBUTES = 5000
"""More attributes in one tag are refused: libxml2 compares each with every other."""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BLOCKS = _names(
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p "
    "pre search section summary table tbody td tfoot th thead tr ul caption option"
)
_INLINE = frozenset({"inline", "contents", "inline-block", "inline-flex", "ruby", "initial", ""})
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_HEAD = 4096
_TAG = re.compile(rb"<[a-zA-Z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_WEB_LABELS = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}
"""What browsers read where a page names these (WHATWG Encoding Standard, section 4.2)."""


def read(data: bytes, path: str, encoding: str | None = None) -> SourceText:
    """The visible text of a page, block by block.

    Args:
        data: The page.
        path: What findings and places call it.
        encoding: What the bytes are, where the page came with a word on it.

    Raises:
        SourceError: ``limit-exceeded``, ``encoding``, or ``source-unreadable`` for a page that
            shows no text.
    """
    place = FileLocation(path)
    if len(data) > MOST_BYTES:
        message = f"the page is larger than {MOST_BYTES // 2**20} MiB"
        raise refusal("limit-exceeded", message, place, "save its text as a file in UTF-8")
    if any(tag.count(b"=") > MOST_ATTRIBUTES for tag in _TAG.findall(data)):
        message = f"a tag of the page has more than {MOST_ATTRIBUTES} attributes"
        raise refusal("limit-exceeded", message, place, "save its text as a file in UTF-8")
    page = _parse(_decode(data, place, encoding), place)
    blocks = list(_Reader(path, page).blocks()) if page is not None else []
    if not blocks:
        message = "the page shows no text: it may be built by scripts when it is opened"
        hint = "open it in a browser, and save the text that is shown"
        raise refusal("source-unreadable", message, place, hint)
    return join_blocks(path, blocks)


def _decode(data: bytes, place: FileLocation, encoding: str | None) -> str:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), encoding)
    declared = _DECLARED.search(data[:_HEAD])
    if encoding is None and declared:
        encoding = declared[1].decode("ascii").lower()
    try:
        name = codecs.lookup(encoding or "utf-8").name
        return data.decode(_WEB_LABELS.get(name, name)).removeprefix("\ufeff")
    except (LookupError, UnicodeDecodeError):
        message = f"the page is not text in {encoding or 'UTF-8, and names no other encoding'}"
        hint = "open it in a browser, and save the text that is shown as a file in UTF-8"
        raise refusal("encoding", message, place, hint) from None


def _parse(text: str, place: FileLocation) -> etree._Element | None:
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    page = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        message = "the elements of the page are nested too deeply"
        raise refusal("limit-exceeded", message, place, "save its text as a file in UTF-8")
    return page


class _Container(Struct):
    """A body or a cell, with what was counted in it so far."""

    steps: tuple[tuple[str, int], ...] = ()
    counts: dict[str, int] = field(default_factory=dict)

    def next(self, kind: str) -> tuple[tuple[str, int], ...]:
        """The steps to the next thing of a kind."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        return (*self.steps, (kind, self.counts[kind]))


_COUNTED = {"table": "table", "tr": "row", "td": "cell", "th": "cell"}


class _Reader:
    """Walks a page once and gathers its blocks."""

    def __init__(self, path: str, page: etree._Element) -> None:
        self._path = path
        self._page = page
        self._looks = looks(page)
        self._containers = [_Container()]
        self._pieces: list[str] = []

    def blocks(self) -> Iterator[tuple[str, WordLocation]]:
        """Each block that holds words, with its place."""
        walk = etree.iterwalk(self._page, events=("start", "end"))
        for event, element in walk:
            given = self._looks.get(element, {})
            if event == "start" and is_unseen(element, given):
                walk.skip_subtree()
                continue
            block = _is_block(element, given)
            if block:
                yield from self._flush()
            if event == "start":
                self._enter(element)
            elif not is_unseen(element, given):
                self._leave(element)
            if event == "end":
                self._pieces.append(element.tail or "")
        yield from self._flush()

    def _enter(self, element: etree._Element) -> None:
        kind = _COUNTED.get(str(element.tag))
        if kind:
            self._containers.append(_Container(self._containers[-1].next(kind)))
        self._pieces.append("\n" if element.tag == "br" else element.text or "")

    def _leave(self, element: etree._Element) -> None:
        if element.tag in _COUNTED:
            self._containers.pop()

    def _flush(self) -> Iterator[tuple[str, WordLocation]]:
        words = "".join(self._pieces).strip()
        self._pieces.clear()
        if words:
            yield words, WordLocation(self._path, "body", self._containers[-1].next("paragraph"))


def _is_block(element: etree._Element, given: Mapping[str, str]) -> bool:
    display = given.get("display")
    return element.tag in _BLOCKS if display is None else display not in _INLINE
