"""What a finished Word file holds besides its text."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from bluf.checks.rule import Fault, check
from bluf.checks.word import Paragraph, WordFile
from bluf.checks.word.content import run_text, runs
from bluf.checks.word.file import cut, fault
from octavo.finding import Level
from octavo.location import WordLocation
from octavo.ooxml import (
    COMMENTS,
    CORE_PROPERTIES,
    RELATIONSHIP_BASE,
    SETTINGS,
    check_structure,
    qn,
    qns,
)

_EXTENDED = RELATIONSHIP_BASE + "extended-properties"
_NAMES = {
    qn("dc:creator"): "author",
    qn("cp:lastModifiedBy"): "last saved by",
    qn("ep:Manager"): "manager",
    qn("ep:Company"): "company",
}


@check
def author_metadata(file: WordFile) -> Iterator[Fault]:
    """The properties of the file name people or an office."""
    for kind in (CORE_PROPERTIES, _EXTENDED):
        for part, root in file.parts(kind, ""):
            for entry in root:
                name, text = _NAMES.get(str(entry.tag)), (entry.text or "").strip()
                if name and text and text not in file.text:
                    message = f"the file's properties say “{name}: {text}”"
                    hint = "in Word, remove it: File, Info, Inspect Document"
                    yield Fault(message, file.places.of_part(part), hint)


@check
def comments_left(file: WordFile) -> Iterator[Fault]:
    """The file still holds comments."""
    for part, root in file.parts(COMMENTS):
        for comment in root.iter(qn("w:comment")):
            author = comment.get(qn("w:author"), "")
            message = f"a comment by “{author}” is left" if author else "a comment is left"
            text = cut(" ".join(t.text or "" for t in comment.iter(qn("w:t"))))
            place = file.places.of(comment, part)
            yield Fault(message, place, "settle it, then delete it in Word", text)


_LANGUAGES = qns("w:val w:bidi w:eastAsia")


@check
def language_missing(file: WordFile) -> Iterator[Fault]:
    """The file does not say in which language its text is."""
    if any(_says(root.find(qn("w:themeFontLang"))) for _, root in file.parts(SETTINGS)):
        return
    for paragraph in file.paragraphs:
        if any(_silent(run, paragraph, file) for run in runs(paragraph.element)):
            hint = "in Word, select everything, then Review, Language, Set Proofing Language"
            yield fault(paragraph, "the text has no language", hint)
            return


def _silent(run: etree._Element, paragraph: Paragraph, file: WordFile) -> bool:
    if not any(letter.isalpha() for letter in run_text(run)):
        return False
    return not _says(file.styles.run_property(run, paragraph, "w:lang"))


def _says(lang: etree._Element | None) -> bool:
    return lang is not None and any(map(lang.get, _LANGUAGES))


_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_SHOWN = (qn("pic:pic"), qn("c:chart"), _DIAGRAM)
_OUTSIDE = frozenset(qns("mc:Fallback w:del w:moveFrom"))


@check
def picture_without_alt_text(file: WordFile) -> Iterator[Fault]:
    """A picture has no words for those who do not see it."""
    for story in file.stories:
        for holder in story.root.iter(qn("w:drawing"), qn("w:pict"), qn("w:object")):
            if not any(a.tag in _OUTSIDE for a in holder.iterancestors()) and _is_mute(holder):
                hint = "in Word, right-click it, View Alt Text: say what it says"
                place = file.places.of(holder, story.part)
                yield Fault("the picture has no alternative text", place, hint)


def _is_mute(holder: etree._Element) -> bool:
    if holder.tag != qn("w:drawing"):
        return _is_mute_shape(holder)
    if next(holder.iter(*_SHOWN), None) is None:
        return False
    described = next(holder.iter(qn("wp:docPr")), None)
    if described is None or described.get("hidden") in {"1", "true"}:
        return described is None
    decorative = next(holder.iter(_DECORATIVE), None)
    if decorative is not None and decorative.get("val") != "0":
        return False
    return not (described.get("descr", "").strip() or described.get("title", "").strip())


def _is_mute_shape(holder: etree._Element) -> bool:
    """Whether an old drawing shows a picture and neither it nor its group has an ``alt``."""
    picture = next(holder.iter(qn("v:imagedata")), None)
    shapes = [] if picture is None else [*picture.iterancestors()]
    return picture is not None and not any(shape.get("alt", "").strip() for shape in shapes)


@check
def structure_invalid(file: WordFile) -> Iterator[Fault]:
    """A Word file has a structure that Word refuses or repairs."""
    comments = dict(file.parts(COMMENTS))
    for finding in check_structure(file.package, file.roots | comments):
        if finding.level is Level.ERROR:
            yield Fault(finding.message, finding.location, "in Word, open it and save it again")


@check
def title_missing(file: WordFile) -> Iterator[Fault]:
    """The properties of the file give no title."""
    parts = dict(file.parts(CORE_PROPERTIES, ""))
    titles = (root.findtext(qn("dc:title")) or "" for root in parts.values())
    if not any(title.strip() for title in titles):
        place = WordLocation(file.path, "core properties", (), next(iter(parts), ""))
        yield Fault("the file has no title", place, "in Word, give it one: File, Info, Title")


_CHANGES = qns(
    "w:ins w:del w:moveFrom w:moveTo w:cellIns w:cellDel w:cellMerge w:rPrChange "
    "w:pPrChange w:sectPrChange w:tblPrChange w:trPrChange w:tcPrChange "
    "w:numberingChange"
)


@check
def tracked_changes(file: WordFile) -> Iterator[Fault]:
    """The file still holds tracked changes."""
    for part, root in file.roots.items():
        changes = list(root.iter(*_CHANGES))
        if changes:
            author = changes[0].get(qn("w:author"), "")
            by = f", the first by “{author}”" if author else ""
            count = f"{len(changes)} tracked changes are" if changes[1:] else "a tracked change is"
            message = f"{count} left{by}"
            yield Fault(message, file.places.of(changes[0], part), "accept or reject them in Word")
