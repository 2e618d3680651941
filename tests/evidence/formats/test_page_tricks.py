"""Ways in which other boxes of a page hide or cover words, and honest pages of the same looks."""

from __future__ import annotations

import pytest
from tests.evidence.formats.html_verdict import verdict_on
from tests.evidence.formats.test_modern_pages import Q, verdict

FILL = "position:absolute;inset:0"
COVER = f".w{{position:relative}}.y{{{FILL};background:#fff}}"
CUT = "overflow:hidden"
TALL = "<div class=w><div class=y>They spoke.</div><div>{Q}</div></div>"
MOVES = "@keyframes k{from{transform:scale(0)}to{transform:none}}"

REFUSED = [
    *(
        (f".x::before{{content:'{Q}';{style}}}", "<p class=x>They spoke.</p>")
        for style in ("color:#fff", "font-size:0", "opacity:0", "position:absolute;left:-9999px")
    ),
    (f"li::marker{{content:'{Q}';color:transparent}}", "<ul><li>They spoke.</ul>"),
    (f".x::before{{content:'' / '{Q}'}}", "<p class=x>They spoke.</p>"),
    (".x:not(:popover-open){display:none}", "{P}"),
    (".x:not(:fullscreen):not(:focus-within){opacity:0}", "{P}"),
    (".x{-webkit-opacity:0}", "{P}"),
    (".x{position:relative;right:3000px}", "{P}"),
    ("@import url('data:text/css,.x{display:none}') supports(display:grid);", "{P}"),
    ("", "<svg width=60 viewBox='0 0 6000 400'><text x=9 y=200>{Q}</text></svg>"),
    ("", "<svg width=600 height=40><text y=20 font-size=1>{Q}</text></svg>"),
    ("", "<svg width=600 height=40><foreignObject width=1 height=1>{P}</foreignObject></svg>"),
]

