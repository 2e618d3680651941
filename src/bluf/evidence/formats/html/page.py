"""Web pages: what a browser would show, and in which paragraph or cell.

Parsed by libxml2, whose HTML reader cuts tags as HTML 5 does, takes time linear in the length of
the page and needs no network; Python's own reader takes minutes over a page of broken tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher

import cssselect2
from lxml import etree
from msgspec.structs import replace

from bluf.evidence import encodings
from bluf.evidence.error import refusal
from bluf.evidence.formats.html.reader import Reader
from bluf.evidence.formats.html.sheets import Sheets, sheets_of
from bluf.evidence.formats.html.tags import BLOCKS, VOID, names
from bluf.evidence.gathering import Piece, gathered
from bluf.evidence.text import SourceText
from octavo.finding import Finding, Level
from octavo.location import FileLocation, Location
from octavo.shortening import QUOTED, shortened

_MOST_MIB = 16
MOST_BYTES = _MOST_MIB << 20
MOST_ATTRIBUTES = 5000
"""More attributes in one tag are refused: libxml2 compares each with every other."""
DEEPEST = 400
"""Elements nested deeper than this are refused."""

_SCHEMES = "color-scheme"
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([^\s\"'/>;]{1,60})", re.IGNORECASE
)
_HEAD = 65536
_TAG = re.compile(rb"<[a-zA-Z](?:[^>\"']++|\"[^\"]*+\"|'[^']*+')*+")
_BODY = re.compile(r"<body\b", re.IGNORECASE)
_FLOW = re.compile(
    r"<(?=(?:main|section|article|header|footer|nav|aside|figure|details|dialog|hgroup)\b)",
    re.IGNORECASE,
)
_SELF_CLOSED = re.compile(
    r"(<([a-zA-Z][a-zA-Z0-9]*)(?:\s(?:[^<>\"'/]++|\"[^\"]*+\"|'[^']*+'|/(?!>))*+)?)/>"
)
_PARTED = ("a", "b", "big", "font", "i", "s", "small", "span", "strike", "tt", "u")
_PHRASES = re.compile(rf"<(/?)(?=(?:{'|'.join(_PARTED)})(?:[\s/>]))", re.IGNORECASE)
_OURS = "x--"
"""Begins the name under which the parser reads these, since it ends them where browsers do not."""
_INLINE = names(
    "a abbr b bdo big button cite code del em font i ins kbd label mark q s small span strong sub "
    "sup u"
)


def read(
    data: bytes,
    path: str,
    encoding: str | None = None,
    resources: Mapping[str, bytes] | None = None,
    address: str = "",
) -> SourceText:
    """The visible text of a page, block by block; ``resources`` are style sheets by their address.

    Raises:
        SourceError: ``limit-exceeded``, ``encoding``, or ``source-unreadable`` for a page that
            shows no text.
    """
    place = FileLocation(path)
    if len(data) > MOST_BYTES:
        message = f"the page is larger than {_MOST_MIB} MiB"
        raise refusal("limit-exceeded", message, place, "save its text as a file in UTF-8")
    if any(tag.count(b"=") > MOST_ATTRIBUTES for tag in _TAG.findall(data)):
        message = f"a tag of the page has more than {MOST_ATTRIBUTES} attributes"
        raise refusal("limit-exceeded", message, place, "save its text as a file in UTF-8")
    return read_page(decode(data, place, encoding), path, resources, address=address)


def read_page(
    text: str,
    path: str,
    resources: Mapping[str, bytes] | None = None,
    locate: Callable[[str], Location] | None = None,
    address: str = "",
) -> SourceText:
    """The visible text of a page that is text already; ``locate`` gives the place of a line.

    Raises:
        SourceError: ``limit-exceeded``, or ``source-unreadable`` for a page that shows no text.
    """
    place = FileLocation(path)
    page = parse(text, place)
    if page is None:
        raise _no_text(place)
    sheets = sheets_of(page, resources or {}, address)
    if sheets.cut:
        message = "the page has more rules of style than are read, or rules nested too deeply"
        raise refusal("limit-exceeded", message, place, "save its text as a file in UTF-8")
    pieces = _read(path, page, sheets, locate)
    if _SCHEMES in text or any(_SCHEMES.encode() in each for each in (resources or {}).values()):
        dark = sheets_of(page, resources or {}, address, dark=True)
        pieces = in_both(pieces, _read(path, page, dark, locate))
    shown = gathered(path, pieces, last="\n")
    if not shown.text.strip():
        raise _no_text(place)
    return shown.with_faults(_missing(sheets.missing, place))


def _read(
    path: str, page: etree._Element, sheets: Sheets, locate: Callable[[str], Location] | None
) -> list[Piece]:
    whole = cssselect2.ElementWrapper.from_html_root(page)
    return Reader(path, page, sheets, locate).read(whole)


def _no_text(place: FileLocation) -> Exception:
    message = "the page shows no text: it may be built by scripts when it is opened"
    hint = "open it in a browser, and save the text that is shown"
    return refusal("source-unreadable", message, place, hint)


def _missing(addresses: list[str], place: FileLocation) -> tuple[Finding, ...]:
    if not addresses:
        return ()
    count = len(dict.fromkeys(addresses))
    sheets = "a style sheet that was" if count == 1 else f"{count} style sheets that were"
    return (
        Finding(
            "source-styles-missing",
            Level.NOTE,
            f"the page names {sheets} not saved with it: {shortened(addresses[0], QUOTED)}",
            place,
            "save the page as one file (.mhtml), which holds them",
        ),
    )


def decode(data: bytes, place: FileLocation, encoding: str | None) -> str:
    """The characters of a page, as browsers decide on its encoding.

    Raises:
        SourceError: ``encoding`` for what is no encoding of the web.
    """
    name, body = encodings.marked(data) or ("", data)
    declared = _DECLARED.search(data[:_HEAD])
    label = name or encoding or (declared[1].decode("latin-1") if declared else "utf-8")
    codec = name or encodings.codec(label)
    if codec and not name and not encoding and codec.startswith("utf-16"):
        codec = "utf-8"  # what names itself in ASCII is not UTF-16
    if codec is None:
        message = f"“{label}” is not an encoding that browsers know"
        hint = "open it in a browser, and save the text that is shown as a file in UTF-8"
        raise refusal("encoding", message, place, hint)
    try:
        return body.decode(codec)
    except UnicodeDecodeError:
        named = name or encoding or declared
        return body.decode(codec, "replace") if named else body.decode("cp1252", "replace")


def parse(text: str, place: FileLocation) -> etree._Element | None:
    """The elements of a page.

    Raises:
        SourceError: ``limit-exceeded`` for a page that is nested too deeply.
    """
    parser = etree.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        default_doctype=False,
    )
    whole = _SELF_CLOSED.sub(_opened, text)
    if not _BODY.search(whole):
        whole = _FLOW.sub(r"<body>\g<0>", whole)  # the parser leaves these in the head
    whole = _PHRASES.sub(rf"<\1{_OURS}", whole)
    page = etree.fromstring(whole.encode("utf-8", "replace"), parser)
    if _is_framed(page):
        raise _no_text(place)
    deep = any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
    if deep or _depth(page) > DEEPEST:
        message = "the elements of the page are nested too deeply"
        raise refusal("limit-exceeded", message, place, "save its text as a file in UTF-8")
    return page


def _is_framed(page: etree._Element | None) -> bool:
    """Give the elements of a page their names again; whether it shows frames and no text."""
    ours = (f"{_OURS}{name}" for name in _PARTED)
    for element in () if page is None else page.iter(*ours):
        element.tag = str(element.tag).removeprefix(_OURS)
    return page is not None and page.find("frameset") is not None


def _opened(tag: re.Match[str]) -> str:
    """A tag that closes itself; HTML knows no such thing but in drawings and formulas."""
    name = tag[2].lower()
    ordinary = (name in BLOCKS or name in _INLINE) and name not in VOID
    return f"{tag[1]}>" if ordinary else tag[0]


def _depth(page: etree._Element | None) -> int:
    depth = most = 0
    for event, _ in () if page is None else etree.iterwalk(page, events=("start", "end")):
        depth += 1 if event == "start" else -1
        most = max(most, depth)
    return most


def in_both(light: Sequence[Piece], dark: Sequence[Piece]) -> list[Piece]:
    """The pieces of the light page, with what the dark one has otherwise."""
    shown, other = ([piece.text for piece in pieces] for pieces in (light, dark))
    if shown == other:
        return [_with_both(*pair) for pair in zip(light, dark, strict=True)]
    found: list[Piece] = []
    for kind, first, end, low, high in SequenceMatcher(
        None, shown, other, autojunk=False
    ).get_opcodes():
        here, there = light[first:end], dark[low:high]
        if kind == "equal":
            found += (_with_both(*pair) for pair in zip(here, there, strict=True))
            continue
        found += (_doubted(piece, "it is not shown in dark colours") for piece in here)
        if any(piece.text.strip() for piece in there):
            found.append(
                Piece("\u200b", there[0].place, ("other words are shown in dark colours",))
            )
    return found


def _with_both(light: Piece, dark: Piece) -> Piece:
    return _doubted(light, *(each for each in dark.doubts if each not in light.doubts))


def _doubted(piece: Piece, *causes: str) -> Piece:
    return replace(piece, doubts=(*piece.doubts, *causes)) if causes else piece
