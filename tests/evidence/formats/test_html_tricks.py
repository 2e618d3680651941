"""Ways in which a page hides words, or seems to: what becomes of a quotation of each."""

from __future__ import annotations

import pytest
from tests.evidence.formats.html_verdict import verdict_on

Q = "We will fund the crossing in 2027."
P = f"<p class=x id=x>{Q}</p>"
PARTS = {
    "{P}": P,
    "{Q}": Q,
    "{END}": "fund the crossing in 2027.",
    "{GIF}": "data:image/gif;base64,R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=",
    "{PNG}": "data:image/png;base64,iVBORw0KGgo=",
    "{OVER}": "position:absolute;top:0;left:0;width:100%;height:100%",
}


def verdict(css: str, body: str) -> str:
    """What becomes of the quotation: “refused”, “doubted” or “seen”."""
    page = (
        f"<!doctype html><meta charset=utf-8><style>{css}</style><h1>Statement</h1>{body}"
        "<p>Other words stand here to be read.</p>"
    )
    for name, part in PARTS.items():
        page = page.replace(name, part)
    return verdict_on(page, Q)


REFUSED = [
    (".x{color:rgb(from black r g b / 0)}", "{P}"),
    (".x{transform:translateX(-1000%)}", "{P}"),
    (".x{content-visibility:hidden}", "<div class=x><p>{Q}</p></div>"),
    (":root{--s:0}.x{font-size:calc(var(--s)*1px)}", "{P}"),
    (".x{color:color-mix(in srgb, black 0%, transparent)}", "{P}"),
    (".x{color:oklch(1 0 0)}", "{P}"),
    (".x{color:lab(100 0 0)}", "{P}"),
    (".x{color:hwb(0 100% 0%)}", "{P}"),
    (".x{color:hsl(120deg 10% 100%)}", "{P}"),
    (".x{color:color(srgb 1 1 1)}", "{P}"),
    (".x{color:light-dark(white,black)}", "{P}"),
    (".x{-webkit-text-fill-color:transparent}", "{P}"),
    (".x{-webkit-text-fill-color:#fff}", "{P}"),
    (".x{-webkit-mask-image:linear-gradient(transparent,transparent)}", "{P}"),
    (".x{mix-blend-mode:screen;color:#fff}", "{P}"),
    (".x{transform:matrix(0,0,0,0,0,0)}", "{P}"),
    (".x{transform:scaleY(0)}", "{P}"),
    (".x{position:absolute;top:-9999px}", "{P}"),
    (".x{text-indent:-9999px;overflow:hidden;white-space:nowrap}", "{P}"),
    (".x{max-height:0;overflow:hidden}", "{P}"),
    (".x{max-height:1px;overflow:clip}", "{P}"),
    (".x{max-width:0;overflow:hidden;white-space:nowrap}", "{P}"),
    (
        ".w{display:flex}.x{flex:0 0 0;overflow:hidden;width:0}",
        "<div class=w><p class=x>{Q}</p></div>",
    ),
    (".x{block-size:0;overflow:hidden}", "{P}"),
    (".x{inline-size:0;overflow:hidden;}", "{P}"),
    (".x{width:0px;aspect-ratio:1;overflow:hidden}", "{P}"),
    (".x{visibility:collapse}", "{P}"),
    (".x{visibility:collapse}", "<table><tr class=x><td>{Q}</td></tr><tr><td>a</td></tr></table>"),
    (".x{clip-path:circle(0)}", "{P}"),
    (".x{position:absolute;clip:rect(0 0 0 0)}", "{P}"),
    ("@supports (display:grid){.x{display:none}}", "{P}"),
    ("@supports not (foo:bar){.x{display:none}}", "{P}"),
    ("@supports selector(:is(a)){.x{display:none}}", "{P}"),
    ("@media screen{.x{display:none}}", "{P}"),
    ("@media (width>=100px){.x{display:none}}", "{P}"),
    ("@media (100px<=width<=2000px){.x{display:none}}", "{P}"),
    ("@media print,(min-width:1px){.x{display:none}}", "{P}"),
    ("@media (hover:hover){.x{display:none}}", "{P}"),
    ("@media (pointer:fine){.x{display:none}}", "{P}"),
    ("@media (color){.x{display:none}}", "{P}"),
    ("@media (orientation:landscape){.x{display:none}}", "{P}"),
    ("@media not print{.x{display:none}}", "{P}"),
    ("@media (prefers-color-scheme:light){.x{display:none}}", "{P}"),
    ("@media (min-resolution:1dppx){.x{display:none}}", "{P}"),
    ("@media (min-width:calc(1px + 1em)){.x{display:none}}", "{P}"),
    ("@media (min-width:20em){.x{display:none}}", "{P}"),
    ("@media (scripting:enabled){.x{display:none}}", "{P}"),
    ("@layer a{.x{display:none!important}}.x{display:block!important}", "{P}"),
    ("@layer a{.x{display:block}}.x{display:none}", "{P}"),
    ("p:nth-child(1 of .x){display:none}", "{P}"),
    ("p:not(.y):not(:last-child){display:none}", "{P}"),
    ("h1:has(+ .x) + p{display:none}", "{P}"),
    ("*:where(.x){display:none}", "{P}"),
    ("body{& .x{display:none}}", "{P}"),
    (".x{&{display:none}}", "{P}"),
    (".x{@media screen{display:none}}", "{P}"),
    ('[class="X" i]{display:none}', "{P}"),
    (":root:not(:target) .x{display:none}", "{P}"),
    ('.w::after{content:"not "}', "<p>We will <span class=w></span>{END}</p>"),
    (".w::before{content:attr(data-w)}", '<p>We will <span class=w data-w="not "></span>{END}</p>'),
    ('.w::before{content:counter(n) " times "}', "<p>We will <span class=w></span>{END}</p>"),
    (
        ".w{display:flex}.a{order:2}",
        "<div class=w><span class=a>We will fund the crossing in</span><span> 2027.</span></div>",
    ),
    (
        ".w{display:flex;flex-direction:row-reverse}",
        "<p class=w><span>We will fund the crossing in</span><span> 2027.</span></p>",
    ),
    (".a{float:right}", "<p><span class=a>We will fund </span>the crossing in 2027.</p>"),
    (".x{direction:rtl;unicode-bidi:bidi-override}", "{P}"),
    (".n{position:absolute;left:0;top:0}", "<p>We will <span class=n>not</span> {END}</p>"),
    ("body{font-size:0}.x{font-size:1em}", "{P}"),
    (".x{font-size:0.5%}", "{P}"),
    (".x{font-size:0vw}", "{P}"),
    (".x{font-size:min(0px,1em)}", "{P}"),
    (".x{font-size:clamp(0px,0px,1px)}", "{P}"),
    (".x{font-size:env(foo,0px)}", "{P}"),
    (".x{font:0/1 serif}", "{P}"),
    (".x{zoom:.01}", "{P}"),
    (".x{background:white;-webkit-background-clip:text;color:transparent}", "{P}"),
    (".x{background:#123;color:#123}", "{P}"),
    ("body{background:#000}.x{color:#000}", "{P}"),
    ("body{background:linear-gradient(#fff,#fff)}.x{color:#fff}", "{P}"),
    (":root{--c:#fff}.x{color:var(--c)}", "{P}"),
    (".x{color:var(--none,#fff)}", "{P}"),
    (".x{display:block;display:var(--nope,none)}", "{P}"),
    ('@property --d{syntax:"*";inherits:true;initial-value:none}.x{display:var(--d)}', "{P}"),
    (".x{background:currentcolor;color:#222}", "{P}"),
    (".x{color:Canvas}", "{P}"),
    (".x{color:Field}", "{P}"),
    (".x{all:unset;display:none}", "{P}"),
    (".x{display:none}@layer a{.x{display:revert-layer}}", "{P}"),
    (".w{visibility:hidden}.x{visibility:inherit}", "<div class=w>{P}</div>"),
    (".w{opacity:.01}", "<div class=w>{P}</div>"),
    ("", "<div popover>{Q}</div>"),
    ("", "<template>{P}</template>"),
    ("", "<canvas>{Q}</canvas>"),
    ("", "<video>{Q}</video>"),
    ("", "<audio>{Q}</audio>"),
    ("", "<noscript>{Q}</noscript>"),
    ("", "<noframes>{Q}</noframes>"),
    ("", "<select><option>first</option><option>{Q}</option></select>"),
    ("", "<datalist><option>{Q}</option></datalist>"),
    ("", '<select><optgroup label="{Q}"><option>a</option></optgroup></select>'),
    ("", '<input type=hidden value="{Q}">'),
    ("", '<input type=password value="{Q}">'),
    ("", '<input placeholder="{Q}" value=other>'),
    ("", "<meter value=1>{Q}</meter>"),
    ("", "<svg><title>{Q}</title></svg>"),
    ("", "<svg><defs><text y=20>{Q}</text></defs></svg>"),
    ("", "<svg width=600><text y=20 fill=none>{Q}</text></svg>"),
    ("", '<svg width=600><text y=20 fill="#fff">{Q}</text></svg>'),
    ("", "<svg><symbol><text y=20>{Q}</text></symbol></svg>"),
    ("", "<svg width=600><switch><text y=20>Other</text><text y=20>{Q}</text></switch></svg>"),
    ("", "<svg width=600><text y=20 fill-opacity=0>{Q}</text></svg>"),
    ("", "<svg width=600><text y=20 font-size=0>{Q}</text></svg>"),
    ("", '<svg width=600><g transform="scale(0)"><text y=20>{Q}</text></g></svg>'),
    ("", "<svg><desc>{Q}</desc></svg>"),
    ("", "<svg width=600><text display=none y=20>{Q}</text></svg>"),
    ("", "<svg width=0 height=0><text y=20>{Q}</text></svg>"),
    ("", "<math><semantics><mi>a</mi><annotation>{Q}</annotation></semantics></math>"),
    ("", "<ruby>a<rp>{Q}</rp><rt>b</rt></ruby>"),
    (".x{text-decoration:line-through}", "{P}"),
    (".x{text-decoration:line-through 20px black}", "{P}"),
    ("", '<iframe srcdoc="x">{Q}</iframe>'),
    ("", "<p hidden>{Q}</p>"),
    ("", "<section hidden>{P}</section>"),
    ("details[open]>p{display:none}", "<details open><summary>S</summary>{P}</details>"),
    (".w{width:1px;height:1px;overflow:hidden}", "<div class=w>{P}</div>"),
    (".x{margin-inline-start:-9000px}", "{P}"),
    (".x{position:absolute;left:calc(-50vw - 9999px)}", "{P}"),
    (".x{position:absolute;inset:-9999px auto auto -9999px}", "{P}"),
    (".w{perspective:1px}.x{transform:translateZ(-9999px)}", "<div class=w>{P}</div>"),
    (".x{transform:translate3d(-9999px,0,0)}", "{P}"),
    (".x{scale:0.001}", "{P}"),
    ("", '<img alt="{Q}" src="{GIF}">'),
    ("", '<p title="{Q}">Hover</p>'),
    ("", '<p style="/*x*/display:/**/none">{Q}</p>'),
    ("", '<p style="d\\69splay:none">{Q}</p>'),
    ("", '<p style="display&colon;none">{Q}</p>'),
    ('.y{content:"abc\n}.x{display:none}', "{P}"),
    ('@import url("data:text/css,.x%7Bdisplay%3Anone%7D");', "{P}"),
    ("", '<link rel=stylesheet href="data:text/css,.x{display:none}">{P}'),
    ("", '<style media="screen and (min-width:1px)">.x{display:none}</style>{P}'),
    ("", "{P}<style>.x{display:none}</style>"),
    ("", "{P}<svg width=0 height=0><style>.x{display:none}</style></svg>"),
    ("", "<font color=white>{Q}</font>"),
    ("", "<table bgcolor=black><tr><td><font color=black>{Q}</font></td></tr></table>"),
    ("", "<p>&#8238;{Q}&#8236;</p>"),
    ("", "<p>We will n&#8288;ot {END}</p>"),
    ("", "<p>We will&#0; {END}</p>"),
    ("", '<p>We will <img src="not.png" alt="not"> {END}</p>'),
    ("", "<p>We will <svg width=30 height=15><text y=12>not</text></svg> {END}</p>"),
    ("", "<p>We will <input value=not> {END}</p>"),
    ("", "<p>We will <select><option>not</option></select> {END}</p>"),
    ("", '<p>We will <iframe srcdoc="not" width=40 height=20></iframe> {END}</p>'),
]


