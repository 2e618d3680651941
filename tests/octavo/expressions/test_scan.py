"""Every tag of a text is found at its place, and every broken one is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from jinja2 import TemplateSyntaxError

from octavo.expressions.fault import LIMITS
from octavo.expressions.scan import Kind, curly, scan, words_of

if TYPE_CHECKING:
    from octavo.expressions.scan import Misread, Tag


def _tag(text: str) -> Tag:
    (tag,) = scan(text).tags
    return tag


def _misread(text: str) -> Misread:
    found = scan(text)
    assert not found.tags
    (misread,) = found.misread
    return misread


@pytest.mark.parametrize(
    ("source", "kind", "word", "body"),
    [
        ("{{ a.b }}", Kind.VALUE, "", "a.b"),
        ("{{a|upper}}", Kind.VALUE, "", "a|upper"),
        ("{{ a['}}'] }}", Kind.VALUE, "", "a['}}']"),
        ("{{ “b” }}", Kind.VALUE, "", '"b"'),
        ("{% if a %}", Kind.OPEN, "if", "if a"),
        ("{% elif a %}", Kind.BRANCH, "elif", "elif a"),
        ("{% else %}", Kind.BRANCH, "else", "else"),
        ("{% endif %}", Kind.CLOSE, "endif", "endif"),
        ("{% endfor %}", Kind.CLOSE, "endfor", "endfor"),
        ("{% set a = 1 %}", Kind.ALONE, "set", "set a = 1"),
        ("{% set a %}", Kind.OPEN, "set", "set a"),
        ("{% break %}", Kind.JUMP, "break", "break"),
        ("{% include 'a.docx' %}", Kind.INCLUDE, "include", "include 'a.docx'"),
        ("{% cellbg a %}", Kind.ALONE, "cellbg", "cellbg a"),
        ("{# a #}", Kind.COMMENT, "", " a "),
        ("{##}", Kind.COMMENT, "", ""),
        ("{% with a = 1 %}", Kind.OPEN, "with", "with a = 1"),
        ("{% macro a(b=1) %}", Kind.OPEN, "macro", "macro a(b=1)"),
        ("{_{", Kind.ESCAPE, "", "{{"),
        ("%_}", Kind.ESCAPE, "", "%}"),
    ],
)
def test_a_tag_is_read(source: str, kind: Kind, word: str, body: str) -> None:
    found = scan(f"before {source} after")
    (tag,) = found.tags
    assert (tag.kind, tag.word, tag.body, tag.source) == (kind, word, body, source)
    assert (tag.start, tag.end) == (7, 7 + len(source))
    assert found.beside == "before  after"


@pytest.mark.parametrize(
    ("source", "prefix", "body"),
    [
        ("{%p if a %}", "p", "if a"),
        ("{%tr for a in b %}", "tr", "for a in b"),
        ("{%- tc if a %}", "", "tc if a"),
        ("{%tc endif %}", "tc", "endif"),
        ("{{r a }}", "r", "a"),
        ("{{ r }}", "", "r"),
        ("{{r }}", "", "r"),
        ("{#p a #}", "p", "p a "),
    ],
)
def test_a_prefix_follows_the_delimiter_at_once(source: str, prefix: str, body: str) -> None:
    found = scan(source)
    tags = [(tag.prefix, tag.body) for tag in found.tags]
    assert tags == ([(prefix, body)] if not found.misread else [])


@pytest.mark.parametrize(
    ("source", "before", "after"),
    [
        ("{%- if a %}", True, False),
        ("{% if a -%}", False, True),
        ("{{- a -}}", True, True),
        ("{#- a -#}", False, False),
        ("{%+ if a %}", False, False),
        ("{{ a }}", False, False),
        ("{{a}}", False, False),
        ("{%if a%}", False, False),
    ],
)
def test_dashes_join_what_stands_beside(source: str, *, before: bool, after: bool) -> None:
    tag = _tag(source)
    assert (tag.joins_before, tag.joins_after) == (before, after)


@pytest.mark.parametrize(
    ("source", "said", "hint"),
    [
        ("{{ a", "is not closed with “}}”", "within one paragraph"),
        ("{% if a", "is not closed with “%}”", "within one paragraph"),
        ("{# a", "is not closed with “#}”", "within one paragraph"),
        ("{% %}", "the tag is empty", "known are"),
        ("{% foor a in b %}", "“foor” is not a tag", "did you mean “for”?"),
        ("{% import 'a' as b %}", "“import” is not for templates", "{% from 'FILE'"),
        ("{% extends 'a' %}", "“extends” is not for templates", "{% include 'FILE' %}"),
        ("{% do a %}", "“do” is not for templates", "if, for, set and filters"),
        ("{{#a}}", "“{{#” is of another engine", "{% for item in items %}"),
        ("{{ #a }}", "“{{#” is of another engine", "{% for item in items %}"),
        ("{{> a }}", "“{{>” is of another engine", "{% include 'FILE' %}"),
        ("{{  ! a }}", "“{{!” is of another engine", "{# … #}"),
        ("{{^a}}", "“{{^” is of another engine", "{% if not"),
        ("{{/a}}", "“{{/” is of another engine", "{% endfor %}"),
        ("{#items}", "“{#items}” is of another engine", "{% for item in items %}"),
        ("{{% if a %}", "begins with “{{%”", "with one brace"),
        ("{{ 'a }}", "a quotation mark in it is not closed", ""),
        ("{{ a ? b }}", "“?” cannot stand there", ""),
    ],
)
def test_a_broken_tag_is_told_with_its_remedy(source: str, said: str, hint: str) -> None:
    misread = _misread(f"x {source}")
    assert misread.start == 2
    assert misread.source == source
    assert said in misread.fault.message
    assert hint in misread.fault.hint


def test_behind_a_broken_tag_the_next_one_is_read() -> None:
    found = scan("{{ a {{ b }} {% if c")
    assert [misread.source for misread in found.misread] == ["{{ a", "{% if c"]
    assert [tag.body for tag in found.tags] == ["b"]


def test_a_brace_before_a_tag_that_takes_its_row_along_is_text() -> None:
    found = scan("{{%tr for a in b %}")
    assert [(tag.start, tag.prefix) for tag in found.tags] == [(1, "tr")]
    assert found.beside == "{"


def test_what_stands_in_a_raw_block_is_text() -> None:
    found = scan("{% raw %}{{ a }}{% if %}{% endraw %}{{ b }}")
    assert [tag.body for tag in found.tags] == ["", "", "b"]
    assert [tag.word for tag in found.tags] == ["raw", "endraw", ""]
    assert found.beside == "{{ a }}{% if %}"
    assert not found.raw


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("{%p raw %}a{%p endraw %}", [(0, 10), (11, 24)]),
        ("{% raw %}{% endraw x %}{% raw %}", [(0, 9)]),
        ("{% raw %}{% endraw", [(0, 9)]),
    ],
)
def test_a_raw_block_ends_with_its_word_alone(text: str, places: list[tuple[int, int]]) -> None:
    assert [(tag.start, tag.end) for tag in scan(text).tags] == places


@pytest.mark.parametrize("deep", [LIMITS.tag, LIMITS.tag + 1])
def test_a_broken_tag_has_a_longest_length(deep: int) -> None:
    message = _misread("{{ ? " + "b" * (deep - 8) + " }}").fault.message
    assert ("longer than" in message) is (deep > LIMITS.tag)


@pytest.mark.parametrize(
    ("said", "told"),
    [("Odd WORD.", "odd WORD"), (None, "it cannot be read"), ("Not 'A'", "not “A”")],
)
def test_what_jinja_says_is_the_rest_of_a_sentence(said: str | None, told: str) -> None:
    assert words_of(TemplateSyntaxError(said or "", 1)) == told


def test_a_raw_block_goes_on_in_the_next_text() -> None:
    assert scan("{% raw %}{{ a }}").raw
    assert scan("{{ a }}", raw=True).raw
    assert not scan("{{ a }}{%- endraw -%}", raw=True).raw
    assert not scan("{{ a }}", raw=True).tags


def test_a_comment_may_begin_with_the_name_of_a_section() -> None:
    assert _tag("{#items} are listed #}").kind is Kind.COMMENT


@pytest.mark.parametrize("closed", [True, False])
def test_a_tag_that_is_too_long_is_refused(*, closed: bool) -> None:
    text = "{{ a ? " + "b" * LIMITS.tag + (" }}" if closed else "")
    misread = _misread(text)
    assert misread.fault.message == f"the tag is longer than {LIMITS.tag:,} characters"


def test_no_more_broken_tags_are_read_than_anybody_mends() -> None:
    found = scan("{% %}" * (LIMITS.broken + 5))
    last = found.misread[-1]
    assert len(found.misread) == LIMITS.broken + 2
    assert (
        last.fault.message == f"it comes after {LIMITS.broken:,} broken tags, and no more are read"
    )
    assert (last.start, last.source) == (5 * LIMITS.broken, "{%")


def test_a_place_is_that_in_the_text_as_typed() -> None:
    tag = _tag("\u200b{{ “a”\u200b }}x")
    assert (tag.start, tag.end) == (1, 11)
    assert tag.body == '"a"'


@pytest.mark.parametrize(
    ("said", "written"), [("a 'b' c", "a “b” c"), ("'a' and 'b'", "“a” and “b”"), ("a", "a")]
)
def test_marks_of_messages_are_curly(said: str, written: str) -> None:
    assert curly(said) == written


@pytest.mark.parametrize(
    ("text", "places", "beside"),
    [
        ("a{{ b }}c", [(1, 8)], "ac"),
        ("{{b}}{{-c-}}", [(0, 5), (5, 12)], ""),
        ("x{% if a %}y{% endif %}", [(1, 11), (12, 23)], "xy"),
        ("{#p note #}z", [(0, 11)], "z"),
        ("{{ 'a}}' }}q", [(0, 11)], "q"),
        ("{{{ a }}}", [(0, 9)], ""),
        ("a{_{b", [(1, 4)], "ab"),
        ("{% raw %}{{ a }}{% endraw %}b{{c}}", [(0, 9), (16, 28), (29, 34)], "{{ a }}b"),
        ("{%raw%}{%if%}{%endraw%}", [(0, 7), (13, 23)], "{%if%}"),
        ("a{{ b", [(1, 5)], "a{{ b"),
        ("{{ a {{ b }}", [(0, 4), (5, 12)], "{{ a "),
        ("{# no end {{ a }}", [(0, 17)], "{# no end {{ a }}"),
        ("{#a}b", [(0, 4)], "{#a}b"),
        ("{{%if%}}b", [(0, 8)], "{{%if%}}b"),
        ("{{#a}}b", [(0, 6)], "{{#a}}b"),
        ("{% foo %}b{{ c }}", [(0, 9), (10, 17)], "{% foo %}b"),
        ("{{" + " a" * 90 + " }}b", [(0, 185)], "b"),
    ],
)
def test_tags_stand_where_they_were_typed(
    text: str, places: list[tuple[int, int]], beside: str
) -> None:
    found = scan(text)
    tags = [(tag.start, tag.end) for tag in found.tags]
    assert tags == [(tag.start, tag.start + len(tag.source)) for tag in found.tags]
    broken = [(each.start, each.start + len(each.source)) for each in found.misread]
    assert (sorted([*tags, *broken]), found.beside) == (places, beside)


@pytest.mark.parametrize(
    ("source", "joins"),
    [
        ("{{ a }}", (False, False)),
        ("{{a}}", (False, False)),
        ("{{+a}}", (False, False)),
        ("{{- a }}", (True, False)),
        ("{{ a -}}", (False, True)),
        ("{%- if a -%}", (True, True)),
        ("{% if a.b %}", (False, False)),
        ("{%if a[0]%}", (False, False)),
    ],
)
def test_a_tag_joins_what_stands_beside_it(source: str, joins: tuple[bool, bool]) -> None:
    tag = _tag(source)
    assert (tag.joins_before, tag.joins_after) == joins
