"""Rich text (RTF): its words, through striprtf.

That reader gives hidden, deleted and struck words too, and no colours: where a file holds any of
these marks, each of its passages is in doubt.
"""

from __future__ import annotations

import re

from msgspec.structs import replace
from striprtf.striprtf import rtf_to_text

from bluf.evidence.error import refusal
from bluf.evidence.formats import text
from bluf.evidence.text import Doubt, Edge, SourceText
from octavo.location import FileLocation

_MARKS = {
    "hidden": re.compile(r"\\(?:v(?:-?0*[1-9]\d*)?|webhidden)(?![a-z0-9])"),
    "deleted": re.compile(r"\\deleted(?:-?0*[1-9]\d*)?(?![a-z0-9])"),
    "struck": re.compile(r"\\strike(?:d?-?0*[1-9]\d*)?(?![a-z0-9])"),
    "very small": re.compile(r"\\fs0*[0-5](?!\d)"),
    "raised, pressed or moved": re.compile(
        r"\\(?:dn|up)\d{3}|\\expndtw-\d{3}|\\expnd-\d\d|\\charscalex0*\d(?!\d)|\\(?:li|ri|fi|posx|posy)-?\d{5}"
        r"|\\pos(?:neg)?[xy]-\d{4}"
        r"|\\(?:li|ri)n?-[3-9]\d{3}|\\[lr]in-?\d{5}|\\fi-[5-9]\d{3}|\\absh-?[1-9]\d?(?!\d)|\\trleft-\d{4}"
        r"|\\tx(?:[3-9]\d{4}|\d{6})|\\marg[lrtb](?:sxn)?(?:[2-9]\d{4}|\d{6})|\\marg[lr](?:sxn)?(?:9\d{3}|\d{5})"
        r"|\\sl-?[1-9]\d?(?!\d)|\\trrh-\d{1,2}(?!\d)|\\cellx\d{1,2}(?!\d)"
    ),
    "covered": re.compile(r"\\shpwr3(?!\d)[^{}]{0,400}?\\shpfblwtxt0(?!\d)"),
    "numbered or computed": re.compile(
        r"\\fldpriv(?![a-z])"
        r"|fldinst(?:[\s{}]|\\[a-z*]++-?+\d*+)*+(?:SET|ASK|RD|SEQ[^{}]{0,60}\\\\h)\b"
        r"|\{\\(?:listtext|pntext)(?:\\[a-z]++-?+\d*+|[^\\{}A-Za-z])*+[A-Za-z]+\s+[A-Za-z]"
    ),
}
_MERGED = re.compile(r"\\clvmrg(?![a-z])")
_CELLS = re.compile(r"\\cell(?![a-z])")
_SAID = re.compile(r"(?:\\[a-z]++-?+\d*+|[\s{}])*+[^\s{}\\]")
_BACKGROUND = re.compile(r"\\background(?![a-z]).{0,900}?fillColor\}\{\\sv (\d{1,8})\}", re.DOTALL)
_MARK = 0xE000
"""Stands for a picture or an object; it is of private use."""
_THING = re.compile(
    r"\{\\(?:\*\\shppict|object|pict|shp|do)(?![a-z])"
    r"|\{\\field(?=[^}]{0,60}fldinst[^}]{0,40}(?:SYMBOL|EQ|FORM|INCLUDE|LINK|EMBED|SHAPE))"
)
_LINE = re.compile(r"\\line(?![a-z]) ?")
_OPENS, _CLOSES = 0xE001, 0xE002
"""Stand for the beginning and the end of a note."""
_NOTE = re.compile(r"\{(?:\\\*)?\\footnote(?![a-z])")
_BRACE = re.compile(r"\\[\\{}]|[{}]")
_READ_NOTE = re.compile(f"{chr(_OPENS)}(.*?){chr(_CLOSES)}", re.DOTALL)
_COLOURS = re.compile(r"\{\\colortbl([^}]*)\}")
_PRIMARY = re.compile(r"\\(?:red|green|blue)(\d+)")
_LIGHT = 232
"""Of 255: letters whose colours are all as light as this are not seen on paper."""
_NEAR = 24
_GROUND = re.compile(r"\\(?:cb|highlight|(?:ch|cl|tr)?c[bf]pat)0*([1-9]\d*)")
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
    source = _with_notes(source)
    try:
        words = str(rtf_to_text(source, errors="replace"))  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError):
        message = "the rich text is damaged"
        raise refusal("source-unreadable", message, FileLocation(path), _HINT) from None
    if not words.strip():
        raise refusal("source-unreadable", "the file holds no text", FileLocation(path), _HINT)
    words, notes = _notes_last(words)
    shown = text.read(words.replace(chr(_MARK), "\u200b").encode("utf-8", "replace"), path)
    things = (Doubt(at.start(), at.end(), _PICTURED) for at in re.finditer(chr(_MARK), words))
    ends = ((at.end(), Edge.PARAGRAPH) for at in re.finditer(r"\n", words))
    edges = tuple(sorted({*shown.edges, *ends, *notes}, key=lambda edge: (edge[0], edge[1].value)))
    found = [kind for kind, mark in _MARKS.items() if mark.search(source)]
    found += ["merged" for _ in [0] if _says_in_merged(source)]
    found += ["white" for _ in [0] if _has_colour_of_ground(source)]
    found += ["symbol" for font in _FONTS.findall(source) if _sets(source, font)][:1]
    doubts = tuple(
        Doubt(
            0, len(shown.text), f"the file holds {kind} text, which bluf cannot tell from the rest"
        )
        for kind in found
    )
    return replace(shown, edges=edges, doubts=(*shown.doubts, *things, *doubts))


def _with_notes(source: str) -> str:
    """The source with its notes as text between two signs; their reader drops them otherwise."""
    pieces: list[str] = []
    done = 0
    for note in _NOTE.finditer(source):
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


def _has_colour_of_ground(source: str) -> bool:
    """Whether letters are set in white, or in a colour that is also a ground."""
    table = _COLOURS.search(source)
    entries = table[1].split(";") if table else []
    light = {str(at) for at, entry in enumerate(entries) if _is_light(entry)}
    used = set(re.findall(r"\\cf0*([1-9]\d*)", source))
    grounds = [_parts(entries, at) for at in set(_GROUND.findall(source))]
    grounds += [
        [int(at[1]) >> by & 255 for by in (0, 8, 16)] for at in _BACKGROUND.finditer(source)
    ]
    near = {at for at in used for other in grounds if _are_near(_parts(entries, at), other)}
    return bool(near) or not used.isdisjoint(light | set(_GROUND.findall(source)))


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


def _sets(source: str, font: str) -> bool:
    """Whether words are set in a font of signs; a bullet is none."""
    return (
        re.search(rf"\\f{font}(?:\\[a-z]+-?\d*)*[ \r\n][A-Za-z]{{2}}(?![^;{{}}\\]*;)", source)
        is not None
    )


_PICTURED = "a picture, an object or a field stands there, of which nothing is read"
_HINT = "save it as .docx or .odt"
