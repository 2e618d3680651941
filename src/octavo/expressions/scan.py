"""The tags in a text: where each stands, and what kind it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache
from typing import Final

from jinja2 import Environment, TemplateSyntaxError
from msgspec import Struct, field

from octavo.expressions.fault import LIMIT, LIMITS, SYNTAX, UNSAFE, Fault
from octavo.expressions.hints import words_hint
from octavo.expressions.straighten import Straight, straighten
from octavo.suggest import closest


class Kind(Enum):
    """What a tag does."""

    VALUE = "prints"
    OPEN = "opens a block"
    BRANCH = "begins another branch of a block"
    CLOSE = "closes a block"
    ALONE = "stands alone"
    JUMP = "ends a turn of a loop"
    INCLUDE = "includes another template"
    COMMENT = "says nothing"
    RAW = "begins or ends text that is not a template"
    ESCAPE = "prints a delimiter"


class Tag(Struct, frozen=True):
    """One tag of a template.

    Attributes:
        kind: What it does.
        start: Where it begins in its text.
        end: Where its text goes on.
        source: The tag as its author typed it.
        word: The word that says what it does: ``for``, ``endif``, ``cellbg``; empty for a value.
        body: Its expression or statement, autocorrection undone, without delimiters and prefix;
            the characters themselves for an escape.
        prefix: ``p``, ``tr``, ``tc`` or ``r`` where the tag names what it stands for.
        joins_before: It begins with ``{%-``.
        joins_after: It ends with ``-%}``.
    """

    kind: Kind
    start: int
    end: int
    source: str
    word: str = ""
    body: str = ""
    prefix: str = ""
    joins_before: bool = False
    joins_after: bool = False


class Misread(Struct, frozen=True):
    """A tag that cannot be read, and why; ``word`` is what it seems to begin with."""

    start: int
    source: str
    fault: Fault
    word: str = ""


class Scan(Struct, frozen=True):
    """What one text holds.

    Attributes:
        tags: Its tags, in order.
        misread: Its broken tags, in order.
        raw: A raw block is open at its end.
        beside: What it says beside its tags.
    """

    tags: tuple[Tag, ...] = ()
    misread: tuple[Misread, ...] = ()
    raw: bool = False
    beside: str = ""


PREFIXES: Final = frozenset({"p", "tr", "tc", "r"})
KINDS: Final = {
    **dict.fromkeys(("if", "for", "with", "set", "filter", "macro"), Kind.OPEN),
    **dict.fromkeys(("elif", "else"), Kind.BRANCH),
    **dict.fromkeys(("endif", "endfor", "endwith", "endset"), Kind.CLOSE),
    **dict.fromkeys(("endfilter", "endmacro"), Kind.CLOSE),
    **dict.fromkeys(("break", "continue"), Kind.JUMP),
    **dict.fromkeys(("include", "from"), Kind.INCLUDE),
    **dict.fromkeys(("vm", "hm", "cellbg", "colspan"), Kind.ALONE),
    **dict.fromkeys(("raw", "endraw"), Kind.RAW),
}
_UNSAFE: Final = frozenset(
    {"import", "extends", "block", "endblock", "call", "endcall", "do"}
    | {"debug", "autoescape", "endautoescape"}
)
_INSTEAD: Final = {
    "import": "write “{% from 'FILE' import MACRO %}”",
    "extends": "write “{% include 'FILE' %}” where the other file should stand",
}
_ESCAPES: Final = {"{_{": "{{", "}_}": "}}", "{_%": "{%", "%_}": "%}", "{_#": "{#", "#_}": "#}"}
_MUSTACHE: Final = re.compile(r"\{\{\s*([#^/>!])")
_OF_MUSTACHE: Final = {
    "#": "write “{% for item in items %}” or “{% if … %}”",
    "^": "write “{% if not … %}”",
    "/": "write “{% endfor %}” or “{% endif %}”",
    ">": "write “{% include 'FILE' %}”",
    "!": "write “{# … #}”",
}
"""How tags of Mustache and Handlebars begin, and what is written for them."""
_HOLDING: Final = re.compile(r"\{\{%-?(?:p|tr|tc) ")
"""A brace too many before a tag that takes its paragraph, row or cell, and so the brace, along."""
_SECTION: Final = re.compile(r"\{#([A-Za-z_][\w.]*)\}")
"""How docxtemplater begins a section, which would be a remark here."""
_MARKS: Final = re.compile("{[{%#]|" + "|".join(map(re.escape, _ESCAPES)))
_OPENING: Final = re.compile("{[{%#]")
_IN_RAW: Final = re.compile("{%")
_PLAIN: Final = re.compile(
    r"{{[A-Za-z0-9_ .|,()=<>!:+*/~\[\]-]*}}|{%[A-Za-z0-9_ .|,()=<>!:+*/~\[\]-]*%}", re.ASCII
)
_SHORT: Final = 160
_REMEMBERED: Final = 2_000
_LEXER: Final = Environment(autoescape=True)


def scan(text: str, *, raw: bool = False) -> Scan:
    """Find every tag of a text; ``raw`` says that a raw block is open where it begins.

    Line ends in ``text`` are single line feeds.
    """
    if len(text) > LIMITS.tag:
        return _Scanner(text, raw=raw).scan()
    return _scan_short(text, raw=raw)


@lru_cache(maxsize=_REMEMBERED)
def _scan_short(text: str, *, raw: bool) -> Scan:
    """The same text says the same: a template repeats itself, and is often compiled again."""
    return _Scanner(text, raw=raw).scan()


class _Scanner(Struct):
    text: str
    raw: bool
    tags: list[Tag] = field(default_factory=list)
    misread: list[Misread] = field(default_factory=list)

    def scan(self) -> Scan:
        position = 0
        while (start := self._next(position)) >= 0:
            position = self._take(start)
            if len(self.tags) > LIMITS.tags or len(self.misread) > LIMITS.broken:
                self._stop(start)
                break
        return Scan(tuple(self.tags), tuple(self.misread), self.raw, self._beside())

    def _beside(self) -> str:
        ends = [0, *(tag.end for tag in self.tags)]
        starts = [*(tag.start for tag in self.tags), len(self.text)]
        return "".join(self.text[end:start] for end, start in zip(ends, starts, strict=True))

    def _stop(self, start: int) -> None:
        most, which = LIMITS.tags, "tags"
        if len(self.misread) > LIMITS.broken:
            most, which = LIMITS.broken, "broken tags"
        fault = Fault(LIMIT, f"it comes after {most:,} {which}, and no more are read")
        self._refuse(start, start + 2, fault)

    def _next(self, position: int) -> int:
        """Where the next tag or escape begins, or -1."""
        found = (_IN_RAW if self.raw else _MARKS).search(self.text, position)
        return found.start() if found else -1

    def _take(self, start: int) -> int:
        """Take what begins at ``start``; return where to go on."""
        opening = self.text[start : start + 3]
        if opening in _ESCAPES and not self.raw:
            self._add(Tag(Kind.ESCAPE, start, start + 3, opening, body=_ESCAPES[opening]))
        elif opening.startswith("{#"):
            return self._comment(start)
        elif self.raw or _first_word(self.text[start + 2 : start + 20]) == "raw":
            return self._raw(start)
        else:
            return self._expression(start)
        return start + 3

    def _add(self, tag: Tag) -> int:
        self.tags.append(tag)
        return tag.end

    def _refuse(self, start: int, end: int, fault: Fault) -> int:
        source = self.text[start:end].strip()
        word = _first_word(source[2:]) if source.startswith("{%") else ""
        self.misread.append(Misread(start, source, fault, word))
        return end

    def _comment(self, start: int) -> int:
        end = self.text.find("#}", start + 2)
        section = _SECTION.match(self.text, start) if end < 0 else None
        if section is not None:
            hint = f"write “{{% for item in {section[1]} %}}” or “{{% if {section[1]} %}}”"
            fault = Fault(SYNTAX, f"“{section[0]}” is of another engine", hint)
            return self._refuse(start, section.end(), fault)
        if end < 0:
            return self._refuse(start, len(self.text), _unclosed("#}"))
        body, source = self.text[start + 2 : end], self.text[start : end + 2]
        prefix = _prefix(body)
        return self._add(Tag(Kind.COMMENT, start, end + 2, source, body=body, prefix=prefix))

    def _raw(self, start: int) -> int:
        """A tag that begins a raw block, or ends one; anything else in one is text."""
        end = self.text.find("%}", start) + 2
        inner = _dashless(self.text[start + 2 : end - 2])
        word = _first_word(inner)
        if end == 1 or inner.split()[-1:] != [word] or (self.raw and word != "endraw"):
            return start + 2
        self.raw = not self.raw
        source = self.text[start:end]
        return self._add(Tag(Kind.RAW, start, end, source, word=word, prefix=_prefix(inner)))

    def _expression(self, start: int) -> int:
        closing = "}}" if self.text.startswith("{{", start) else "%}"
        if foreign := _MUSTACHE.match(self.text, start):
            said = f"“{{{{{foreign[1]}” is of another engine"
            return self._broken(start, closing, Fault(SYNTAX, said, _OF_MUSTACHE[foreign[1]]))
        if self.text.startswith("{{%", start):
            if _HOLDING.match(self.text, start):
                return start + 1
            hint = "write “{% … %}” with one brace"
            return self._broken(start, closing, Fault(SYNTAX, "it begins with “{{%”", hint))
        try:
            straight, length = self._straight(start, closing)
        except TemplateSyntaxError as error:
            end, is_closed = self._after_broken(start, closing)
            told = Fault(SYNTAX, words_of(error), words_hint(self.text[start:end]))
            return self._broken(start, closing, told if is_closed else _unclosed(closing))
        if length is None:
            return self._broken(start, closing, _unclosed(closing))
        end = start + straight.places[length]
        return self._read(start, end, straight, length)

    def _straight(self, start: int, closing: str) -> tuple[Straight, int | None]:
        """The tag that begins at ``start``, straightened, and its length.

        Most are plain: without literals and brackets they end where they seem to, as do most.
        """
        plain = _PLAIN.match(self.text, start)
        if plain is not None:
            size = len(plain[0])
            return Straight(plain[0], tuple(range(size + 1))), size
        seeming = self.text.find(closing, start) + len(closing)
        short = straighten(self.text[start : max(seeming, start + _SHORT)][: LIMITS.tag])
        try:
            length = _length(short.text)
        except TemplateSyntaxError:
            length = None
        if length is not None:
            return short, length
        straight = straighten(self.text[start : start + LIMITS.tag])
        return straight, _length(straight.text)

    def _broken(self, start: int, closing: str, fault: Fault) -> int:
        end, _ = self._after_broken(start, closing)
        if end - start > LIMITS.tag:
            fault = Fault(LIMIT, f"the tag is longer than {LIMITS.tag:,} characters")
        return self._refuse(start, end, fault)

    def _after_broken(self, start: int, closing: str) -> tuple[int, bool]:
        """Where a broken tag likely ends, at the latest before the next tag; if it is closed."""
        following = _OPENING.search(self.text, start + 2)
        before, mark, _ = self.text[start : following and following.start()].partition(closing)
        return start + len(before + mark), mark != ""

    def _read(self, start: int, end: int, straight: Straight, length: int) -> int:
        inner = straight.text[2 : length - 2]
        joins_before, joins_after = inner[:1] == "-", inner[-1:] == "-"
        inner = _dashless(inner)
        prefix = _prefix(inner)
        body = inner.strip()[len(prefix) :].strip()
        is_value = self.text.startswith("{{", start)
        word = "" if is_value else _first_word(body)
        kind = Kind.VALUE if is_value else _kind(word, body)
        source = self.text[start:end]
        if isinstance(kind, Fault):
            return self._refuse(start, end, kind)
        return self._add(
            Tag(kind, start, end, source, word, body, prefix, joins_before, joins_after)
        )


def _length(source: str) -> int | None:
    """The length of the tag that ``source`` begins with, by Jinja's own lexer."""
    length = 0
    tokens: Iterator[tuple[int, str, str]] = _LEXER.lex(source)
    for _, token, value in tokens:
        length += len(value)
        if token in {"variable_end", "block_end"}:
            return length - len(value) + len(value.rstrip())
    return None


