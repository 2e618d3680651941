"""Each text of a rendered file leads back to its place in the data."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from octavo.ooxml import qn
from octavo.word import anchored

if TYPE_CHECKING:
    from lxml import etree

P = Callable[..., str]
Fill = Callable[..., Any]
DATA: dict[str, object] = {
    "title": "Talks & more",
    "requests": [{"ask": "A visit", "sources": ["one", "two"]}, {"ask": "A *visa*"}],
    "count": 2,
}


def bookmarked(root: etree._Element) -> dict[str, str]:
    """The text between the two ends of each bookmark."""
    found: dict[str, str] = {}
    open_names: dict[str | None, str] = {}
    for one in root.iter(*map(qn, ("w:bookmarkStart", "w:bookmarkEnd", "w:t"))):
        if one.tag == qn("w:t"):
            for name in open_names.values():
                found[name] = found.get(name, "") + (one.text or "")
        elif one.tag == qn("w:bookmarkStart"):
            open_names[one.get(qn("w:id"))] = one.get(qn("w:name")) or ""
        else:
            del open_names[one.get(qn("w:id"))]
    assert open_names == {}
    return found


def test_each_text_has_a_name_and_a_path() -> None:
    data, paths = anchored(DATA, "b")
    assert data == DATA
    assert paths == {
        "b1": "title",
        "b2": "requests[0].ask",
        "b3": "requests[0].sources[0]",
        "b4": "requests[0].sources[1]",
        "b5": "requests[1].ask",
    }


def test_a_rendered_text_stands_in_a_bookmark_of_its_name(fill: Fill, p: P) -> None:
    body = (
        p("{{ title }}: {{ count }} {{ title|upper }}", "<w:pPr><w:keepNext/></w:pPr>")
        + p("{% for r in requests %}")
        + p("{{ r.ask|markdown }}{% for s in r.sources|default([]) %}, {{ s }}{% endfor %}")
        + p("{% endfor %}")
        + p("{{ title }}")
    )
    plain = fill(body, DATA)
    output = fill(body, anchored(DATA, "b")[0], core="<dc:title>{{ title }}</dc:title>")
    assert output.body == plain.body
    assert bookmarked(output.root) == {
        "_b1": "Talks & more",
        "_b2": "A visit",
        "_b3": "one",
        "_b4": "two",
        "_b5": "A visa",
        "_b1_2": "Talks & more",
    }
    assert "Talks &amp; more<" in output.xml("docProps/core.xml")
