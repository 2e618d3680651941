"""Start a rule: its page, its check, its line in the tables, the folder of its cases.

Run ``python scripts/add_rule.py word text-box``, write what is marked with …, then run the tests.
A rule whose fault another room raises needs no check: delete the file.
"""

from __future__ import annotations

import re
import subprocess
import sys

from rule_pages import PAGES, ROOT, TITLES
from rule_pages import main as make

PAGE = """# {name}

Level: warning. About: {about}.

… (one sentence: the fault).

## What it does

Finds …

## Why it is bad

…

## Example

    …

## Use instead

    …

## Source

… (standard and section)
"""
CHECK = '''"""… (one sentence: the fault)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.record import CheckedRecord
from bluf.checks.rule import Fault, checked

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(record: CheckedRecord) -> Iterator[Fault]:
    """A fault for each …"""
    del record
    yield from ()


RULE = checked(__name__, CheckedRecord, find)
'''
RULES = ROOT / "src/bluf/checks/rules"
TABLE = ROOT / "src/bluf/checks/table.py"


def main(group: str, name: str) -> None:
    """Write the files of a rule that is not there yet."""
    module = RULES / group / f"{name.replace('-', '_')}.py"
    page = PAGES / f"{name}.md"
    if group not in TITLES or not re.fullmatch("[a-z]+(-[a-z]+)+", name) or page.exists():
        raise SystemExit(
            f"{group} {name}: no such group, no name of a rule, or it is there already"
        )
    page.write_text(PAGE.format(name=name, about=TITLES[group].lower()), encoding="utf-8")
    module.parent.mkdir(exist_ok=True)
    (module.parent / "__init__.py").touch()
    module.write_text(CHECK, encoding="utf-8")
    (ROOT / "tests/checks/cases" / name).mkdir(parents=True)
    make()
    for made in (ROOT / "src/bluf/rules/table.py", TABLE):
        subprocess.run([sys.executable, "-m", "ruff", "format", "-q", made], check=True)
    print(f"now write {page}, {module} and tests/checks/cases/{name}/{{pass,fail}}.*")


if __name__ == "__main__":
    main(*sys.argv[1:])
