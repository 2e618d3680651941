"""Reads rich text: words apart from notes, and what is in doubt of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from msgspec.structs import replace
from striprtf.striprtf import rtf_to_text

from bluf.evidence.error import refusal
from bluf.evidence.formats import text
from bluf.evidence.formats.rtf.marks import KINDS, RAISED, SIGN, RichLook, marked, spans, styles_in
from bluf.evidence.gathering import NOTE_MARK, as_power, is_power
from bluf.evidence.text import Doubt, Edge, SourceText
from octavo.location import FileLocation

_MARKS = {
    "raised, pressed or moved": re.compile(
        r"\\(?:dn|up)\d{3}|\\expndtw-\d{3}|\\expnd-\d\d|\\charscalex0*\d(?!\d)|\\(?:li|ri|fi|posx|posy)-?\d{5}"
        r"|\\pos(?:neg)?[xy]-\d{4}"
        r"|\\(?:li|ri)n?-[3-9]\d{3}|\\[lr]in-?\d{5}|\\fi-[5-9]\d{3}|\\absh-?[1-9]\d?(?!\d)|\\trleft-\d{4}"
        r"|\\trleft\d{5}|\\absw[1-3]?\d{1,2}(?!\d)|\\paper[wh]\d{1,3}(?!\d)|\\cols(?:1[3-9]|[2-9]\d)"
        r"|\\trrh-\d{3}(?!\d)(?:(?!\\row(?![a-z])).)*?\\par(?![a-z])"
        r"|\\tx(?:[3-9]\d{4}|\d{6})|\\marg[lrtb](?:sxn)?(?:[2-9]\d{4}|\d{6})|\\marg[lr](?:sxn)?(?:9\d{3}|\d{5})"
        r"|\\sl-?[1-9]\d?(?!\d)|\\trrh-\d{1,2}(?!\d)|\\cellx\d{1,2}(?!\d)",
        re.DOTALL,
    ),
    "covered": re.compile(
        r"\\shpwr3(?!\d)[^{}]{0,400}?\\shpfblwtxt0(?!\d)"
        r"|\\shpfblwtxt0(?!\d)[^{}]{0,400}?\\shpwr3(?!\d)|\\dpfillpat0*1(?!\d)"
    ),
    "numbered or computed": re.compile(
        r"\\fldpriv(?![a-z])"
        r"|fldinst(?:[\s{}]|\\[a-z*]++-?+\d*+)*+(?:SET|ASK|RD|SEQ[^{}]{0,60}\\\\h)\b"
        r"|\{\\(?:listtext|pntext)(?:\\[a-z]++-?+\d*+|[^\\{}A-Za-z])*+[A-Za-z]+\s+[A-Za-z]"
        r"|\\pntxt[ab]\s+[A-Za-z]+\s+[A-Za-z]"
    ),
}
_MERGED = re.compile(r"\\clv?mrg(?![a-z])")
_CELLS = re.compile(r"\\cell(?![a-z])")
_SAID = re.compile(r"(?:\\[a-z]++-?+\d*+|[\s{}])*+[^\s{}\\]")
_BACKGROUND = re.compile(r"\\background(?![a-z]).{0,900}?fillColor\}\{\\sv (\d{1,8})\}", re.DOTALL)
_TWICE = re.compile(r"\{\\upr\{([^{}]*)\}\{\\\*\\ud\s*\{?\1\}?\}\}")
"""The same words for older and for newer programs."""
_MARK = 0xE000
"""Stands for a picture or an object; it is of private use."""
_THING = re.compile(
    r"\{\\(?:\*\\shppict|object|pict|shp|do)(?![a-z])"
    r"|\{\\field(?=[^}]{0,60}fldinst[^}]{0,40}(?:SYMBOL|EQ|FORM|INCLUDE|LINK|EMBED|SHAPE))"
)
_LINE = re.compile(r"\\line(?![a-z]) ?")
_OPENS, _CLOSES = 0xE001, 0xE002
"""Stand for the beginning and the end of a note."""
_NOTE = r"\{{(?:\\\*)?\\(?:footnote|(?:header|footer)[r{}]?)(?![a-z])"
"""Notes, and heads and feet of pages, as far as the file shows those of its first or left pages."""
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_READ_NOTE = re.compile(f"{chr(_OPENS)}(.*?){chr(_CLOSES)}", re.DOTALL)
_COLOURS = re.compile(r"\{\\colortbl([^}]*)\}")
_PRIMARY = re.compile(r"\\(?:red|green|blue)(\d+)")
_THIN, _BESIDE = 60, 15_000
"""Twips: a cell of less width shows no word, nor does one that begins so far on its row."""
_LIGHT = 232
"""Of 255: letters whose colours are all as light as this are not seen on paper."""
_NEAR = 24
_CELL_GROUND = re.compile(r"\\(?:cl|tr)c[bf]pat0*([1-9]\d*)")
_FONTS = re.compile(
    r"\\f(\d+)[^;{}]*?(?:fcharset2(?!\d)|Wingdings|Webdings|Marlett|Symbol)[^;{}]*;"
)


def read(data: bytes, path: str) -> SourceText:
    """The text of a rich text file, at its lines.

    Raises:
        SourceError: ``source-unreadable`` for what is no rich text, or holds no words.
    """
    if not data.lstrip().startswith(b"{\\rtf"):
        raise refusal(
            "source-unreadable", "this is not a rich text file", FileLocation(path), _HINT
        )
    source = _THING.sub(rf"\\u{_MARK}?\g<0>", _LINE.sub(" ", data.decode("latin-1")))
    source = source.replace("{\\nonshppict", "{\\*\\nonshppict")
    source = _TWICE.sub(r"{\g<1>}", source)
    source = marked(_with_notes(_without_bytes(source)), _look(source), (_OPENS, _CLOSES))
    try:
        words = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError):
        message = "the rich text is damaged"
        raise refusal("source-unreadable", message, FileLocation(path), _HINT) from None
    if not words.strip():
        raise refusal("source-unreadable", "the file holds no text", FileLocation(path), _HINT)
    signed, notes = _notes_last(words)
    words, held = spans(signed)
    notes = [(at - len(SIGN.findall(signed, 0, at)), edge) for at, edge in notes]
    words, asides = _raised(words, held)
    shown = text.read(words.replace(chr(_MARK), "\u200b").encode("utf-8", "replace"), path)
    things = (Doubt(at.start(), at.end(), _PICTURED) for at in re.finditer(chr(_MARK), words))
    ends = ((at.end(), Edge.PARAGRAPH) for at in re.finditer(r"\n", words))
    edges = tuple(sorted({*shown.edges, *ends, *notes}, key=lambda edge: (edge[0], edge[1].value)))
    whole = replace(
        shown, edges=edges, doubts=(*shown.doubts, *things, *_doubts(source, held, len(shown.text)))
    )
    gone = [(start, end) for start, end, bits in held if bits & _GONE]
    left = whole.without(gone).text if gone else ""
    asides = sorted({*asides, *(gone if left.strip() else ())})
    return whole.without(asides) if asides else whole


def _doubts(source: str, held: list[tuple[int, int, int]], length: int) -> Iterator[Doubt]:
    """What may hide letters, by what the file says of them, and what it says of no one's."""
    found = [kind for kind, mark in _MARKS.items() if mark.search(source)]
    found += ["merged" for _ in [0] if _says_in_merged(source)]
    found += ["pressed" for _ in [0] if _has_thin_cell(source)]
    yield from (
        Doubt(start, end, f"the file holds {kind} text, and this may be it")
        for start, end, bits in held
        for at, kind in enumerate(KINDS[:RAISED])
        if bits >> at & 1
    )
    yield from (
        Doubt(0, length, f"the file holds {kind} text, which bluf cannot tell from the rest")
        for kind in found
    )


