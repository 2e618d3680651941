from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from bluf.register import Group, ItemKind, Reckoning, RowSelection, make_register
from bluf.register.formats import html
from bluf.views import languages

if TYPE_CHECKING:
    from bluf.register import Linked, Register

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
AXE = Path(os.environ.get("BLUF_AXE", "node_modules/axe-core/axe.min.js"))
WIDE, NARROW = "1280,1600", "390,1600"
LIGHT, DARK = "1", "0"
RUN_AXE = """
axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then((found) => {
  const out = document.createElement("pre");
  out.id = "axe";
  const brief = (v) => ({id: v.id, nodes: v.nodes.map((node) => node.html)});
  const violations = found.violations.map(brief);
  out.textContent = JSON.stringify({violations, passes: found.passes.length});
  document.body.append(out);
});
"""


class _Page(HTMLParser):
    """The tags of a page with their attributes, and its text."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.feed(data.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def _chromium(page: Path, *options: str) -> str:
    assert CHROMIUM
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", *options]
    done = subprocess.run(
        [*command, "--virtual-time-budget=20000", "--dump-dom", page.as_uri()],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.stdout


def test_nothing_is_loaded_from_anywhere(register: Register) -> None:
    page = _Page(html.render(register))
    loading = [attrs for tag, attrs in page.tags if tag in {"link", "img", "iframe", "object"}]
    assert not loading
    assert not [attrs for tag, attrs in page.tags if tag == "script" and "src" in attrs]
    assert "url(" not in html.render(register).decode()


def test_values_are_text_and_never_markup(register: Register) -> None:
    hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
    entry = replace(register.entries[0], what=hostile, topic=hostile, marking=hostile)
    page = _Page(html.render(replace(register, entries=(entry,))))
    assert sum(tag == "script" for tag, _ in page.tags) == 1
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert hostile in page.text


def test_a_quotation_keeps_its_language_and_its_source(register: Register) -> None:
    page = _Page(html.render(register))
    assert ("p", {"lang": "sr"}) in page.tags
    assert ("a", {"href": "https://example.org/a"}) in page.tags


def test_every_thread_has_a_drawing_with_a_name(register: Register) -> None:
    drawings = [a for tag, a in _Page(html.render(register)).tags if tag == "svg" and "role" in a]
    assert len(drawings) == len(register.entries)
    assert all(each["aria-label"] for each in drawings)
    launch = next(each for each in drawings if "Agreed" in str(each["aria-label"]))
    assert launch["aria-label"] == (
        "3 Jan 2025 Agreed, Open, 31 Jan 2025 Open, 1 Feb 2025 Carried over, 31 Dec 2025 Due; "
        "today 2 Feb 2025"
    )


def test_links_inside_the_page_lead_somewhere(register: Register) -> None:
    tags = _Page(html.render(register)).tags
    ids = {attrs["id"] for _, attrs in tags if "id" in attrs}
    inside = [str(a["href"]) for t, a in tags if t == "a" and str(a.get("href")).startswith("#")]
    assert inside
    assert {href[1:].replace("%23", "#") for href in inside} <= ids


def test_the_page_says_what_it_shows(linked: Linked, register: Register) -> None:
    chosen = make_register(
        linked, Reckoning(register.day), RowSelection(kind=ItemKind.REQUEST), group_by=Group.OWNER
    )
    text = re.sub(r"\s+", " ", "".join(_Page(html.render(chosen)).text))
    assert "Briefs: 2. Recorded later and left out: 1. Only: Kind: Requests." in text
    assert "Requests Serbia" in text


def test_an_empty_register_says_so(empty: Register) -> None:
    text = "".join(_Page(html.render(empty)).text)
    assert "Nothing was recorded by then." in text
    assert "Threads" not in text


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_the_script_adds_search_and_sorting(register: Register, tmp_path: Path) -> None:
    path = tmp_path / "register.html"
    path.write_bytes(html.render(register))
    shown = _chromium(path)
    assert f"{len(register.entries)} / {len(register.entries)}" in shown
    assert 'type="search"' in shown
    assert "<button" in shown


USE = """
const search = document.querySelector("input[type=search]");
search.value = "launch  BOTH";
search.dispatchEvent(new Event("input"));
const since = [...document.querySelectorAll("thead button")].find((b) => b.textContent === "What");
since.click();
since.click();
const out = document.createElement("pre");
out.id = "used";
const rows = [...document.querySelectorAll("tbody")][0].rows;
out.textContent = JSON.stringify({
  order: [...rows].map((row) => row.dataset.entry),
  shown: [...rows].filter((row) => !row.hidden).map((row) => row.dataset.entry),
  threads: [...document.querySelectorAll("article:not([hidden])")].map((a) => a.dataset.entry),
  sort: since.parentElement.getAttribute("aria-sort"),
  status: document.querySelector("[role=status]").textContent,
});
document.body.append(out);
"""


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_rows_can_be_searched_and_sorted_in_a_browser(register: Register, tmp_path: Path) -> None:
    page = re.sub(r'<meta http-equiv="Content[^>]*>', "", html.render(register).decode())
    path = tmp_path / "register.html"
    path.write_text(page.replace("</body>", f"<script>{USE}</script></body>"), encoding="utf-8")
    found = re.search(r'<pre id="used">(.*?)</pre>', _chromium(path), re.DOTALL)
    assert found
    used = json.loads(_unescaped(found[1]))
    assert used["order"] == [f"2025-01-05-a#F{number}" for number in (2, 3, 4, 1, 6, 5)]
    assert used["shown"] == used["threads"] == ["2025-01-05-a#F1"]
    assert (used["sort"], used["status"]) == ("descending", "1 / 9")


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install axe-core)")
@pytest.mark.parametrize(
    ("language", "size", "scheme"),
    [
        *(("en", size, scheme) for size in (WIDE, NARROW) for scheme in (LIGHT, DARK)),
        *((language, WIDE, LIGHT) for language in languages() if language != "en"),
    ],
)
def test_the_page_is_accessible_in_a_browser(
    register: Register, tmp_path: Path, language: str, size: str, scheme: str
) -> None:
    page = html.render(replace(register, language=language)).decode()
    page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    path = tmp_path / "register.html"
    script = f"<script>{AXE.read_text('utf-8')}</script><script>{RUN_AXE}</script></body>"
    path.write_text(page.replace("</body>", script), encoding="utf-8")
    dom = _chromium(
        path, f"--window-size={size}", f"--blink-settings=preferredColorScheme={scheme}"
    )
    found = re.search(r'<pre id="axe">(.*?)</pre>', dom, re.DOTALL)
    assert found
    result: dict[str, Any] = json.loads(_unescaped(found[1]))
    assert result["violations"] == []
    assert result["passes"] > 15


def _unescaped(text: str) -> str:
    page = _Page(text.encode())
    return "".join(page.text)
