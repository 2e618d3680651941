"""Ways in which a site of today hides words, by its styles and elements."""

from __future__ import annotations

import pytest
from tests.evidence.formats.html_verdict import verdict_on
from tests.evidence.formats.test_modern_pages import Q, verdict

REFUSED = [
    ("select{width:0}", "<p>a <select><option>{Q}</select></p>"),
    (".x{contain:paint;height:0}", "{P}"),
    (".x{width:min(0px,50%);overflow:hidden}", "{P}"),
    (".c{height:0}.x{height:100%;overflow:hidden}", "<div class=c>{P}</div>"),
    ("[*|class]{display:none}", "{P}"),
    ("mark{color:#ff0}", "<p><mark>{Q}</mark></p>"),
    (":where(.x, ::unknown){display:none}", "{P}"),
    ("", "<math mathcolor=white><mtext>{Q}</mtext></math>"),
    ("", "<math mathsize=0><mtext>{Q}</mtext></math>"),
    (".x{position:fixed;top:-50px}", "{P}"),
    (".x{color:rgb(from white r g b)}", "{P}"),
    (".x{color:rgb(from black r g b / 0%)}", "{P}"),
    (".x{font-size:round(down,0.4px,1px)}", "{P}"),
    (".x{font-size:mod(10px,5px)}", "{P}"),
    (".x{display:none} .x, a[{display:block}", "{P}"),
    (".x{-webkit-mask-box-image:linear-gradient(transparent,transparent)}", "{P}"),
    (".x{mask-border:linear-gradient(transparent,transparent) 1}", "{P}"),
    (".x{display:none} .x, :-ms-foo{display:block}", "{P}"),
    ("@property --o{syntax:'<number>';inherits:false;initial-value:0} .x{opacity:var(--o)}", "{P}"),
    (
        (
            "@property --o{syntax:'<number>';inherits:true;initial-value:0}"
            ".x{--o:a;opacity:var(--o)}"
        ),
        "{P}",
    ),
    (
        (
            "@property --c{syntax:'<color>';inherits:true;initial-value:white}"
            ".x{--c:a;color:var(--c)}"
        ),
        "{P}",
    ),
    ("", "<select><option label=No>{Q}</option></select>"),
    (
        "col.x{visibility:collapse}",
        "<table><colgroup><col><col class=x></colgroup><tr><td>A<td>{Q}</table>",
    ),
    (
        "col.x{visibility:collapse}",
        "<table><colgroup><col class=x span=2><col></colgroup><tr><td>A<td>{Q}<td>C</table>",
    ),
    (
        "colgroup.x{visibility:collapse}",
        "<table><colgroup class=x><col></colgroup><tr><td>{Q}<td>B</table>",
    ),
    (
        "colgroup.x{visibility:collapse}",
        (
            "<table><colgroup span=1></colgroup><colgroup class=x span=2></colgroup><tr><td>"
            "A<td>B<td>{Q}</table>"
        ),
    ),
    ("td.x{display:none}", "<table><tr><td>A<td class=x>{Q}</table>"),
    ("tr.x{visibility:collapse}", "<table><tr><td>A<tr class=x><td>{Q}</table>"),
    ("tbody.x{visibility:collapse}", "<table><tbody><tr><td>A<tbody class=x><tr><td>{Q}</table>"),
    ("td:nth-child(2){display:none}", "<table><tr><td>A<td>{Q}</table>"),
    ("@supports (display:grid){.x{display:none}}", "{P}"),
    ("@layer a,b;@layer b{.x{display:none}}@layer a{.x{display:block}}", "{P}"),
    ("@layer a,b;@layer a{.x{display:none!important}}@layer b{.x{display:block!important}}", "{P}"),
    ("body:has(p.x) .x{display:none}", "{P}"),
    ("p:has(+ .x){display:none}", "<p>{Q}</p><p class=x>Next.</p>"),
    ("section :is(p,.x){display:none}", "<section>{P}</section>"),
    ("section :where(p){opacity:0}", "<section>{P}</section>"),
    ("p:not(.y):not(:first-child):not(:last-child){display:none}", "{P}"),
    ("section{& .x{display:none}}", "<section>{P}</section>"),
    ("section{.x{display:none}}", "<section>{P}</section>"),
    ("section{@media screen{.x{display:none}}}", "<section>{P}</section>"),
    (".x{.y &{display:none}}", "<div class=y>{P}</div>"),
    (".x{&.z{display:none}}", '<p class="x z">{Q}</p>'),
    ("@scope (.s){.x{display:none}}", "<div class=s>{P}</div>"),
    ("@scope (.s) to (.l){p{display:none}}", "<div class=s>{P}<div class=l><p>ok</p></div></div>"),
    (".x{color:light-dark(white,black)}", "{P}"),
    (":root{color-scheme:light dark}.x{color:light-dark(#fff,#000)}", "{P}"),
    (".x{color:color-mix(in srgb,white 99%,black)}", "{P}"),
    (".x{color:oklch(1 0 0)}", "{P}"),
    (":root{--c:oklab(100% 0 0)}.x{color:var(--c)}", "{P}"),
    (".x{color:hsl(0 0% 0% / 0)}", "{P}"),
    (".x{color:hwb(0 100% 0%)}", "{P}"),
    (".x{color:color(display-p3 1 1 1)}", "{P}"),
    (".x{color:Canvas}", "{P}"),
    (".x{font-size:clamp(0px,1vw,0px)}", "{P}"),
    (".x{font-size:min(0px,1em)}", "{P}"),
    (".x{margin-left:calc(-100vw - 200px)}", "{P}"),
    (".x{content-visibility:hidden}", "{P}"),
    ("", "<div popover>{P}</div>"),
    ("", "<div popover=manual id=a>{P}</div>"),
    ("", "<dialog>{P}</dialog>"),
    ("", "<template>{P}</template>"),
    ("", "<div><template shadowrootmode=open>{P}</template></div>"),
    ("", "<noscript>{P}</noscript>"),
    ("", "<noframes>{P}</noframes>"),
    ("", "<p hidden>{Q}</p>"),
    ("", "<p hidden=false>{Q}</p>"),
    (
        (
            ".sr-only{position:absolute;width:1px;height:1px;padding:0;margin:-1px;"
            "overflow:hidden;clip:rect(0,0,0,0);white-space:nowrap;border:0}"
        ),
        "<p class=sr-only>{Q}</p>",
    ),
    (
        (
            ".v{position:absolute!important;clip-path:inset(50%);height:1px;width:1px;"
            "overflow:hidden}"
        ),
        "<p class=v>{Q}</p>",
    ),
    (".p{display:none}@media print{.p{display:block}}", "<p class=p>{Q}</p>"),
    ("@media screen{.p{display:none}}", "<p class=p>{Q}</p>"),
    ("@media (min-width:768px){.m{display:none}}", "<p class=m>{Q}</p>"),
    ("@media (width >= 600px){.m{display:none}}", "<p class=m>{Q}</p>"),
    ("@media (hover:hover){.m{display:none}}", "<p class=m>{Q}</p>"),
    (
        ".g{display:flex}.x{flex:0 0 0;width:0;min-width:0;overflow:hidden;white-space:nowrap}",
        "<div class=g>{P}</div>",
    ),
    (".x{max-inline-size:0;overflow:clip}", "{P}"),
    (".x{height:0;overflow:clip}", "{P}"),
    (".x{block-size:0;overflow:hidden}", "{P}"),
    (".x{position:absolute;inset:auto auto 100vh -200vw}", "{P}"),
    (".x{position:fixed;inset-inline-start:-9999px}", "{P}"),
    (".x{text-indent:-9999px}", "{P}"),
    (".x{font:0/0 a}", "{P}"),
    (".x{mask:linear-gradient(transparent,transparent)}", "{P}"),
    (".x{clip-path:circle(0)}", "{P}"),
    (".x{background:white;background-clip:text;color:transparent}", "{P}"),
    (".x{-webkit-text-fill-color:transparent}", "{P}"),
    (".x{-webkit-text-security:disc}", "{P}"),
    (".x{color:transparent;text-shadow:0 0 0 #000}", "{P}"),
    (".a{opacity:.2}.x{opacity:.1}", "<div class=a>{P}</div>"),
    (".x{scale:0}", "{P}"),
    (".x{zoom:.01}", "{P}"),
    ('@property --o{syntax:"<number>";inherits:false;initial-value:0}.x{opacity:var(--o)}', "{P}"),
    (".x{--a:var(--b);--b:var(--a);opacity:var(--a,0)}", "{P}"),
    (".x{display:var(--nope,none)}", "{P}"),
    (".x{--on:;display:var(--on) none}", "{P}"),
    ('[DATA-H="A" i]{display:none}', "<p data-h=a>{Q}</p>"),
    (":lang(en) .x{display:none}", "{P}"),
    ("p:nth-child(1 of .x){display:none}", "{P}"),
    ("p:not(:empty).x{visibility:hidden}", "{P}"),
    (".x:not(:target){display:none}", "<p class=x id=s>{Q}</p>"),
    (".t:checked~.x{display:none}", "<input type=checkbox class=t checked>{P}"),
    (".t:not(:checked)~.x{display:none}", "<input type=checkbox class=t>{P}"),
    (".x{display:none}body:focus-within .x{display:block}", "{P}"),
    ("details:not([open])>p{display:none}", "<details><summary>a</summary>{P}</details>"),
    ('b::before{content:"not "}', "<p>We will <b>fund</b> it.</p>"),
    ('b::after{content:" not"}', "<p>We <b>will</b> fund it.</p>"),
    ('b::before{counter-increment:n;content:counter(n) " not "}', "<p>We will <b>fund</b> it.</p>"),
    (
        ".f{display:flex}.a{order:2}",
        "<div class=f><span class=a>We will </span><span>fund it.</span></div>",
    ),
    (
        ".f{display:flex;flex-direction:row-reverse;justify-content:flex-end}",
        "<div class=f><span>We will </span><span>fund it.</span></div>",
    ),
    (
        ".f{display:grid}.a{grid-column:2}.b{grid-column:1;grid-row:1}",
        "<div class=f><span class=a>We will </span><span class=b>fund it.</span></div>",
    ),
    (
        ".f{display:grid}.a{grid-row:2}.b{grid-row:1}",
        "<div class=f><p class=a>We will</p><p class=b>fund it.</p></div>",
    ),
    (".a{float:right}", "<p><span class=a>We will </span>fund it.</p>"),
    ("", "<p><bdo dir=rtl>{Q}</bdo></p>"),
    ("", "<p><del>{Q}</del></p>"),
    ("", "<p><s>{Q}</s></p>"),
    (".x{text-decoration:line-through 2px red}", "{P}"),
    ("del{text-decoration:none}", "<p><del>{Q}</del></p>"),
    ("", '<iframe srcdoc="<p style=display:none>{Q}</p>"></iframe>'),
    ("", '<iframe width=0 height=0 srcdoc="<p>{Q}</p>"></iframe>'),
    ("", "<svg width=300 height=50><title>{Q}</title></svg>"),
    ("", "<svg><desc>{Q}</desc></svg>"),
    ("", "<svg><defs><text y=20>{Q}</text></defs></svg>"),
    ("", "<svg width=300 height=50><text x=5 y=20 fill=none>{Q}</text></svg>"),
    ("", "<svg width=300 height=50><text x=5 y=20 display=none>{Q}</text></svg>"),
    ("", "<svg width=300 height=50><text x=5 y=20 opacity=0>{Q}</text></svg>"),
    ("", "<svg width=300 height=50><text x=5 y=20 visibility=hidden>{Q}</text></svg>"),
    ("", "<svg width=300 height=50><text x=5 y=20 font-size=0>{Q}</text></svg>"),
    ("", "<svg width=300 height=50><text x=5 y=20 fill-opacity=0>{Q}</text></svg>"),
    ("", "<svg><symbol id=a><text y=20>{Q}</text></symbol></svg>"),
    ("", "<math><semantics><mi>x</mi><annotation>{Q}</annotation></semantics></math>"),
    ("", "<select><option>A<option>{Q}</select>"),
    ("", "<datalist><option>{Q}</datalist>"),
    ("textarea{height:0}", "<textarea>{Q}</textarea>"),
    ("", '<input type=hidden value="{Q}">'),
    ("", '<input type=password value="{Q}">'),
    ("", '<input value="x" placeholder="{Q}">'),
    ("", "<progress>{Q}</progress>"),
    ("", "<meter>{Q}</meter>"),
    ("", "<video>{Q}</video>"),
    ("", "<audio>{Q}</audio>"),
    ("", "<canvas>{Q}</canvas>"),
    ("img{display:none}", '<img src=x.png alt="{Q}">'),
    ("", '<img src=x.png width=0 height=0 alt="{Q}">'),
    ("", '<img src=x.gif width=1 height=1 alt="{Q}">'),
    ("", '<p title="{Q}">Other.</p>'),
    ("", '<meta name=description content="{Q}"><p>o</p>'),
    ("", '<script type="application/ld+json">{"a":"{Q}"}</script>'),
    ("", "<!-- {Q} -->"),
    ('@import url("data:text/css,.x{display:none}");', "{P}"),
    ("", '<link rel=stylesheet href="data:text/css,.x%7Bdisplay:none%7D">{P}'),
    ("", "<style>.x{display:none}</style>{P}"),
    ("", "<svg><style>.x{display:none}</style></svg>{P}"),
    ('@charset "utf-8";.x{display:none}', "{P}"),
    (".\\78{d\\69splay:none}", "{P}"),
    (".x{display:none!important}", '<p class=x style="display:block">{Q}</p>'),
    ("<!-- .x{display:none} -->", "{P}"),
    (
        "colgroup.x{visibility:collapse}",
        "<table><colgroup class=x></colgroup><tr><td><table><tr><td>{Q}</table><td>B</table>",
    ),
    (
        "col.x{visibility:collapse}",
        (
            "<table><colgroup><col><col class=x></colgroup><tr><td rowspan=2>A<td>B<tr><td>"
            "{Q}</table>"
        ),
    ),
    (
        "col.x{visibility:collapse}",
        (
            "<table><colgroup><col><col class=x></colgroup><tr><td rowspan=3>A<td>B<tr><td>"
            "C<tr><td>{Q}</table>"
        ),
    ),
    (
        ".f{display:grid}.a{grid-area:2/1}.b{grid-area:1/1}",
        "<div class=f><p class=a>We will</p><p class=b>fund it.</p></div>",
    ),
    ("col.x{visibility:collapse}", "<table><col><col class=x><tr><td>A<td>{Q}</table>"),
]


