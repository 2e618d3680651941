"""Marks in Markdown that some sites obey, and hide words by: found in time linear in the file.

Templates run before Markdown is read, so that their marks count in code as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

Mark = tuple[int, int, str]
"""From where to where a mark holds, and how it begins."""

_SHOWN = frozenset(
    (
        *("admonition", "alert", "attention", "autoescape", "blockquote", "callout", "caution"),
        *("code", "code-block", "codeblock", "column", "columns", "content-ref", "danger"),
        *("deprecated", "embed", "error", "figure", "figure-md", "file", "filter", "highlight"),
        *("hint", "image", "important", "info", "julia", "list-table", "markdown", "note"),
        *("notice", "parsed-literal", "prf", "python", "quote", "r", "raw", "section", "seealso"),
        *("sourcecode", "step", "stepper", "table", "tip", "todo", "topic", "verbatim"),
        *("versionadded", "versionchanged", "warning"),
    )
)
_SHOWN |= {name.capitalize() for name in _SHOWN} | {"Accordion", "Card", "Cards", "Steps"}
"""Blocks whose words all sites show."""
_HIDING = re.compile(
    r"hid(?:e|den)|none|invisib|spoil|comment|collaps|detail|dropdown|toggle|draft|secret|private"
    r"|\.notes\b|(?:sr|print)-only|\bonly\b|\braw\b|^:+[ ]*notes\b|\{=|opacity"
    r"|style\s*=|visually|when-|unless-|solution|noprint",
    re.IGNORECASE,
)
"""What names of classes and blocks say that hide."""
_TEMPLATES = (
    (r"\{%-?\s*(?!end)([\w-]+)", r"\{%-?\s*end([\w-]+)"),
    (r"\{\{[<%]\s*([\w-]+)", r"\{\{[<%]\s*/\s*([\w-]+)"),
    (r"\{\{~?[#^]\s*([\w-]+)", r"\{\{~?/\s*([\w-]+)"),
    (r"\[(blur|details|hide|spoiler)\b", r"\[/(blur|details|hide|spoiler)\]"),
    (r"<(?:%-?|\?php)\s*(?:if|unless|for|while|case)\b", r"<(?:%-?|\?php)\s*(?:end|\})"),
    (r"<%", r"%>"),
    (r"\{#(?![\w:.-]{1,99}[^{}\n]{0,99}(?<!#)\})", r"#\}"),
    (r"\{\{-?\s*/\*|\{/\*", r"\*/\s*-?\}"),
    (r"\{\{!", r"\}\}"),
    (r"\{\{-?\s*(?:if|with|range|define|block)\b", r"\{\{-?\s*end\b"),
    (r"\{#(?:if|each|await|key)\b", r"\{/(?:if|each|await|key)\}"),
    (r"@(?:if|unless|isset|foreach|auth)\b[ ]*\(", r"@end(?:if|unless|isset|foreach|auth)\b"),
    (r"@(?:if|else|for|switch|defer)\b[^\n{}]*\{", r"\}"),
    (r"@\*", r"\*@"),
    (r"(?<!\w)#(?:if|foreach)[ ]?\(", r"(?<!\w)#end\b"),
    (r"<#(?:if|list|macro|--)", r"</#(?:if|list|macro)>|-->"),
    (r"\[(?:color|size|font)=[^\]\n]*\]", r"\[/(?:color|size|font)\]"),
    (r"\{excerpt:", r"\{excerpt\}"),
)
_SPANS = (
    (r"%%", r"%%"),
    (r"\{--", r"--\}"),
    (r"\{\+\+", r"\+\+\}"),
    (r"\{~~", r"~~\}"),
    (r"\{>>", r"<<\}"),
    (r"\$\$", r"\$\$"),
    (r"\{::(?:comment|nomarkdown)\b", r"\{:/"),
    (r"\\begin\{", r"\\end\{"),
    (r"\\(?:h?phantom|(?:text)?color\{[^{}\n]*\})\{", r"\}"),
    (r"(?m:^\\\[[ ]*$)", r"(?m:^\\\][ ]*$)"),
    (r"<([A-Z][a-z]\w*)\b(?![^>\n]*/>)", r"</([A-Z][a-z]\w*)>"),
    (r"<[A-Z]\w*\s[^>\n]*\b(?:if|when|show|hidden|visible|open)\w*=\{", r"</[A-Z]\w*>"),
    (r"<\w[^>\n]*\s(?:v-(?:if|show|cloak)|:hidden|\*ngIf|x-show|\[hidden\])", r"</\w+>"),
    (r"\\iffalse\b", r"\\fi\b"),
    (r"\|\|(?=[^\s|])", r"(?<=[^\s|])\|\|(?!\|)"),
    (r">!(?=\S)", r"!<"),
)
_NEAR = 4000
_INLINE = 2
"""So many at the end stand within a paragraph."""
_PIECE = re.compile(
    r"^\*\[[^\]\n]+\]:[^\n]*|^%(?!%)[^\n]*|^\([^()\n]+\)=[ ]*$"
    r"|^export[ ](?:async|class|const|default|function|let|var)\b[^\n]*"
    r"|^---\n(?:[\w-]+:[ ][^\n]*\n)+(?:---|\.\.\.)$"
    r"|(?<![~\w])~[^~\s](?:[^~\n]*[^~\s])?~(?![~\w])"
    r"|<!--[ ]*\.(?:element|slide)[^>\n]*-->|(?<!\$)\$`[^`\n]+`\$"
    r"|\{[^{}\n]+\}|\[-[^\[\]\n]+-\]|\[\[[^\[\]\n|]+\||(?<!\$)\$[^$\n]+\$",
    re.MULTILINE,
)
_RUN = {"{": re.compile(r"&&|\|\||\?.*:|\{-.*-\}"), "$": re.compile(r"\\[a-z]|%|`")}
"""What is a piece of a program, or of a formula."""
_ATTRIBUTES = re.compile(r"\{:?\s*(?:[.#][\w-]|[\w-]+=)|\{[:=]|<!--")
_NAME = re.compile(r"\{:\s*[\w-]+\}|\{::.*")
"""What is given elsewhere, a table of contents in the place of a list, or words to the program."""
_BELOW = re.compile(
    r"^[ ]{0,3}(?:(>[ ]?\[!\w+\]-|>!(?!\[))"
    r"|(?:\?\?\?(?!\+)|===[+!]?[ ]\"|\[\^([^\[\]\s]+)\]:))[^\n]*\n?",
    re.MULTILINE,
)
_NAMED = re.compile(r"(?:(?<=\S)|(?<=\S[ ]))\[\^([^\[\]\s]+)\]|\[\^([^\[\]\s]+)\](?!:)")
_QUOTED = re.compile(r"(?:[ \t]*[^\s][^\n]*(?:\n|\Z))*")
_INDENTED = re.compile(r"(?:[ \t]*\n|(?:[ ]{2}|\t)[^\n]*(?:\n|\Z))*")
_DRAWN = frozenset(
    (
        *("chart", "comment", "dataview", "dataviewjs", "dot", "graphviz", "latex", "math"),
        *("mermaid", "plantuml", "puml", "tex"),
    )
)
_SWITCH = re.compile(r"\b(?:echo|include|hide\w*|output)\b")


def paired(text: str, opener: str, closer: str, end: str = "(?!)") -> Iterator[Mark]:
    """What stands between two marks, and at most up to an end; pairs stand in one another."""
    opens, closes, ends = map(re.compile, (opener, closer, end))
    names = {*closes.findall(text)} - _SHOWN
    first, last, depth = -1, -1, 0
    for mark in re.finditer(f"{end}|{closer}|{opener}", text):
        begin = opens.match(text, mark.start())
        if depth and closes.match(text, mark.start()):
            depth, last = depth - 1, mark.end()
        elif begin and (not opens.groups or begin[1] in names):
            first, depth = first if depth else mark.start(), depth + 1
        elif ends.match(text, mark.start()):
            depth = 0
        if last > first >= 0 and not depth:
            yield first, last, text[first : first + 20]
            first = last
    if depth and last > first:
        yield first, last, text[first : first + 20]


class SitePage:
    """A file, and which of it is code."""

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        self.text = text
        self.begins = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n"), len(text)]
        self._fences = [each for each in tokens if each.type == "fence"]
        self._blocks = sorted({(*each.map,) for each in tokens if each.map and not each.level})
        self._code = sorted(self._coded(tokens))

    def marks(self) -> Iterator[Mark]:
        """What sites may obey and hide words by."""
        for opener, closer in _TEMPLATES:
            yield from paired(self.text, opener, closer)
        for index, (opener, closer) in enumerate(_SPANS, _INLINE - len(_SPANS)):
            end = "(?!)" if index < 0 else r"\n[ \t]*\n"
            yield from self.outside(paired(self.text, opener, closer, end))
        yield from self._pieces()
        yield from self.outside(self._blocked())
        yield from self._drawn()

    def outside(self, marks: Iterable[Mark]) -> Iterator[Mark]:
        """The marks that do not begin in code."""
        for mark in marks:
            index = bisect_right(self._code, (mark[0], len(self.text) + 1)) - 1
            if index < 0 or self._code[index][1] <= mark[0]:
                yield mark

    def _place(self, first: int, last: int) -> tuple[int, int]:
        """Where the lines begin and end."""
        end = len(self.begins) - 1
        return self.begins[min(first, end)], self.begins[min(last, end)]

    def _coded(self, tokens: Iterable[Token]) -> Iterator[tuple[int, int]]:
        """From where to where code stands."""
        done = end = 0
        for token in tokens:
            if token.map:
                begin, end = self._place(*token.map)
                done = max(done, begin)
            if token.type in {"fence", "code_block"}:
                yield done, end
            for child in token.children or ():
                if child.type == "code_inline":
                    near = min(end, done + _NEAR + len(child.content))
                    at = self.text.find(f"{child.markup}{child.content}", done, near)
                    if at < 0:
                        at = self.text.find(f"{child.markup} {child.content}", done, near)
                    if at >= 0:
                        done = at + len(child.markup) + len(child.content) + 1
                        yield at, done

    def _pieces(self) -> Iterator[Mark]:
        found = ((mark.start(), mark.end(), mark.group()) for mark in _PIECE.finditer(self.text))
        for first, last, words in self.outside(found):
            if _ATTRIBUTES.match(words):
                if _HIDING.search(words) or _NAME.fullmatch(words):
                    yield (*self._around(first), words[:20])
            elif words[0] not in _RUN or _RUN[words[0]].search(words):
                yield first, last, words[:20]

    def _around(self, at: int) -> tuple[int, int]:
        """The blocks that a line touches."""
        line = bisect_right(self.begins, at) - 1
        index = bisect_right(self._blocks, (line, len(self.begins)))
        near = [each for each in self._blocks[max(0, index - 2) : index] if each[1] >= line]
        lines = [(line, line + 1), *near]
        return self._place(min(each[0] for each in lines), max(each[1] for each in lines))

    def _blocked(self) -> Iterator[Mark]:
        """Quotations that are folded, notes nobody names, boxes that are closed."""
        found = ((at.start(), at.end(), at[1] or at[2]) for at in _NAMED.finditer(self.text))
        named = {name for *_, name in self.outside(found)}
        done = 0
        for mark in _BELOW.finditer(self.text):
            below = _QUOTED if mark[1] else _INDENTED
            if mark.start() >= done and mark[2] not in named:
                rest = below.match(self.text, mark.end())
                done = rest.end() if rest else mark.end()
                yield mark.start(), done, mark.group()[:20]
        for box in paired(self.text, r"(?m:^:::+[ ]*[^\s:])", r"(?m:^:::+[ ]*$)"):
            lines = self.text[box[0] : box[1]].split("\n")
            if any(line.startswith(":::") and _HIDING.search(line) for line in lines):
                yield box

    def _drawn(self) -> Iterator[Mark]:
        """Code that sites run, or draw a picture of."""
        for token in self._fences:
            info = token.info.strip()
            name = re.sub(r"[^\w-].*", "", info.lstrip("{."))
            run = info.startswith("{") and name not in _SHOWN and not info.startswith("{.")
            switched = "{" in info and _SWITCH.search(info + token.content)
            if token.map and (run or switched or name in _DRAWN):
                yield (*self._place(*token.map), f"```{info[:17]}")
