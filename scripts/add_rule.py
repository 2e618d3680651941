"""Start a rule: its file, its cases, its line in the table, its page in the docs.

Run ``python scripts/add_rule.py word text-box``, write what is marked with …, then run the tests.
"""

from __future__ import annotations

import subprocess
import sys

from rule_docs import main as write_docs
from rule_table import ROOT, RULES, TABLE, table

RULE = '''"""… (one line: the fault).

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

from __future__ import annotations

from typing import TYPE_CHECKING

from bluf.checks.rule import Fault, checked
from octavo.finding import Level

if TYPE_CHECKING:
    from collections.abc import Iterator


def find(subject: object) -> Iterator[Fault]:
    """A fault for each …"""
    del subject
    yield from ()


RULE = checked(__name__, __doc__, Level.WARNING, object, find)
'''


def main(group: str, name: str) -> None:
    """Write the files of a rule that is not there yet."""
    module = RULES / group / f"{name.replace('-', '_')}.py"
    if not module.parent.is_dir() or module.exists():
        raise SystemExit(f"{module}: no such group, or the rule is there already")
    module.write_text(RULE, encoding="utf-8")
    (ROOT / "tests/checks/cases" / name).mkdir(parents=True)
    TABLE.write_text(table(), encoding="utf-8")
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", TABLE], check=True)
    write_docs()
    print(f"now write {module} and tests/checks/cases/{name}/{{pass,fail}}.*")


if __name__ == "__main__":
    main(*sys.argv[1:])