DOUBTED = [
    (".w{height:50px;overflow:hidden}.x{padding-block-start:90px}", "<div class=w>{P}</div>"),
    (COVER, "<div class=w>{P}<div><div class=y></div></div></div>"),
    (COVER, "<div class=w><div class=y></div>{P}</div>"),
    (COVER, "<div class=w><div><div class=y></div></div>{P}</div>"),
    (COVER.replace("absolute", "fixed"), "{P}<div><div class=y></div></div>"),
    (COVER.replace(".y", ".y::after") + ".y::after{content:''}", "<div class=w>{P}<a class=y></a>"),
    (
        COVER.replace("background:#fff", "") + "@container style(--t: 1){.y{background:#fff}}",
        "<div class=w>{P}<div class=y></div></div>",
    ),
    (
        COVER.replace("background:#fff", "animation:k 1ms both")
        + "@keyframes k{to{background:#fff}}",
        "<div class=w>{P}<div class=y></div></div>",
    ),
    (".y{position:fixed;bottom:0;left:0;right:0;height:100vh;background:#fff}", "{P}<p class=y>"),
    (
        ".y{position:absolute;border:60px solid white;width:500px;height:0}",
        "{P}<div class=y></div>",
    ),
    (
        "dialog{inset:0;width:100vw;height:100vh;background:#fff}",
        "{P}<dialog open>They spoke.</dialog>",
    ),
    (
        (
            ".a{anchor-name:--a}.y{position:absolute;top:anchor(top);left:anchor(left);"
            "width:anchor-size(width);height:anchor-size(height);background:#fff}"
        ),
        "<p class=a>{Q}</p><div class=y></div>",
    ),
    (
        ".w{display:flex}.y{background:#fff;margin-left:-500px;width:600px;position:relative}",
        "<div class=w><div>{Q}</div><div class=y>They spoke.</div></div>",
    ),
    (
        "",
        (
            "<svg width=600 height=40><text y=20>{Q}</text>"
            "<line x2=600 y1=15 y2=15 stroke=white stroke-width=30></line></svg>"
        ),
    ),
    (f"{MOVES}.x{{animation:k 5s paused}}", "{P}"),
    (f"{MOVES}.x{{animation:k 1s 9999s backwards}}", "{P}"),
    ("@keyframes k{to{--o:0}}.x{animation:k 1ms both;opacity:var(--o)}", "{P}"),
    (".x{position:absolute;position-visibility:anchors-visible}", "{P}"),
    (f".x{{container-type:size;{CUT}}}", "<div class=x>{Q}</div>"),
    (f".x{{contain:inline-size;display:inline-block;{CUT};white-space:nowrap}}", "{P}"),
    (f".w{{display:flex}}.x{{container-type:inline-size;{CUT}}}", "<div class=w>{P}</div>"),
    (f".w{{display:flex}}.x{{flex:0;{CUT}}}", "<div class=w>{P}</div>"),
    (f".w{{display:grid;grid-template:auto 0 / 1fr}}.w>*{{{CUT}}}", TALL),
    (f".w{{columns:2;height:3em;{CUT}}}", "<div class=w><p>One.</p>{P}</div>"),
    (f".w{{display:flex;gap:2000px;{CUT}}}.w>div{{flex:none}}", TALL),
    (f".w{{display:flex;flex-direction:column;row-gap:500px;{CUT};height:60px}}", TALL),
    (f".w{{display:grid;grid-gap:400px;max-height:100px;{CUT}}}", TALL),
    (f".w{{{CUT};height:30px;width:400px}}.y{{float:left;width:400px;height:50px}}", TALL),
    (
        (
            f".w{{{CUT};height:1.3em;width:300px}}"
            ".y{float:left;width:300px;height:60px;shape-outside:inset(0)}"
        ),
        "<div class=w><div class=y></div>{Q}</div>",
    ),
    (".x{shape-inside:circle(0)}", "{P}"),
    (
        (
            f".w{{display:flex;flex-direction:column;justify-content:flex-end;height:100px;{CUT}}}"
            ".y{height:100px}"
        ),
        "<div class=w>{P}<div class=y>They spoke.</div></div>",
    ),
    (
        f".w{{display:grid;place-content:end;height:30px;{CUT}}}.y{{height:40px}}",
        "<div class=w>{P}<div class=y>They spoke.</div></div>",
    ),
    (
        (
            f".w{{display:flex;justify-content:center;width:100px;{CUT}}}"
            ".w>div{flex:none}.y{width:900px}"
        ),
        "<div class=w><div>{Q}</div><div class=y>They spoke.</div></div>",
    ),
    (
        COVER.replace("inset:0", "inset-block:0;inset-inline:0"),
        "<div class=w>{P}<i class=y></i></div>",
    ),
    (
        COVER.replace("inset:0", "left:0;right:0;top:0;min-height:100px"),
        "<div class=w>{P}<div class=y>They spoke.</div></div>",
    ),
    (
        COVER.replace("#fff", "#fff;z-index:5") + ".v{position:relative}",
        "<div class=w><div class=y></div><div class=v>{P}</div></div>",
    ),
    (
        (
            "@keyframes k{to{background:#fff}}.x{position:relative}"
            f".x::after{{content:'';{FILL};animation:k 1ms both}}"
        ),
        "{P}",
    ),
    (
        f"@keyframes k{{to{{opacity:0}}}}.x::after{{content:'{Q}';animation:k 1ms both}}",
        "<p class=x>They spoke.</p>",
    ),
    (":default + .x{display:none}", "<form><button>Go</button>{P}</form>"),
    (f"pre{{width:10ch;{CUT}}}", "<pre>They met in the capital.                   {Q}</pre>"),
    (f".w{{height:1.2em;{CUT}}}", "<div class=w>They spoke.<br>{Q}</div>"),
    (f".w{{height:60px;{CUT}}}hr{{margin:40px 0}}", "<div class=w><hr>{Q}</div>"),
    (f".w{{height:36px;{CUT}}}", "<div class=w><p>They spoke.</p>{P}</div>"),
    (f".w{{height:40px;{CUT}}}.y{{min-height:40px}}", TALL),
    (f".w{{width:400px;aspect-ratio:40/1;{CUT}}}.y{{height:20px}}", TALL),
    (
        f".w{{height:60px;{CUT}}}svg{{display:block}}",
        "<div class=w><svg width=60 height=60></svg><div>{Q}</div></div>",
    ),
    ("select{width:30px}", "<select><option>{Q}</select>"),
    ("", "<input size=3 value='{Q}'>"),
    ("", "<svg width=600 height=40><text x=0 y=20 text-anchor=end>{Q}</text></svg>"),
    ("", "<math><mpadded lspace=-300px><mtext>{Q}</mtext></mpadded></math>"),
]

