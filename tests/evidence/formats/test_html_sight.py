"""What style sheets and the page itself make of a passage: shown, not there, or in doubt."""

from __future__ import annotations

import pytest
from tests.evidence.formats.conftest import WORDS, answer, styled

from bluf.evidence import SourceError
from bluf.evidence.formats import html
from bluf.evidence.formats.html import colours, values


@pytest.mark.parametrize(
    "style",
    [
        "opacity: 0.9",
        "opacity: inherit",
        "font-size: larger",
        "font-size: smaller",
        "font-size: xx-large; font-size: -3px",
        "font: bold 12pt/1.5 serif",
        "font: caption",
        "--r: 9; color: rgb(var(--r), 0 , 0)",
        "color: rgb(var(--r), 0, 0)",
        "transform: rotateY(0deg)",
        "color: #fff; background-color: #024",
        "color: #fff; background: url(dark.png)",
        "color: #fff; background: linear-gradient(90deg, #003, rgb(0 0 40))",
        "color: transparent; background: linear-gradient(#f00, #00f) text",
        "color: transparent; background: url(x.png); background-clip: text",
        "color: #fff; color: unset",
        "color: initial",
        "color: currentcolor",
        "background: rgb(255 255 255 / 0.5)",
        "background: none",
        "background-color: var(--x, #eee)",
        "background: var(--x)",
        "text-indent: 2em",
        "margin: 1px 2px",
        "margin: 1px 2px 3px",
        "margin-inline: auto",
        "margin: ",
        "position: relative; top: -2px",
        "left: -9999px",
        "position: absolute; inset-inline: 0; inset-block: 0",
        "clip: rect(0 0 0 0)",
        "clip-path: none",
        "transform: translate3d(0, 0, 0)",
        "transform: rotate(0deg) perspective(5px)",
        "transform: scale(2) matrix(1, 0)",
        "rotate: none; translate: none",
        "filter: grayscale(1) alpha(opacity=100)",
        "height: 1px",
        "height: 20em; overflow: hidden",
        "height: auto; overflow: hidden",
        "max-height: 50px; overflow: scroll",
        "display: contents",
        "z-index: -1",
        "z-index: 3; position: relative",
        "animation: none",
        "letter-spacing: 2px",
        "width: 50vw; height: 3lh; margin-left: 2q",
        "unicode-bidi: bidi-override; direction: ltr",
        "font-family: 'x; display: none'",
        "overflow: ",
        "text-decoration: underline",
        "--a: var(--a); color: var(--a)",
    ],
)
def test_what_a_style_leaves_is_shown(style: str) -> None:
    assert answer(styled(style)) == "shown"


@pytest.mark.parametrize(
    ("style", "cause"),
    [
        ("font-size: 3px", "3 pixels high"),
        ("color: #eeeeee", "very faint"),
        ("opacity: 0; animation: fade 1s", "an animation"),
        ("position: absolute; right: -900px", "right"),
        ("position: absolute; left: 9000px", "off the page"),
        ("margin-top: -400px", "margin-top"),
        ("letter-spacing: -1em", "letter-spacing"),
        ("position: absolute; clip: rect(0, 90px, 90px, 0)", "clip"),
        ("position: absolute; clip: path()", "may cut it"),
        ("clip-path: polygon(0 0, 1px 1px)", "clip-path"),
        ("clip-path: inset(40px)", "clip-path"),
        ("mask-image: url(m.svg)", "mask-image"),
        ("filter: blur(3px)", "filter"),
        ("mix-blend-mode: screen", "mix-blend-mode"),
        ("position: relative; z-index: -1", "z-index"),
        ("transform: rotateY(90deg)", "turns it"),
        ("rotate: x 90deg", "turns it"),
        ("transform: translateX(100%)", "moves it"),
        ("transform: translate(900px)", "moves it"),
        ("height: 3px; line-height: 1; overflow: hidden; height: 6px", "cut to 6 pixels"),
    ],
)
def test_what_a_style_may_hide_is_in_doubt(style: str, cause: str) -> None:
    assert cause in answer(styled(style)) or answer(styled(style)) == cause


HIDE = "{display: none}"


