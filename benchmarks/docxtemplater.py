"""A template of ours in docxtemplater's dialect, its data made flat, and the time that takes it.

The free docxtemplater knows ``{name}``, ``{#name}…{/name}`` for lists and conditions, and
``{^name}…{/name}`` for what is not so. What our tags work out (``x.y``, ``not loop.last``, filters)
stands in the data already, under a name for each tag. It has no counterpart for a tag in the
address of a link or in the language of the file; there the template holds plain text.
"""

from __future__ import annotations

import io
import json
import re
import subprocess
from copy import deepcopy
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

from jinja2 import Environment
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TAG = re.compile(r"\{\{(.*?)\}\}|\{%(p |tr )?(.*?)%\}")
_TEXTS = (f"{_W}t", *(f"{{http://purl.org/dc/elements/1.1/}}{n}" for n in ("title", "subject")))
_TEXTS += ("{http://purl.org/dc/elements/1.1/}creator",)
_JINJA = Environment(autoescape=False)  # noqa: S701 - it makes data, no markup
_JINJA.filters["markdown"] = str
SCRIPT = """
const {readFileSync, writeFileSync} = require("fs");
const PizZip = require("pizzip"), Docxtemplater = require("docxtemplater");
const [template, data, count] = process.argv.slice(2);
const bytes = readFileSync(template), record = JSON.parse(readFileSync(data));
const parser = (tag) => ({get: (scope) => scope[tag]});
function render() {
  const options = {paragraphLoop: true, linebreaks: true, parser};
  const doc = new Docxtemplater(new PizZip(bytes), options);
  doc.render(record);
  return doc.getZip().generate({type: "nodebuffer", compression: "DEFLATE"});
}
writeFileSync("theirs-filled.docx", render());
let best = Infinity;
for (let round = 0; round < 7; round++) {
  const start = process.cpuUsage();
  for (let i = 0; i < Number(count); i++) render();
  const used = process.cpuUsage(start);
  best = Math.min(best, (used.user + used.system) / 1e3 / Number(count));
}
console.log(best);
"""


@dataclass(slots=True)
class _Block:
    """A tag of ours, with what stands within it where it opens a block."""

    name: str
    expression: str
    variable: str = ""
    body: list[_Block] = field(default_factory=list)
    otherwise: list[_Block] = field(default_factory=list)
    is_value: bool = False

    def data(self, scope: dict[str, object]) -> dict[str, object]:
        """What docxtemplater is to find under the names in this block."""
        value = _JINJA.compile_expression(self.expression)(**scope)
        if self.is_value:
            return {self.name: "" if value is None else value}
        if self.variable:
            return {self.name: list(self._items(list(value), scope))}
        inner = self.body if value else self.otherwise
        return {self.name: bool(value)} | _data(inner, scope)

    def _items(self, items: list[object], scope: dict[str, object]) -> Iterator[dict[str, object]]:
        for number, item in enumerate(items, 1):
            loop = {"last": number == len(items), "first": number == 1, "index": number}
            yield _data(self.body, {**scope, self.variable: item, "loop": loop})


def _data(blocks: list[_Block], scope: dict[str, object]) -> dict[str, object]:
    return {key: value for block in blocks for key, value in block.data(scope).items()}


