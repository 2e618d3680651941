"""Briefs that try the page, and a whole record in every language, word by word."""

from __future__ import annotations

import json
import re
import tomllib
from functools import cache
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from tests.stress.conftest import written_out

from bluf.cli.summary import page_in_words
from bluf.pipeline import Order, make
from bluf.pipeline.order import Paging
from bluf.views import LAYOUTS, languages
from octavo.ooxml import read_package, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from bluf.pipeline import Product

    Stress = Callable[[str], Path]
    Made = Callable[..., Product]

DATA = Path(__file__).parent
BRIEFS = sorted(path.stem for path in (DATA / "briefs").glob("*.yaml"))
PAPERS = ("a4", "letter")
_MARKS = re.compile(r"\]\(https?:[^)]*\)|\*\*|\\|^#+ |^> ?", re.MULTILINE)
FOLDED = {"overfull", "thirty-participants"}
"""What has an annex."""


def fitted(data: Path, layout: str = "brief", paper: str = "a4") -> Product:
    pages = Paging(confirm="never", fit=True, annex=True)
    return make(Order(data, template=layout, paper=paper, pages=pages))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A stress brief by its name, in a layout, on a paper; made once."""

    @cache
    def once(name: str, layout: str, paper: str) -> Product:
        return fitted(written_out(name, tmp_path_factory.mktemp(name)), layout, paper)

    return lambda name, layout="brief", paper="a4": once(name, layout, paper)


def texts(product: Product) -> tuple[str, str]:
    """The text of the Word file and that of the Markdown file, as a reader has them."""
    word, markdown = product.outputs
    blocks = read_text(read_package(word.content, word.path.name))
    plain = _MARKS.sub("", markdown.content.decode())
    return "\n".join(block.text for block in blocks), plain


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", BRIEFS)
def test_every_stress_brief_is_one_page(made: Made, name: str, paper: str) -> None:
    product = made(name, paper=paper)
    assert page_in_words(product.page).startswith("1 page, ")
    assert [each.message for each in product.findings if each.level == "error"] == []
    word, markdown = texts(product)
    assert ("Annex" in word) is (name in FOLDED)
    assert ("## Annex" in product.outputs[1].content.decode()) is (name in FOLDED)
    assert "None" not in re.sub("None reported", "", word + markdown)  # an answer


@pytest.mark.parametrize(
    ("name", "absent", "present"),
    [
        ("short", ("Who met", "Requests", "Follow-ups", "Where accounts differ"), ("Outcomes",)),
        ("no-requests", ("Requests", "Where accounts differ"), ("Both sides", "Next")),
        ("one-side", ("Where accounts differ", "Both sides"), ("Southland only",)),
        ("thirty-participants", (), ("and 28 others", "Zoe", "Dag")),
        ("overfull", (), ("further items in the annex", "a summer service", "The line was closed")),
    ],
)
def test_what_is_empty_leaves_nothing_and_what_is_full_loses_nothing(
    made: Made, name: str, absent: tuple[str, ...], present: tuple[str, ...]
) -> None:
    for text in texts(made(name)):
        assert [words for words in absent if words in text] == []
        assert [words for words in present if words not in text] == []


@pytest.mark.thorough
@pytest.mark.parametrize(("layout", "paper"), [*zip(LAYOUTS, cycle(PAPERS), strict=False)])
def test_every_layout_holds_twice_as_much_as_is_too_much(
    stress: Stress, layout: str, paper: str
) -> None:
    data = stress("overfull")
    record = yaml.safe_load(data.read_text(encoding="utf-8"))
    for name in ("requests", "outcomes", "follow_ups"):
        record[name] += [each | {"id": f"{each['id']}a"} for each in record[name]]
    data.write_text(json.dumps(record, default=str), encoding="utf-8")
    product = fitted(data, layout, paper)
    assert page_in_words(product.page).startswith("1 page, ")
    assert " items in an annex: " in page_in_words(product.page)
    shown = {"brief": 6, "action-memo": 4, "talking-points": 4, "minutes": 6}
    for text in texts(product):
        assert text.count("a summer service") == shown[layout], layout


SPACE = "\u202f"
RULES = {
    "en": (r"«|»|“[^”]*“", ["1 April 2026", "by 18 April 2026", "“later this year”, 31 Dec 2026"]),
    "fr": (
        r"(?<![\u202f\u00a0\d/])[;!?»]|(?<=\w):(?=\s)|«(?!\u00a0)|“|”",
        [
            "1er avril 2026",
            "d’ici au 18 avril 2026",
            f"Nordie{SPACE}: Ada Nord",
            "«\u00a0plus tard cette année\u00a0», au plus tard le 31 déc. 2026",
            "du 1er avr. 2026 au 18 mai 2026",
        ],
    ),
    "es": (
        r"“|”",
        ["1 de abril de 2026", "a más tardar el 18 de abril de 2026", "«más adelante este año»"],
    ),
    "de": (
        r"“[^„]*“|”",
        [
            "1. April 2026",
            "bis 18. April 2026",
            "„später in diesem Jahr“, spätestens",
        ],
    ),
    "pt": (r"«|»", ["1 de abril de 2026", "até 18 de abril de 2026", "“mais tarde este ano”"]),
    "ru": (r"“|”|г\.\.", ["1 апреля 2026\u202fг.", "«в конце этого года»", "Обе стороны"]),
    "sr-Latn": (
        r"\.\.|“|«",
        ["1. april 2026.", "do 18. aprila 2026.", "1. aprila 2026.", "„kasnije ove godine”"],
    ),
    "sr-Cyrl": (
        r"\.\.|“|«",
        [
            "1. април 2026.",
            "до 18. априла 2026.",
            "Средња Лука, 31. март 2026.",
            "„касније ове године”",
        ],
    ),
    "ar": (
        r"[\u0600-\u06ff],|[\u0600-\u06ff];|[\u0600-\u06ff]\?|“|”",
        ["1 أبريل 2026", "نورديا ← سوديا", "\u200e512-03/26", "«في وقت لاحق من هذا العام»، "],
    ),
    "zh": (
        r"[\u4e00-\u9fff] [\u4e00-\u9fff]|[\u4e00-\u9fff][,;:()?!]|[,;:()?!][\u4e00-\u9fff]",
        [
            "2026年4月1日",
            "诺迪亚→苏迪亚",
            "“今年晚些时候”，最迟2026年12月31日",
            "（我方建议）",
            "：",
        ],
    ),
}
"""What must not stand in the text of a language, and what must."""


def test_every_language_has_its_rules_and_its_words() -> None:
    assert set(RULES) == set(languages())
    assert {path.stem for path in (DATA / "words").glob("*.toml")} == set(languages())


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("language", RULES)
def test_the_whole_record_keeps_the_rules_of_its_language(
    made: Made, language: str, layout: str
) -> None:
    product = made(f"full-{language}", layout)
    assert not product.refused, product.findings
    wrong, _ = RULES[language]
    foreign = tomllib.loads((DATA / "words" / f"{language}.toml").read_text(encoding="utf-8"))
    for text in texts(product):
        assert re.findall(wrong, text) == []
        assert not re.search(r"\{\{|\}\}|\{%|\(\)|（）|, ,|；；|\*\*\*\*", text)
        assert "None" not in text.replace("None reported", "")
        for name in ("readout", "railway_theirs", "soon_theirs"):
            assert foreign[name] not in text


@pytest.mark.parametrize("language", RULES)
def test_the_brief_says_dates_and_sides_as_its_language_does(made: Made, language: str) -> None:
    _, right = RULES[language]
    for text in texts(made(f"full-{language}")):
        assert [words for words in right if words not in text] == []


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "fr", "sr-Latn", "ar"])
def test_even_the_whole_record_can_be_fitted(made: Made, language: str, paper: str) -> None:
    product = made(f"full-{language}", paper=paper)
    assert page_in_words(product.page).startswith("1 page, ")


def test_talking_points_keep_our_requests_from_theirs(made: Made) -> None:
    for text in texts(made("full-en", "talking-points")):
        ours, theirs = (text.index(name) for name in ("What we ask", "Their likely points"))
        assert ours < text.index("Open the Border Mill crossing at night") < theirs
        assert theirs < text.index("End visas for drivers")
    for text in texts(made("one-side", "talking-points")):
        assert "What we ask" not in text
        assert "Their likely points" in text
