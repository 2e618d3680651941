from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.proof_page.conftest import Page

from bluf.data import read
from bluf.evidence import proven
from bluf.proof_page import proof_page
from bluf.views import labels_for, languages

if TYPE_CHECKING:
    from bluf.data import DataFile

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
AXE = Path(os.environ.get("BLUF_AXE", "node_modules/axe-core/axe.min.js"))
WIDE, NARROW = "1280,1000", "390,1600"
LIGHT, DARK = "1", "0"
LEFT, RIGHT = "ltr", "rtl"
RUN_AXE = """
axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then((found) => {
  const out = document.createElement("pre");
  out.id = "out";
  const brief = (v) => ({id: v.id, nodes: v.nodes.map((node) => node.html)});
  const violations = found.violations.map(brief);
  out.textContent = JSON.stringify({violations, passes: found.passes.length});
  document.body.append(out);
});
"""
USE = """
const state = () => ({
  item: document.querySelector(".item.on")?.id,
  panel: document.querySelector(".panel:not([hidden])")?.id,
  lit: [...document.querySelectorAll("mark.on")].map((mark) => mark.textContent).join(" "),
  note: document.querySelector(".note.on p")?.textContent.trim(),
  said: document.getElementById("said").textContent.trim(),
});
const steps = [state()];
document.querySelector("#requests-0 .pick").click();
steps.push(state());
const pick = document.querySelector("#requests-0 .pick");
pick.focus();
for (const key of ["ArrowDown", "j", "j", "ArrowUp"]) {
  document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
}
steps.push(document.activeElement.closest(".item").id);
document.querySelectorAll("#outcomes-0 .go")[1].click();
steps.push(state());
document.querySelector('.tab[href="#source-a"]').click();
steps.push(state());
document.querySelector("#outcomes-0 .at").click();
document.querySelector("#requests-0").click();
location.hash = "#outcomes-0";
setTimeout(() => {
  steps.push(state());
  const out = document.createElement("pre");
  out.id = "out";
  out.textContent = JSON.stringify(steps);
  document.body.append(out);
}, 200);
"""


def test_nothing_is_loaded_from_anywhere(page: bytes) -> None:
    made = Page(page)
    assert not [tag for tag, _ in made.tags if tag in {"link", "img", "iframe", "object", "form"}]
    assert not [attrs for tag, attrs in made.tags if tag == "script" and "src" in attrs]
    assert b"url(" not in page
    links = [str(attrs["href"]) for tag, attrs in made.tags if tag == "a"]
    assert all(link.startswith("#") for link in links)
    assert "https://example.org/a" in made.words


def test_every_link_leads_somewhere(page: bytes) -> None:
    tags = Page(page).tags
    ids = [attrs["id"] for _, attrs in tags if "id" in attrs]
    assert len(ids) == len(set(ids))
    assert {str(a["href"])[1:] for tag, a in tags if tag == "a"} <= set(ids)


def test_values_are_text_and_never_markup(page: bytes) -> None:
    assert "<in>" in Page(page).words
    assert b"<in>" not in page


def test_the_same_brief_gives_the_same_bytes(brief: DataFile) -> None:
    assert proof_page(brief, proven(brief)) == proof_page(brief, proven(brief))


def test_an_item_shows_what_became_of_it(page: bytes) -> None:
    made = Page(page)
    states = {each["id"]: each["data-state"] for each in made.of_class("item")}
    assert states == {
        "bottom_line": "SILENT",
        "recommendations-0": "SILENT",
        "requests-0": "PROVEN",
        "requests-1": "NONE",
        "requests-2": "OWN",
        "outcomes-0": "CONTRADICTED",
        "follow_ups-0": "SILENT",
        "follow_ups-1": "SILENT",
        "events-0": "SILENT",
        "background": "SILENT",
        "comment": "OWN",
        "lines_to_take-0": "SILENT",
        "next-0": "SILENT",
    }
    assert "Basis: the Minister on the telephone" in made.words
    assert "two ✗ contradicted the source has three" in made.words
    assert "Rests on O1" in made.words
    assert "3 of 4 quotations 3 of 6 claims 2 to look at" in made.words


