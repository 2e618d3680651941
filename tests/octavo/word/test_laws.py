"""Laws that hold for any template and any value."""

from __future__ import annotations

import io
import itertools
import random
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from octavo.finding import FindingsError

if TYPE_CHECKING:
    from octavo.word import Program

P = Callable[..., str]
TEMPLATE = (
    "Dear {{ name }}, {% if late %}you owe {{ sum|number }} since {% for day in days %}"
    "{{ day }}{% if not loop.last %}, {% endif %}{% endfor %}{% else %}thanks{% endif %}."
)
DATA: dict[str, object] = {
    "name": "R&D <x>",
    "late": True,
    "sum": 1250,
    "days": ["Monday", "today"],
}
SAID = "Dear R&D <x>, you owe 1,250 since Monday, today."


def escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@given(st.lists(st.integers(1, len(TEMPLATE) - 1), max_size=12, unique=True))
def test_splitting_runs_anywhere_never_changes_the_result(
    fill: Callable[..., Any], cuts: list[int]
) -> None:
    edges = [0, *sorted(cuts), len(TEMPLATE)]
    pieces = [TEMPLATE[start:end] for start, end in itertools.pairwise(edges)]
    runs = "".join(
        f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r><w:proofErr w:type="spellEnd"/>'
        for piece in pieces
    )
    assert fill(f"<w:p>{runs}</w:p>", DATA).body == [SAID]


@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60))
def test_any_text_comes_back_letter_for_letter(
    compile_body: Callable[..., Any], value: str
) -> None:
    value = value.replace("\ufffe", "").replace("\uffff", "")
    program = compile_body("<w:p><w:r><w:t>[{{ v }}]</w:t></w:r></w:p>")
    data = program.render({"v": value})
    assert Document(io.BytesIO(data)).paragraphs[0].text == f"[{value}]"


@pytest.fixture
def everywhere(compile_body: Callable[..., Any]) -> Program:
    """A template that prints one value in every kind of place."""
    body = (
        "<w:p><w:r><w:t>{{ v }}{{ v|markdown }}</w:t></w:r>"
        '<w:r><w:instrText> HYPERLINK "https://a.example/{{ v }}"</w:instrText></w:r>'
        '<w:r><w:drawing><wp:docPr id="1" descr="{{ v }}"/></w:drawing></w:r>'
        "</w:p>"
    )
    program: Program = compile_body(body, core="<dc:title>{{ v }}</dc:title>")
    return program


@given(st.text(max_size=60))
def test_whatever_is_in_a_text_the_file_is_sound(everywhere: Program, value: str) -> None:
    Document(io.BytesIO(everywhere.render({"v": value})))


def test_two_threads_give_the_same_bytes(compile_body: Callable[..., Any], p: P) -> None:
    program = compile_body(p(escaped(TEMPLATE)))
    with ThreadPoolExecutor(8) as pool:
        outputs = set(pool.map(lambda _: program.render(DATA), range(64)))
    assert len(outputs) == 1


WORDS = (
    *("{{ a }}", "{{ b.c }}", "{% if a %}", "{%p if a %}", "{% else %}", "{% endif %}"),
    *("{%p endif %}", "{% for x in xs %}", "{%tr for x in xs %}", "{% endfor %}"),
    *("{%tr endfor %}", "{%tc for x in xs %}", "{%tc endfor %}", "{{ x }}", "{# r #}", "text"),
    *("{% set y = 1 %}", "{{ y }}", "{% raw %}", "{% endraw %}", "{%- if a -%}", "{{", "%}"),
    *("{% vm %}", "{% hm %}", "{% cellbg a %}", "{% colspan 2 %}", "{{ a|upper }}", " "),
)


@pytest.mark.parametrize("seed", range(150))
def test_any_template_is_filled_soundly_or_refused_with_places(
    seed: int, compile_body: Callable[..., Any], p: P, tbl: P
) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret

    def text() -> str:
        return "".join(chance.choices(WORDS, k=chance.choice((1, 1, 1, 2, 3))))

    def block(depth: int) -> str:
        kind = chance.random()
        if kind < 0.6 or depth > 2:
            return p(text())
        if kind < 0.9:
            return tbl(*[[text(), block(depth + 1) + p(text())] for _ in range(3)])
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{block(depth + 1)}</w:sdtContent></w:sdt>"

    body = "".join(block(0) for _ in range(4))
    assert sound_or_refused(compile_body, body)


def sound_or_refused(compile_body: Callable[..., Any], body: str) -> bool:
    """Whether a template is filled with a sound file, or refused with places and no bug of ours."""
    try:
        data = compile_body(body).render({"a": "00FF00", "b": {"c": None}, "xs": ["1", "2"]})
    except FindingsError as error:
        return all(
            "paragraph" in str(one.location) and one.rule != "structure-invalid"
            for one in error.findings
        )
    return bool(Document(io.BytesIO(data)))


def test_good_templates_with_one_word_changed_are_sound_too(
    compile_body: Callable[..., Any], p: P, tbl: P
) -> None:
    good = [
        "{%p for x in xs %}", "{{ x }}", "{%p endfor %}", "{%tr for x in xs %}", "{{ x }}",
        "{%tr endfor %}", "{% if a %}", "y", "{% endif %}",
    ]  # fmt: skip
    for place in range(len(good)):
        for word in WORDS:
            texts = [*good[:place], word, *good[place + 1 :]]
            body = "".join(map(p, texts[:3])) + tbl(*[[one, "."] for one in texts[3:6]])
            body += tbl([p(texts[6]) + p(texts[7]) + p(texts[8])])
            assert sound_or_refused(compile_body, body), texts