@pytest.mark.parametrize(("css", "body"), REFUSED)
def test_words_that_are_hidden_are_refused(css: str, body: str) -> None:
    assert verdict(css, body) == "refused"


DOUBTED = [
    (".x{filter:opacity(0)}", "{P}"),
    (".x{filter:brightness(100)}", "{P}"),
    (".x{mix-blend-mode:lighten;color:#000}", "{P}"),
    (".x{rotate:y 90deg}", "{P}"),
    (".x{transform:rotateY(90deg)}", "{P}"),
    ('.x{offset-path:path("M -2000 -2000 L -2001 -2001");}', "{P}"),
    (".x{position:fixed;left:100vw}", "{P}"),
    (".x{letter-spacing:-1em}", "{P}"),
    (".x{letter-spacing:-9px}", "{P}"),
    (".x{line-height:0;overflow:hidden;}", "{P}"),
    (
        ".w{display:grid;grid-template-rows:0fr}.w>div{overflow:hidden;min-height:0}",
        "<div class=w><div><p class=x>{Q}</p></div></div>",
    ),
    (".x{contain:size;overflow:hidden}", "{P}"),
    (
        ".x{display:-webkit-box;-webkit-line-clamp:1;-webkit-box-orient:vertical;overflow:hidden;width:60px}",
        "{P}",
    ),
    (".x{width:20px;overflow:hidden;white-space:nowrap;text-overflow:ellipsis}", "{P}"),
    (".x{height:10px;columns:1;overflow:hidden}", "{P}"),
    (".x{transform:rotateY(180deg);backface-visibility:hidden}", "{P}"),
    (".x{clip-path:polygon(0 0,0 0,0 0)}", "{P}"),
    (".x{clip-path:url(#c)}", "{P}<svg width=0 height=0><clipPath id=c></clipPath></svg>"),
    ("@keyframes h{to{opacity:0}}.x{animation:h 1s forwards}", "{P}"),
    ("@keyframes h{0%,100%{visibility:hidden}}.x{animation:h 1s infinite}", "{P}"),
    ("body{container-type:inline-size}@container (min-width:10px){.x{display:none}}", "{P}"),
    (".x::first-line{color:white}", "{P}"),
    (".x::first-letter{font-size:0}", "{P}"),
    (".x::first-letter{color:#fff}", "{P}"),
    (".x{content:url({PNG})}", "{P}"),
    (".x{font-size-adjust:0}", "{P}"),
    ("", "<div><template shadowrootmode=open><p>No.</p></template>{P}</div>"),
    ("", "<svg width=600><text x=-900 y=20>{Q}</text></svg>"),
    (
        "",
        '<svg width=600><clipPath id=q></clipPath><text clip-path="url(#q)" y=20>{Q}</text></svg>',
    ),
    ("", "<p>We will <ruby>fund<rt>not</rt></ruby> the crossing in 2027.</p>"),
    (".x{text-decoration:underline 30px black;text-underline-offset:-20px}", "{P}"),
    (
        '.w{position:relative}.w::after{content:"";position:absolute;inset:0;background:#fff}',
        "<div class=w>{P}</div>",
    ),
    (
        ".c{margin-top:-60px;background:#fff;height:80px;position:relative}",
        "{P}<div class=c></div>",
    ),
    (".c{position:fixed;inset:0;background:#fff;z-index:9}", "{P}<div class=c></div>"),
    (
        ".x{position:relative;z-index:-1}body{background:#fff}.w{background:#fff}",
        "<div class=w>{P}</div>",
    ),
    ("", '{P}<div style="{OVER};background:white"></div>'),
    ("", '{P}<img alt="" style="{OVER}" src="{GIF}">'),
    (".x{outline:40px solid #fff;outline-offset:-30px}", "{P}"),
    ("", '<object data="nothing.bin">{Q}</object>'),
    ("details::details-content{display:none}", "<details open><summary>S</summary>{P}</details>"),
    (
        ".w{overflow:hidden;height:30px}.s{height:500px}",
        "<div class=w><div class=s></div>{P}</div>",
    ),
    (".w{overflow-x:hidden;width:100px}.x{margin-left:300px}", "<div class=w>{P}</div>"),
    (".x{padding-left:5000px}", "{P}"),
    (".x{width:9000px;text-align:right}", "{P}"),
    (".x{margin-top:-900px}", "{P}"),
    (".x{border-left:6000px solid #fff}", "{P}"),
    ("", '<p>We will <img src="{PNG}" alt="" width=30> {END}</p>'),
    ("", '<p>We will <svg width=30 height=15><path d="M0 0L10 10L20 0"/></svg> {END}</p>'),
    ("", "<p>We will <canvas width=30 height=15></canvas> {END}</p>"),
    (
        ".n{background:url(not.png);display:inline-block;width:30px;height:12px}",
        "<p>We will <span class=n></span> {END}</p>",
    ),
]


