"""Which rules count, and which findings a comment in the data file accepts, with a reason.

``# bluf: ignore[due-vague] wording of the communiqué`` accepts findings of that rule on its own
line; where it stands alone, on the next line that is not such a comment.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import yaml
from msgspec import Struct

from bluf.rules import BY_NAME, finding
from octavo.finding import Finding, Fix
from octavo.location import TextLocation
from octavo.suggest import UnknownNameError, did_you_mean

if TYPE_CHECKING:
    from bluf.data import Lines


class Selection(Struct, frozen=True):
    """The rules that count: all of them, or those selected, less those ignored."""

    select: frozenset[str] = frozenset()
    ignore: frozenset[str] = frozenset()

    @classmethod
    def of(cls, select: Iterable[str] = (), ignore: Iterable[str] = ()) -> Selection:
        """A selection by names of rules.

        Raises:
            UnknownNameError: No rule has one of the names.
        """
        selection = cls(frozenset(select), frozenset(ignore))
        for name in sorted(selection.select | selection.ignore):
            if name not in BY_NAME:
                raise UnknownNameError("rule", name, BY_NAME)
        return selection

    def wants(self, rule: str) -> bool:
        """Whether findings of a rule count."""
        return rule not in self.ignore and (not self.select or rule in self.select)


_MARK = re.compile(r"#\s*bluf:\s*ignore\b\s*(?:\[(?P<rules>[^\]]*)\])?(?P<reason>.*)")
UNUSED, FAULTY = "unused-suppression", "faulty-suppression"


class Suppression(Struct, frozen=True):
    """One rule accepted on one line of a file.

    ``location``, ``rules`` and ``comment`` are those of the comment, which may name several rules.
    """

    rule: str
    reason: str
    line: int
    location: TextLocation
    rules: tuple[str, ...]
    comment: str

    @property
    def key(self) -> tuple[str, int]:
        """Rule and line of the findings it accepts."""
        return self.rule, self.line

    def fault(self) -> tuple[str, str] | None:
        """What is wrong with the comment itself, and the remedy; None where it is in order."""
        if not self.rule:
            return "the comment names no rule", "write “# bluf: ignore[rule-name] reason”"
        if self.rule not in BY_NAME:
            return f"there is no rule “{self.rule}”", did_you_mean(self.rule, BY_NAME)
        if not self.reason:
            return f"“{self.rule}” is ignored without a reason", "say why, after the bracket"
        return None


def suppressed(
    findings: Iterable[Finding], lines: Lines, selection: Selection
) -> Iterator[Finding]:
    """The findings that no comment accepts, and those about the comments themselves."""
    suppressions = tuple(read(lines))
    accepted = {item.key for item in suppressions if item.fault() is None}
    used = set()
    for found in findings:
        key = (found.rule, _line(found, lines.path))
        if key in accepted:
            used.add(key)
        else:
            yield found
    if selection.wants(FAULTY):
        yield from _faulty(suppressions, lines)
    if selection.wants(UNUSED):
        ran = [item for item in suppressions if not item.fault() and selection.wants(item.rule)]
        yield from _unused([item for item in ran if item.key not in used], lines)


def read(lines: Lines) -> Iterator[Suppression]:
    """The suppressions of a data file, in order; a comment that names no rule gives one too."""
    if "bluf:" not in lines.text:
        return
    marks = [(comment, match) for comment, match in _marks(lines)]
    alone = {comment.location.line for comment, _ in marks if comment.alone}
    for comment, match in marks:
        line = comment.location.line
        while line in alone:
            line += 1
        rules = tuple(name.strip() for name in (match["rules"] or "").split(","))
        for name in rules:
            yield Suppression(
                name, match["reason"].strip(), line, comment.location, rules, match[0]
            )


def _marks(lines: Lines) -> Iterator[tuple[Comment, re.Match[str]]]:
    for comment in comments(lines):
        match = _MARK.match(comment.text)
        if match:
            yield comment, match


def _faulty(suppressions: Iterable[Suppression], lines: Lines) -> Iterator[Finding]:
    for item in suppressions:
        fault = item.fault()
        if fault:
            yield _finding(FAULTY, item, lines, *fault)


def _unused(suppressions: Sequence[Suppression], lines: Lines) -> Iterator[Finding]:
    by_comment = defaultdict(set)
    for item in suppressions:
        by_comment[item.location].add(item.rule)
    for item in suppressions:
        message = f"nothing on line {item.line} is found by “{item.rule}”"
        left = [rule for rule in item.rules if rule not in by_comment[item.location]]
        fix = Fix(f"[{item.comment.partition('[')[2].partition(']')[0]}]", f"[{', '.join(left)}]")
        if not left:
            fix = Fix(item.comment, "")
        yield _finding(UNUSED, item, lines, message, "delete the comment", fix)


def _finding(
    rule: str, item: Suppression, lines: Lines, message: str, hint: str, fix: Fix | None = None
) -> Finding:
    excerpt = lines.line(item.location.line)
    return finding(rule, message, item.location, hint, excerpt, fix=fix)


def _line(finding: Finding, path: str) -> int:
    """The line of a finding in the file itself; 0 for one anywhere else."""
    location = finding.location
    return location.line if isinstance(location, TextLocation) and location.path == path else 0


_TOML = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'.*?\'\'\'|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|(?P<comment>\#[^\n\r]*)',
    re.DOTALL,
)
_YAML = re.compile(r"(?:(?<=\s)|(?<![^\n\r]))#[^\n\r]*")
_BLOCK_STYLES = ("|", ">")


class Comment(Struct, frozen=True):
    """A comment and its place; ``alone`` says that nothing else stands on its line."""

    text: str
    location: TextLocation
    alone: bool


def comments(lines: Lines) -> Iterator[Comment]:
    """The comments of a data file, in order; the name's ending tells the format."""
    if lines.path.endswith((".yaml", ".yml")):
        found = _yaml_comments(lines.text)
    elif lines.path.endswith(".toml"):
        found = ((m.start(), m.end()) for m in _TOML.finditer(lines.text) if m["comment"])
    else:
        return
    for start, end in found:
        location = lines.locate(start)
        before = lines.text[start - location.column + 1 : start]
        yield Comment(lines.text[start:end], location, not before.strip())


def _yaml_comments(text: str) -> Iterator[tuple[int, int]]:
    """Where each ``#`` that lies in no scalar starts a comment, and where the comment ends."""
    scalars = _yaml_scalars(text)
    scalar = next(scalars, None)
    for match in _YAML.finditer(text):
        while scalar is not None and scalar[1] <= match.start():
            scalar = next(scalars, None)
        if scalar is None or match.start() < scalar[0]:
            yield match.span()


def _yaml_scalars(text: str) -> Iterator[tuple[int, int]]:
    """Where each scalar starts and ends; the first line of a block scalar is not in it."""
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            if token.style in _BLOCK_STYLES:
                start = text.find("\n", start)
            yield start, end
