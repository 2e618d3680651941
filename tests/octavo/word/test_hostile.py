"""Templates and data made to harm: each ends early, by its rule, with the tag named."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from msgspec.structs import replace

import octavo
from octavo.expressions import LIMITS
from octavo.finding import FindingsError
from octavo.word import Picture, RenderError, RichText, Subdocument, subdocuments

if TYPE_CHECKING:
    from collections.abc import Callable

    from octavo.finding import Finding

    P = Callable[..., str]
    Compile = Callable[..., Any]

LIMIT, UNSAFE, VALUE, FINE = "limit-exceeded", "template-unsafe", "value-type", ""
INVALID, OUTSIDE = "package-invalid", "external-content"


def _shared() -> list[object]:
    """Ten lists of ten lists of …: a trillion items in a hundred lists."""
    found: list[object] = [0]
    for _ in range(12):
        found = [found] * 10
    return found


def _circle() -> list[object]:
    found: list[object] = [1]
    found.append(found)
    return found


def _deep() -> object:
    found: object = "x"
    for _ in range(5_000):
        found = [found]
    return found


def _links() -> RichText:
    rich = RichText()
    for number in range(500):
        rich.add("x", link=f"http://example.org/{number}")
    return rich


DATA: dict[str, object] = {
    "xs": list(range(2_000)),
    "text": "a" * 100_000,
    "long": "a" * 1_000_000,
    "lines": "\n" * 500_000,
    "marks": "&<\\\u202e\ud800\x07" * 100,
    "sharp": "ß" * 999_999,
    "shared": _shared(),
    "circle": _circle(),
    "deep": _deep(),
    "big": 10**5_000,
    "wide": {f"k{number}": number for number in range(50_000)},
    "mixed": {1: "a", "b": 2, None: 3},
    "power": "1e999999",
    "infinite": float("inf"),
    "rows": [{"a": number % 7, "b": str(number)} for number in range(2_000)],
    "date": "2025-01-01",
    "script": "javascript:alert(1)",
    "disguised": "https://good.example@evil.example/",
    "picture": Picture(b"GIF89a\0\0\0"),
    "drawing": Picture(b'<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>'),
    "part": Subdocument(b"PK\3\4 no archive"),
    "links": _links(),
    "markup": "</w:t></w:r><w:p>{{ text }}{% for x in xs %}",
}

KINDS: dict[str, tuple[str, str]] = {
    # texts that grow
    "replace by a long text": (LIMIT, "{{ text|replace('a', text)|length }}"),
    "replace nothing by a long text": (LIMIT, "{{ long|replace('', long)|length }}"),
    "indent many lines": (LIMIT, "{{ lines|indent(1000)|length }}"),
    "indent empty lines too": (LIMIT, "{{ lines|indent(1000, true, true)|length }}"),
    "wrap with a long text": (LIMIT, "{{ long|wordwrap(1, wrapstring=text)|length }}"),
    "join by a long text": (LIMIT, "{{ xs|join(text)|length }}"),
    "letters that grow in capitals": (LIMIT, "{{ sharp|upper|length }}"),
    "many filters on a long text": (LIMIT, "{{ long" + "|upper|lower|title|trim" * 7 + " }}"),
    "take a text apart and join it": (LIMIT, "{{ text" + "|list|join" * 15 + " }}"),
    "a chain of joins": (LIMIT, "{{ " + "~".join(["text"] * 300) + " }}"),
    "a date pattern that doubles": (
        LIMIT,
        (
            "{% set n = namespace(v='y') %}{% for i in range(19) %}{% set n.v = n.v ~ n.v %}"
            "{% endfor %}{{ date|date(n.v)|length }}"
        ),
    ),
    # widths and counts
    "fill batches": (UNSAFE, "{{ [1]|batch(1000000000, text)|list|length }}"),
    "many slices": (UNSAFE, "{{ xs|slice(1000000000)|list|length }}"),
    "a width by a star": (UNSAFE, "{{ '%*d'|format(1000000000, 1) }}"),
    "decimals by a star": (UNSAFE, "{{ '%.*f'|format(100000000, 1.5) }}"),
    "a precision": (UNSAFE, "{{ '%.999999999f'|format(1.5) }}"),
    "a width that is put together": (
        UNSAFE,
        "{% set w = '%' ~ 9999999 ~ 's' %}{{ w|format(1) }}",
    ),
    "a wide column": (UNSAFE, "{{ text|center(1000000000) }}"),
    "many decimals": (UNSAFE, "{{ 1|number(1000000000) }}"),
    "many places to round to": (UNSAFE, "{{ 1.5|round(1000000000) }}"),
    "a long range": (UNSAFE, "{% for i in range(1000000000) %}a{% endfor %}"),
    "a text many times": (UNSAFE, "{{ 'a' * 1000000000 }}"),
    # numbers
    "a power of a power": (LIMIT, "{{ 9**9**9 }}"),
    "squares of squares": (
        LIMIT,
        "{% set n = namespace(v=3) %}{% for i in xs %}{% set n.v = n.v * n.v %}{% endfor %}",
    ),
    "a huge number": (VALUE, "{{ big }}"),
    "a huge exponent": (VALUE, "{{ power|number }}"),
    "no number at all": (VALUE, "{{ infinite|int }}{{ 0**-1 }}{{ 10.0**400 }}"),
    # lists
    "loops within loops": (
        LIMIT,
        "{% for i in range(10000) %}{% for j in range(10000) %}a{% endfor %}{% endfor %}",
    ),
    "loops over shared lists": (
        LIMIT,
        "".join(f"{{% for x{n + 1} in x{n} %}}" for n in range(8)).replace("x0 %", "shared %")
        + "x"
        + "{% endfor %}" * 8,
    ),
    "a list that grows": (
        LIMIT,
        (
            "{% set n = namespace(v=[]) %}{% for i in range(10000) %}"
            "{% set n.v = n.v + range(10000)|list %}{% endfor %}"
        ),
    ),
    "compare shared lists": (LIMIT, "{% if shared == shared %}a{% endif %}"),
    "look for a shared list": (LIMIT, "{% if shared in [shared] %}a{% endif %}"),
    "compare a circle": (LIMIT, "{% if circle == circle %}a{% endif %}"),
    "print a circle": (VALUE, "{{ circle }}"),
    "print a deep list": (VALUE, "{{ deep }}"),
    "a circle of one's own": (
        VALUE,
        "{% set n = namespace() %}{% set n.a = [n, n] %}{{ n.a|string|length }}",
    ),
    "sort again and again": (LIMIT, "{{ rows" + "|sort(attribute='b')" * 38 + "|length }}"),
    "groups within groups": (
        LIMIT,
        "{% for g in rows|groupby('b') %}{% for h in rows|groupby('a') %}a{% endfor %}{% endfor %}",
    ),
    "a wide record in a loop": (
        LIMIT,
        "{% for i in xs %}{% for k in wide|items %}a{% endfor %}{% endfor %}",
    ),
    "names of many kinds": (VALUE, "{{ mixed[[1]] }}"),
    "a name that is near to many": ("undefined-name", "{% for i in xs %}{{ wide.k }}{% endfor %}"),
    "many names that are missing": (
        LIMIT,
        "{% for i in xs %}" + "".join(f"{{{{ no{n} }}}}" for n in range(900)) + "{% endfor %}",
    ),
    # deep expressions
    "dots": (LIMIT, "{{ a" + ".b" * 1_900 + " }}"),
    "brackets": (LIMIT, "{{ " + "[" * 1_900 + "]" * 1_900 + " }}"),
    "parentheses": (LIMIT, "{{ " + "(" * 1_900 + "1" + ")" * 1_900 + " }}"),
    "negations": (LIMIT, "{{ " + "not " * 900 + "xs }}"),
    "signs": (LIMIT, "{{ " + "-" * 1_900 + "1 }}"),
    "one choice after another": (LIMIT, "{{ " + "1 if xs else " * 300 + "2 }}"),
    "one item after another": (LIMIT, "{{ xs" + "[xs" * 60 + "]" * 60 + " }}"),
    "one filter after another": (LIMIT, "{{ xs" + "|first" * 700 + " }}"),
    "one tag within another": (LIMIT, "{% if xs %}" * 500 + "{% endif %}" * 500),
    # macros
    "macros that count down": (
        LIMIT,
        (
            "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}"
            "{{ f(19) }}"
        ),
    ),
    "macros that call each other": (
        LIMIT,
        "{% macro a() %}{{ b() }}{% endmacro %}{% macro b() %}{{ a() }}{% endmacro %}{{ a() }}",
    ),
    "many arguments": (
        LIMIT,
        (
            f"{{% macro m({', '.join(f'a{n}=text' for n in range(300))}) %}}{{{{ a1 }}}}"
            "{% endmacro %}{% for i in xs %}{{ m() }}{% endfor %}"
        ),
    ),
    "a macro named as a function": (
        "template-syntax",
        "{% macro range() %}a{% endmacro %}{{ range() }}",
    ),
    # into the program
    "attributes of a class": (UNSAFE, "{{ rows|map(attribute='__class__.__mro__')|list }}"),
    "items of a class": (UNSAFE, "{{ xs.__len__ }}"),
    "sums of methods": (UNSAFE, "{{ rows|sum(attribute='__len__') }}"),
    "what a macro knows": (UNSAFE, "{% macro a() %}{{ caller() }}{% endmacro %}{{ a() }}"),
    "a format of Python": (UNSAFE, "{{ '{:>1000000000}'.format(1) }}"),
    "a file that is worked out": (UNSAFE, "{% include text %}"),
    "a file above": (UNSAFE, "{% include '../outside.docx' %}"),
    "a file of the system": (UNSAFE, "{% include '/outside.docx' %}"),
    # values
    "signs that are none of XML": (FINE, "{{ marks }}{{ markup }}"),
    "a picture cut off": (VALUE, "{{ picture }}"),
    "a picture with a script": (VALUE, "{{ drawing }}"),
    "a file that is none": (VALUE, "{{p part }}"),
    "many links": (FINE, "{{ links }}"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_ends_by_its_rule_with_the_tag_named(kind: str, compile_body: Compile, p: P) -> None:
    rule, text = KINDS[kind]
    assert _told_of_body(compile_body, p(text)) == ({rule} if rule else set())


def test_files_as_values_have_so_many_blocks(
    compile_body: Compile, p: P, word_file: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subdocuments, "LIMITS", replace(LIMITS, included=2))
    part = Subdocument(word_file(p("a") * 2))
    program = compile_body(p("{{p part }}"))
    assert program.render({"part": part})
    with pytest.raises(RenderError, match="more than 2 blocks"):
        compile_body(p("{{p part }}") * 2).render({"part": part})


FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{}</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>x</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)
BODIES: dict[str, tuple[str, str]] = {
    "a link that runs a program": (VALUE, FIELD.format('HYPERLINK "{{ script }}"')),
    "a link that looks like another": (VALUE, FIELD.format('HYPERLINK "{{ disguised }}"')),
    "fields within fields": (
        LIMIT,
        "<w:p>" + '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF {{ text }} '
        "</w:instrText></w:r>" * 400 + "</w:p>",
    ),
    "boxes in a loop": (
        FINE,
        "<w:p><w:r><w:t>{% for i in range(9) %}</w:t></w:r></w:p>"
        + "<w:p><w:r><w:pict><v:shape id='s'><v:textbox><w:txbxContent>"
        "<w:p><w:r><w:t>{{ i }}</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
        * 9
        + "<w:p><w:r><w:t>{% endfor %}</w:t></w:r></w:p>",
    ),
    "letters in runs of their own": (
        FINE,
        "<w:p>" + "".join(f"<w:r><w:t>{c}</w:t></w:r>" for c in "{{ xs[0] }}" * 200) + "</w:p>",
    ),
    "attributes full of tags": (
        LIMIT,
        "<w:p "
        + " ".join(f'w:a{number}="{{{{ text }}}}"' for number in range(400))
        + "><w:r><w:t>x</w:t></w:r></w:p>",
    ),
    "a text of references": (
        LIMIT,
        f"<w:p><w:r><w:t>{'&#97;' * 110_000}{{{{ xs[0] }}}}</w:t></w:r></w:p>",
    ),
    "ends without beginnings": (
        "template-syntax",
        "<w:p><w:r><w:t>" + "{% endfor %}{% else %}{% break %}" * 60 + "</w:t></w:r></w:p>",
    ),
}


@pytest.mark.parametrize("kind", BODIES)
def test_a_body_made_to_harm_ends_by_its_rule(kind: str, compile_body: Compile) -> None:
    rule, body = BODIES[kind]
    assert _told_of_body(compile_body, body) == ({rule} if rule else set())


TYPES, PACKAGE, BODY = "[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"
DOCTYPE = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><'
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml."


def _relationship(kind: str, target: str, mode: str = "Internal", name: str = "h1") -> str:
    kind = f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}" TargetMode="{mode}"/>'


def _with(*inner: str) -> Callable[[bytes], bytes]:
    """More elements at the end of a part."""
    return lambda part: ("".join(inner) + "</").encode().join(part.rsplit(b"</", 1))


def _without(text: str) -> Callable[[bytes], bytes]:
    return lambda part: part.replace(text.encode(), b"")


def _declaring(part: bytes) -> bytes:
    return part.replace(b"<", DOCTYPE, 1)


def _new(content: bytes) -> Callable[[bytes], bytes]:
    return lambda _: content


FILES: dict[str, tuple[str, dict[str, Callable[[bytes], bytes]]]] = {
    # the archive
    "a bomb of blanks": (LIMIT, {"word/a.xml": _new(b" " * 60_000_000)}),
    "a name that leads out": (INVALID, {"../a.xml": _new(b"<a/>")}),
    "a name from the root": (INVALID, {"/etc/a.xml": _new(b"<a/>")}),
    "a name of a drive": (INVALID, {"C:/a.xml": _new(b"<a/>")}),
    "a name that differs in case alone": (INVALID, {"WORD/document.xml": _new(b"<a/>")}),
    "a name of many letters": (FINE, {"word/" + "a" * 60_000: _new(b"<a/>")}),
    "many members": (LIMIT, {f"word/{number}.xml": _new(b"<a/>") for number in range(1_500)}),
    "folders as members": (FINE, {"word/": _new(b""), "word/a/": _new(b"")}),
    # relationships
    "entities in relationships": ("xml-unsafe", {BODY: _declaring}),
    "a picture from elsewhere": (
        OUTSIDE,
        {BODY: _with(_relationship("image", "http://evil.example/a.png", "External"))},
    ),
    "a picture from a share": (
        OUTSIDE,
        {BODY: _with(_relationship("image", r"\\\\evil.example\\a.png", "External"))},
    ),
    "a template from elsewhere": (
        OUTSIDE,
        {BODY: _with(_relationship("attachedTemplate", "https://evil.example/a.dotm", "External"))},
    ),
    "a part above the package": (FINE, {BODY: _with(_relationship("image", "../../../etc/a"))}),
    "a part above by an escape": (FINE, {BODY: _with(_relationship("image", "..%2F..%2Fetc%2Fa"))}),
    "a document that leads to itself": (
        FINE,
        {BODY: _with(_relationship("header", "document.xml"))},
    ),
    "two documents": (INVALID, {PACKAGE: _with(_relationship("officeDocument", "word/other.xml"))}),
    "one id twice": (INVALID, {BODY: _with(_relationship("image", "a") * 2)}),
    "many relationships": (
        FINE,
        {BODY: _with(*(_relationship("image", "a", name=f"h{n}") for n in range(5_000)))},
    ),
    # content types
    "entities in the types": ("xml-unsafe", {TYPES: _declaring}),
    "two types of the document": (
        INVALID,
        {TYPES: _with('<Override PartName="/word/document.xml" ContentType="text/plain"/>')},
    ),
    "a document without a type": (INVALID, {TYPES: _without(f"{TYPE}document.main+xml")}),
    "macros by their type": (
        "macro-content",
        {
            TYPES: _with(
                '<Override PartName="/word/a.bin" '
                'ContentType="application/vnd.ms-office.vbaProject"/>'
            ),
            "word/a.bin": _new(b"x"),
        },
    ),
    "a script by its type": (
        FINE,
        {
            TYPES: _with('<Default Extension="js" ContentType="application/javascript"/>'),
            "word/a.js": _new(b"x"),
        },
    ),
    "every type a document": (
        FINE,
        {
            TYPES: _with(f'<Default Extension="png" ContentType="{TYPE}document.main+xml"/>'),
            "word/a.png": _new(b"<a/>"),
        },
    ),
}


@pytest.mark.parametrize("kind", FILES)
def test_a_file_made_to_harm_ends_by_its_rule(
    kind: str, word_file: Callable[..., bytes], p: P
) -> None:
    rule, changes = FILES[kind]
    data = BytesIO()
    with ZipFile(BytesIO(word_file(p("{{ xs[0] }}")))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members |= {name: change(members.get(name, b"")) for name, change in changes.items()}
    with ZipFile(data, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    made: list[bytes] = []
    findings = _findings(lambda: made.append(octavo.render(data.getvalue(), DATA)))
    assert {one.rule for one in findings} == ({rule} if rule else set())
    for document in made:
        with ZipFile(BytesIO(document)) as archive:
            assert not {*archive.namelist()} & {*changes} - {TYPES, PACKAGE, BODY}


def _told_of_body(compile_body: Compile, body: str) -> set[str]:
    """The rules of what is found; each fault names its tag."""
    work = LIMITS.work // 5  # as much takes a fifth of the time
    findings = _findings(lambda: compile_body(body).render(DATA, work=work))
    assert all("in “" in one.message for one in findings)
    return {one.rule for one in findings}


def _findings(render: Callable[[], object]) -> tuple[Finding, ...]:
    try:
        render()
    except FindingsError as error:
        return error.findings
    return ()