_GONE = 1 << KINDS.index("hidden") | 1 << KINDS.index("deleted")
"""What holds for letters that nobody sees: the text is read without them too."""


def _raised(words: str, held: list[tuple[int, int, int]]) -> tuple[str, list[tuple[int, int]]]:
    """The words with powers as such, and where the marks of notes stand."""
    asides: list[tuple[int, int]] = []
    for start, end, bits in held:
        said, before = words[start:end], words[max(0, start - 8) : start]
        if not bits >> RAISED & 1:
            continue
        if is_power(said, before):
            words = words[:start] + as_power(said) + words[end:]
        elif before[-1:].strip() and NOTE_MARK.match(said):
            asides.append((start, end))
    return words, asides


def _without_bytes(source: str) -> str:
    """The source without bytes that are no text (``bin``)."""
    pieces: list[str] = []
    done = 0
    for mark in re.finditer(r"\\bin(\d{1,9}) ?", source):
        if mark.start() >= done:
            pieces.append(source[done : mark.start()])
            done = mark.end() + int(mark[1])
    return "".join((*pieces, source[done:]))


def _look(source: str) -> RichLook:
    """What a file says of its fonts and colours."""
    table = _COLOURS.search(source)
    entries = table[1].split(";") if table else []
    parts = {at: _parts(entries, str(at)) for at in range(len(entries))}
    pages = [_background(at[1]) for at in _BACKGROUND.finditer(source)]
    near = {(one, other) for one in parts for other in parts
            if one == other or _are_near(parts[one], parts[other])}  # fmt: skip
    used = {int(at) for at in _CELL_GROUND.findall(source)}
    faint = {at for at in parts if _is_light(entries[at])}
    faint |= {at for at in parts for ground in pages if _are_near(parts[at], ground)}
    celled = used | {one for one, other in near if other in used}
    deff = re.search(r"\\deff(\d+)", source)
    return RichLook(
        int(deff[1]) if deff else 0,
        frozenset(map(int, _FONTS.findall(source))),
        frozenset(faint - {0}),
        frozenset(celled - {0}),
        frozenset(at for at in parts if _are_near(parts[at], [0, 0, 0])),
        frozenset(near),
        styles_in(source),
    )


