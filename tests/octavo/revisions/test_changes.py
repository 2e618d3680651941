from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from octavo.ooxml import qn, resolved
from octavo.revisions import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.ooxml import Package
    from octavo.revisions import Passage

BODIES = {
    "an insertion": ("<p><t>a</t><ins><t>b</t></ins></p>", ["ab"], ["a"]),
    "a deletion": ("<p><t>a</t><del><dt>b</dt></del></p>", ["a"], ["ab"]),
    "a deletion within an insertion": (
        "<p><t>a</t><ins><t>b</t><del><dt>c</dt></del></ins></p>",
        ["ab"],
        ["a"],
    ),
    "words moved": ("<p><from><t>a</t></from><t>b</t><to><t>a</t></to></p>", ["ba"], ["ab"]),
    "an end deleted": ("<p del><t>a</t></p><p><t>b</t></p>", ["ab"], ["a", "b"]),
    "an end added": ("<p ins><t>a</t></p><p><t>b</t></p>", ["a", "b"], ["ab"]),
    "a paragraph deleted": (
        "<p><t>a</t></p><p del><del><dt>b</dt></del></p><p><t>c</t></p>",
        ["a", "c"],
        ["a", "b", "c"],
    ),
    "a paragraph added": (
        "<p><t>a</t></p><p ins><ins><t>b</t></ins></p><p><t>c</t></p>",
        ["a", "b", "c"],
        ["a", "c"],
    ),
    "two ends deleted": (
        "<p del><t>a</t></p><p del><t>b</t></p><p><t>c</t></p>",
        ["abc"],
        ["a", "b", "c"],
    ),
    "an end before a table": (
        "<p><t>a</t></p><p del></p><tbl><tr><tc><p><t>b</t></p></tc></tr></tbl><p/>",
        ["a", "b", ""],
        ["a", "", "b", ""],
    ),
    "an end at the end of a cell": (
        "<tbl><tr><tc><p del><t>b</t></p></tc></tr></tbl><p/>",
        ["b", ""],
        ["b", ""],
    ),
    "a row added": (
        (
            "<tbl><tr><tc><p><t>a</t></p></tc></tr>"
            "<tr ins><tc><p><ins><t>b</t></ins></p></tc></tr></tbl><p/>"
        ),
        ["a", "b", ""],
        ["a", ""],
    ),
    "the only row deleted": (
        "<tbl><tr del><tc><p><del><dt>a</dt></del></p></tc></tr></tbl><p/>",
        [""],
        ["a", ""],
    ),
    "cells": (
        "<tbl><tr><tc ins><p><t>a</t></p></tc><tc del><p><t>b</t></p></tc></tr></tbl><p/>",
        ["a", ""],
        ["b", ""],
    ),
    "a link": (
        '<p><w:hyperlink w:anchor="x"><t>a</t><ins><t>b</t></ins></w:hyperlink></p>',
        ["ab"],
        ["a"],
    ),
}


@pytest.mark.parametrize(("body", "after", "before"), BODIES.values(), ids=BODIES)
def test_a_change_is_taken_or_refused(
    read: Callable[..., tuple[Passage, ...]], body: str, after: list[str], before: list[str]
) -> None:
    assert [each.text for each in read(body, View.AFTER)] == after
    assert [each.text for each in read(body, View.BEFORE)] == before


@pytest.mark.parametrize(("accept", "marks"), [(True, "b"), (False, "i")])
def test_the_look_is_that_after_or_before_the_change(
    package: Callable[..., Package], accept: bool, marks: str
) -> None:
    change = '<w:rPrChange w:id="2" w:author="A"><w:rPr><w:i/></w:rPr></w:rPrChange>'
    body = f"<p><w:r><w:rPr><w:b/>{change}</w:rPr><w:t>a</w:t></w:r></p>"
    root = resolved(package(body).parts["word/document.xml"].root, accept=accept)
    properties = root.find(f".//{qn('w:rPr')}")
    assert properties is not None
    assert [each.tag for each in properties] == [qn(f"w:{marks}")]


def test_the_mark_of_a_paragraph_stays_when_its_look_comes_back(
    package: Callable[..., Package],
) -> None:
    change = '<w:pPrChange w:id="2" w:author="A"><w:pPr/></w:pPrChange>'
    body = f"<w:p><w:pPr><w:jc/><w:rPr><w:b/></w:rPr>{change}</w:pPr><t>a</t></w:p>"
    root = resolved(package(body).parts["word/document.xml"].root, accept=False)
    properties = root.find(f".//{qn('w:pPr')}")
    assert properties is not None
    assert [each.tag for each in properties] == [qn("w:rPr")]


def test_a_change_that_holds_nothing_goes(package: Callable[..., Package]) -> None:
    body = '<p><w:r><w:rPr><w:rPrChange w:id="2" w:author="A"/></w:rPr><w:t>a</w:t></w:r></p>'
    root = resolved(package(body).parts["word/document.xml"].root, accept=False)
    assert root.find(f".//{qn('w:rPrChange')}") is None


def test_the_story_itself_stays_as_it_is(package: Callable[..., Package]) -> None:
    story = package("<p><t>a</t><del><dt>b</dt></del></p>").parts["word/document.xml"].root
    resolved(story, accept=True)
    assert story.find(f".//{qn('w:del')}") is not None