def covered(style: str) -> str:
    return (
        f"<div style='position: relative'>{WORDS}<b style='position: absolute; {style}'>x</b></div>"
    )


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (f'<style media="print">.h{HIDE}</style><p class=h>{WORDS}</p>', "shown"),
        (f'<style type="x/y">.h{HIDE}</style><p class=h>{WORDS}</p>', "shown"),
        (f'<style media="(new: 1)">.h{HIDE}</style><p class=h>{WORDS}</p>', "cannot be decided"),
        (f"<noscript><style>.h{HIDE}</style></noscript><p class=h>{WORDS}</p>", "shown"),
        (f'<link rel=stylesheet href="data:text/css,b{HIDE}"><b>{WORDS}</b>', "hidden"),
        (f'<link rel="alternate stylesheet" href="data:,p{HIDE}"><p>{WORDS}</p>', "shown"),
        (f"<link rel=icon href=x><p>{WORDS}</p>", "shown"),
        (
            f"<div style='visibility: hidden'>No.<p style='visibility: visible'>{WORDS}</p></div>",
            "shown",
        ),
        (f"<div style='visibility: hidden'>No.<p>{WORDS}</p></div>", "hidden"),
        (f"<div popover>{WORDS}</div>", "hidden"),
        (f"<input type=hidden value='{WORDS}'>", "hidden"),
        (f"<input value='{WORDS}'><input type=checkbox value=x>", "shown"),
        (f"<input placeholder='{WORDS}'>", "shown"),
        (f"<select><option>No.<option selected>{WORDS}</select>", "shown"),
        (f"<select><option>{WORDS}<option>No.</select>", "shown"),
        ("<select></select>" + WORDS, "shown"),
        (
            f"<iframe srcdoc='<p>{WORDS}'></iframe><iframe></iframe><iframe srcdoc=' '></iframe>",
            "shown",
        ),
        (f"<img alt='{WORDS}' src=x.png>", "shown"),
        (f"<img alt='*' src=x.png>{WORDS}", "shown"),
        (f"<details><summary>{WORDS}</summary>No.</details>", "shown"),
        (f"<details open>{WORDS}</details>", "shown"),
        (f"<details>{WORDS}</details>", "opens the details"),
        (f"<div hidden=until-found>{WORDS}</div>", "searches the page"),
        (f"<script>x</script><style>body{HIDE}</style><p>{WORDS}</p>", "until a script has run"),
        (f"<style>body{HIDE}</style><p>{WORDS}</p><b style='display:block'>", "nothing"),
        (
            "<style>b::before{content: 'Secret ' attr(id) url(y)}</style><b id='words.'>x</b>",
            "shown",
        ),
        (
            f"<style>.h::after{{content: '{WORDS}'; display: none}}</style><p class=h>x</p>",
            "hidden",
        ),
        (f"<style>.h::after{{content: '•'}}</style><p class=h>{WORDS}</p>", "shown"),
        (f"<style>.h::after{{--x: 1; content: var(--y)}}</style><p class=h>{WORDS}</p>", "shown"),
        (f"<svg><text>{WORDS}</text><title>No.</title></svg>", "shown"),
        (f"<font color=ffffff>{WORDS}</font>", "hidden"),
        (f"<font color=nonsense>{WORDS}</font>", "shown"),
        (f"<table><tr><td bgcolor=000000>{WORDS}</td></tr></table>", "hidden"),
        (f"<a href=x style='background: #00e'>{WORDS}</a>", "hidden"),
        (f"<bdo dir=rtl>{WORDS}</bdo>", "hidden"),
        (covered("width: 100%; height: 100%; background: red"), "another box"),
        (covered("inset: 0; background: rgba(0,0,0,.2)"), "shown"),
        (covered("visibility: hidden; inset: 0; background: red"), "shown"),
        (f"<i style='display: block; float: left'>{WORDS}</i>", "shown"),
        (
            f"<style>b{{color: #fff}} @container x {{b{{color: #000}}}}</style><b>{WORDS}</b>",
            "cannot be decided",
        ),
        (f"<p style='display: inherit'>{WORDS}</p>", "shown"),
    ],
)
def test_a_page_is_seen_as_its_reader_sees_it(page: str, expected: str) -> None:
    if expected == "nothing":
        with pytest.raises(Exception, match="shows no text"):
            answer(page)
        return
    found = answer(page)
    assert expected in found or found == expected


def test_a_picture_between_words_is_a_doubt() -> None:
    page = b"<p>We will <img alt=not src='data:,'>fund it.</p>"
    text = html.read(page, "page.html")
    assert text.look([(0, 20)]).doubts == ("a picture stands in it",)


def test_the_colours_of_the_body_are_those_of_its_text() -> None:
    with pytest.raises(SourceError):
        html.read(b"<body text=white><p>Secret.</p>", "page.html")


def test_marks_of_notes_are_left_out_and_powers_are_not() -> None:
    text = html.read(
        b"<p>We agreed<sup>1</sup> in 2027<sup>2</sup> on 10<sup>2</sup> km, x<sup>th</sup>."
        b"<ruby>a<rt>b</rt></ruby> said[3] so.",
        "page.html",
    )
    assert text.text == "We agreed in 2027 on 10² km, xth.a\u200b said so.\n"
    assert text.look([(30, 36)]).doubts == ("“b” is set over its words",)
    assert "agreed1 in 20272" in text.others[0].text


def test_a_style_sheet_that_is_missing_is_told_once() -> None:
    page = "<link rel=stylesheet href=a.css><link rel=stylesheet href=b.css><p>x"
    (fault,) = html.read(page.encode(), "page.html").faults
    assert "2 style sheets" in fault.message
    (fault,) = html.read(b"<link rel=stylesheet href=a.css><p>x", "page.html").faults
    assert "a style sheet" in fault.message


def test_values_that_are_no_lengths() -> None:
    assert values.length("3em", 10.0) == 30
    assert values.length("50%", 10.0) is None
    assert values.length("calc(2px + 1em - 4px)", 10.0) == 8
    assert values.length("calc(2px * 3)", 10.0) == 6
    assert values.length("calc(2px 3)", 10.0) is None
    assert values.length("calc(2px / 0)", 10.0) is None
    assert values.length("round(2px, 3px)", 10.0) == 3
    assert values.length("round(down, 2px, 3px)", 10.0) == 0
    assert values.length("round(2px, 0px)", 10.0) is None
    assert values.length("rem(-5px, 3px)", 10.0) == -2
    assert values.length("sin(2px)", 10.0) is None
    assert values.length("env(safe-area-inset-left)", 10.0) == 0
    assert values.length("env(keyboard-inset-height)", 10.0) is None
    assert values.number("3px") is None
    assert colours.colours_in("linear-gradient(to left, color-mix(in srgb, red, blue), #fff)")
