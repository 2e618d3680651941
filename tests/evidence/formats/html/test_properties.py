from __future__ import annotations

import pytest
from tests.evidence.formats.conftest import answer, styled


@pytest.mark.parametrize(
    "style",
    [
        "opacity: 4%",
        "opacity: calc(0)",
        "font-size: 1px",
        "font: italic 0 serif",
        "color: #fff",
        "color: hsl(0 0% 100%)",
        "color: rgb(0 0 0 / 2%)",
        "background: #000",
        "color: #333; background: linear-gradient(#333, #343434)",
        "-webkit-text-fill-color: transparent",
        "-webkit-text-security: disc",
        "text-decoration: line-through",
        "text-indent: -9999px",
        "margin: 0 0 0 -9999px",
        "margin-top: -9999px",
        "position: absolute; left: -9999px",
        "position: fixed; inset: -5000px auto auto",
        "position: absolute; clip: rect(0 0 0 0)",
        "clip-path: circle(0)",
        "clip-path: inset(0 60% 0 50%)",
        "-webkit-mask: linear-gradient(transparent, transparent)",
        "transform: translateX(-9999px)",
        "transform: translate(-90em, 0)",
        "transform: matrix(1, 0, 0, 1, -900, 0)",
        "transform: scale(0)",
        "transform: matrix(0, 0, 0, 0, 0, 0)",
        "translate: -999px 0",
        "scale: 0.01",
        "zoom: 0.01",
        "height: 1px; overflow: hidden",
        "max-height: 0; overflow: auto",
        "width: 1px; overflow-x: clip",
        "height: 0; overflow-x: hidden",
        "content-visibility: hidden",
        "visibility: collapse",
        "display: none; display: nonsense",
        "font-size: x-small; font-size: calc(1px - 1px)",
        "--c: #fff; color: var(--c)",
        "color: var(--unset, var(--none, #fefefe))",
        "unicode-bidi: bidi-override; direction: rtl",
    ],
)
def test_what_a_style_hides_is_not_there(style: str) -> None:
    assert answer(styled(style)) == "hidden"