@pytest.mark.parametrize(("css", "body"), DOUBTED)
def test_words_that_are_perhaps_hidden_are_doubted(css: str, body: str) -> None:
    assert verdict(css, body) == "doubted"


SEEN = [
    (".x{opacity:1;transition:opacity 1s}@starting-style{.x{opacity:0}}", "{P}"),
    ('.x{content:"nothing"}', "{P}"),
    ('li::marker{content:"not: "}', "<ul><li>{Q}</li></ul>"),
    (".x{text-transform:uppercase}", "{P}"),
    (".x{writing-mode:vertical-rl;text-orientation:upright}", "{P}"),
    ("@font-face{font-family:B;src:url(data:font/woff2;base64,AAAA)}.x{font-family:B}", "{P}"),
    (".x{display:none;all:unset}", "{P}"),
    (".x{display:none;display:revert}", "{P}"),
    ("", "<dialog open>{Q}</dialog>"),
    ("", "<div inert>{Q}</div>"),
    ("", "<slot>{Q}</slot>"),
    ("", '<input size=60 placeholder="{Q}">'),
    ("", "<svg width=600 height=40><text y=20>{Q}</text></svg>"),
    ("", "<p>We will fund the cros<wbr>sing in 2027.</p>"),
    ("", "<p>We will fund the cros&shy;sing in 2027.</p>"),
    ("", "<p>We will <s>not</s> {END}</p>"),
    (".x{text-shadow:0 0 0 #000}", "{P}"),
    (".x{box-shadow:inset 0 0 0 99px white}", "{P}"),
    ("", "<p aria-hidden=true>{Q}</p>"),
    ("", "<details><summary>{Q}</summary>x</details>"),
    ("", "<details open><summary>S</summary>{P}</details>"),
    (".x{*display:none}", "{P}"),
    (".y{color:red}}.x{display:none}", "{P}"),
    ("", '<link rel="alternate stylesheet" title=a href="data:text/css,.x{display:none}">{P}'),
    ("", '<link rel=stylesheet disabled href="data:text/css,.x{display:none}">{P}'),
    ("", '{P}<script>document.querySelector(".x").remove()</script>'),
    ("", '{P}<script>document.getElementById("x").style.display="none"</script>'),
    ("", '{P}<script>document.getElementById("x").textContent="No"</script>'),
    ("", '<font size="-7">{Q}</font>'),
    ("", "<marquee>{Q}</marquee>"),
    ("", "<p><blink>{Q}</blink></p>"),
    ("", "<center><nobr>{Q}</nobr></center>"),
    ("", "<p>We will fund <plaintext>the crossing in 2027."),
    ("", "<xmp>{Q}</xmp>"),
    ("", "<p>We will <!-- not -->{END}</p>"),
    ("", "<p>We will <![CDATA[not]]>{END}</p>"),
    ("", "<p>They said <q>{Q}</q></p>"),
]