def _kind(word: str, body: str) -> Kind | Fault:
    if word == "set" and "=" in body:
        return Kind.ALONE
    if word in KINDS:
        return KINDS[word]
    if word in _UNSAFE:
        hint = _INSTEAD.get(word, "say it with if, for, set and filters")
        return Fault(UNSAFE, f"“{word}” is not for templates from outside", hint)
    match = "elif" if word == "elseif" else closest(word, KINDS)
    hint = f"did you mean “{match}”?" if match else "known are if, for, set, with and raw"
    return Fault(SYNTAX, f"“{word}” is not a tag" if word else "the tag is empty", hint)


def _unclosed(closing: str) -> Fault:
    return Fault(
        SYNTAX,
        f"the tag is not closed with “{closing}”",
        "a tag begins and ends within one paragraph",
    )


_UNCLOSED_QUOTE: Final = ('unexpected char "\'"', "unexpected char '\"'")
"""What Jinja says of a text that does not end."""
_ODD: Final = re.compile(r"(?:unexpected(?: char)?|expected token 'end of [a-z ]+', got) '(.+?)'")
"""How Jinja names what it did not expect."""


def words_of(error: TemplateSyntaxError) -> str:
    """Jinja's own words on what it cannot read, as the rest of a sentence."""
    words = (error.message or "it cannot be read").rstrip(".")
    if words.startswith(_UNCLOSED_QUOTE):
        return "a quotation mark in it is not closed"
    odd = _ODD.match(words)
    if odd is not None:
        is_end = odd[1].startswith("end of ")
        return "it ends too soon" if is_end else f"“{odd[1]}” cannot stand there"
    return words[:1].lower() + curly(words[1:])


def curly(words: str) -> str:
    """The words with every pair of straight single marks made curly."""
    pieces = words.split("'")
    marks = ("“", "”")
    return pieces[0] + "".join(marks[i % 2] + piece for i, piece in enumerate(pieces[1:]))


def _dashless(inner: str) -> str:
    return inner.removeprefix("-").removeprefix("+").removesuffix("-").removesuffix("+")


def _prefix(inner: str) -> str:
    """``p`` of ``p if x``: the prefix follows the delimiter at once and a blank follows it."""
    word, _, rest = inner.partition(" ")
    return word if word in PREFIXES and rest.strip() else ""


def _first_word(body: str) -> str:
    """The word that says what a tag does, behind dash and prefix."""
    words = _dashless(body).replace("\n", " ").replace("\u00a0", " ").split(None, 2)
    first = words[bool(_prefix(_dashless(body)))] if words else ""
    return first.partition("%}")[0].removesuffix("-")
