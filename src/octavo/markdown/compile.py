"""Compile a Markdown template: text → tags → steps → program. No data is seen here."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import nodes
from msgspec import Struct, field

from octavo.errors import TemplateError
from octavo.expressions import (
    SANDBOX,
    SYNTAX,
    BlockFault,
    Close,
    Code,
    Fault,
    Included,
    Item,
    Kind,
    Misread,
    Open,
    Own,
    Sandbox,
    Scan,
    Step,
    Tag,
    TagError,
    TemplateFolder,
    included,
    match,
    read,
    scan,
    stand_in,
    unknown_calls,
)
from octavo.finding import Finding
from octavo.inputs import Input
from octavo.markdown.program import MarkdownProgram, TagMark
from octavo.markdown.text import MOST_BYTES, TemplateText, decoded, read_text, with_links
from octavo.suggest import did_you_mean

_STEPLESS = (Kind.COMMENT, Kind.RAW, Kind.ESCAPE, Kind.INCLUDE)
_WORD_ONLY = ("vm", "hm", "cellbg", "colspan")
_OPEN_TARGET = re.compile(r"\]\(<?[^\s()<>]*\Z")
_OPEN_PICTURE = re.compile(r"!\[[^\[\]]*\]\(<?[^\s()<>]*\Z")
_SUSPECT = re.compile(r"<|\]:|!\[|\]\([^)\n]*[:&\\%]")
"""Without one of these a text has neither HTML, nor a definition, nor an address of a scheme."""
_OPEN_HTML = re.compile(r"<[A-Za-z/!?][^<>]*\Z")


_ENDINGS = (".md", ".markdown")
_PRINTS = (Kind.VALUE, Kind.ESCAPE)


def compile_template(
    given: Input, own: Own | None = None, folder: Path | None = None
) -> MarkdownProgram:
    """Compile a template: a path, its bytes or an open file.

    A tag that prints nothing and stands alone in its line, or with others of its kind, takes the
    line with it. ``folder`` is that of the files the template may take in; without it, that of its
    own file.

    Raises:
        TemplateError: The template is refused; names every fault with line and column.
    """
    text = with_links(read_text(given))
    own_folder = Path(text.path).parent if text.path else None
    whole = _Whole(SANDBOX if own is None else Sandbox(own), TemplateFolder(folder or own_folder))
    items = _Compiler(text, whole).items()
    whole.refuse_unsafe(text)
    steps = [item for item in items if not isinstance(item, str)]
    for mark, flaw in unknown_calls(steps, whole.sandbox):
        whole.report(mark, flaw)
    if whole.findings:
        raise TemplateError(sorted(whole.findings, key=lambda each: each.location))
    return MarkdownProgram(text.path, whole.sandbox, Code(items), tuple(whole.marks))


def may_take_in(given: Input) -> bool:
    """Whether a template may take other files in; False only where it surely takes none.

    Raises:
        TemplateError: It cannot be read.
    """
    text = read_text(given).text
    return "include" in text or "import" in text


class _Whole(Struct):
    """What a template shares with the files it takes in."""

    sandbox: Sandbox
    shelf: TemplateFolder
    marks: list[TagMark] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def report(self, mark: int, fault: Fault, other: str = "") -> None:
        """Note a fault at its tag."""
        self.findings.append(self.marks[mark].finding(fault, other))

    def refuse_unsafe(self, text: TemplateText) -> None:
        """Note what a file would have its readers load, run or follow blindly."""
        if _SUSPECT.search(text.text):
            from octavo.markdown.loading import unsafe_parts  # its parsers take long to load

            self.findings.extend(unsafe_parts(text))


class _Compiler(Struct):
    """Compiles one file; ``around`` are the names of those that take it in."""

    text: TemplateText
    whole: _Whole
    around: tuple[str, ...] = ()

    def items(self) -> list[Item]:
        """Text and steps in the order of the template."""
        found = scan(self.text.text)
        steps = self._steps(found)
        for fault in match(steps.values()).faults:
            self._block(fault)
        others = {tag.start: self._taken_in(tag) for tag in found.tags if tag.kind is Kind.INCLUDE}
        pieces = others | {start: [step] for start, step in steps.items()}
        return lay_out(self.text, found.tags, pieces)

    def _steps(self, found: Scan) -> dict[int, Step]:
        """The step of each tag by where it starts; broken tags stand for themselves."""
        tags: list[Tag | Misread] = [*found.tags, *found.misread]
        steps = {}
        for tag in sorted(tags, key=lambda each: each.start):
            step = self._step(tag)
            if step is not None:
                steps[tag.start] = step
        return steps

    def _taken_in(self, tag: Tag) -> list[Item]:
        """What stands in the place of a tag that takes another file in."""
        mark = self._mark(tag)
        try:
            asked = included(tag)
            return self._other(asked)
        except TagError as error:
            for fault in error.faults:
                self.whole.report(mark, fault)
            return []

    def _other(self, asked: Included) -> list[Item]:
        """The items of another file, or of the macros that are taken from it.

        Raises:
            TagError: It cannot be taken in.
        """
        shelf = self.whole.shelf
        content = shelf.read(asked, self.around, _ENDINGS, MOST_BYTES)
        if content is None:
            return []
        text = with_links(decoded(content.name, content.data))
        plain = TemplateText(text.path, text.text.removesuffix("\n"))
        items = _Compiler(plain, self.whole, (*self.around, asked.name)).items()
        self.whole.refuse_unsafe(plain)
        shelf.spend(len(items))
        return items if asked.macros is None else list(_defining(asked, items))

    def _step(self, tag: Tag | Misread) -> Step | None:
        if getattr(tag, "kind", None) in _STEPLESS:
            return None
        mark = self._mark(tag)
        faults = (tag.fault,) if isinstance(tag, Misread) else self._misplaced(tag)
        if not faults and not isinstance(tag, Misread):
            try:
                return read(tag, mark, self.whole.sandbox)
            except TagError as error:
                faults = error.faults
        for fault in faults:
            self.whole.report(mark, fault)
        return stand_in(tag.word, tag.source, mark)

    def _mark(self, tag: Tag | Misread) -> int:
        location, before = self.text.location(tag.start), self.text.line_before(tag.start)
        is_target = _OPEN_TARGET.search(before) is not None
        is_picture = _OPEN_PICTURE.search(before) is not None
        line = self.text.line_of(tag.start)
        self.whole.marks.append(TagMark(tag.source, location, line, is_target, is_picture))
        return len(self.whole.marks) - 1

    def _misplaced(self, tag: Tag) -> tuple[Fault, ...]:
        """What holds in Markdown alone: no tags of Word, no values where none can print."""
        if tag.prefix or tag.word in _WORD_ONLY:
            return (
                Fault(SYNTAX, "the tag is for Word templates", "leave out what names a Word part"),
            )
        if tag.kind is not Kind.VALUE:
            return ()
        before = self.text.line_before(tag.start)
        if before.count("`") % 2 or sum(at < tag.start for at in self.text.fences) % 2:
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
        other = "" if fault.other is None else f" {self.whole.marks[fault.other].place}"
        self.whole.report(fault.mark, fault.fault, other)


def _defining(asked: Included, items: Sequence[Item]) -> Iterator[Item]:
    """The items between the ends of the macros that are asked for.

    Raises:
        TagError: The file does not define one of them.
    """
    found: dict[str, Sequence[Item]] = {}
    for at, item in enumerate(items):
        if isinstance(item, Open) and isinstance(item.node, nodes.Macro):
            ends = (end for end, one in enumerate(items) if end > at and _ends_macro(one))
            found[item.node.name] = items[at : next(ends, at) + 1]
    for name in asked.macros or ():
        if name not in found:
            message = f"“{asked.name}” defines no macro “{name}”"
            raise TagError(Fault(SYNTAX, message, did_you_mean(name, found)))
        yield from found[name]


def _ends_macro(item: Item) -> bool:
    return isinstance(item, Close) and item.word == "endmacro"


def lay_out(
    text: TemplateText, tags: Sequence[Tag], pieces: Mapping[int, Sequence[Item]]
) -> list[Item]:
    """The items of a template in order; ``pieces`` stand for tags, by where these start."""
    items: list[Item] = []
    position = 0
    for tag, start, end in _extents(text, tags):
        items.append(text.text[position : max(start, position)])
        if tag.kind is Kind.ESCAPE:
            items.append(tag.body)
        else:
            items += pieces.get(tag.start, ())
        position = max(end, position)
    items.append(text.text[position:])
    return [item for item in items if item != ""]


def _extents(text: TemplateText, tags: Sequence[Tag]) -> Iterator[tuple[Tag, int, int]]:
    """Each tag, and from where to where the text gives way to it."""
    for line in _by_line(text, tags):
        alone = _is_alone(text, line)
        for tag, after in zip(line, [*line[1:], None], strict=True):
            start, end = tag.start, tag.end
            if alone:
                start -= len(text.line_before(start)) if tag is line[0] else 0
                end = after.start if after else end + len(text.line_after(end)) + 1
            if tag.joins_before:
                start = len(text.text[:start].rstrip())
            if tag.joins_after:
                end = len(text.text) - len(text.text[end:].lstrip())
            yield tag, start, end


def _by_line(text: TemplateText, tags: Sequence[Tag]) -> Iterator[list[Tag]]:
    """The tags in groups: each begins on the line on which the one before it ends."""
    group: list[Tag] = []
    for tag in tags:
        if group and "\n" in text.text[group[-1].end : tag.start]:
            yield group
            group = []
        group.append(tag)
    if group:
        yield group


def _is_alone(text: TemplateText, line: Sequence[Tag]) -> bool:
    """Whether nothing on the lines of these tags prints."""
    if any(tag.kind in _PRINTS or tag.word == "include" for tag in line):
        return False
    ends = [line[0].start - len(text.line_before(line[0].start)), *(tag.end for tag in line)]
    starts = [*(tag.start for tag in line), line[-1].end + len(text.line_after(line[-1].end))]
    gaps = zip(ends, starts, strict=True)
    return not any(text.text[end:start].strip() for end, start in gaps)