SEEN = [
    (f".x::before{{content:'{Q}';color:#333}}", "<p class=x>They spoke.</p>"),
    (COVER, "<div class=w><div class=y></div>They spoke.</div>{P}"),
    (COVER + ".v{position:relative}", "<div class=w><div class=y></div><div class=v>{P}</div>"),
    (COVER.replace("#fff", "#fff3"), "<div class=w>{P}<div><div class=y></div></div></div>"),
    (COVER, "<div class=w><div><div class=y></div></div>They spoke.</div><div>{P}</div>"),
    ("@keyframes k{to{opacity:0}}.y{animation:k 1s forwards}", "{P}<p class=y>They spoke.</p>"),
    (
        ("@property --a{syntax:'<angle>';inherits:false;initial-value:0deg}"
        "@keyframes k{to{--a:360deg}}.x{animation:k 2s infinite}"),
        "{P}",
    ),
    (".x:not(:hover):not(:focus-within){color:#333}", "{P}"),
    ("form:has(:focus-visible) .x{display:none}", "{P}"),
    ("@import url('data:text/css,.x{display:none}') supports(not (display:grid));", "{P}"),
    (f".x{{clip-path:inset(0 round 8px);{CUT}}}", "{P}"),
    (f".w{{display:flex;gap:20px;{CUT}}}.w>div{{flex:1 1 0;min-width:0;{CUT}}}", TALL),
    (f".w{{display:flex;flex-direction:column;gap:1rem;height:200px;{CUT}}}", TALL),
    (f".w{{height:200px;{CUT}}}.y{{float:left;width:50%;height:190px}}", TALL),
    (f".w{{display:flex;align-items:center;justify-content:center;height:60px;{CUT}}}", TALL),
    (f".w{{container-type:inline-size;{CUT}}}", "<div class=w>{P}</div>"),
    (COVER.replace("#fff", "#fff;z-index:1") + ".v{position:relative;z-index:2}",
     "<div class=w><div class=y></div><div class=v>{P}</div></div>"),
    (".y{position:fixed;right:20px;bottom:20px;width:48px;height:48px;background:#c00}",
     "{P}<div class=y></div>"),
    (f".w{{height:80px;{CUT}}}", "<div class=w><p>They spoke.</p>{P}</div>"),
    (f".w{{height:40px;margin:0;{CUT}}}p{{margin:0}}", "<div class=w><p>They spoke.</p>{P}</div>"),
    ("", "<input size=60 value='{Q}'>"),
    ("", "<input value='{Q}'>"),
    ("", "<select><option>{Q}</select>"),
    ("", "<svg viewBox='0 0 600 40'><text x=300 y=20 text-anchor=middle>{Q}</text></svg>"),
    ("", "<svg width=600 viewBox='0 0 300 40'><text x=290 y=20 text-anchor=end>{Q}</text></svg>"),
]  # fmt: skip


@pytest.mark.parametrize(("css", "body"), REFUSED)
def test_words_that_nobody_sees_are_refused(css: str, body: str) -> None:
    assert verdict(css, body) == "refused"


@pytest.mark.parametrize(("css", "body"), DOUBTED)
def test_words_that_may_be_covered_or_cut_are_in_doubt(css: str, body: str) -> None:
    assert verdict(css, body) == "doubted"


@pytest.mark.parametrize(("css", "body"), SEEN)
def test_words_of_an_honest_page_of_the_same_looks_are_seen(css: str, body: str) -> None:
    assert verdict(css, body) == "seen"


def test_a_page_of_frames_shows_no_words_of_its_own() -> None:
    frames = "<frameset cols='*,0'><frame src=a><noframes>{}</noframes></frameset>"
    assert verdict_on(f"<!doctype html><html>{frames.format(Q)}</html>", Q) == "refused"