class _Translator:
    """Puts the tags of one template after another into the other dialect."""

    def __init__(self) -> None:
        self.blocks: list[_Block] = []
        self._into = [self.blocks]
        self._open: list[_Block] = []
        self._count = 0

    def part(self, data: bytes) -> bytes:
        root = etree.fromstring(data)
        for element in list(root.iter(*_TEXTS)):
            self._text(element)
        return etree.tostring(root, encoding="UTF-8", standalone=True)

    def _text(self, element: etree._Element) -> None:
        text = element.text or ""
        found = _TAG.fullmatch(text)
        if found is not None and found[2] == "tr ":
            self._row(element, self._word(found))
        elif found is not None and found[2] == "p ":
            paragraph = next(element.iterancestors(f"{_W}p"))
            *before, element.text = self._word(found)
            for word in before:
                other = deepcopy(paragraph)
                next(other.iter(f"{_W}t")).text = word
                paragraph.addprevious(other)
        else:
            element.text = _TAG.sub(lambda one: "".join(self._word(one)), text)

    def _row(self, element: etree._Element, words: tuple[str, ...]) -> None:
        """A row of its own for a tag becomes a tag in the first or the last cell beside it."""
        row = next(element.iterancestors(f"{_W}tr"))
        is_opening = words[0].startswith("{#")
        other = row.getnext() if is_opening else row.getprevious()
        texts = list(other.iter(f"{_W}t"))
        if is_opening:
            texts[0].text = words[0] + (texts[0].text or "")
        else:
            texts[-1].text = (texts[-1].text or "") + words[0]
        row.getparent().remove(row)

    def _word(self, tag: re.Match[str]) -> tuple[str, ...]:
        if tag[1] is not None:
            name = re.sub(r"\W+", "_", tag[1].partition("|")[0].strip())
            self._into[-1].append(_Block(name, tag[1].strip(), is_value=True))
            return (f"{{{name}}}",)
        word, _, rest = tag[3].strip().partition(" ")
        match word:
            case "for":
                variable, _, expression = rest.partition(" in ")
                return self._opened(_Block(self._name("each"), expression, variable))
            case "if":
                return self._opened(_Block(self._name("if"), rest))
            case "else":
                return self._otherwise()
            case "elif":
                return *self._otherwise(), *self._opened(_Block(self._name("elif"), rest))
            case _:
                return tuple(self._closed())

    def _opened(self, block: _Block) -> tuple[str, ...]:
        self._into[-1].append(block)
        self._into.append(block.body)
        self._open.append(block)
        return (f"{{#{block.name}}}",)

    def _otherwise(self) -> tuple[str, ...]:
        self._into[-1] = self._open[-1].otherwise
        return f"{{/{self._open[-1].name}}}", f"{{^{self._open[-1].name}}}"

    def _closed(self) -> Iterator[str]:
        """The end of a block, and of those that hold it as their “elif”."""
        while True:
            self._into.pop()
            name = self._open.pop().name
            yield f"{{/{name}}}"
            if not name.startswith("elif"):
                return

    def _name(self, word: str) -> str:
        self._count += 1
        return f"{word}{self._count}"


def translate(template: Path, data: dict[str, object]) -> tuple[bytes, dict[str, object]]:
    """The template in docxtemplater's dialect, and the data that it is filled with."""
    translator = _Translator()
    output = io.BytesIO()
    with ZipFile(template) as source, ZipFile(output, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            part = source.read(name)
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml|docProps/core.xml", name):
                part = translator.part(part)
            if name.endswith((".xml", ".rels")):
                part = part.replace(b"{{ source.url }}", b"https://example.org/")
                part = part.replace(b"{{ brief.language }}", b"en")
            target.writestr(name, part)
    return output.getvalue(), _data(translator.blocks, data)


def texts_by_part(document: bytes) -> dict[str, list[str]]:
    """The text of each paragraph of each story, and the core properties that hold tags."""
    found = {}
    with ZipFile(io.BytesIO(document)) as archive:
        for name in sorted(archive.namelist()):
            if re.fullmatch(r"word/(document|header\d*|footer\d*)\.xml", name):
                root = etree.fromstring(archive.read(name))
                found[name] = [_paragraph(one) for one in root.iter(f"{_W}p")]
            elif name == "docProps/core.xml":
                root = etree.fromstring(archive.read(name))
                found[name] = [f"{one.tag}: {one.text}" for one in root.iter(*_TEXTS)]
    return found


def _paragraph(paragraph: etree._Element) -> str:
    return "".join(text.text or "" for text in paragraph.iter(f"{_W}t"))


def run(folder: Path, template: bytes, record: dict[str, object]) -> tuple[float, bytes]:
    """Milliseconds a render by docxtemplater, best of 7 rounds, and what it makes.

    npm installs it into the folder, unless Node finds it already, as by ``NODE_PATH``.
    """
    there = ["node", "-e", "require('docxtemplater'); require('pizzip')"]
    if subprocess.run(there, cwd=folder, capture_output=True, check=False).returncode:
        names = ["docxtemplater", "pizzip"]
        subprocess.run(["npm", "install", "--silent", "--prefix", str(folder), *names], check=True)
    (folder / "render.js").write_text(SCRIPT)
    (folder / "theirs.docx").write_bytes(template)
    (folder / "data.json").write_text(json.dumps(record))
    command = ["node", "render.js", "theirs.docx", "data.json", "20"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
    return float(result.stdout), (folder / "theirs-filled.docx").read_bytes()
