"""What is right in a file that data has changed: tables, fields, references, controls, labels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from octavo.ooxml import qn

if TYPE_CHECKING:
    from collections.abc import Callable

    P = Callable[..., str]
    Fill = Callable[..., Any]

TWO = {"xs": [1, 2], "yes": True, "no": False}


START, END = '<w:bookmarkStart w:id="1" w:name="m"/>', '<w:bookmarkEnd w:id="1"/>'
MARK = f"{START}<w:r><w:t>{{{{ x }}}}</w:t></w:r>{END}"
ITEM = '<w:listItem w:displayText="Bee" w:value="b"/>'


def field(code: str, shown: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{shown}</w:t></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def control(properties: str, text: str) -> str:
    content = f"<w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent>"
    return f"<w:p><w:sdt><w:sdtPr>{properties}</w:sdtPr>{content}</w:sdt></w:p>"


@pytest.mark.parametrize(
    ("before", "after", "gaps"),
    [
        ("{% if no %}|x|{% else %}|y|{% endif %}", "", 0),
        ("{% if no %}|x|{% else %}{% endif %}", "", 1),
        ("{% if yes %}|x|{% endif %}", "", 0),
        ("{% with a = 1 %}{% endwith %}", "", 1),
        ("{% for x in xs %}|x|{% endfor %}", "", 0),
        ("{% for x in [] %}|x|{% endfor %}", "", 1),
        ("{% for x in xs %}{% if x %}{% break %}{% endif %}|x|{% endfor %}", "", 1),
        ("{% for x in xs %}{% if x == 2 %}{% continue %}{% endif %}|x|{% endfor %}", "", 0),
        ("|x|", "{% if no %}|x|{% endif %}", 0),
        ("", "", 0),
    ],
)
def test_a_paragraph_stands_between_tables_where_data_leaves_none(
    before: str, after: str, gaps: int, fill: Fill, p: P, tbl: P
) -> None:
    def paragraphs(tags: str) -> str:
        pieces = tags.replace("%}", "%}\n").replace("|", "\n").split("\n")
        return "".join(p(piece) for piece in pieces if piece)

    body = tbl(["a"]) + paragraphs(before) + tbl(["b"]) + paragraphs(after) + p("end")
    made = fill(body, TWO).body
    first, second = made.index([["a"]]), made.index([["b"]])
    assert made[first + 1 : second].count("") == gaps
    assert made.count("") == gaps


def test_the_paragraph_between_looks_like_the_one_that_vanished(fill: Fill, p: P, tbl: P) -> None:
    style = '<w:pPr><w:pStyle w:val="Small"/><w:numPr/></w:pPr>'
    body = tbl(["a"]) + p("{% if no %}") + p("x") + p("{% endif %}", style) + tbl(["b"]) + p("")
    gap = fill(body, TWO).root.findall(f".//{qn('w:body')}/{qn('w:p')}")[0]
    assert [one.tag for one in gap[0]] == [qn("w:pStyle")]


@pytest.mark.parametrize(
    ("properties", "text", "name", "value"),
    [
        ('<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>', "☒", "w14:checked", "1"),
        ("<w14:checkbox/>", "☐", "w14:checked", "0"),
        (
            '<w:date w:fullDate="2020-01-01T00:00:00Z"/>',
            "2025-08-06",
            "w:date",
            "2025-08-06T00:00:00Z",
        ),
        ('<w:date w:fullDate="2020-01-01T00:00:00Z"/>', "soon", "w:date", None),
        (
            f'<w:dropDownList w:lastValue="a">{ITEM}</w:dropDownList>',
            "Bee",
            "w:dropDownList",
            "b",
        ),
        (
            f'<w:comboBox w:lastValue="a">{ITEM}</w:comboBox>',
            "Sea",
            "w:comboBox",
            None,
        ),
    ],
)
def test_the_state_of_a_control_follows_what_it_shows(
    properties: str, text: str, name: str, value: str | None, fill: Fill
) -> None:
    output = fill(control(properties + "<w:lock/>", "{{ x }}"), {"x": text})
    element = next(output.root.iter(qn(name)))
    keys = {"w14:checked": "w14:val", "w:date": "w:fullDate"}
    assert element.get(qn(keys.get(name, "w:lastValue"))) == value


def test_references_of_every_kind_follow_their_copy(fill: Fill, p: P) -> None:
    link = '<w:hyperlink w:anchor="m"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
    simple = '<w:fldSimple w:instr=" PAGEREF m \\h "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    other = '<w:hyperlink w:anchor="elsewhere"><w:r><w:t>there</w:t></w:r></w:hyperlink>'
    shape = '<w:r><w:pict><v:shape id="s1"/></w:pict></w:r>'
    inner = f"<w:p>{MARK}{link}{simple}{other}{shape}"
    inner += f"{field('REF m', 'x')}{field('REF other', 'x')}</w:p>"
    output = fill(p("{% for x in xs %}") + inner + p("{% endfor %}"), TWO)
    assert [one.get(qn("w:anchor")) for one in output.root.iter(qn("w:hyperlink"))] == [
        *("m", "elsewhere", "m_2", "elsewhere")
    ]
    simples = [
        str(one.get(qn("w:instr"))).split()[1] for one in output.root.iter(qn("w:fldSimple"))
    ]
    assert simples == ["m", "m_2"]
    codes = [str(one.text).split()[1] for one in output.root.iter(qn("w:instrText"))]
    assert codes == ["m", "other", "m_2", "other"]
    assert [one.get("id") for one in output.root.iter(qn("v:shape"))] == ["s1", "s1_2"]


def test_a_copy_within_a_line_has_its_name_too(fill: Fill) -> None:
    body = (
        f"<w:p><w:r><w:t>{{% for x in xs %}}</w:t></w:r>{MARK}"
        "<w:r><w:t>{% endfor %}</w:t></w:r></w:p>"
    )
    names = [one.get(qn("w:name")) for one in fill(body, TWO).root.iter(qn("w:bookmarkStart"))]
    assert names == ["m", "m_2"]


CELL = "<w:tc><w:tcPr>{0}</w:tcPr><w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc>"
RESTART, ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"


def rows(*found: tuple[str, str, str]) -> str:
    made = "".join(
        f"<w:tr>{CELL.format(merge, label)}{CELL.format('', text)}</w:tr>"
        for merge, label, text in found
    )
    grid = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
    return f"<w:tbl><w:tblPr/>{grid}{made}</w:tbl><w:p/>"


@pytest.mark.parametrize(
    ("items", "body"),
    [([1, 2], [["Team A", "1"], ["", "2"], ["", "last"]]), ([], [["Team A", "last"]])],
)
def test_a_merged_label_with_a_tag_stands_in_the_first_row_there_is(
    items: list[int], body: list[list[str]], fill: Fill
) -> None:
    table = rows(
        (RESTART, "Team {{ t }}", "{%tr for x in xs %}"),
        (ON, "", "{{ x }}"),
        (ON, "", "{%tr endfor %}"),
        (ON, "", "last"),
    )
    output = fill(table, {"xs": items, "t": "A"})
    assert output.body[0] == body
    merges = [one.get(qn("w:val")) for one in output.root.iter(qn("w:vMerge"))]
    assert merges == ["restart", *["continue"] * (len(body) - 1)]


def test_a_label_over_its_own_row_alone_goes_with_it(fill: Fill) -> None:
    table = rows(
        (RESTART, "", "{%tr for x in xs %}"), ("", "a", "{{ x }}"), ("", "", "{%tr endfor %}")
    )
    assert fill(table, TWO).body[0] == [["a", "1"], ["a", "2"]]
    table = rows(
        (RESTART, "", "{%tr for x in xs %}"), (ON, "", "{{ x }}"), (ON, "", "{%tr endfor %}")
    )
    assert fill(table, TWO).body[0] == [["", "1"], ["", "2"]]


@pytest.mark.parametrize(
    "case",
    [
        ("TITLE", "old", "{{ x }}", False, "R&D"),
        ("TITLE \\* Upper", "old", "{{ x }}", True, "old"),
        ("DOCPROPERTY Title", "old {{ x }}", "a", False, "R&D"),
        ("AUTHOR", "old", "a", False, "old"),
        ("REF m", "old", "{{ x }}", False, "new R&D"),
        ("REF m \\n", "{{ x }}1", "a", True, "1"),
        ("REF nowhere", "old", "a", False, "old"),
        ("PAGE", "1", "{{ x }}", False, "1"),
        ("INDEX", "old", "{{ x }}", True, "old"),
        ("TOC", "old", "a", False, "old"),
        ("TOC", "{{ x", "a", True, ""),
        ('HYPERLINK "https://example.org"', "{{ x }}", "a", False, "R&D"),
    ],
)
def test_what_a_field_shows_is_put_right_or_left_to_word(
    case: tuple[str, str, str, bool, str], fill: Fill, p: P
) -> None:
    code, shown, body, is_dirty, text = case
    mark = (
        '<w:p><w:bookmarkStart w:id="1" w:name="m"/><w:r><w:t>new {{ x }}</w:t></w:r>'
        '<w:bookmarkEnd w:id="1"/></w:p>'
    )
    marked = mark if code.startswith("REF") else ""
    core = "<dc:title>{{ x }}</dc:title>"
    settings = '<w:zoom/><w:updateFields w:val="false"/><w:compat/>'
    output = fill(
        f"<w:p>{field(code, shown)}</w:p>{marked}{p(body)}",
        {"x": "R&D"},
        core=core,
        settings=settings,
    )
    begin = next(output.root.iter(qn("w:fldChar")))
    first = next(output.root.iter(qn("w:p")))
    assert "".join(one.text or "" for one in first.iter(qn("w:t"))) == text
    wants = ("TITLE \\*",)
    assert (begin.get(qn("w:dirty")) == "true") == (is_dirty and not code.startswith(wants))
    asked = '<w:updateFields w:val="true"/>' in output.xml("word/settings.xml")
    assert asked == (begin.get(qn("w:dirty")) == "true")


def test_a_bookmark_in_a_loop_or_with_a_field_is_left_to_word(fill: Fill, p: P) -> None:
    start, end = '<w:bookmarkStart w:id="1" w:name="m"/>', '<w:bookmarkEnd w:id="1"/>'
    with_field = f"<w:p>{start}{field('SEQ t', '1')}{end}{field('REF m', 'old')}</w:p>"
    assert "old" in fill(with_field + p("{{ xs|length }}"), TWO).text
    unended = f"<w:p>{start}<w:r><w:t>a</w:t></w:r></w:p><w:p>{end}{field('REF m', 'old')}</w:p>"
    assert "old" in fill(unended, TWO).text
    in_loop = p("{%p for x in xs %}") + f"<w:p>{field('SEQ t', '1')}</w:p>" + p("{%p endfor %}")
    dirty = [one.get(qn("w:dirty")) for one in fill(in_loop, TWO).root.iter(qn("w:fldChar"))]
    assert dirty.count("true") == 2


def test_a_simple_field_and_a_field_within_a_field(fill: Fill, p: P) -> None:
    simple = '<w:p><w:fldSimple w:instr="TITLE"><w:r><w:t>old</w:t></w:r></w:fldSimple></w:p>'
    core = "<dc:title>{{ x }}</dc:title>"
    assert fill(simple, {"x": "new"}, core=core).body == ["new"]
    inner = field("PAGEREF t", "{{ x }}2")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{inner}'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert fill(f"<w:p>{outer}</w:p>{p('{{ x }}')}", {"x": "a"}).body == ["2", "a"]


def test_a_loop_of_tables_alone(fill: Fill, p: P, tbl: P) -> None:
    body = p("{% for x in xs %}") + tbl(["{{ x }}"]) + p("{% endfor %}") + p("end")
    assert fill(body, TWO).body == [[["1"]], "", [["2"]], "end"]


def test_a_field_in_the_code_of_a_field_and_a_result_in_two_runs(fill: Fill, p: P) -> None:
    inner = field("REF m", "x")
    outer = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        f'{inner}<w:r><w:instrText> = "x" "y"</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>y</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    assert "y" in fill(f"<w:p>{outer}</w:p>{p('{{ x }}')}", {"x": "a"}).text
    runs = "<w:r><w:t>ol</w:t></w:r><w:r><w:t>d</w:t></w:r>"
    simple = f'<w:p><w:fldSimple w:instr="TITLE">{runs}</w:fldSimple></w:p>'
    assert fill(simple, {"x": "new"}, core="<dc:title>{{ x }}</dc:title>").body == ["new"]


@pytest.mark.parametrize(
    "between",
    [
        ("{# a remark #}",),
        ("{# a remark", "over paragraphs #}"),
        ("{% macro m() %}text{% endmacro %}",),
        ("{% set y %}text{% endset %}",),
    ],
)
def test_a_paragraph_that_says_nothing_stands_between_tables(
    between: tuple[str, ...], fill: Fill, p: P, tbl: P
) -> None:
    body = tbl(["a"]) + "".join(map(p, between)) + tbl(["b"]) + p("z")
    assert fill(body).body == [[["a"]], "", [["b"]], "z"]


@pytest.mark.parametrize("code", ["DATE \\@ yyyy", "PAGE", "TIME", "REF no"])
def test_a_tag_in_what_word_counts_is_no_content(
    code: str, compile_body: Callable[..., Any]
) -> None:
    program = compile_body(f"<w:p>{field(code, '{{ x }}')}</w:p>")
    assert program.fields == ()
    assert "not known until Word" in program.warnings[0].message


def test_a_reference_to_what_a_loop_repeats_is_left_to_word(fill: Fill, p: P) -> None:
    loop = p("{%p for x in xs %}") + f"<w:p>{MARK}</w:p>" + p("{%p endfor %}")
    xml = fill(loop + f"<w:p>{field('REF m', 'old')}</w:p>", {"xs": [1, 2]}).xml()
    assert 'w:dirty="true"' in xml


def test_a_merge_field_is_told_once(compile_body: Callable[..., Any]) -> None:
    merge = field('MERGEFIELD "First name"', "«First name»")
    tagged = field("MERGEFIELD Town", "{{ town }}")
    program = compile_body(f"<w:p>{merge}{tagged}</w:p><w:p>{merge}</w:p>")
    (note,) = program.warnings
    assert note.message == "in “MERGEFIELD First name”, the field of a mail merge stays as it is"
    assert note.hint == "write “{{ First_name }}” in its place"
    assert [one.path for one in program.fields] == ["town"]
