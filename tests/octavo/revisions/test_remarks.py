from __future__ import annotations

from typing import TYPE_CHECKING

from tests.octavo.revisions.conftest import BY

from octavo.ooxml.names import NAMESPACES
from octavo.revisions import clean, comments

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.ooxml import Package

BODY = (
    '<p><t>All </t><w:commentRangeStart w:id="1"/><t>agreed</t><del><dt> fully</dt></del>'
    '<w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r></p>'
    '<p><t>Second</t><w:r><w:commentReference w:id="2"/></w:r></p>'
    '<p><w:r><w:commentReference w:id="3"/></w:r></p>'
)
NOTES = (
    f'<w:comment {BY}><w:p w14:paraId="00000001"><t>Who</t></w:p>'
    '<w:p w14:paraId="00000002"><t>says so?</t></w:p></w:comment>'
    '<w:comment w:id="2" w:author="B"><w:p w14:paraId="00000003"><t>We do</t></w:p></w:comment>'
)
STATES = (
    f'<w15:commentsEx xmlns:w15="{NAMESPACES["w15"]}">'
    '<w15:commentEx w15:paraId="00000002" w15:done="1"/>'
    '<w15:commentEx w15:paraId="00000003" w15:paraIdParent="00000002"/></w15:commentsEx>'
)


def test_a_comment_is_told_with_its_words(package: Callable[..., Package]) -> None:
    first, second = comments(package(BODY, STATES, comments=NOTES))
    assert (str(first.by), first.text) == ("A. Reader, 2026-03-02", "Who\nsays so?")
    assert (first.about, first.location.place) == ("agreed", "body, paragraph 1")
    assert (first.is_settled, first.is_reply) == (True, False)
    assert (second.text, second.about, second.is_reply) == ("We do", "", True)


def test_without_states_nothing_is_settled(package: Callable[..., Package]) -> None:
    assert [each.is_settled for each in comments(package(BODY, comments=NOTES))] == [False, False]


def test_an_empty_comment_is_there(package: Callable[..., Package]) -> None:
    (only,) = comments(package(BODY, comments=f"<w:comment {BY}/>"))
    assert only.text == ""


def test_what_leaves_the_house_holds_no_talk(package: Callable[..., Package]) -> None:
    body = (
        '<p><w:bookmarkStart w:id="7" w:name="_b1"/><t>a</t><w:bookmarkEnd w:id="7"/>'
        '<w:bookmarkStart w:id="8" w:name="mine"/><w:bookmarkEnd w:id="8"/></p>'
    )
    done = clean(package(body + BODY, STATES, comments=NOTES), stem="_b")
    text = done.parts["word/document.xml"].data.decode()
    assert "omment" not in text
    assert "_b1" not in text
    assert text.count("bookmarkStart") == text.count("bookmarkEnd") == 1
    assert "w:del" not in text
    assert [name for name in done.parts if "omment" in name] == []
