"""Write what briefs need of CLDR, as the installed Babel has it.

python scripts/cldr.py
"""

from __future__ import annotations

from pathlib import Path

from babel.core import get_global
from msgspec import json

from bluf.languages import cldr

FOLDER = Path(cldr.__file__).parent


def main() -> None:
    """Write the file of time zones, and one for each language."""
    files: dict[str, object] = {tag: cldr.from_babel(tag) for tag in cldr.KEPT}
    files["zones"] = dict(get_global("zone_territories"))
    for name, content in files.items():
        text = json.format(json.encode(content), indent=1)
        (FOLDER / f"{name}.json").write_bytes(text + b"\n")


if __name__ == "__main__":
    main()
