"""The style sheets of a page, made ready to be matched with its elements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from html import unescape
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes, urljoin

import cssselect2
import tinycss2
from lxml import etree
from msgspec import Struct, field
from msgspec.structs import replace

from bluf.evidence import encodings
from bluf.evidence.formats.html.declarations import (
    Declaration,
    faces,
    frames,
    quirk,
    read_declarations,
)
from bluf.evidence.formats.html.media import holds, supports
from bluf.evidence.formats.html.properties import KNOWN
from bluf.evidence.formats.html.selectors import (
    CONTENT,
    compiled,
    listed,
    nested,
    strange,
    stripped,
    written,
)
from bluf.evidence.formats.html.values import number
from octavo.shortening import quoted

if TYPE_CHECKING:
    from tinycss2.ast import AtRule, Node, QualifiedRule

MOST_RULES = 60_000
"""So many selectors are read; a large site has some thousands."""
DEEPEST = 12
_SMALL = 0.3
"""Of their size: so small a font of the page makes no letters."""

Frames = tuple[Mapping[str, str], Sequence[Mapping[str, str]]]


class StyleRule(Struct, frozen=True):
    """The relevant declarations of a rule.

    Attributes:
        declarations: In their order.
        layer: Its cascade layer; empty outside all.
        doubt: Why it may not apply; empty where it does.
        limit: Below what it does not apply.
    """

    declarations: tuple[Declaration, ...]
    layer: str = ""
    doubt: str = ""
    limit: str = ""


class _Scope(Struct, frozen=True):
    """What holds for the rules that are being read."""

    place: str
    parent: str = ""
    limit: str = ""
    layer: str = ""
    doubt: str = ""
    depth: int = 0
    within: bool = False
    base: str = ""
    imports: tuple[str, ...] = ()


class Sheets(Struct):
    """All style sheets of a page.

    Attributes:
        resources: Style sheets that came with the page, by their address.
        dark: Whether the reader has asked for dark colours.
        quirks: Whether browsers read the page as those of the nineties did.
        focused: Whether an element has the focus when the page has been opened.
        matcher: Gives the rules for an element.
        layers: Names of the cascade layers, the weakest first.
        missing: Addresses of the style sheets that the page names and that are not in the file.
        scoped: Whether a rule has named where its rules apply.
        cut: Whether there are more rules, or rules nested more deeply, than are read.
        variables: Custom properties that are registered, with their first values.
        registered: What each of them takes, and whether it is inherited.
        small: Fonts of the page that make their letters small.
        keyframes: What the frames of an animation set, by its name: its last frame, and each.
    """

    resources: Mapping[str, bytes]
    dark: bool = False
    quirks: bool = False
    focused: bool = False
    matcher: cssselect2.Matcher = field(default_factory=cssselect2.Matcher)
    layers: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    variables: dict[str, str] = field(default_factory=dict)
    registered: dict[str, tuple[str, bool]] = field(default_factory=dict)
    keyframes: dict[str, Frames] = field(default_factory=dict)
    small: set[str] = field(default_factory=set)
    count: int = 0
    cut: bool = False
    scoped: bool = False

    def load(self, address: str, scope: _Scope) -> None:
        """Read a style sheet that is named by its address."""
        full = urljoin(scope.base, address.strip())
        content = _inline(address)
        for name in (full, address):
            content = self.resources.get(name) if content is None else content
        if content is None:
            self.missing.append(address)
            return
        codec, body = encodings.marked(content) or ("utf-8", content)
        text = body.decode(codec, "replace")
        rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
        self._rules(rules, replace(scope, base=full))

    def _rules(self, rules: Iterable[Node], scope: _Scope) -> None:
        if scope.depth > DEEPEST:
            self.cut = True
            return
        late = "rules stand before its “@import”" if scope.within else ""
        for rule in rules:
            if rule.type == "at-rule" and rule.content is None:
                self._statement(rule, scope, late)
                continue
            late = late or "rules stand before its “@import”"
            if rule.type == "qualified-rule":
                self._qualified(rule, scope)
            elif rule.type == "at-rule":
                self._at(rule, scope)

    def _statement(self, rule: AtRule, scope: _Scope, late: str) -> None:
        if rule.lower_at_keyword == "layer":
            self._layer(tinycss2.serialize(rule.prelude), scope)
        elif rule.lower_at_keyword == "import":
            self._import(rule, scope, late)

    def _at(self, rule: AtRule, scope: _Scope) -> None:
        name, prelude = rule.lower_at_keyword, tinycss2.serialize(rule.prelude).strip()
        if name == "layer":
            self._block(rule, _with(scope, layer=self._layer(prelude, scope)))
        elif name in {"property", "keyframes", "-webkit-keyframes", "font-face"}:
            self._name(rule, prelude)
        elif name in {"media", "supports", "container"}:
            answer = _answers(name, rule, prelude, dark=self.dark)
            if answer is not False:
                cause = f"the condition “@{name} {prelude}” cannot be decided"
                self._block(rule, _with(scope, doubt=scope.doubt or ("" if answer else cause)))
        elif name == "scope":
            root, _, limit = prelude.partition(" to ")
            doubt = "another “@scope” may be nearer" if self.scoped else ""
            doubt = doubt if root.strip() else "its scope is not known"
            self.scoped = True
            parent = f":where({root.strip().removeprefix('(').removesuffix(')') or ':root'})"
            limit = limit.strip().removeprefix("(").removesuffix(")")
            self._block(rule, _with(scope, parent=parent, limit=limit, doubt=scope.doubt or doubt))

    def _name(self, rule: AtRule, name: str) -> None:
        """Take down what a rule gives a name: a custom property, or an animation."""
        if rule.lower_at_keyword == "property":
            inside = tinycss2.parse_blocks_contents(rule.content)
            said = {
                each.lower_name: tinycss2.serialize(each.value).strip(" \"'")
                for each in inside
                if isinstance(each, tinycss2.ast.Declaration)
            }
            self.variables[name] = said.get("initial-value", "")
            self.registered[name] = said.get("syntax", "*"), said.get("inherits") == "true"
        elif rule.lower_at_keyword == "font-face":
            said = {each.name: each.value for each in faces(rule)}
            if (number(said.get("size-adjust", "")) or 1.0) < _SMALL:
                self.small.add(said.get("font-family", "").strip(" \"'"))
        else:
            self.keyframes[name.strip("\"'").lower()] = frames(rule)

    def _block(self, rule: AtRule, scope: _Scope) -> None:
        inside = tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        )
        self._within(scope.parent, inside, scope, scope)

    def _within(self, selector: str, inside: Iterable[Node], scope: _Scope, inner: _Scope) -> None:
        """Read what stands in a rule: declarations and rules, in their order."""
        for declares, nodes in groupby(inside, lambda each: each.type == "declaration"):
            if declares:
                self._declare(selector, list(nodes), scope)
            else:
                self._rules(nodes, inner)

    def _layer(self, prelude: str, scope: _Scope) -> str:
        names = map(str.strip, prelude.split(","))
        own = [name or f"({len(self.layers)})" for name in names]
        full = [f"{scope.layer}.{name}" if scope.layer else name for name in own]
        for name in full:
            holder = ""
            for part in name.split("."):
                each = f"{holder}.{part}" if holder else part
                if each not in self.layers:  # what is not in a layer within is the strongest of it
                    at = self.layers.index(holder) if holder else len(self.layers)
                    self.layers.insert(at, each)
                holder = each
        return full[0]

    def _import(self, rule: AtRule, scope: _Scope, late: str) -> None:
        tokens = [token for token in rule.prelude if token.type != "whitespace"]
        if not tokens:
            return
        first = tokens[0]
        address = first.value if first.type in {"url", "string"} else first.arguments[0].value
        rest, answers = tokens[1:], []
        if rest and _called(rest[0]) == "layer":
            name = tinycss2.serialize(getattr(rest[0], "arguments", ()))
            scope, rest = replace(scope, layer=self._layer(name, scope)), rest[1:]
        if rest and _called(rest[0]) == "supports":
            asked = tinycss2.serialize(rest.pop(0).arguments)
            condition = tinycss2.parse_component_value_list(f"({asked})")
            answers.append(supports(condition, KNOWN))
        answers.append(holds(tinycss2.serialize(rest), dark=self.dark))
        answer = False if False in answers else None if None in answers else True
        if answer is not False and address not in scope.imports:
            unknown = "" if answer else "the condition of its “@import” is not known"
            inner = _with(scope, doubt=scope.doubt or late or unknown)
            self.load(address, replace(inner, within=False, imports=(*scope.imports, address)))

    def _qualified(self, rule: QualifiedRule, scope: _Scope) -> None:
        selector = nested(tinycss2.serialize(rule.prelude).strip(), scope.parent)
        inside = tinycss2.parse_blocks_contents(
            rule.content, skip_comments=True, skip_whitespace=True
        )
        self._within(selector, inside, scope, _with(scope, parent=f":is({selector})"))

    def _declare(self, selector: str, inside: Sequence[Node], scope: _Scope) -> None:
        place = f"{scope.place}, rule {quoted(selector)}"
        declarations = tuple(read_declarations(inside, place))
        if self.quirks:
            declarations = tuple(map(quirk, declarations))
        self.cut = self.cut or self.count > MOST_RULES
        if not (declarations and selector) or self.cut:
            return
        several = listed(selector)
        odd = next(filter(None, map(strange, several)), "")
        if odd.startswith(("-ms-", "-o-")):
            return
        doubt = f"not every browser knows “{odd}”, beside which it stands"
        doubt = scope.doubt or (doubt if odd and len(several) > 1 else "")
        for one in several:
            self.count += 1
            self._add(one, StyleRule(declarations, scope.layer, doubt, scope.limit))

    def _add(self, selector: str, rule: StyleRule) -> None:
        selector = written(selector, quirks=self.quirks, focused=self.focused)
        if not selector:
            return
        if selector.endswith(CONTENT):
            selector = selector.removesuffix(CONTENT) or "details"
            rule = replace(rule, doubt=f"it is for “{CONTENT}”")
        for each in compiled(selector):
            self.matcher.add_selector(each, rule)
        if not compiled(selector) or (self.focused and ":focus" in selector):
            doubtful = replace(rule, doubt=f"the selector “{selector}” cannot be matched")
            for each in compiled(stripped(selector, focused=self.focused)):
                self.matcher.add_selector(each, doubtful)


def _called(token: Node) -> str:
    """The name of a word or a function."""
    return str(token.lower_name if token.type == "function" else getattr(token, "lower_value", ""))


def _with(scope: _Scope, **changes: str) -> _Scope:
    return replace(scope, **changes, depth=scope.depth + 1, within=True)


def _answers(name: str, rule: AtRule, prelude: str, *, dark: bool) -> bool | None:
    if name == "media":
        return holds(prelude, dark=dark)
    return supports(rule.prelude, KNOWN) if name == "supports" else None


def _inline(address: str) -> bytes | None:
    """The content of a ``data:`` address."""
    head, comma, body = address.strip().partition("#")[0].partition(",")
    if not head.lower().startswith("data:") or not comma:
        return None
    if not head.lower().startswith("data:text/css"):
        return b""  # as which a browser takes no sheet
    if head.lower().endswith(";base64"):
        import base64  # seldom wanted

        signs = unquote_to_bytes(body).translate(None, b" \t\n\f\r").rstrip(b"=")
        with suppress(ValueError):
            return base64.b64decode(signs + b"=" * (-len(signs) % 4), validate=True)
        return b""
    return unquote_to_bytes(body)


def sheets_of(
    page: etree._Element, resources: Mapping[str, bytes], address: str = "", *, dark: bool = False
) -> Sheets:
    """The style sheets of a page of this address, in their order."""
    focused = page.xpath("boolean(//@autofocus)")
    sheets = Sheets(resources, dark, not page.getroottree().docinfo.doctype, focused)
    for node in page.xpath("//*[@class or @id]") if sheets.quirks else ():
        for name in ("class", "id"):
            node.set(name, node.get(name, "").lower())
    base = next((urljoin(address, each) for each in page.xpath("//base/@href")), address)
    for count, element in enumerate(page.iter("style", "link"), 1):
        holders = {each.tag for each in element.iterancestors()}
        if not holders.isdisjoint({"noscript", "template"}):
            continue  # a browser runs scripts, and keeps templates for them
        answer = holds(element.get("media", ""), dark=dark)
        kind = element.get("type", "text/css").strip().lower() or "text/css"
        if answer is False or kind != "text/css":
            continue
        doubt = "" if answer else f"the condition “{element.get('media')}” cannot be decided"
        if element.tag == "style":
            scope = _Scope(f"style sheet {count}", doubt=doubt, base=base)
            text = "".join(element.itertext())
            text = unescape(text) if "svg" in holders else text
            rules = tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True)
            sheets._rules(rules, scope)  # noqa: SLF001 - of this file
        elif _is_sheet(element):
            scope = _Scope(f"style sheet {count}", doubt=doubt, base=base)
            sheets.load(element.get("href", ""), scope)
    return sheets


def _is_sheet(link: etree._Element) -> bool:
    kinds = link.get("rel", "").lower().split()
    return "stylesheet" in kinds and "alternate" not in kinds and link.get("disabled") is None
