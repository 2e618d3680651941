"""The file does not say in which language its text is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import checked
from bluf.checks.word import WordFile
from bluf.checks.word.file import fault
from bluf.checks.word.runs import run_text, runs
from octavo.ooxml import SETTINGS, qn

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

    from bluf.checks.rule import Fault
    from bluf.checks.word import Paragraph

_LANGUAGES = tuple(map(qn, ("w:val", "w:bidi", "w:eastAsia")))


def find(file: WordFile) -> Iterator[Fault]:
    """A fault at the first text without a language."""
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


RULE = checked(__name__, WordFile, find)
