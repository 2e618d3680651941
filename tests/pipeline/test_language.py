from __future__ import annotations

import pytest
from lxml import etree

from bluf.pipeline.page_setup import in_language, with_region
from octavo.ooxml import qn

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize(
    ("language", "tag"),
    [
        ("en", "en-GB"),
        ("en-US", "en-US"),
        ("fr", "fr-FR"),
        ("sr", "sr-RS"),
        ("sr-Cyrl", "sr-Cyrl-RS"),
        ("es-419", "es-419"),
        ("zh-Hant", "zh-Hant-TW"),
        ("tlh", "tlh"),
    ],
)
def test_a_language_is_written_with_its_region(language: str, tag: str) -> None:
    assert with_region(language) == tag


def theme(ea: str = "", cs: str = "") -> etree._Element:
    fonts = "".join(
        f'<a:{kind}Font><a:latin typeface="Calibri"/><a:ea typeface="{ea}"/>'
        f'<a:cs typeface="{cs}"/><a:font script="Hans" typeface="SimSun"/>'
        f'<a:font script="Arab" typeface="Arial"/></a:{kind}Font>'
        for kind in ("major", "minor")
    )
    return etree.fromstring(
        f'<a:theme xmlns:a="{DRAWING}"><a:fontScheme>{fonts}</a:fontScheme></a:theme>'
    )


def faces(root: etree._Element, slot: str) -> list[str]:
    return [each.get("typeface", "") for each in root.iter(f"{{{DRAWING}}}{slot}")]


@pytest.mark.parametrize(
    ("language", "slot", "face"),
    [("zh", "ea", "SimSun"), ("ar", "cs", "Arial"), ("zh-Hant", "ea", ""), ("fr", "cs", "")],
)
def test_the_theme_names_the_face_of_the_script(language: str, slot: str, face: str) -> None:
    root = theme()
    in_language(root, language)
    assert faces(root, slot) == [face] * 2


def test_a_face_that_the_theme_names_stays() -> None:
    root = theme(ea="KaiTi")
    in_language(root, "zh")
    assert faces(root, "ea") == ["KaiTi"] * 2
    bare = etree.fromstring(f'<a:theme xmlns:a="{DRAWING}"/>')
    in_language(bare, "zh")
    assert len(bare) == 0


def test_settings_say_the_language_of_the_theme() -> None:
    root = etree.fromstring(
        f'<w:settings xmlns:w="{W}"><w:themeFontLang w:val="en-GB" w:eastAsia="ja-JP"/>'
        "</w:settings>"
    )
    in_language(root, "zh")
    assert root[0].get(qn("w:eastAsia")) == "zh-CN"


def styles(inner: str) -> etree._Element:
    return etree.fromstring(f'<w:styles xmlns:w="{W}">{inner}</w:styles>')


def test_a_style_without_properties_is_turned_round_in_the_order_of_the_schema() -> None:
    root = styles(
        '<w:style w:type="paragraph"><w:name w:val="A"/><w:rPr/></w:style>'
        '<w:style w:type="paragraph"><w:basedOn w:val="A"/></w:style>'
        '<w:style w:type="table"/>'
        '<w:style w:type="paragraph"><w:pPr><w:keepNext/><w:jc w:val="center"/></w:pPr></w:style>'
        '<w:style w:type="paragraph"><w:pPr><w:bidi/></w:pPr></w:style>'
        '<w:style w:type="paragraph"/>'
    )
    in_language(root, "he")
    first, second, table, fourth, fifth, sixth = root
    assert [each.tag for each in first] == [qn("w:name"), qn("w:pPr"), qn("w:rPr")]
    assert (len(second), len(table)) == (1, 0)
    assert [each.tag for each in fourth[0]] == [qn("w:keepNext"), qn("w:bidi"), qn("w:jc")]
    assert len(fifth[0]) == 1
    assert [each.tag for each in sixth] == [qn("w:pPr")]


def test_every_table_is_turned_round_once() -> None:
    root = etree.fromstring(
        f'<w:body xmlns:w="{W}"><w:tbl/><w:tbl><w:tblPr><w:tblStyle w:val="A"/>'
        '<w:tblW w:w="9"/><w:tblCellMar><w:left w:w="1"/></w:tblCellMar></w:tblPr></w:tbl>'
        "<w:tbl><w:tblPr><w:bidiVisual/></w:tblPr></w:tbl></w:body>"
    )
    in_language(root, "ar")
    assert root[0].find(f"{qn('w:tblPr')}/{qn('w:bidiVisual')}") is not None
    names = [each.tag for each in root[1][0]]
    assert names[:2] == [qn("w:tblStyle"), qn("w:bidiVisual")]
    assert len(root[2][0]) == 1


@pytest.mark.parametrize(
    ("said", "kept"),
    [('w:val="zh-CN"', "en-GB"), ('w:val="fr-FR" w:eastAsia="ja-JP"', "fr-FR"), ("", "en-GB")],
)
def test_words_in_latin_letters_are_kept_whole_on_an_east_asian_page(said: str, kept: str) -> None:
    root = styles(f"<w:docDefaults><w:rPrDefault><w:lang {said}/></w:rPrDefault></w:docDefaults>")
    in_language(root, "zh")
    (lang,) = root.iter(qn("w:lang"))
    assert (lang.get(qn("w:val")), lang.get(qn("w:eastAsia"))) == (kept, "zh-CN")
