from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Docx = Callable[..., bytes]
    Refusal = Callable[[bytes], dict[str, str]]


_SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"{}'


@pytest.mark.parametrize(
    ("picture", "rule"),
    [
        (_SVG.format("><script/></svg>"), "active-content"),
        (_SVG.format(' onload="x()"/>'), "active-content"),
        (_SVG.format('><image href="http://x.invalid/a"/></svg>'), "external-content"),
        (_SVG.format('><use xlink:href="//x.invalid/a#b"/></svg>'), "external-content"),
        (_SVG.format("><style>@import url(http://x.invalid);</style></svg>"), "external-content"),
        (_SVG.format("><path style=\"fill:url('https://x.invalid')\"/></svg>"), "external-content"),
    ],
)
def test_a_picture_that_runs_or_fetches_is_refused(
    docx: Docx, refusal: Refusal, picture: str, rule: str
) -> None:
    found = refusal(docx(parts={"word/media/a.svg": picture}))
    assert list(found) == [rule]
    assert "word/media/a.svg" in found[rule]


def test_an_ordinary_picture_passes(docx: Docx, refusal: Refusal) -> None:
    picture = _SVG.format(
        '><a href="https://example.org"/><use href="#b"/><image href="data:image/png;base64,AA"/>'
        '<path style="fill:url(#g)"/><style>p { color: red }</style></svg>'
    )
    assert refusal(docx(parts={"word/media/a.svg": picture})) == {}
