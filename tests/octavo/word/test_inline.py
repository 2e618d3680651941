"""Tags within text: however Word has split them, whatever stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from octavo.ooxml import qn

P = Callable[..., str]
Fill = Callable[..., Any]
Refusal = Callable[..., list[str]]
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
LINK = (
    '<Relationship Id="h" TargetMode="External" Target="https://a.example/" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"/>'
)


def test_a_tag_may_begin_before_a_link_and_end_within_it(fill: Fill) -> None:
    body = (
        "<w:p><w:r><w:t>See {{ na</w:t></w:r>"
        '<w:hyperlink r:id="h"><w:r><w:t>me }} here</w:t></w:r></w:hyperlink></w:p>'
    )
    assert fill(body, {"name": "Ada"}, links=LINK).body == ["See Ada here"]


@pytest.mark.parametrize(
    ("text", "data", "expected"),
    [
        ("{{ x|default(« rien ») }}{{ t|join(« ; ») }}", {"t": ["a", "b"]}, "riena ; b"),
        ("{{ x|default(»a«) }}{{ x|default(‚b‘) }}{{ x|default(‹c›) }}", {}, "abc"),
        ("{{ x|default(“don’t”) }} {{ x|default(‘l’Europe’) }}", {}, "don’t l’Europe"),
        ('{{ x|default(“say "so"”) }}', {}, 'say "so"'),
        ('{{ x|default("it\'s \\" ok") }}', {}, "it's \" ok"),
        ("{{\u00a0na\u00adme\u202f}}{{ n – 1 }}", {"name": "Ada", "n": 3}, "Ada2"),
        ("{% if n &gt; 3 and n &lt; 9 %}mid{% endif %}", {"n": 5}, "mid"),
        ("{{ x|replace(\"}}\", \"{{\") }} {{ {'a': {'b': 1}}['a']['b'] }}", {"x": "a}}"}, "a{{ 1"),
        ("{% if a %}yes{% else %}no{% endif %}", {"a": 0}, "no"),
        (
            "{% for x in xs %}{{ x }}{% if not loop.last %}, {% endif %}{% endfor %}.",
            {"xs": [1, 2]},
            "1, 2.",
        ),
        ("a {{- x -}} b {%- if x %} c {% endif -%} d", {"x": "X"}, "aXb c d"),
        ("a{# inline #}b", {}, "ab"),
        ("end it with -%_} or #_}", {}, "end it with -%} or #}"),
        ("{% set s %}R&amp;D {{ n }}{% endset %}[{{ s }}]", {"n": "<x>"}, "[R&D <x>]"),
        ("{{ t }} {{ f }} {{ n }}.", {"t": True, "f": 0.1, "n": None}, "True 0.1 ."),
    ],
)
def test_a_tag_within_text(
    text: str, data: dict[str, object], expected: str, fill: Fill, p: P
) -> None:
    assert fill(p(text.replace("« rien »", "«\u00a0rien\u00a0»")), data).body == [expected]


def test_a_block_over_runs_keeps_their_looks(fill: Fill) -> None:
    body = (
        "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>{% if x %}bold</w:t></w:r>"
        "<w:r><w:tab/><w:t>plain{% else %}no</w:t><w:br/></w:r>"
        "<w:r><w:t>!{% endif %}</w:t></w:r></w:p>"
    )
    output = fill(body, {"x": 1})
    assert output.body == ["bold\tplain"]
    assert '<w:b/></w:rPr><w:t xml:space="preserve">bold' in output.xml()
    assert fill(body, {"x": 0}).body == ["no\n!"]


def test_a_block_may_go_from_one_paragraph_into_the_next(fill: Fill, p: P) -> None:
    body = p("A {% if x %}more") + p("and more{% endif %} end")
    assert fill(body, {"x": 1}).body == ["A more", "and more end"]
    assert fill(body, {"x": 0}).body == ["A  end"]
    loop = p("{% for x in xs %}") + p("{{ x }}{% endfor %}")
    assert fill(loop, {"xs": [1, 2]}).body == ["", "1", "2"]


def test_a_block_does_not_cut_a_field_in_two(refusal: Refusal) -> None:
    body = (
        '<w:p><w:r><w:t>{% if x %}</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1{% endif %}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert "the block cuts a field of Word's in two" in refusal(body, {"x": 1})[0]


def test_a_whole_field_may_stand_in_a_block(fill: Fill) -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    body = (
        f"<w:p><w:r><w:t>{{% if x %}}</w:t></w:r>{field}<w:r><w:t>{{% endif %}}</w:t></w:r></w:p>"
    )
    assert "PAGE" in fill(body, {"x": 1}).xml()
    assert "PAGE" not in fill(body, {"x": 0}).xml()


def test_an_empty_text_within_a_tag_is_passed_over(fill: Fill) -> None:
    body = "<w:p><w:r><w:t>a{{ x</w:t><w:t></w:t><w:t> }}b</w:t></w:r></w:p>"
    assert fill(body, {"x": 1}).body == ["a1b"]


def test_a_formula_takes_a_value(fill: Fill) -> None:
    body = (
        "<w:p><m:oMath><m:r><m:t>a={{ </m:t></m:r><m:r><m:t>x }}</m:t></m:r></m:oMath>"
        "<m:oMathPara><m:oMath><m:r><m:t>{{ x }}</m:t></m:r></m:oMath></m:oMathPara></w:p>"
    )
    assert (
        '<m:t xml:space="preserve">a=&lt;5&gt;\n</m:t>'.replace("\n", " ")
        in fill(body, {"x": "<5>\n"}).xml()
    )


def test_a_block_may_go_over_the_runs_of_a_formula_or_a_code(fill: Fill) -> None:
    pieces = ("{% for x in xs %}", "{{ x }}", "{% endfor %}")
    runs = "".join(f"<m:r><m:t>{piece}</m:t></m:r>" for piece in pieces)
    texts = fill(f"<w:p><m:oMath>{runs}</m:oMath></w:p>", {"xs": [1, 2]}).root.iter(qn("m:t"))
    assert "".join(one.text or "" for one in texts) == "12"
    pieces = (" REF {% if x %}a", "{% else %}", "b{% endif %} ")
    runs = "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)
    texts = fill(f"<w:p>{BEGIN}{runs}{END}</w:p>", {"x": 0}).root.iter(qn("w:instrText"))
    assert "".join(one.text or "" for one in texts) == " REF b "


def test_a_block_in_a_code_does_not_cross_a_border(refusal: Refusal) -> None:
    body = (
        f"<w:p>{BEGIN}<w:r><w:instrText> REF {{% if x %}}</w:instrText></w:r>"
        "<w:hyperlink w:anchor='a'><w:r><w:instrText>{% endif %}</w:instrText></w:r>"
        f"</w:hyperlink>{END}</w:p>"
    )
    assert "the block crosses the border" in refusal(body)[0]


def test_what_is_no_text_in_a_tag_is_named(refusal: Refusal) -> None:
    body = '<w:p><w:r><w:t>{{ na</w:t><w:br w:type="page"/><w:t>me }}{{ a b }}</w:t></w:r></w:p>'
    first, second = refusal(body)
    assert "a picture, a note, a field or a page break stands within the tag" in first
    assert "cannot stand there" in second


def test_a_prefix_has_no_meaning_in_a_formula(refusal: Refusal) -> None:
    body = "<w:p><m:oMath><m:r><m:t>{%p if x %}{%p endif %}</m:t></m:r></m:oMath></w:p>"
    assert "“p” has no meaning in a formula" in refusal(body)[0]


def test_text_in_a_drawing_takes_values(fill: Fill) -> None:
    drawn = "<a:p><a:r><a:t>{{ x</a:t></a:r><a:r><a:t> }}!</a:t></a:r></a:p>"
    body = f"<w:p><w:r><w:drawing>{drawn}</w:drawing></w:r></w:p>"
    assert "<a:t>1</a:t></a:r><a:r><a:t>!</a:t>" in fill(body, {"x": 1}).xml()


def test_a_block_in_a_drawing_may_go_over_runs_not_into_a_field(
    fill: Fill, refusal: Refusal
) -> None:
    runs = "<a:r><a:t>{% if x %}a</a:t></a:r><a:r><a:t>b{% endif %}</a:t></a:r>"
    body = "<w:p><w:r><w:drawing><a:p>{}</a:p></w:drawing></w:r></w:p>"
    texts = fill(body.format(runs), {"x": 1}).root.iter(qn("a:t"))
    assert "".join(one.text or "" for one in texts) == "ab"
    field = runs.replace("<a:r><a:t>b", "<a:fld><a:t>b").replace(
        "%}</a:t></a:r>", "%}</a:t></a:fld>"
    )
    assert "the block crosses the border" in refusal(body.format(field), {"x": 0})[0]


def test_the_names_of_a_chart_take_values(fill: Fill) -> None:
    names = (
        "<c:tx><c:strRef><c:strCache><c:pt><c:v>{{ x }}</c:v></c:pt></c:strCache></c:strRef></c:tx>"
    )
    body = f"<w:p><w:r><w:drawing>{names}</w:drawing></w:r></w:p>"
    assert "<c:v>R&amp;D</c:v>" in fill(body, {"x": "R&D"}).xml()


def test_a_raw_block_that_is_not_closed_is_refused(refusal: Refusal, p: P) -> None:
    assert "the raw block is never closed" in refusal(p("a {% raw %} {{ b }}") + p("c"))[0]


def test_a_broken_tag_is_named_with_its_partners_spared(refusal: Refusal, p: P) -> None:
    body = p("{%p for x in “a ? b %}") + p("{{ x }}") + p("{%p endfor %}") + p("{{ c")
    assert [one.partition(":")[0] for one in refusal(body)] == [
        "body, paragraph 1",
        "body, paragraph 4",
    ]


def _runs(*texts: str) -> str:
    """Runs as Word splits them, those that begin with “*” in bold."""
    return "".join(
        f"<w:r>{'<w:rPr><w:b/></w:rPr>' if text.startswith('*') else ''}"
        f'<w:t xml:space="preserve">{text.removeprefix("*")}</w:t></w:r>'
        for text in texts
    )


@pytest.mark.parametrize(
    ("runs", "shown"),
    [
        (["{% macro f(x) %}{{ x }}", " and more{% endmacro %}", "a {{ f(y) }}"], "a V and more"),
        (["{% macro f(x) %}{{ x", "*|lower", " }}{% endmacro %}", "{{ f(y) }}!"], "v!"),
        (["{% set z %}{{ y", " }}!", "{% endset %}a ", "*{{ z }}"], "a V!"),
        (["a ", "{% filter upper %}{{ y }} ", "and{% endfilter %} so"], "a V AND so"),
    ],
)
def test_a_block_that_becomes_a_text_may_be_split_over_runs(
    fill: Fill, runs: list[str], shown: str
) -> None:
    assert fill(f"<w:p>{_runs(*runs)}</w:p>", {"y": "V"}).body == [shown]


@pytest.mark.parametrize("middle", [_runs("*bold"), "<w:r><w:tab/></w:r>"])
def test_but_not_over_runs_of_other_looks(refusal: Refusal, middle: str) -> None:
    body = _runs("{% macro f(x) %}{{ x }}") + middle + _runs("more{% endmacro %}{{ f(1) }}")
    (told,) = refusal(f"<w:p>{body}</w:p>")
    assert "the block becomes a text, and goes over more than the text of one run" in told


def test_nor_over_two_paragraphs_with_text_beside(refusal: Refusal, p: P) -> None:
    (told,) = refusal(p("a {% set z %}b") + p("c{% endset %} d"))
    assert "the block becomes a text, and goes over more than the text of one run" in told
