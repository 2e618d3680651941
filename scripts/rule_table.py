"""Write ``src/bluf/checks/table.py`` from the folder of rules; run it after adding one."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
RULES = ROOT / "src/bluf/checks/rules"
TABLE = ROOT / "src/bluf/checks/table.py"

HEAD = '''"""Every rule there is; a test compares this table with the folder of rules.

Made by ``scripts/rule_table.py``. Names alone: a rule is loaded when it is run or explained.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SEARCHING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {{
{searching}
    }}
)
"""By group, the rules that find their fault themselves."""

REPORTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {{
{reported}
    }}
)
"""By group, the rules whose fault another room finds."""
'''


def table() -> str:
    """The text of the table: folders in order of their names, rules likewise."""
    searching, reported = [], []
    for folder in sorted(path for path in RULES.iterdir() if path.is_dir()):
        files = sorted(folder.glob("[!_]*.py"))
        searching.append(_line(folder.name, [path for path in files if _searches(path)]))
        reported.append(_line(folder.name, [path for path in files if not _searches(path)]))
    return HEAD.format(searching="".join(searching), reported="".join(reported))


def _searches(rule: Path) -> bool:
    return "\nRULE = checked(" in rule.read_text(encoding="utf-8")


def _line(group: str, files: list[Path]) -> str:
    names = "".join(f'"{path.stem.replace("_", "-")}",' for path in files)
    return f'        "{group}": ({names}),\n' if names else ""


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
