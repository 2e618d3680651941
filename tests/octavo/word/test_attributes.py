from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import octavo
from octavo.ooxml import HYPERLINK, qn

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.octavo.word.conftest import Output

LINK = (
    f'<Relationship Id="l" Type="{HYPERLINK}" Target="https://a.org/{{{{ page }}}}" '
    'TargetMode="External"/>'
)
LINKED = '<w:p><w:hyperlink r:id="l"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>'


def test_a_tag_in_an_attribute_is_filled_and_escaped(fill: Callable[..., Output]) -> None:
    simple = '<w:p><w:sdt><w:sdtPr><w:alias w:val="{% if a %}{{ a }}{% endif %}"/></w:sdtPr>'
    body = f"{simple}<w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    (alias,) = fill(body, {"a": '"R&D"'}).root.iter(qn("w:alias"))
    assert alias.get(qn("w:val")) == '"R&D"'


def test_a_link_leads_where_the_data_says(fill: Callable[..., Output]) -> None:
    output = fill(LINKED, {"page": "a b"}, links=LINK)
    (link,) = output.root.iter(qn("w:hyperlink"))
    pointers = output.trees["word/_rels/document.xml.rels"]
    found = {one.get("Id"): one.get("Target") for one in pointers}
    assert found[link.get(qn("r:id"))] == "https://a.org/a%20b"


OFFICE = "urn:schemas-microsoft-com:office:office"
SHAPE = f'<w:p><w:r><w:pict><v:rect xmlns:o="{OFFICE}" {{}}="{{}}"/></w:pict></w:r></w:p>'


def test_an_old_drawing_leads_where_a_document_may(fill: Callable[..., Output]) -> None:
    body = SHAPE.format("href", "https://a.org/{{ page }}")
    (shape,) = fill(body, {"page": "?a=1&b=“2”"}).root.iter(qn("v:rect"))
    assert shape.get("href") == "https://a.org/?a=1&b=“2”"


@pytest.mark.parametrize(
    ("name", "text", "data", "message"),
    [
        ("href", "{{ u }}", {"u": "javascript:x"}, "not an address that a link may lead to"),
        ("href", "{{ u }}:x", {"u": "file"}, "not an address that a link may lead to"),
        ("src", "{{ u }}", {"u": "http://a.org/b.png"}, "is outside the file"),
        ("o:href", "{% if u %}//a/b{% endif %}", {"u": 1}, "“//a/b” is outside the file"),
    ],
)
def test_an_old_drawing_takes_nothing_from_elsewhere(
    fill: Callable[..., Output], name: str, text: str, data: dict[str, object], message: str
) -> None:
    with pytest.raises(octavo.RenderError, match=message):
        fill(SHAPE.format(name, text), data)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{%tr if a %}{% endif %}", "“tr” has no meaning in an attribute"),
        ("{% if a %}", "the block is never closed"),
    ],
)
def test_a_tag_that_an_attribute_cannot_take_is_refused(
    refusal: Callable[..., list[str]], text: str, message: str
) -> None:
    body = f'<w:p><w:bookmarkStart w:id="1" w:name="{text}"/><w:bookmarkEnd w:id="1"/></w:p>'
    assert message in " ".join(refusal(body))


def test_the_tags_of_a_property_are_filled(
    fill: Callable[..., Output], p: Callable[..., str]
) -> None:
    core = "<dc:title>{% if a %}{{ a }}{% else %}none{% endif %}</dc:title>"
    (title,) = fill(p("x"), {"a": "R&D"}, core=core).trees["docProps/core.xml"]
    assert (title.tag, title.text) == (qn("dc:title"), "R&D")


def test_a_block_ends_in_the_property_where_it_began(
    refusal: Callable[..., list[str]], p: Callable[..., str]
) -> None:
    core = "<dc:title>{% if a %}</dc:title><dc:subject>{% endif %}</dc:subject>"
    told = refusal(p("x"), core=core)
    assert "the block is never closed" in told[0]
    assert "it closes a block that was never opened" in told[1]
