"""Compile a Markdown template: text → tags → steps → program. No data is seen here."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field

from octavo.errors import TemplateError
from octavo.expressions import (
    SANDBOX,
    SYNTAX,
    Code,
    Fault,
    Kind,
    Misread,
    Sandbox,
    TagError,
    match,
    read,
    scan,
    stand_in,
    unknown_calls,
)
from octavo.markdown.layout import lay_out
from octavo.markdown.program import Mark, Program
from octavo.markdown.text import read_text, with_links

if TYPE_CHECKING:
    from octavo.expressions import BlockFault, Item, Own, Scan, Step, Tag
    from octavo.finding import Finding
    from octavo.inputs import Input
    from octavo.markdown.text import TemplateText

_WORD_ONLY = ("vm", "hm", "cellbg", "colspan")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})", re.MULTILINE)
_OPEN_TARGET = re.compile(r"\]\(<?[^\s()<>]*\Z")
_OPEN_PICTURE = re.compile(r"!\[[^\[\]]*\]\(<?[^\s()<>]*\Z")
_OPEN_HTML = re.compile(r"<[A-Za-z/!?][^<>]*\Z")


def compile_template(given: Input, own: Own | None = None) -> Program:
    """Compile a template: a path, its bytes or an open file.

    A tag that prints nothing and stands alone in its line, or with others of its kind, takes the
    line with it.

    Raises:
        TemplateError: The template is refused; names every fault with line and column.
    """
    text = with_links(read_text(given))
    compiler = _Compiler(text, SANDBOX if own is None else Sandbox(own))
    items = compiler.items()
    if compiler.findings:
        raise TemplateError(sorted(compiler.findings, key=lambda each: each.location))
    return Program(text.path, compiler.sandbox, Code(items), tuple(compiler.marks))


class _Compiler(Struct):
    text: TemplateText
    sandbox: Sandbox
    marks: list[Mark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def items(self) -> list[Item]:
        """Text and steps in the order of the template."""
        found = scan(self.text.text)
        steps = self._steps(found)
        for fault in match([step for _, step in steps]).faults:
            self._block(fault)
        for mark, flaw in unknown_calls((step for _, step in steps), self.sandbox):
            self._report(mark, flaw)
        return lay_out(self.text, found.tags, dict(steps))

    def _steps(self, found: Scan) -> list[tuple[int, Step]]:
        """The step of each tag by where it starts; broken tags stand for themselves."""
        tags: list[Tag | Misread] = [*found.tags, *found.misread]
        steps = []
        for tag in sorted(tags, key=lambda each: each.start):
            step = self._step(tag)
            if step is not None:
                steps.append((tag.start, step))
        return steps

    def _step(self, tag: Tag | Misread) -> Step | None:
        if getattr(tag, "kind", None) in (Kind.COMMENT, Kind.RAW, Kind.ESCAPE):
            return None
        mark = self._mark(tag)
        faults = (tag.fault,) if isinstance(tag, Misread) else self._misplaced(tag)
        if not faults and not isinstance(tag, Misread):
            try:
                return read(tag, mark, self.sandbox)
            except TagError as error:
                faults = error.faults
        for fault in faults:
            self._report(mark, fault)
        return stand_in(tag.word, tag.source, mark)

    def _mark(self, tag: Tag | Misread) -> int:
        location, before = self.text.location(tag.start), self.text.line_before(tag.start)
        is_target = _OPEN_TARGET.search(before) is not None
        is_picture = _OPEN_PICTURE.search(before) is not None
        line = self.text.line_of(tag.start)
        self.marks.append(Mark(tag.source, location, line, is_target, is_picture))
        return len(self.marks) - 1

    def _misplaced(self, tag: Tag) -> tuple[Fault, ...]:
        """What holds in Markdown alone: no tags of Word, no values where none can print."""
        if tag.prefix or tag.word in _WORD_ONLY:
            return (
                Fault(SYNTAX, "the tag is for Word templates", "leave out what names a Word part"),
            )
        if tag.kind is not Kind.VALUE:
            return ()
        before = self.text.line_before(tag.start)
        if before.count("`") % 2 or len(_FENCE.findall(self.text.text[: tag.start])) % 2:
            return (
                Fault(
                    SYNTAX, "a value cannot print as typed inside code", "take away the backquotes"
                ),
            )
        if _OPEN_HTML.search(before):
            hint = "write a link as “[words](address)”"
            return (Fault(SYNTAX, "a value cannot print as typed inside an HTML tag", hint),)
        return ()

    def _block(self, fault: BlockFault) -> None:
        other = "" if fault.other is None else f" {self.marks[fault.other].place}"
        self._report(fault.mark, fault.fault, other)

    def _report(self, mark: int, fault: Fault, other: str = "") -> None:
        self.findings.append(self.marks[mark].finding(fault, other))
