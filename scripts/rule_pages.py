"""Make the table of rules and its index from the pages of ``docs/rules/``.

Run it after adding a page, or changing the level or the group of one.
"""

from __future__ import annotations

import json
import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs/rules"
INDEX = PAGES / "README.md"
TABLE = ROOT / "src/bluf/rules/table.py"

# run by itself: the table that the room itself needs may not be there yet
TITLES: dict[str, str] = runpy.run_path(str(ROOT / "src/bluf/rules/groups.py"))["GROUPS"]
HEAD = '''"""Name, group and level of every rule.

Made by ``scripts/rule_pages.py`` from the pages of ``docs/rules/``; change those.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TABLE: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
'''
_TOP = re.compile(
    r"# (?P<name>[a-z-]+)\n\nLevel: (?P<level>\w+)\. About: (?P<about>.+)\.\n\n(?P<summary>.+)\n"
)


def rules() -> list[tuple[str, str, str, str]]:
    """Group, name, level and summary of each page, group by group.

    Raises:
        SystemExit: A page does not begin as a page has to.
    """
    groups = _groups()
    found = []
    for page in sorted(PAGES.glob("[!R]*.md")):
        top = _TOP.match(page.read_text(encoding="utf-8"))
        if not top or top["name"] != page.stem or top["about"] not in groups:
            raise SystemExit(
                f"{page}: begin with “# {page.stem}”, “Level: …. About: ….”, a summary"
            )
        found.append((groups[top["about"]], page.stem, top["level"], top["summary"]))
    order = list(groups.values())
    return sorted(found, key=lambda rule: (order.index(rule[0]), rule[1]))


def _groups() -> dict[str, str]:
    """The names of the groups by their titles, as a page writes them."""
    return {title.lower(): group for group, title in TITLES.items()}


def table() -> str:
    """The text of the table."""
    lines = [
        f"        {json.dumps(name)}: ({json.dumps(group)}, {json.dumps(level)}),\n"
        for group, name, level, _ in rules()
    ]
    return HEAD + "".join(lines) + '    }\n)\n"""The rules by group, then by name."""\n'


def index() -> str:
    """The text of the index."""
    lines = ["# Rules", "", "Made from the pages beside it by `scripts/rule_pages.py`.", ""]
    for group, title in TITLES.items():
        lines += [f"## {title}", "", "| rule | level | what it finds |", "|---|---|---|"]
        lines += [
            f"| [{name}]({name}.md) | {level} | {summary} |"
            for of, name, level, summary in rules()
            if of == group
        ]
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write both."""
    TABLE.write_text(table(), encoding="utf-8")
    INDEX.write_text(index(), encoding="utf-8")


if __name__ == "__main__":
    main()
