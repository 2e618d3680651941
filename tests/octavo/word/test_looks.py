from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.octavo.word.conftest import rich

P = Callable[..., str]


Fill = Callable[..., Any]


@pytest.mark.parametrize(
    ("look", "expected"),
    [
        ({"bold": True}, "<w:b/><w:bCs/>"),
        ({"italic": True}, "<w:i/><w:iCs/>"),
        ({"underline": True}, '<w:u w:val="single"/>'),
        ({"underline": "wave"}, '<w:u w:val="wave"/>'),
        ({"strike": True}, "<w:strike/>"),
        ({"subscript": True}, '<w:vertAlign w:val="subscript"/>'),
        ({"superscript": True}, '<w:vertAlign w:val="superscript"/>'),
        ({"style": 'A"b'}, '<w:rStyle w:val="A&quot;b"/>'),
        ({"font": "Arial"}, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'),
        ({"font": "eastAsia:宋"}, 'w:cs="宋" w:eastAsia="宋"/>'),
        ({"color": "#00ff00"}, '<w:color w:val="00FF00"/>'),
        ({"color": "green"}, '<w:color w:val="auto"/>'),
        ({"size": 30}, '<w:sz w:val="30"/><w:szCs w:val="30"/>'),
        ({"highlight": "ffff00"}, '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
        ({"rtl": True}, "<w:rtl/>"),
        ({"lang": "fr"}, '<w:lang w:val="fr"/>'),
    ],
)
def test_a_look_is_laid_over_that_of_the_run(
    look: dict[str, Any], expected: str, fill: Fill
) -> None:
    run = '<w:p><w:r><w:rPr><w:color w:val="111111"/><w:x/></w:rPr><w:t>{{ r }}</w:t></w:r></w:p>'
    xml = fill(run, {"r": rich("a<", **look)}).xml()
    assert expected in xml
    assert "a&lt;</w:t></w:r>" in xml
    assert xml.count('<w:color w:val="111111"/>') == (0 if "color" in look else 1)


def test_a_link_leads_somewhere_and_looks_like_one(fill: Fill, p: P) -> None:
    linked = rich("site", link="https://a.example/?a=1&b=2")
    linked.add(" again", url_id="https://a.example/?a=1&b=2", color="112233")
    output = fill(p("{{ r }}"), {"r": linked})
    assert output.xml("word/_rels/document.xml.rels").count("?a=1&amp;b=2") == 1
    assert '<w:color w:val="0563C1"/><w:u w:val="single"/>' in output.xml()
    styles = '<w:style w:styleId="L"><w:name w:val="Hyperlink"/></w:style><w:style/>'
    assert '<w:rStyle w:val="L"/>' in fill(p("{{ r }}"), {"r": linked}, styles=styles).xml()
    other = '<w:style w:styleId="N"><w:name w:val="Normal"/></w:style>'
    assert '"0563C1"' in fill(p("{{ r }}"), {"r": linked}, styles=other).xml()