def test_a_passage_is_marked_with_what_is_left_out(page: bytes) -> None:
    made = Page(page)
    marked = [each["data-quotes"] for each in made.of_class("passage")]
    assert marked == ["q1", "q1", "q2", "q2", "q2", "q3"]
    assert [each["data-quotes"] for each in made.of_class("gap")] == ["q1"]
    assert "Line 3, word for word; left out: a lot of" in made.words
    assert "We agreed (translation: Desk)" in made.words


def test_a_quotation_that_is_not_there_says_why(page: bytes) -> None:
    words = Page(page).words
    assert "✗ not found" in words
    assert "is not in source “b”" in words


def test_the_brief_says_on_its_face_that_it_is_not_proven(page: bytes) -> None:
    assert "Unproven: this brief was written with 1 open" in Page(page).words


def test_words_keep_their_language(page: bytes) -> None:
    assert {"sr"} <= {attrs.get("lang") for tag, attrs in Page(page).tags if tag == "blockquote"}


def chromium(page: bytes, script: str, path: Path, *options: str) -> Any:  # noqa: ANN401 - JSON
    """What a script finds on the page in a browser."""
    assert CHROMIUM
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.decode())
    path.write_text(text.replace("</body>", f"<script>{script}</script></body>"), encoding="utf-8")
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", *options]
    done = subprocess.run(
        [*command, "--virtual-time-budget=20000", "--dump-dom", path.as_uri()],
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    found = re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found
    return json.loads("".join(Page(found[1].encode()).text))


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install axe-core)")
@pytest.mark.parametrize("direction", [LEFT, RIGHT])
@pytest.mark.parametrize("scheme", [LIGHT, DARK])
@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_the_page_is_accessible_in_a_browser(
    page: bytes, tmp_path: Path, size: str, scheme: str, direction: str
) -> None:
    turned = page.replace(b'dir="ltr">\n<head>', f'dir="{direction}">\n<head>'.encode())
    found = chromium(
        turned,
        f"{AXE.read_text('utf-8')}\n{RUN_AXE}",
        tmp_path / "proof.html",
        f"--window-size={size}",
        f"--blink-settings=preferredColorScheme={scheme}",
    )
    assert found["violations"] == []
    assert found["passes"] > 15


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_an_item_shows_its_passage_by_mouse_and_by_key(page: bytes, tmp_path: Path) -> None:
    begun, clicked, reached, second, tab, hashed = chromium(
        page, USE, tmp_path / "proof.html", f"--window-size={WIDE}"
    )
    assert begun["item"] == "outcomes-0"  # the first that somebody has to look at
    assert (clicked["item"], clicked["panel"]) == ("requests-0", "source-a")
    assert clicked["lit"] == "We asked for money"
    assert clicked["note"] == "Line 3, word for word; left out: a lot of"
    assert clicked["said"].startswith("Ministry. Line 3, word for word;")
    assert reached == "outcomes-0"
    assert (second["item"], second["panel"]) == ("outcomes-0", "source-b")
    assert tab["panel"] == "source-a"
    assert hashed["item"] == "outcomes-0"


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
def test_the_script_runs_under_the_policy_of_the_page(page: bytes, tmp_path: Path) -> None:
    path = tmp_path / "proof.html"
    path.write_bytes(page)
    assert CHROMIUM
    command = [CHROMIUM, "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    done = subprocess.run([*command, path.as_uri()], check=True, capture_output=True, text=True)
    assert '<html lang="en" dir="ltr" class="js">' in done.stdout


def test_an_insertion_leaves_nothing_out(brief: DataFile) -> None:
    text = Path(brief.path).read_text(encoding="utf-8")
    text = text.replace("We asked for […] money", "We [too] asked for […] money")
    Path(brief.path).write_text(text, encoding="utf-8")
    data = read(brief.path)
    words = Page(proof_page(data, proven(data))).words
    assert "Line 3, word for word; left out: a lot of" in words


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_the_language_of_its_brief(brief: DataFile, language: str) -> None:
    path = Path(brief.path)
    text = path.read_text(encoding="utf-8")
    path.write_text(f"language: {language}\n{text}", encoding="utf-8")
    data = read(brief.path)
    page = proof_page(data, proven(data)).decode()
    words = labels_for(language).vocabularies["proof"]
    for name in ("skip", "proof_of", "brief", "passages", "on_passage"):
        assert words[name] in page, name
    said = "word for word" in page
    assert said is (language == "en")
