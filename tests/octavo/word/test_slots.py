from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Fill = Callable[..., Any]


Refusal = Callable[..., list[str]]


@pytest.mark.parametrize(
    ("code", "value"),
    [
        (' HYPERLINK "{{ u }}" ', "javascript:x"),
        (' HYPERLINK "{{ u }}" ', ""),
        (" hyperlink {{ u }} ", "file:///x"),
        (' HYPERLINK \\o "tip" "{{ u }}" ', "javascript:x"),
        (' HYPERLINK "{% if u %}{{ u }}{% endif %}" ', "javascript:x"),
        (' HYPERLINK "{{ u }}{{ u }}" ', "javascript"),
    ],
)
def test_a_field_of_the_data_leads_to_the_web_only(code: str, value: str, refusal: Refusal) -> None:
    for body in (
        f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>",
        f"<w:p><w:fldSimple w:instr='{code}'/></w:p>",
    ):
        assert "is not an address that a link may lead to" in refusal(body, {"u": value})[0]


@pytest.mark.parametrize(
    ("code", "value"),
    [
        (' HYPERLINK "{{ u }}://a.example" ', "https"),
        (' HYPERLINK "https://a.example/{{ u }}" ', "x:y"),
        (' HYPERLINK \\l "{{ u }}" ', "place"),
        (' HYPERLINK "https://a.example" \\o "{{ u }}" ', "a: b"),
        (" REF {{ u }} ", "place"),
    ],
)
def test_a_field_takes_what_is_no_address(code: str, value: str, fill: Fill) -> None:
    body = f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>"
    assert value in fill(body, {"u": value}).xml()


def test_a_field_code_takes_a_value_and_no_switch(fill: Fill) -> None:
    body = (
        """<w:p><w:fldSimple w:instr=' HYPERLINK "{{ u }}" '><w:r><w:t>{{ u }}</w:t></w:r>"""
        "</w:fldSimple></w:p>"
    )
    xml = fill(body, {"u": 'https://x/?a="b"\\l&c'}).xml()
    assert r"&quot;https://x/?a=\&quot;b\&quot;\\l&amp;c&quot;" in xml
