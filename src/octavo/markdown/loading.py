"""What a template would have its readers load, run or follow blindly: refused, at its place.

Whoever reads a Markdown file that was made from a template loads nothing from elsewhere. Values
cannot bring such a thing in, since they print as typed; this is about the template's own text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Final
from urllib.parse import unquote

from markdown_it import MarkdownIt

from octavo.expressions import UNSAFE
from octavo.finding import Finding, Level
from octavo.markdown.escape import LINKS, SCHEME, TURNING

if TYPE_CHECKING:
    from markdown_it.token import Token

    from octavo.markdown.text import TemplateText

_BLANKS: Final = re.compile(r"[\x00-\x20]")
"""What browsers take out of an address."""
_FOLLOWED: Final = (*LINKS, "tel:")
_ACTING: Final = frozenset(
    {"script", "iframe", "frame", "frameset", "object", "embed", "applet", "base", "link", "meta",
     "style", "form", "svg", "math"}
)  # fmt: skip
_LOADED: Final = frozenset({"src", "srcset", "poster", "background", "data", "lowsrc"})
_LED_TO: Final = frozenset({"href", "action", "formaction", "cite", "longdesc"})
_HINTS: Final = {
    "loads": "put the file beside the output, or lead there with a link: [words](address)",
    "leads": "a link leads to http, https, mailto or tel addresses, or to a path",
    "acts": "take it out: whoever opens the file would run it",
}


def unsafe_parts(template: TemplateText) -> Iterator[Finding]:
    """A finding for each place of a template that loads, runs or hides where it leads."""
    line = 0
    for token in _reader().parse(template.text):
        line = token.map[0] if token.map else line
        inner = (token,) if token.type == "html_block" else token.children or ()
        for part in inner:
            for what, kind in _faults(part):
                yield _finding(template, line, what, kind)


def _reader() -> MarkdownIt:
    reader = MarkdownIt("commonmark").enable("table")
    reader.validateLink = _as_it_is  # type: ignore[method-assign]  # ours to judge
    return reader


def _as_it_is(url: str) -> bool:
    del url
    return True


def _faults(token: Token) -> Iterator[tuple[str, str]]:
    if token.type == "link_open":
        yield from _of_link(str(token.attrs.get("href", "")))
    elif token.type == "image":
        yield from _of_picture(str(token.attrs.get("src", "")))
        for child in token.children or ():
            yield from _faults(child)
    elif token.type in {"html_inline", "html_block"}:
        parser = _Tags()
        parser.feed(token.content)
        parser.close()
        yield from parser.faults


def _of_link(address: str) -> Iterator[tuple[str, str]]:
    bare = _BLANKS.sub("", unquote(address)).lower()
    strange = SCHEME.match(bare) and not bare.startswith(_FOLLOWED)
    if strange or TURNING.search(unquote(address)):
        yield address, "leads"


def _of_picture(address: str) -> Iterator[tuple[str, str]]:
    bare = _BLANKS.sub("", unquote(address))
    if SCHEME.match(bare) or bare.startswith(("//", "\\\\", "/\\", "\\/")):
        yield address, "loads"


class _Tags(HTMLParser):
    """Reads the tags of a piece of HTML."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.faults: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _ACTING:
            self.faults.append((f"<{tag}", "acts"))
        for name, given in attrs:
            value = given or ""
            if name.startswith("on"):
                self.faults.append((name, "acts"))
            elif name in _LOADED:
                addresses = [each.split()[0] for each in value.split(",") if each.strip()]
                self.faults.extend(each for one in addresses for each in _of_picture(one))
            elif name in _LED_TO:
                self.faults.extend(_of_link(value))
            elif name == "style" and ("url(" in value.lower() or "\\" in value):
                self.faults.append((name, "loads"))


def _finding(template: TemplateText, line: int, what: str, kind: str) -> Finding:
    start = sum(len(each) + 1 for each in template.text.split("\n")[:line])
    found = template.text.find(what, start)
    place = template.location(found if found >= 0 else start)
    message = {
        "loads": f"“{what}” would be loaded from elsewhere by whoever reads the file",
        "leads": f"“{what}” is not an address that a link may lead to",
        "acts": f"“{what}” acts when the file is opened",
    }[kind]
    excerpt = template.line_of(found if found >= 0 else start)
    return Finding(UNSAFE, Level.ERROR, message, place, _HINTS[kind], excerpt)
