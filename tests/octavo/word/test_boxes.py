from __future__ import annotations

from collections.abc import Callable
from typing import Any

from octavo.ooxml import qn

P = Callable[..., str]


Fill = Callable[..., Any]


Refusal = Callable[..., list[str]]


BOX = "<w:txbxContent>{0}</w:txbxContent>"


ALTERNATE = (
    "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'>{0}</mc:Choice>{1}"
    "</mc:AlternateContent></w:r></w:p>"
)


def test_a_text_box_is_filled_once_and_copied(fill: Fill, refusal: Refusal, p: P) -> None:
    inner = p("{%p for x in xs %}") + p("{{ x }}") + p("{%p endfor %}")
    box = BOX.format(inner)
    both = ALTERNATE.format(box, f"<mc:Fallback>{box}</mc:Fallback>")
    assert fill(both, {"xs": ["a"]}).xml().count(">a<") == 2
    assert len(refusal(both, {})) == 1
    assert fill(ALTERNATE.format(box, ""), {"xs": ["a"]}).xml().count(">a<") == 1
    old = f"<mc:Fallback>{BOX.format(p('t'))}</mc:Fallback>"
    static = ALTERNATE.format(BOX.format(p("s")), old)
    assert ">t<" in fill(static).xml()
    tagged = ALTERNATE.format(BOX.format(p("s")), f"<mc:Fallback>{p('{{ x }}')}</mc:Fallback>")
    assert "Fallback" not in fill(tagged).xml()
    uneven = ALTERNATE.format(BOX.format(p("s")), "<mc:Fallback/>")
    assert ">s<" in fill(uneven).xml()


def test_the_copy_of_a_text_box_repeats_no_number(fill: Fill) -> None:
    drawing = '<w:r><w:drawing><wp:docPr id="1" name="P"/></w:drawing></w:r>'
    bookmark = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
    box = BOX.format(f"<w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r>{drawing}{bookmark}</w:p>")
    output = fill(ALTERNATE.format(box, f"<mc:Fallback>{box}</mc:Fallback>"), {"x": "a"})
    numbers = [one.get("id") for one in output.root.iter(qn("wp:docPr"))]
    assert len(numbers) == len(set(numbers)) == 2
    assert output.xml().count("bookmarkStart") == 1
    assert output.xml().count(">a<") == 2


def test_a_text_box_within_a_text_box_goes_with_it(fill: Fill, p: P) -> None:
    inner = f"<w:p><w:r><w:pict>{BOX.format(p('{{ x }}'))}</w:pict></w:r></w:p>"
    box = BOX.format(inner)
    both = ALTERNATE.format(box, f"<mc:Fallback>{box}</mc:Fallback>")
    assert fill(both, {"x": "a"}).xml().count(">a<") == 2


def test_a_choice_of_text_is_filled_without_its_border(fill: Fill, p: P) -> None:
    both = "<mc:Choice Requires='w14'>{0}</mc:Choice><mc:Fallback>{0}</mc:Fallback>"
    alternate = f"<mc:AlternateContent>{both}</mc:AlternateContent>"
    text = "<w:t>{{ x }}</w:t>"
    run = f"<w:r>{text}</w:r>"
    for body in (
        f"<w:p><w:r>{alternate.format(text)}</w:r></w:p>",
        f"<w:p>{alternate.format(run)}</w:p>",
        alternate.format(p("{{ x }}")),
    ):
        xml = fill(body, {"x": "a"}).xml()
        assert ("{{" in xml, xml.count("a</w:t>")) == (False, 1)
