"""What a site of today does to its words without hiding them."""

from __future__ import annotations

import pytest
from tests.evidence.formats.html_verdict import verdict_on

Q = "We will fund it."
P = f"<p class=x>{Q}</p>"
ROW = "<div class=c><div class=t><p>first</p>{P}</div></div>"


def verdict(css: str, body: str) -> str:
    """What becomes of the quotation: “refused”, “doubted” or “seen”."""
    page = (
        f"<!doctype html><html lang=en><meta charset=utf-8><style>{css}</style><p>Begin here.</p>"
        f"{body.replace('{ROW}', ROW).replace('{P}', P).replace('{Q}', Q)}<p>The end is here.</p>"
    )
    return verdict_on(page, Q)


SEEN = [
    (".x{display:none} .x, a:hover, a::-webkit-foo{display:block}", "{P}"),
    (":-ms-input-placeholder, *:-ms-foo{display:none}", "{P}"),
    (".x{overflow:hidden;line-height:1}", "{P}"),
    (".x{zoom:0}", "{P}"),
    (".x{background-color:#fff;background-color:linear-gradient(red,blue)}", "{P}"),
    ("s{text-decoration:none}", "<s>{Q}</s>"),
    ("@layer a; @import 'data:text/css,.x{color:navy}'; p{margin:0}", "{P}"),
    (
        (
            "@property --a{syntax:'*';inherits:true}"
            "@property --c{syntax:'<color>';inherits:true;initial-value:white}"
            ".x{--c:navy;color:var(--c)}"
        ),
        "{P}",
    ),
    ("", "<select><option label=No>A</option><option selected>{Q}</option></select>"),
    ("col.x{display:none}", "<table><colgroup><col class=x></colgroup><tr><td>{Q}<td>B</table>"),
    ("@supports not (display:grid){.x{display:none}}", "{P}"),
    ("@layer a{.x{display:none}}.x{display:block}", "{P}"),
    ("@starting-style{.x{opacity:0}}", "{P}"),
    (".x{color:color-mix(in srgb,white 20%,black)}", "{P}"),
    (".x{color:oklch(0.3 0.1 250)}", "{P}"),
    (".x{color:CanvasText}", "{P}"),
    (".x{font-size:clamp(1rem,2vw + 1rem,3rem)}", "{P}"),
    (".x{padding:env(safe-area-inset-top,0)}", "{P}"),
    (".x{content-visibility:auto;contain-intrinsic-size:auto 100px}", "{P}"),
    ("[popover]{display:block}", "<div popover>{P}</div>"),
    ("", "<dialog open>{P}</dialog>"),
    ("dialog{display:block;position:static}", "<dialog>{P}</dialog>"),
    ("", "<details open><summary>More</summary>{P}</details>"),
    ("", "<details><summary>{Q}</summary>More</details>"),
    ("", "<div inert>{P}</div>"),
    ("", "<div aria-hidden=true>{P}</div>"),
    ("[hidden]{display:block}", "<p hidden>{Q}</p>"),
    ("@media print{.p{display:none}}", "<p class=p>{Q}</p>"),
    ("@media (400px <= width <= 700px){.m{display:none}}", "<p class=m>{Q}</p>"),
    (
        "@media (prefers-color-scheme:dark){body{background:#000}.m{color:#fff}}",
        "<p class=m>{Q}</p>",
    ),
    (
        ".g{display:grid;grid-template-columns:repeat(auto-fit,minmax(20rem,1fr));gap:1rem}",
        "<div class=g><p>{Q}</p><p>B</p></div>",
    ),
    (
        (
            ".g{display:grid;grid-template-columns:1fr 2fr}.g>div{display:grid;"
            "grid-template-columns:subgrid}"
        ),
        "<div class=g><div><p>{Q}</p></div></div>",
    ),
    ('.x{font:italic 700 1rem/1.5 "Open Sans",sans-serif}', "{P}"),
    (".x{box-shadow:inset 0 0 0 200px white}", "{P}"),
    (
        (
            ".x{background:linear-gradient(90deg,#003,#009);-webkit-background-clip:text;"
            "background-clip:text;color:transparent}"
        ),
        "{P}",
    ),
    (".x{text-emphasis:filled}", "{P}"),
    (".x{all:unset}", "{P}"),
    (
        ".panel{display:none}#t1:checked~.p1{display:block}",
        '<input type=radio id=t1 name=t checked><div class="panel p1">{P}</div>',
    ),
    ('.x::before{content:"Not: "}', "{P}"),
    ('li::marker{content:"Not true: "}', "<ul><li>{Q}</ul>"),
    ('b{content:"refuse to fund"}', "<p>We will <b>fund</b> it.</p>"),
    ('q{quotes:"“" "”"}', "<p>He said <q>{Q}</q></p>"),
    (".x{writing-mode:vertical-rl}", "{P}"),
    (".x{direction:rtl}", "{P}"),
    (".x{background:linear-gradient(transparent 60%,#ff0 60%)}", "{P}"),
    (".x{background:linear-gradient(90deg,transparent,#eee,transparent)}", "{P}"),
    (".x{background:linear-gradient(#000,#000) 0 100%/100% 2px no-repeat}", "{P}"),
    (".x{text-decoration:underline;text-underline-offset:.2em}", "{P}"),
    (".x{contain:paint}", "{P}"),
    (".c{box-shadow:0 2px 9px #000;position:relative}", "{P}<div class=c></div>"),
    (
        ".c{box-shadow:0 0 0 99px #fff;position:relative;clip-path:inset(0 -9px)}",
        "{P}<b class=c></b>",
    ),
    (".c{outline:60px solid transparent}", "{P}<div class=c></div>"),
    (".c{outline:2px solid red}", "{P}<div class=c></div>"),
    (".c{position:fixed;top:0;height:60px;background:#fff}", "<div class=c></div>{P}"),
    (
        ".c{position:fixed;top:0;height:250px;background:#fff}.x{margin-top:250px}",
        "<b class=c></b>{P}",
    ),
    (".c{position:fixed;top:0;height:100%;background:#fff}", "<script></script><b class=c></b>{P}"),
    (".c{transform:scale(1,1.2);background:#fff;height:20px}", "{P}<div class=c></div>"),
    ("textarea{height:99px}", "{P}<textarea></textarea>"),
    ("select{width:90px}", "<p>a <select><option>{Q}</select></p>"),
    ("", "<object>{P}</object>"),
    (".c{height:60px;overflow:hidden}", "<div class=c>One<br>{Q}</div>"),
    (".c{height:60px;overflow:hidden}.x{position:relative;top:10px}", "<div class=c>{P}</div>"),
    (".c{height:60px;overflow:hidden}.x{position:absolute;top:99px}", "<div class=c>{P}</div>"),
    (".c{width:300px;overflow:hidden}.t{display:flex}.t>*{flex:1 1 100%}", "{ROW}"),
    (".c{width:300px;overflow:hidden}.t{display:flex;flex-wrap:wrap}.t>*{flex:0 0 100%}", "{ROW}"),
    (".c{width:300px;overflow-x:auto}.t{display:flex}.t>*{flex:0 0 100%}", "{ROW}"),
    (".c{width:300px;overflow:hidden}.t{display:flex}.t>*{flex:0 0 49%}", "{ROW}"),
    (".c{height:0}.x{height:100%}", "<div class=c>{P}</div>"),
    (".x{width:min(100%,40em);overflow:hidden}", "{P}"),
    ("@scope (body){.x{color:#111}}", "{P}"),
    (":where(.x, ::unknown){color:#111}", "{P}"),
    ("[*|class]{color:#111}", "{P}"),
    ("body{background:#000;color:#fff}", "<p><mark>{Q}</mark></p>"),
    ("", "<math mathcolor=navy mathsize=2em><mtext>{Q}</mtext></math>"),
    (
        "text{stroke:#fff;stroke-width:4;paint-order:stroke}",
        "<svg width=300 height=50><text x=5 y=20>{Q}</text></svg>",
    ),
    ("", "<svg width=300 height=50><text x=5 y=20>{Q}</text></svg>"),
    (
        "",
        (
            '<svg width=300 height=50><rect width=300 height=50 fill="#eee"/><text x=5 y=20>'
            "{Q}</text></svg>"
        ),
    ),
    ("", "<textarea>{Q}</textarea>"),
    ("", '<input value="{Q}" size=40>'),
    ("", '<img src=x.png alt="{Q}">'),
    ("", '<link rel="alternate stylesheet" title=b href="data:text/css,.x%7Bdisplay:none%7D">{P}'),
    ("", "<style media=print>.x{display:none}</style>{P}"),
    ("", '<style type="text/less">.x{display:none}</style>{P}'),
    ("} .x{display:none}", "{P}"),
    (".x{animation:f 1s}@keyframes f{from{opacity:0}}", "{P}"),
    (".x{animation:f linear both;animation-timeline:view()}@keyframes f{from{opacity:0}}", "{P}"),
    (".x{transition:opacity .3s}", "{P}"),
    ("", "<p>We will fu&shy;nd it.</p>"),
    ("", "<p>We will fund<wbr> it.</p>"),
    ("", "<p>We will&#8203; fund it.</p>"),
    ("", "<marquee>{Q}</marquee>"),
    ("textarea{field-sizing:content}", "{P}"),
    ("p{text-wrap:balance}h1{text-wrap:pretty}", "{P}"),
    (
        (
            "body{accent-color:#036;scrollbar-gutter:stable;overscroll-behavior:contain;"
            "text-size-adjust:100%;-webkit-font-smoothing:antialiased}"
        ),
        "{P}",
    ),
    (".c{aspect-ratio:16/9;container:c/inline-size}", "<div class=c>{P}</div>"),
    (
        "p{margin-block:1em;padding-inline:2rem;border-inline-start:4px solid;inset-block:auto}",
        "{P}",
    ),
    (
        (
            ":root{--p:oklch(45% .2 260);--t:color-mix(in oklab,var(--p),black 40%)}"
            "p{color:var(--t)}"
        ),
        "{P}",
    ),
    (
        (
            ":root{color-scheme:light dark;--fg:light-dark(#111,#eee);"
            "--bg:light-dark(#fff,#111)}body{color:var(--fg);background:var(--bg)}"
        ),
        "{P}",
    ),
    (
        (
            "@layer reset,base,components;@layer "
            "reset{*,*::before,*::after{box-sizing:border-box;margin:0}}@layer "
            "base{body{font:100%/1.6 system-ui}}"
        ),
        "{P}",
    ),
    ("figure:has(figcaption) img{opacity:.9}", "{P}"),
    (
        ".c{container-type:inline-size}@container (min-width:40rem){.x{columns:2}}",
        "<div class=c>{P}</div>",
    ),
    (":where(article,section) p{max-inline-size:65ch}", "<article>{P}</article>"),
    (".card{padding:1rem;& > p{color:#222}&:hover{opacity:.9}}", "<div class=card>{P}</div>"),
    ("[popover]{opacity:0;transition:opacity .2s}[popover]:popover-open{opacity:1}", "{P}"),
    (
        (
            ".s{display:flex;overflow-x:auto;scroll-snap-type:x mandatory}.s>"
            "*{scroll-snap-align:start;flex:0 0 100%}"
        ),
        "<div class=s><div>{P}</div></div>",
    ),
    ("header{position:sticky;top:0;background:#fff;z-index:10}", "<header><p>Site</p></header>{P}"),
    (
        ".skip{position:absolute;left:-999px}.skip:focus{left:0}",
        '<a class=skip href="#m">Skip</a>{P}',
    ),
    (
        ".cb{position:fixed;bottom:0;left:0;right:0;background:#fff;padding:1rem}",
        "{P}<div class=cb><p>Cookies?</p></div>",
    ),
    (".x::first-letter{float:left;font-size:3em;line-height:1}", "{P}"),
    ("::selection{background:#036;color:#fff}", "{P}"),
    (".h{background:#123;color:#fff}", "<div class=h>{P}</div>"),
    (".h{background:#123 url(h.jpg) center/cover;color:#fff}", "<div class=h>{P}</div>"),
    (
        ".n{display:none}@media (min-width:60em){.n{display:flex}}",
        "<nav class=n><a href=#>{Q}</a></nav>",
    ),
    (
        (".acc{max-height:0;overflow:hidden;transition:max-height .2s}.acc.open{max-height:500px}"),
        '<div class="acc open">{P}</div>',
    ),
    ("h2{font-size:clamp(1.25rem,1rem + 1.5vw,2rem)}", "<h2>{Q}</h2>"),
    ("main{min-height:100dvh;display:grid;grid-template-rows:auto 1fr auto}", "<main>{P}</main>"),
    (
        (
            ".card{background:color-mix(in srgb,Canvas 95%,CanvasText);color:CanvasText;"
            "border-radius:.5rem}"
        ),
        "<div class=card>{P}</div>",
    ),
    (":is(h1,h2,p):not(.y){letter-spacing:-.01em;line-height:1.2}", "{P}"),
    ("@supports selector(:has(a)){.x{color:#222}}", "{P}"),
    ("@font-face{font-family:A;src:url(a.woff2)}body{font-family:A,sans-serif}", "{P}"),
    ('h2{counter-increment:s}h2::before{content:counter(s) ". "}', "{P}"),
    ('@media print{a::after{content:" (" attr(href) ")"}}', "{P}"),
    ("", '<figure><img src=a.jpg alt="Photo"><figcaption>{Q}</figcaption></figure>'),
    ("", "<dl><dt>Answer<dd>{Q}</dl>"),
    (
        "blockquote{border-inline-start:4px solid;padding-inline:1rem;font-style:italic}",
        "<blockquote>{Q}</blockquote>",
    ),
    ("", "<p>On <time datetime=2027-01-01>1 January</time>: {Q}</p>"),
    ("mark{background:#ff0}", "<p><mark>{Q}</mark></p>"),
    ("small{font-size:.8em;color:#666}", "<p><small>{Q}</small></p>"),
    (
        "abbr[title]{text-decoration:underline dotted}",
        '<p><abbr title="x">We</abbr> will fund it.</p>',
    ),
    ("", "<p><ins>{Q}</ins></p>"),
    ("", "<my-el>{P}</my-el>"),
    (
        "col.x{visibility:collapse}",
        "<table><colgroup><col class=x><col></colgroup><tr><td>A<td>{Q}</table>",
    ),
    (
        "col.x{visibility:collapse}",
        (
            "<table><colgroup><col class=x><col></colgroup><tr><td>A<td><table><tr><td>{Q}"
            "</table></table>"
        ),
    ),
    (".f{display:grid}.a{grid-area:2}", "<div class=f><p class=a>{Q}</p><p>B</p></div>"),
    ("", '<iframe srcdoc="<p>{Q}</p>"></iframe>'),
    ("", '<iframe srcdoc=" <!-- -->"></iframe><p>{Q}</p>'),
    ("", "<svg width=300 height=50><text x=5 y=20>{Q}</text><circle r=3 cx=4 cy=4 /></svg>"),
    (
        (
            '.x{position:relative}.x::after{content:"";position:absolute;left:0;right:0;'
            "top:50%;border-top:2px solid;z-index:-1}"
        ),
        "{P}",
    ),
]


@pytest.mark.parametrize(("css", "body"), SEEN)
def test_words_that_a_modern_page_shows_are_seen(css: str, body: str) -> None:
    assert verdict(css, body) == "seen"
