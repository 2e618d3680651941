"""Briefs with odd signs at the edge of the page: what passes takes one page in LibreOffice."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from bluf.pipeline import Order, make
from bluf.pipeline.order import Paging
from octavo.office import LIBREOFFICE, page_counts
from octavo.ooxml import read_package

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bluf.pipeline import Product

SIGNS = {
    "no-break space": "went\u00a0on",
    "other spaces": "went\u2003on\u202fagain",
    "tick box": "☐ ☑ ✓ done",
    "emoji": "😀 ✅ well",
    "arrow": "here → there ⇒",
    "Chinese": "双方同意，",
    "Japanese": "会議を行った。",
    "Korean": "회의를 했다",
    "Arabic": "اتفق الطرفان",
    "Hebrew": "שלום לכולם",
    "Thai": "ประชุมกัน",
    "Devanagari": "बैठक हुई",
    "Armenian": "Հայաստան",
    "combining marks": "q\u0303 x\u0304 done",
    "formula signs": "𝑥 ∑ ⟨y⟩",
    "emoji sequences": "👩‍👩‍👧‍👦 🏳️‍🌈 👍🏽 🇫🇷 1️⃣",
    "marks on marks": "a\u0301\u0323 o\u0302\u0301\u0328 done",
    "two directions": "he said \u2067שלום\u2069 (عربي) again",
    "soft hyphens": "inter\u00adgovern\u00admental co\u00adopera\u00adtion",
    "long address": "https://example.org/a-very-long/path/of-many_parts?with=query&and=more#end",
    "word joiners": "North\u2060–\u2060South 10\u00a0%\u202f000\u00a0€ Nr.\u00a05",
    "signs for ruby": "\ufff9漢字\ufffaかんじ\ufffb",
    "old scripts": "𐎠𐎡 𓀀𓁐 ᚠᚢᚦ",
    "private use": "\ue000\uf0b7 done",
    "half and full width": "ﾊﾝｶｸ ＡＢＣ１２３",
    "dashes and leaders": "a … b — c ‐ d ‑ e",
    "ligatures": "office ﬁnal ﬂuent affluent",
    "Vietnamese": "Thỏa thuận đã được ký kết",
    "Georgian": "მხარეები შეთანხმდნენ",
    "Ethiopic": "ተስማምተዋል",
    "tabs": "went\ton\tand\ton",
}
FONTS = {
    "an old font without figures": "Univers",
    "a new one": "Aptos Display",
    "a font of Unix": "DejaVu Serif",
    "a font of the web": "Noto Sans",
}
FAULTS = {"over-one-page", "page-unknown", "page-too-close"}
MOST = 256


def _at_the_edge(brief: Path, sign: str, font: str = "") -> Product:
    """The longest brief with such words that passes by the estimate alone."""
    data = brief.read_text(encoding="utf-8")
    paging = Paging(confirm="never", fit=bool(font))  # they are wide
    order = Order(brief, formats=("docx",), font=font, pages=paging)
    ungrown = replace(order, pages=replace(paging, most_body_pt=0))

    def made(count: int, order: Order) -> Product:
        more = f"background: >-\n  {' '.join([sign] * count)}\n"
        brief.write_text(data.replace("background: >-\n", more), encoding="utf-8")
        return make(order)

    def fails(count: int) -> bool:
        return bool({each.rule for each in made(count, ungrown).findings} & FAULTS)

    count = bisect_left(range(MOST), x=True, key=fails)  # a page that is full does not grow
    assert 0 < count < MOST
    return made(count - 1, order)


@pytest.mark.thorough
@pytest.mark.skipif(LIBREOFFICE.find() is None, reason="LibreOffice is not installed")
def test_what_passes_takes_one_page(brief: Path) -> None:
    data = brief.read_bytes()
    kinds = {kind: (sign, "") for kind, sign in SIGNS.items()}
    kinds |= {kind: ("A sentence that says little.", font) for kind, font in FONTS.items()}
    documents = []
    for sign, font in kinds.values():
        product = _at_the_edge(brief, sign, font)
        brief.write_bytes(data)
        assert product.document is not None
        documents.append(product.document)
    packages = [read_package(each.content, "edge.docx") for each in documents]
    counts = dict(zip(kinds, page_counts(packages), strict=True))
    assert counts == dict.fromkeys(kinds, 1)


def test_without_libreoffice_what_is_unsure_does_not_pass(
    brief: Path,
    edit: Callable[[str, str], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    edit("background: >-\n", f"background: >-\n  {'双方同意，' * 75}\n")
    order = Order(brief, formats=("docx",))
    product = make(order)
    found = {each.rule: each for each in product.findings}
    assert set(found) & FAULTS == {"page-unknown"}
    finding = found["page-unknown"]
    assert finding.level == "error"
    assert "a font for East Asian text" in finding.message
    assert finding.excerpt.startswith("background")
    assert "install LibreOffice" in finding.hint
    assert product.outputs
    fitted = make(replace(order, pages=Paging(fit=True, annex=True)))
    assert not {each.rule for each in fitted.findings} & FAULTS
