from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.ooxml.structure.conftest import check

from octavo.finding import Level
from octavo.ooxml import parse_xml, read_package
from octavo.ooxml.structure import check_structure
from octavo.ooxml.structure.survey import survey_part

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Make = Callable[[str, str], str]


def test_a_list_that_does_not_exist_is_a_warning(docx: Docx) -> None:
    body = '<w:p><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:p>'
    assert [finding.level for finding in check(docx(body))] == [Level.WARNING]


def test_word_itself_refers_to_missing_lists_in_styles(docx: Docx, part: Make) -> None:
    style = '<w:style><w:pPr><w:numPr><w:numId w:val="4"/></w:numPr></w:pPr></w:style>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    data = docx(
        parts={"word/styles.xml": part("styles", style)}, types_of={"word/styles.xml": kind}
    )
    assert check(data) == ()


def test_settings_name_separators_of_notes_without_holding_them(docx: Docx, part: Make) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"
    settings = '<w:footnotePr><w:footnote w:id="-1"/></w:footnotePr>'
    data = docx(
        parts={"word/settings.xml": part("settings", settings)},
        types_of={"word/settings.xml": kind},
    )
    assert check(data) == ()


def test_properties_of_a_style_follow_its_name(part: Make) -> None:
    styles = part("styles", '<w:style w:styleId="a"><w:name w:val="a"/><w:pPr/></w:style>')
    assert survey_part(parse_xml(styles.encode())).flaws == ()


def test_a_note_that_exists_resolves(docx: Docx, part: Make) -> None:
    body = '<w:p><w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
    package = read_package(docx(body), "a.docx")
    notes = part("footnotes", '<w:footnote w:id="3"><w:p/></w:footnote>')
    trees = {**package.trees(), "word/footnotes.xml": parse_xml(notes.encode())}
    assert check_structure(package, trees) == ()
