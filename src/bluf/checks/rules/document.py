"""The text of finished files, Word and Markdown alike."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from bluf.checks.prose import Prose, ProseBlock
from bluf.checks.rule import Fault, check
from bluf.checks.word import WordFile
from bluf.checks.word.file import cut
from bluf.markings import Marking, Scheme, Schemes, lacking, read
from octavo.location import Location
from octavo.ooxml import every_field, every_text
from octavo.shortening import quoted


@check
def empty_heading(prose: Prose) -> Iterator[Fault]:
    """A heading has no text."""
    for passage in prose.passages:
        if passage.heading is not None and not passage.text.strip() and not passage.pictured:
            message = f"a heading of level {passage.heading} has no text"
            yield passage.fault(message, "delete it, or write the heading")


@check
def heading_skipped(prose: Prose) -> Iterator[Fault]:
    """A heading is more than one level below the one before it.

    An empty one is another rule's matter.
    """
    before = None
    for passage in prose.passages:
        if passage.heading is None or not passage.text.strip():
            continue
        if before is not None and passage.heading > before + 1:
            message = f"a heading of level {passage.heading} follows one of level {before}"
            yield passage.fault(message, f"make it level {before + 1}")
        before = passage.heading


_TAG: Final = re.compile(
    r"\{\{(?:r\s|[-+])?\s*[\w(\"'“”‘’\[][^{}]*\}\}"
    r"|\{%(?:(?:p|tr|tc|r)\s|[-+])?\s*[a-z_]+\b.*?%\}"
    r"|\{#.*?#\}",
    re.DOTALL,
)
_MERGE: Final = re.compile(r"\s*MERGEFIELD\s+(?:\"([^\"]+)\"|(\S+))", re.IGNORECASE)
_HINT: Final = "fill the template in, or delete the tag"


@check
def leftover_tag(prose: Prose) -> Iterator[Fault]:
    """A template tag stands in a finished file.

    Tags that are seen come first, then each place in which there are others.
    """
    seen: set[Location] = set()
    for passage in prose.passages:
        message = "the tag {} was left in the text"
        for fault in passage.faults(_TAG.finditer(passage.text), message, _HINT):
            seen.add(fault.location)
            yield fault
    if isinstance(prose, WordFile):
        yield from _unseen(prose, seen)
        yield from _merge_fields(prose)


def _unseen(file: WordFile, seen: set[Location]) -> Iterator[Fault]:
    for place, text in every_text(file.package, b"{"):
        match = _TAG.search(text) if "{" in text else None
        if match is not None and place not in seen:
            seen.add(place)
            yield Fault(f"the tag {quoted(match.group())} was left", place, _HINT, cut(text))


def _merge_fields(file: WordFile) -> Iterator[Fault]:
    for place, code in every_field(file.package):
        match = _MERGE.match(code)
        if match is not None:
            message = f"the merge field “{match[1] or match[2]}” was left in the text"
            yield Fault(message, place, "finish the mail merge in Word, or delete the field")


_UNCLEAR = frozenset(
    {
        *("", "here", "click here", "click", "see here", "link", "this link", "this", "this page"),
        *("more", "read more", "learn more", "see more", "details", "more information", "go"),
        *("hier", "mehr", "ici", "cliquez ici", "aquí", "haga clic aquí", "qui", "clicca qui"),
        *("ovde", "овде", "здесь", "тут"),
    }
)


@check
def link_text_unclear(prose: Prose) -> Iterator[Fault]:
    """The text of a link does not say where it leads."""
    for link in prose.links:
        text = link.text.strip(" \t\n.…:»›>→[]()").casefold()
        if text in _UNCLEAR:
            message = f"the link {quoted(link.text)} does not say where it leads"
            yield link.passage.fault(message, "name what it leads to", link.text)


_WORDS = re.compile(
    r"(?=[TFX\[<‹lLcC])(?:"  # how each begins: most places of a text are none
    r"\b(?:TBD|TBC|TODO|FIXME|X{3,})\b"
    r"|(?i:\[(?:name|date|title|place|text|amount|number|country|organi[sz]ation"
    r"|to be (?:added|confirmed|completed|determined))\])"
    r"|(?i:\blorem ipsum\b)"
    r"|(?i:[\[<‹](?:insert|enter|add|type|your|name of|date of|title of)\b[^\]>›\n]{0,60}[\]>›])"
    r"|(?i:\bclick (?:or tap )?(?:here )?to (?:enter|add) (?:text|a date)\b))"
)
_NAME_BEFORE = re.compile(r"(?:\A|\s)[^\W\d_a-z][^\W\d_]*\s\Z")
_NAME_BEHIND = re.compile(r"\s[^\W\d_a-z]")
_THIRTY = "XXX"


@check
def placeholder_text(prose: Prose) -> Iterator[Fault]:
    """A stand-in for text that was never written."""
    for passage in prose.passages:
        found = (m for m in _WORDS.finditer(passage.text) if not _is_roman_number(m))
        message, hint = "{} stands for text to be written", "write it, or say that it is not known"
        yield from passage.faults(found, message, hint)


def _is_roman_number(match: re.Match[str]) -> bool:
    if match.group() != _THIRTY:
        return False
    before = match.string[: match.start()]
    behind = _NAME_BEHIND.match(match.string, match.end())
    return bool(behind or _NAME_BEFORE.search(before))


_MARK = re.compile(r"(?:(?<=\s)|^)\(([^()\n]{1,80})\)(?=\s)")
_FEWEST = 2
"""Parts that begin with a mark in a file that has portion marks; one alone may be a letter."""


@check
def portion_above_banner(prose: Prose) -> Iterator[Fault]:
    """A part of a finished file is marked higher than the file."""
    banner = next(filter(None, (_banner(each, prose.schemes) for each in prose.passages)), None)
    if banner is None:
        return
    label, whole = banner
    begun = [p for p in prose.passages if (m := _MARK.match(p.text)) and _read(m[1], whole.scheme)]
    if len(begun) < _FEWEST:
        return
    for passage in prose.passages:
        for match in _MARK.finditer(passage.text):
            marking = _read(match[1], whole.scheme)
            lacks = ", ".join(lacking(whole, marking)) if marking else ""
            if lacks:
                than = f"the banner {quoted(label)}, which lacks {lacks}"
                message = f"{quoted(match[0])} is more than {than}"
                yield passage.fault(
                    message, "leave the part out, or mark the file higher", match[0]
                )


def _banner(passage: ProseBlock, schemes: Schemes) -> tuple[str, Marking] | None:
    """The label that a passage consists of, or ends with behind a tab."""
    label = passage.text.rpartition("\t")[2].strip()
    found = schemes.read(label) if label and label == label.upper() else None
    return (label, found) if found and not found.unknown else None


def _read(label: str, scheme: Scheme) -> Marking | None:
    """The marking that a portion mark is; None where it is something else in parentheses."""
    found = read(label, scheme) if label == label.upper() else None
    return None if found is None or found.unknown else found
