"""What Word heeds and LibreOffice does not is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.pages.measured import measure

if TYPE_CHECKING:
    from collections.abc import Callable

NEW = (
    '<w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
)


def differences(docx: bytes) -> list[str]:
    return [each.construct for each in measure(docx).differences]


def test_settings_that_word_alone_heeds_are_named(
    docx: Callable[..., bytes], paragraph: Callable[..., str]
) -> None:
    settings = '<w:compat><w:noLeading/><w:mwSmallCaps w:val="0"/><w:useFELayout/></w:compat>'
    found = differences(docx(paragraph("a"), settings=settings))
    assert found == ["the compatibility setting “noLeading”"]


def test_text_set_for_a_printer_is_not_measured(
    obstacle: Callable[..., str], paragraph: Callable[..., str]
) -> None:
    settings = "<w:compat><w:usePrinterMetrics/></w:compat>"
    assert obstacle(paragraph("a"), settings=settings) == "text set by the figures of a printer"


def test_justified_text_of_several_lines_is_named_since_word_2013(
    docx: Callable[..., bytes], paragraph: Callable[..., str]
) -> None:
    new = f"<w:compat>{NEW}</w:compat>"
    long = paragraph("word " * 60, '<w:jc w:val="both"/>')
    assert differences(docx(long, settings=new)) == ["justified text"]
    assert differences(docx(long)) == []
    assert differences(docx(paragraph("a", '<w:jc w:val="both"/>'), settings=new)) == []
    assert differences(docx(paragraph("word " * 60, '<w:jc w:val="right"/>'), settings=new)) == []
