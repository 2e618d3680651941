"""Write ``src/bluf/checks/table.py`` from the folder of rules; run it after adding one."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
RULES = ROOT / "src/bluf/checks/rules"
TABLE = ROOT / "src/bluf/checks/table.py"

HEAD = '''"""Every rule there is; a test compares this table with the folder of rules."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

{imports}
if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.checks.rule import Rule

RULES: tuple[Rule[Any], ...] = (
{entries}
)

BY_NAME: Mapping[str, Rule[Any]] = MappingProxyType({{rule.name: rule for rule in RULES}})
'''


def table() -> str:
    """The text of the table: folders in order of their names, rules likewise."""
    imports, entries = [], []
    for folder in sorted(path for path in RULES.iterdir() if path.is_dir()):
        names = sorted(path.stem for path in folder.glob("[!_]*.py"))
        if names:
            listed = "".join(f"    {name},\n" for name in names)
            imports.append(f"from bluf.checks.rules.{folder.name} import (\n{listed})\n")
            entries += [f"    {name}.RULE," for name in names]
    return HEAD.format(imports="".join(imports), entries="\n".join(entries))


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
