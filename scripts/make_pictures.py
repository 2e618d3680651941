"""Make the picture in the README from the shipped brief: Word file → PDF → PNG.

    python scripts/make_pictures.py

Needs LibreOffice (soffice) and poppler (pdftoppm).
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BRIEF = ROOT / "briefs" / "2025-08-06-serbia-us" / "2025-08-06-serbia-us.docx"
PICTURE = ROOT / "docs" / "brief.png"
DPI = 110


def main() -> None:
    """Write docs/brief.png."""
    with tempfile.TemporaryDirectory() as folder:
        profile = f"-env:UserInstallation=file://{folder}/profile"
        convert = ["--headless", "--convert-to", "pdf", "--outdir", folder, str(BRIEF)]
        subprocess.run(["soffice", profile, *convert], check=True, capture_output=True)
        pdf = Path(folder) / BRIEF.with_suffix(".pdf").name
        picture = ["-r", str(DPI), "-png", "-singlefile", str(pdf), str(PICTURE.with_suffix(""))]
        subprocess.run(["pdftoppm", *picture], check=True)


if __name__ == "__main__":
    main()
