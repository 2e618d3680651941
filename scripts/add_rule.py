"""Start a rule: its page, its check, its line in the table, the folder of its cases.

Run ``python scripts/add_rule.py word text-box``, write what is marked with …, then run the tests.
A rule whose fault another room raises needs no check: delete the function.
"""

from __future__ import annotations

import re
import subprocess
import sys

from rule_pages import PAGES, ROOT, TITLES
from rule_pages import main as make

from bluf.checks.runner import MODULES

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
CHECK = '''

@check
def {function}({subject}) -> Iterator[Fault]:
    """… (one sentence: the fault)."""
    yield from ()
'''
RULES = ROOT / "src/bluf/checks/rules"
SUBJECT = re.compile(r"@check\ndef \w+\((\w+: \w+)\)")


def main(group: str, name: str) -> None:
    """Write the files of a rule that is not there yet."""
    module = RULES / f"{MODULES.get(group, ['record'])[-1]}.py"
    page = PAGES / f"{name}.md"
    if group not in TITLES or not re.fullmatch("[a-z]+(-[a-z]+)+", name) or page.exists():
        raise SystemExit(
            f"{group} {name}: no such group, no name of a rule, or it is there already"
        )
    page.write_text(PAGE.format(name=name, about=TITLES[group].lower()), encoding="utf-8")
    text = module.read_text(encoding="utf-8")
    subject = SUBJECT.findall(text)[-1]
    text += CHECK.format(function=name.replace("-", "_"), subject=subject)
    module.write_text(text, encoding="utf-8")
    (ROOT / "tests/checks/cases" / name).mkdir(parents=True)
    make()
    made = ROOT / "src/bluf/rules/table.py"
    subprocess.run([sys.executable, "-m", "ruff", "format", "-q", made], check=True)
    print(f"now write {page}, {module} and tests/checks/cases/{name}/{{pass,fail}}.*")


if __name__ == "__main__":
    main(*sys.argv[1:])