def _background(colour: str) -> list[int]:
    return [int(colour) >> by & 255 for by in (0, 8, 16)]


def _has_thin_cell(source: str) -> bool:
    """Whether a cell ends where the one before it does."""
    for row in re.split(r"\\(?:(?:nest)?row|trowd)(?![a-z])", source):
        ends = [int(each) for each in re.findall(r"\\cellx(\d{1,6})", row)]
        if any(0 <= end - at < _THIN or at > _BESIDE for at, end in pairwise(ends)):
            return True
    return False


def _with_notes(source: str) -> str:
    """The source with its notes as text between two signs; their reader drops them otherwise."""
    pieces: list[str] = []
    done = 0
    shown = ("titlepg", "f"), ("facingp", "l")
    more = "".join(side for mark, side in shown if f"\\{mark}" in source)
    for note in re.finditer(_NOTE.format(more), source):
        depth = 1
        for brace in _BRACE.finditer(source, note.end()):
            depth += {"{": 1, "}": -1}.get(brace[0], 0)
            if not depth:
                words = source[note.end() : brace.start()]
                pieces += source[done : note.start()], f"{{\\u{_OPENS}?{words}\\u{_CLOSES}?"
                done = brace.start()
                break
    return "".join((*pieces, source[done:]))


def _notes_last(words: str) -> tuple[str, list[tuple[int, Edge]]]:
    """The text and then its notes, and where each of these begins."""
    body = _READ_NOTE.sub("", words)
    edges: list[tuple[int, Edge]] = []
    for note in _READ_NOTE.findall(words):
        body = f"{body.rstrip()}\n"
        edges.append((len(body), Edge.BOX))
        body += note.strip()
    return body, edges


def _says_in_merged(source: str) -> bool:
    """Whether a cell that is merged into the one before it holds words."""
    for row in re.split(r"\\row(?![a-z])", source):
        *heads, rest = row.split("\\cellx")
        cells = zip(heads, _CELLS.split(rest.lstrip("0123456789")), strict=False)
        if any(_MERGED.search(head) and _SAID.match(words) for head, words in cells):
            return True
    return False


def _parts(entries: list[str], at: str) -> list[int]:
    return (
        [int(part) for part in _PRIMARY.findall(entries[int(at)])] if int(at) < len(entries) else []
    )


def _are_near(one: list[int], other: list[int]) -> bool:
    pairs = zip(one, other, strict=False)
    return bool(one and other) and max(abs(here - there) for here, there in pairs) < _NEAR


def _is_light(entry: str) -> bool:
    parts = [int(part) for part in _PRIMARY.findall(entry)]
    return bool(parts) and min(parts) >= _LIGHT


_PICTURED = "a picture, an object or a field stands there, of which nothing is read"
_HINT = "save it as .docx or .odt"