@pytest.mark.parametrize(("css", "body"), REFUSED)
def test_words_that_nobody_sees_are_refused(css: str, body: str) -> None:
    assert verdict(css, body) == "refused"


DOUBTED = [
    (".c{box-shadow:0 -60px #fff,0 0 red;position:relative}", "{P}<div class=c></div>"),
    (".c{box-shadow:0 60px #fff;position:relative}", "<div class=c></div>{P}"),
    (".c{outline:60px solid white}", "{P}<div class=c></div>"),
    (".c{border-top:60px solid white;margin-top:-50px;position:sticky}", "{P}<div class=c></div>"),
    (".c{position:fixed;top:0;height:300px;background:#fff}", "<div class=c></div>{P}"),
    (".c{position:fixed;top:0;height:100%;background:#fff}", "<div class=c></div>{P}"),
    (
        ".c{position:sticky;height:80px;margin-bottom:-80px;background:#fff}",
        "<div class=c></div>{P}",
    ),
    (".c{transform:scale(1,40);background:#fff;height:5px}", "{P}<div class=c></div>"),
    (
        "textarea{position:absolute;left:0;top:0;width:600px;height:90px}",
        "{P}<textarea></textarea>",
    ),
    (".x{background:linear-gradient(90deg,white,black);color:#fff}", "{P}"),
    (".c{height:40px;overflow:hidden}", "<div class=c><br><br><br><br>{Q}</div>"),
    (".c{height:60px;overflow:hidden}.x{position:relative;top:99px}", "<div class=c>{P}</div>"),
    (".c{height:60px;overflow:hidden}.x{transform:translateY(99px)}", "<div class=c>{P}</div>"),
    (
        ".c{height:60px;overflow:hidden;position:relative}.x{position:absolute;top:99px}",
        "<div class=c>{P}</div>",
    ),
    (
        ".c{overflow:hidden;position:relative}.x{position:absolute;top:100%}",
        "<div class=c>{P}</div>",
    ),
    (
        ".c{width:300px;overflow:hidden;position:relative}.x{position:absolute;left:320px}",
        "<div class=c>{P}</div>",
    ),
    (
        ".c{width:99px;overflow:hidden;direction:rtl}.x{margin-right:2in}",
        "<div class=c>{P}</div>",
    ),
    (
        ".f{float:left;width:100%;height:400px}.c{height:100px;overflow:hidden}",
        "<div class=c><i class=f></i>{P}</div>",
    ),
    (
        ".c{display:flex;flex-direction:column;height:30px;overflow:hidden}.x{order:9}",
        "<div class=c>{P}<p>first line</p><p>second</p></div>",
    ),
    (".c{width:300px;overflow:hidden}.t{display:flex}.t>*{flex:0 0 100%}", "{ROW}"),
    (".c{width:300px;overflow:hidden}.t{display:flex}.t>*{flex:none;width:300px}", "{ROW}"),
    (".c{overflow:hidden}.t{display:flex}.t>*{min-width:100%}", "{ROW}"),
    (
        ".c{overflow:hidden}.t{white-space:nowrap}.t>*{display:inline-block;width:100%}",
        "<div class=c><div class=t><p>first</p> {P}</div></div>",
    ),
    (
        ".c{overflow:hidden}.t{display:grid;grid-auto-flow:column;grid-auto-columns:100%}",
        "{ROW}",
    ),
    (".x{contain:strict}", "{P}"),
    (".x{background:linear-gradient(transparent 45%,#000 45%,#000 55%,transparent 55%)}", "{P}"),
    (".x{background:linear-gradient(#000,#000) 0 50%/100% 2px no-repeat}", "{P}"),
    (".x{text-decoration:underline;text-underline-offset:-.5em}", "{P}"),
    ('.x{offset:path("M0,0L5000,0") 100%}', "{P}"),
    (".x{background-blend-mode:multiply}", "{P}"),
    (
        "@scope (.b){p{display:none}} @scope (.a){p{display:block}}",
        "<div class=a><div class=b>{P}</div></div>",
    ),
    ("", "<svg><switch><text x=5 y=20>Other.</text><text x=5 y=20>{Q}</text></switch></svg>"),
    ("", '<svg><path id=z d="M-9 0 L-1 0"/><text><textPath href="#z">{Q}</textPath></text></svg>'),
    ("", "<svg><text x=5 y=20>{Q}<set attributeName=visibility to=hidden /></text></svg>"),
    ("", "<svg><text x=5 y=20 stroke=white stroke-width=20>{Q}</text></svg>"),
    ("", "<math><maction><mtext>Other.</mtext><mtext>{Q}</mtext></maction></math>"),
    (".x{display:none} .x, a:foo{display:block}", "{P}"),
    (".x{display:none} .x, a:-webkit-foo{display:block}", "{P}"),
    (".x{display:none} .x, a::-moz-foo{display:block}", "{P}"),
    (".x{display:none} .x,{display:block}", "{P}"),
    (".x{display:none} .x,,p.x{display:block}", "{P}"),
    (".x{display:none} .x, 3d{display:block}", "{P}"),
    (".x{display:none} @import 'data:text/css,.x{display:block!important}';", "{P}"),
    ("@media screen{@import 'data:text/css,.x{display:block!important}';} .x{display:none}", "{P}"),
    ("", "<svg width=100 height=50><text x=500 y=20>{Q}</text></svg>"),
    ("", "<svg width=300 height=50><text x=5 y=20 fill='url(#g)'>{Q}</text></svg>"),
    (".x{text-indent:200%;white-space:nowrap;overflow:hidden}", "{P}"),
    (".x{line-height:.1;overflow:hidden}", "{P}"),
    (
        (
            ".c{container-type:inline-size;width:300px}@container "
            "(max-width:400px){.x{display:none}}"
        ),
        "<div class=c>{P}</div>",
    ),
    (".c{--hide:1}@container style(--hide:1){.x{display:none}}", "<div class=c>{P}</div>"),
    (".x{opacity:calc(sign(-1))}", "{P}"),
    (".x{font-size:calc(1px * pow(0.1,2))}", "{P}"),
    (".x{opacity:attr(data-o type(<number>),1)}", "<p class=x data-o=0>{Q}</p>"),
    (".x{display:if(style(--a:1):none;else:block)}", "{P}"),
    ("", "<details><summary>More</summary>{P}</details>"),
    ("", "<details><summary>a</summary><summary>{Q}</summary></details>"),
    ("::details-content{display:none}", "<details open><summary>More</summary>{P}</details>"),
    ("", "<div><template shadowrootmode=open><p>Other.</p></template>{P}</div>"),
    (
        "",
        (
            "<div><template shadowrootmode=open><style>::slotted(p){display:none}</style>"
            "<slot></slot></template>{P}</div>"
        ),
    ),
    (
        (
            "@media (prefers-reduced-motion:no-preference){.m{opacity:0;animation:f 1s "
            "forwards}}@keyframes f{to{opacity:1}}"
        ),
        "<p class=m>{Q}</p>",
    ),
    (
        ".g{display:grid;grid-template-columns:0px 1fr}.g>*{overflow:hidden}",
        "<div class=g><p>{Q}</p><p>B</p></div>",
    ),
    (
        ".g{display:grid;grid-template-rows:0fr}.g>div{overflow:hidden;min-height:0}",
        "<div class=g><div>{Q}</div></div>",
    ),
    (
        ".g{display:grid;grid-auto-rows:0px}.g>div{overflow:hidden}",
        "<div class=g><div>{Q}</div></div>",
    ),
    (
        ".g{display:grid}.g>*{grid-area:1/1}.o{background:#fff}",
        "<div class=g><p>{Q}</p><p class=o>Other words cover it all.</p></div>",
    ),
    (".x{text-indent:100%;white-space:nowrap;overflow:hidden}", "{P}"),
    (".x{line-height:0;overflow:hidden}", "{P}"),
    (".x{mask:linear-gradient(#000,#000)}", "{P}"),
    (".x{clip-path:polygon(0 0,0 0,0 0)}", "{P}"),
    (".x{clip-path:xywh(0 0 0 0)}", "{P}"),
    (".x{filter:opacity(0)}", "{P}"),
    (
        ".c{position:relative}.o{position:absolute;inset:0;backdrop-filter:blur(40px)}",
        "<div class=c>{P}<div class=o></div></div>",
    ),
    (
        '.c{position:relative}.c::before{content:"";position:absolute;inset:0;background:#fff}',
        "<div class=c>{P}</div>",
    ),
    (
        (
            ':root{--bg:white}.c{position:relative}.c::after{content:"";position:absolute;'
            "inset:0;background:var(--bg)}"
        ),
        "<div class=c>{P}</div>",
    ),
    (
        ".o{position:relative;margin-top:-60px;height:60px;background:#fff}",
        "{P}<div class=o></div>",
    ),
    (".o{transform:translateY(-60px);height:80px;background:#fff}", "{P}<div class=o></div>"),
    (
        ".o{position:fixed;top:0;left:0;width:100vw;height:100vh;background:#fff}",
        "{P}<div class=o></div>",
    ),
    (".x{mix-blend-mode:screen}", "{P}"),
    (".x{-webkit-text-stroke:10px white}", "{P}"),
    (".x{rotate:x 90deg}", "{P}"),
    (".x{transform:perspective(1px) rotateY(90deg)}", "{P}"),
    ("@layer a{.x{display:none}}.x{display:revert-layer}", "{P}"),
    (".x:dir(ltr){display:none}", "{P}"),
    (".x::first-line{color:#fff}", "{P}"),
    (".x::first-letter{font-size:0}", "{P}"),
    ("", "<p><ruby>{Q}<rt>no we will not</rt></ruby></p>"),
    (
        (
            '.x{position:relative}.x::after{content:"";position:absolute;left:0;right:0;'
            "top:50%;border-top:2px solid}"
        ),
        "{P}",
    ),
    ("", '<object data="x.png">{Q}</object>'),
    ("", "<svg width=300 height=50><text x=5 y=-20>{Q}</text></svg>"),
    (
        "",
        (
            "<svg width=300 height=50><text x=5 y=20>{Q}</text><rect width=300 height=50 "
            'fill="#fff"/></svg>'
        ),
    ),
    ("", '<svg width=300 height=50 viewBox="1000 1000 10 10"><text x=5 y=20>{Q}</text></svg>'),
    ("::placeholder{opacity:0}", '<input placeholder="{Q}">'),
    (".x{animation:f 1s forwards}@keyframes f{to{opacity:0}}", "{P}"),
    (".x{animation:f 1s paused}@keyframes f{from{opacity:0}}", "{P}"),
    (".x{opacity:1;animation:f 1s both}@keyframes f{from{opacity:0}to{opacity:0}}", "{P}"),
    (".x{columns:100;column-gap:0;height:10px;overflow:hidden}", "{P}"),
    (".x{width:3em;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}", "{P}"),
    (
        (
            ".x{display:-webkit-box;-webkit-box-orient:vertical;-webkit-line-clamp:1;"
            "overflow:hidden;width:4em}"
        ),
        "{P}",
    ),
    (
        (
            ".a{anchor-name:--a}.o{position:absolute;position-anchor:--a;"
            "inset:anchor(inside);background:#fff}"
        ),
        "<p class=a>{Q}</p><div class=o></div>",
    ),
    (
        "col.x{visibility:collapse}",
        "<table><colgroup><col><col class=x></colgroup><tr><td colspan=2>{Q}</table>",
    ),
    ("", "<svg width=300 height=50><text x=5 y=20>{Q}</text><g><circle r=90 /></g></svg>"),
    (".o{transform:translate3d(0,-60px,0);height:80px;background:#fff}", "{P}<div class=o></div>"),
]


@pytest.mark.parametrize(("css", "body"), DOUBTED)
def test_words_that_may_be_hidden_are_in_doubt(css: str, body: str) -> None:
    assert verdict(css, body) == "doubted"


@pytest.mark.parametrize(("link", "said"), [("white", "refused"), ("blue", "seen")])
def test_a_body_colours_its_links(link: str, said: str) -> None:
    page = f"<!doctype html><body link={link}><p>One.</p><p><a href=x>{Q}</a></p>"
    assert verdict_on(page, Q) == said
