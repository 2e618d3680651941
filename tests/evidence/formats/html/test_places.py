"""Boxes off the page and on it; where each stands was measured in Chromium, 1280 pixels wide."""

from __future__ import annotations

import pytest
from tests.evidence.formats.html_verdict import verdict_on

Q = "We will fund it."
BEFORE = "<p>Plain text stands here to be read.</p>"
CARD = '<div style="position:relative">A card <b style="position:absolute;{}">{}</b></div>'
NARROW = '<div style="width:600px;margin:0 auto"><p style="{}">{}</p></div>'
INLINE = "display:inline-block;margin-left:-180px"
EDGE = "border-left-width:200px"
BACK = "float:left;margin-left:-190px"
REFUSED, DOUBTED, SEEN = "refused", "doubted", "seen"


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("position:absolute;top:-50px", REFUSED),
        ("position:absolute;top:-10px", SEEN),
        ("position:absolute;top:-20px", DOUBTED),
        ("position:absolute;left:-200px", REFUSED),
        ("position:absolute;left:-60px", DOUBTED),
        ("position:absolute;top:-90px;width:40px", DOUBTED),
        ("position:absolute;left:-200px;width:400px;white-space:nowrap", REFUSED),
        ("position:absolute;top:calc(-2em - 20px)", REFUSED),
        ("position:absolute;inset:-60px auto auto 0", REFUSED),
        ("position:absolute;inset-block-start:-60px", REFUSED),
        ("position:absolute;right:100%", REFUSED),
        ("position:absolute;right:1300px", DOUBTED),
        ("position:absolute;right:-50px;width:400px", SEEN),
        ("position:absolute;bottom:100%", REFUSED),
        ("position:absolute;bottom:-100px", SEEN),
        ("position:absolute;top:0;margin-top:-60px", REFUSED),
        ("position:absolute;top:0;transform:translateY(-60px)", REFUSED),
        ("position:absolute;top:0;transform:translate3d(0,-60px,0)", REFUSED),
        ("position:absolute;top:0;translate:0 -60px", REFUSED),
        ("position:absolute;top:0;transform:translateY(-100%)", REFUSED),
        ("position:absolute;left:0;transform:matrix(1,0,0,1,-200,0)", REFUSED),
        ("position:absolute;top:50%;left:50%;transform:translate(-50%,-50%)", SEEN),
        ("position:absolute;top:20px;transform:scale(1)", SEEN),
        ("position:fixed;top:-40px", REFUSED),
        ("position:fixed;top:0;left:0;right:0", SEEN),
        ("position:fixed;top:900px", DOUBTED),
        ("position:fixed;bottom:-40px", REFUSED),
        ("position:fixed;bottom:0;left:0;right:0", SEEN),
        ("position:fixed;bottom:0;transform:translateY(100%)", REFUSED),
        ("position:fixed;right:-250px;width:200px", REFUSED),
        ("position:fixed;left:-40px;top:300px;transform:rotate(-90deg)", SEEN),
        ("position:fixed;left:-40px;top:300px;rotate:90deg", DOUBTED),
        ("margin-left:-200px", REFUSED),
        ("margin-left:-200px;text-align:center", SEEN),
        ("position:relative;left:-200px", REFUSED),
        ("position:relative;right:200px", REFUSED),
        ("position:relative;top:-40px", SEEN),
        ("transform:translateX(-200px)", REFUSED),
        ("padding-left:50px;text-indent:-50px", SEEN),
    ],
)
def test_a_box_that_is_placed_from_the_page(style: str, expected: str) -> None:
    assert verdict_on(f'{BEFORE}<div style="{style}">{Q}</div>', Q) == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f'<div style="margin-top:-60px">{Q}</div>{BEFORE}', REFUSED),
        (f'<p style="position:relative;top:-60px">{Q}</p>{BEFORE}', REFUSED),
        (f'<img src=x width=300 height=200><div style="margin-top:-60px">{Q}</div>', SEEN),
        (f'<div style="position:absolute;top:-150px"><p>One</p><p>{Q}</p></div>{BEFORE}', REFUSED),
        (f'<div style="position:absolute;top:-99px"><p>One</p><p>{Q}</p></div>{BEFORE}', DOUBTED),
        (f'<div style="margin-left:-99px"><p style="margin-left:-120px">{Q}</p></div>', REFUSED),
        (f'<body style="position:relative">{BEFORE}' + CARD[34:].format("top:-60px", Q), REFUSED),
        (CARD.format("top:-60px", Q), REFUSED),
        (BEFORE + CARD.format("top:-60px", Q), SEEN),
        (BEFORE + CARD.format("top:-10px;right:0", Q), SEEN),
        (BEFORE + CARD.format("bottom:100%", Q), SEEN),
        (BEFORE + CARD.format("top:-60px", Q).replace("position:relative", "contain:paint"), SEEN),
        (f'<div style="position:sticky;top:0">{Q}</div>{BEFORE}', SEEN),
        (f'<ul style="margin-left:-40px"><li>{Q}</li></ul>', SEEN),
        (f'<p style="display:flex;margin:0 -24px"><b style="padding:0 24px">{Q}</b></p>', SEEN),
        (f'<b style="display:inline-block">A </b> <b style="{INLINE}">{Q}</b>', SEEN),
        (f'<p style="border-left:200px solid"><b style="{BACK}">{Q}</b></p>', SEEN),
        (f'<p style="border-width:200px"><b style="{BACK}">{Q}</b></p>', REFUSED),
        (f'<p style="border-left:200px"><b style="{BACK}">{Q}</b></p>', REFUSED),
        (f'<p style="{EDGE}"><b style="{BACK}">{Q}</b></p>', REFUSED),
        (f'<p style="{EDGE};border-style:dotted"><b style="{BACK}">{Q}</b></p>', SEEN),
        (f'<p style="{EDGE};border-style:"><b style="{BACK}">{Q}</b></p>', REFUSED),
        (f'<div style="columns:2"><p>One</p><p style="margin-left:-180px">{Q}</p></div>', SEEN),
        (f'<div style="column-count:2"><p style="margin-left:-180px">{Q}</p></div>', SEEN),
        (f'<p style="float:left">A<p style="float:left;margin-left:-180px">{Q}', SEEN),
        (f'<p>One <b style="position:relative;left:-180px">{Q}</b></p>', SEEN),
        (f'<table align=center><tr><td style="position:relative;left:-180px">{Q}</table>', SEEN),
        (f'{BEFORE}<div style="filter:none"><p style="position:fixed;top:-60px">{Q}', REFUSED),
        (f'{BEFORE}<div style="filter:sepia(1)"><p style="position:fixed;top:-60px">{Q}', SEEN),
        (f'<html dir=rtl><body><div style="position:absolute;left:-200px">{Q}</div>', SEEN),
        (NARROW.format("margin-left:-100px", Q), SEEN),
        (NARROW.format("margin-left:calc(50% - 50vw);width:100vw", Q), SEEN),
        (NARROW.format("position:relative;left:50%;margin-left:-50vw", Q), SEEN),
    ],
)
def test_a_box_that_is_placed_from_what_holds_it(page: str, expected: str) -> None:
    assert verdict_on(page, Q) == expected
