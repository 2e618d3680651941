"""Footnotes, endnotes and comments, each where the text refers to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from tests.octavo.word.conftest import notes, refer

from octavo.ooxml import qn

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]


@pytest.mark.parametrize("kind", ["footnote", "endnote"])
def test_a_note_in_a_loop_is_one_for_each_item(kind: str, fill: Fill, p: P) -> None:
    body = (
        p("{%p for x in xs %}")
        + f"<w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r>{refer(kind, 2)}</w:p>"
        + p("{%p endfor %}")
        + f"<w:p>{refer(kind, 1)}</w:p>"
    )
    parts = {f"{kind}s": notes(kind, p("static"), p("of {{ x }}"), p("orphan"))}
    output = fill(body, {"xs": ["a", "b"]}, **parts)
    root = output.trees[f"word/{kind}s.xml"]
    texts = ["".join(one.itertext()) for one in root.iter(qn(f"w:{kind}"))]
    assert texts == ["", "", "of a", "of b", "static"]
    numbers = [one.get(qn("w:id")) for one in output.root.iter(qn(f"w:{kind}Reference"))]
    assert numbers == ["1", "2", "3"]


def test_a_reference_to_what_separates_notes_stays_as_it_is(fill: Fill, p: P) -> None:
    body = f"<w:p>{refer('footnote', 0)}{refer('footnote', 1)}</w:p>"
    output = fill(body, {"x": "a"}, footnotes=notes("footnote", p("{{ x }}")))
    numbers = [one.get(qn("w:id")) for one in output.root.iter(qn("w:footnoteReference"))]
    assert numbers == ["0", "1"]


def test_what_a_note_holds_is_numbered_for_each_item(fill: Fill, p: P) -> None:
    mark = '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
    drawing = '<w:r><w:drawing><wp:docPr id="1" name="P"/></w:drawing></w:r>'
    part = notes("footnote", f"<w:p>{mark}{drawing}</w:p>")
    body = p("{%p for x in xs %}") + f"<w:p>{drawing}{refer('footnote', 1)}</w:p>"
    output = fill(body + p("{%p endfor %}"), {"xs": [1, 2]}, footnotes=part)
    written = output.trees["word/footnotes.xml"]
    names = [one.get(qn("w:name")) for one in written.iter(qn("w:bookmarkStart"))]
    roots = (output.root, written)
    numbers = [one.get("id") for root in roots for one in root.iter(qn("wp:docPr"))]
    assert names == ["b", "b_2"]
    assert len(numbers) == len(set(numbers)) == 4


def test_a_separator_with_an_odd_number_is_kept(fill: Fill, p: P) -> None:
    part = notes("footnote", p("{{ x }}")).replace('w:id="0"', 'w:id="one"')
    output = fill(f"<w:p>{refer('footnote', 1)}</w:p>", {"x": "a"}, footnotes=part)
    ids = [one.get(qn("w:id")) for one in output.trees["word/footnotes.xml"]]
    assert ids == ["-1", "one", "0"]


def test_a_note_goes_with_its_reference(fill: Fill, p: P) -> None:
    body = p("{%p if x %}") + f"<w:p>{refer('footnote', 1)}</w:p>" + p("{%p endif %}")
    output = fill(body, {"x": 0}, footnotes=notes("footnote", p("gone")))
    assert "gone" not in output.xml("word/footnotes.xml")


def test_a_fault_in_a_note_says_which_note(refusal: Refusal, p: P) -> None:
    body = f"<w:p>{refer('footnote', 1)}</w:p>"
    found = refusal(body, {"x": 1}, footnotes=notes("footnote", p("{{ nope.x }}")))
    assert found[0].startswith("footnote 1, paragraph 1: in “{{ nope.x }}”, “nope”")


def commented(text: str) -> str:
    return (
        f'<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>{text}</w:t></w:r>'
        f'<w:commentRangeEnd w:id="1"/>{refer("comment", 1)}</w:p>'
    )


def test_a_comment_with_a_tag_is_kept_one_for_each_item(fill: Fill, p: P) -> None:
    body = p("{%p for x in xs %}") + commented("{{ x }}") + p("{%p endfor %}")
    output = fill(body, {"xs": ["a", "b"]}, comments=notes("comment", p("Ask {{ x }}")))
    root = output.trees["word/comments.xml"]
    assert ["".join(one.itertext()) for one in root] == ["Ask a", "Ask b"]
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert [one.get(qn("w:id")) for one in output.root.iter(qn(f"w:{name}"))] == ["0", "1"]
    assert "Bob" not in output.xml("word/comments.xml")


def test_the_range_of_a_comment_that_a_block_cuts_shrinks_to_its_reference(
    fill: Fill, p: P
) -> None:
    body = (
        '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>a</w:t></w:r></w:p>'
        + p("{%p for x in xs %}")
        + f'<w:p><w:r><w:t>b</w:t></w:r><w:commentRangeEnd w:id="1"/>{refer("comment", 1)}</w:p>'
        + p("{%p endfor %}")
    )
    output = fill(body, {"xs": [1, 2]}, comments=notes("comment", p("C {{ x }}")))
    assert "commentRange" not in output.xml()
    assert output.xml("word/comments.xml").count("<w:comment ") == 2


def test_a_comment_without_a_tag_does_not_travel(
    compile_body: Callable[..., Any], fill: Fill, p: P
) -> None:
    parts = {"comments": notes("comment", p("between us"))}
    program = compile_body(commented("x") + f"<w:p>{refer('comment', 1)}</w:p>", **parts)
    assert [one.message for one in program.warnings] == [
        "the comments of the template are left out"
    ]
    output = fill(commented("x"), **parts)
    assert "word/comments.xml" not in output.parts
    assert "comment" not in output.xml() + output.xml("word/_rels/document.xml.rels")


def test_text_beside_the_reference_of_a_comment_stays(fill: Fill, p: P) -> None:
    beside = refer("comment", 1).replace("<w:r>", "<w:r><w:t>x</w:t>")
    output = fill(f"<w:p>{beside}</w:p>", comments=notes("comment", p("between us")))
    assert output.body == ["x"]
    assert "comment" not in output.xml()


def test_of_two_comments_only_the_one_with_a_tag_travels(fill: Fill, p: P) -> None:
    body = commented("x") + commented("y").replace('w:id="1"', 'w:id="2"')
    output = fill(body, {"who": "Ada"}, comments=notes("comment", p("us"), p("Ask {{ who }}")))
    assert "Ask Ada" in output.text
    assert output.xml().count("commentReference") == 1