@pytest.mark.parametrize(("css", "body"), SEEN)
def test_words_that_are_shown_are_seen(css: str, body: str) -> None:
    assert verdict(css, body) == "seen"


@pytest.mark.parametrize(
    ("css", "body", "expected"),
    [
        ("@container (width > 1px){.x{position:absolute;left:-9999px}}", "{P}", "doubted"),
        (".x{color:color(xyz .95 1 1.09)}", "{P}", "refused"),
        (".x{color:color(xyz-d50 0 0 0)}", "{P}", "seen"),
        (".x{color:color(srgb-linear 1 1 1)}", "{P}", "refused"),
        (".x{color:color-mix(in srgb, red)}", "{P}", "doubted"),
        (".x{color:color-mix(in srgb, white 100%, red)}", "{P}", "refused"),
        (".x{color:color(--own 1 1 1)}", "{P}", "doubted"),
        (".x{text-indent:100%}", "{P}", "doubted"),
        (".x{border:solid red;flex-flow:row wrap;border-left:2px solid}", "{P}", "seen"),
        (".w{display:flex;flex-flow:row-reverse}", "<div class=w><p>{Q}</p></div>", "seen"),
        (
            ".c{position:absolute;width:100vw;height:100vh;background:#fff}",
            "{P}<div class=c>x</div>",
            "doubted",
        ),
        (".c{position:absolute;inset:0;background:#fff}", "{P}<div class=c>x</div>", "doubted"),
        (
            ".w{overflow:hidden;height:90px}.s{height:20px}i{height:500px;float:left}",
            "<div class=w><p class=s>a</p><i>b</i>{P}</div>",
            "seen",
        ),
    ],
)
def test_other_styles(css: str, body: str, expected: str) -> None:
    assert verdict(css, body) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        (".c{position:absolute;top:0;width:100%;height:100%;background:#fff}", "doubted"),
        (".c{position:absolute;top:9px;width:40px;height:40px;background:#fff}", "doubted"),
        (".c{position:absolute;top:9px;width:4px;height:4px;background:#fff}", "seen"),
        (".c{position:absolute;top:0;width:100%;height:100%;background:rgb(0 0 0/.1)}", "seen"),
    ],
)
def test_an_empty_box_may_cover_what_stands_before_it(css: str, expected: str) -> None:
    assert verdict(css, "{P}<div class=c></div>") == expected
