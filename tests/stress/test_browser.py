"""The proof page of the whole record, in every language, as a browser's checker sees it."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bluf.pipeline import Order, make
from bluf.views import languages

if TYPE_CHECKING:
    from collections.abc import Callable

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
AXE = Path(os.environ.get("BLUF_AXE", "node_modules/axe-core/axe.min.js"))
RUN_AXE = """
axe.run({runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]}).then((found) => {
  const out = document.createElement("pre");
  out.id = "out";
  const brief = (v) => ({id: v.id, nodes: v.nodes.map((node) => node.html)});
  out.textContent = JSON.stringify([found.violations.map(brief), found.passes.length]);
  document.body.append(out);
});
"""


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed (npm install axe-core)")
@pytest.mark.parametrize("language", languages())
def test_the_proof_page_is_accessible(
    stress: Callable[[str], Path], tmp_path: Path, language: str
) -> None:
    (page,) = make(Order(stress(f"full-{language}"), formats=("proof",))).outputs
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page.content.decode())
    assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in text
    script = f"<script>{AXE.read_text('utf-8')}\n{RUN_AXE}</script></body>"
    path = tmp_path / "proof.html"
    path.write_text(text.replace("</body>", script), encoding="utf-8")
    command = [str(CHROMIUM), "--headless=new", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    options = ["--window-size=1280,1600", "--virtual-time-budget=20000", path.as_uri()]
    done = subprocess.run(
        [*command, *options], check=True, capture_output=True, text=True, timeout=120
    )
    found = re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.DOTALL)
    assert found
    violations, passes = json.loads(html.unescape(found[1]))
    assert violations == []
    assert passes > 15
