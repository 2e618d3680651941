"""Write the pages of docs/ that are made from the code.

    python scripts/update_docs.py

Writes docs/commands.md: every command and option, every setting, every exit code.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer
from msgspec import Struct, structs

from bluf.cli.app import make_app
from bluf.cli.manner import Manner
from bluf.meanings import meanings
from bluf.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterator

COMMANDS = Path(__file__).parents[1] / "docs" / "commands.md"
_HEAD = """# Commands

Made from the commands themselves by `scripts/update_docs.py`; a test holds it equal.

What you asked for goes to standard output, alone; progress and remarks go to standard error.
Progress shows on a terminal, after a second. `NO_COLOR`, `FORCE_COLOR` and `TERM=dumb` are
respected; `--color` goes before them. `-` stands for standard input or output where a file is
named. `bluf --install-completion` teaches your shell to complete commands, options and values.

Every command has these options:

{common}
With `--output-format json` the report is one object: the findings, and under `answers` what else
the command answered, such as the outputs it wrote.

| exit code | means |
|---|---|
| 0 | fine |
| 1 | findings: a quotation does not stand in its source, a rule is broken, an output is stale |
| 2 | usage: an unknown command, option or value |
| 3 | input refused: a file cannot be read, or not safely; a template cannot be filled in |
| 4 | not written: the disk is full, a folder is in the way, rights are missing |
| 70 | a bug of bluf |
| 130 | interrupted; nothing half-written is left behind |

## Settings

The nearest `bluf.toml`, or `[tool.bluf]` in `pyproject.toml`, of the folder and those above it. A
flag goes before an environment variable, that before the file, that before the default.

| setting | variable | default | meaning |
|---|---|---|---|
"""


def main() -> None:
    """Write every page."""
    COMMANDS.write_text(manual(), encoding="utf-8")


def manual() -> str:
    """The page docs/commands.md."""
    command: Any = typer.main.get_command(make_app())
    common = "".join(f"{_parameter(each)}\n" for each in _params(command.commands["schema"]))
    head = _HEAD.replace("{common}", f"| option | meaning |\n|---|---|\n{common}")
    parts = [
        head + "".join(_table(Settings, "", "BLUF")),
        *_commands(command, "bluf"),
    ]
    return "\n".join(parts)


def _table(record: Any, prefix: str, variable: str) -> Iterator[str]:  # noqa: ANN401 - a record
    said = meanings(record)
    for field in structs.fields(record):
        name = field.name
        if isinstance(field.type, type) and issubclass(field.type, Struct):
            yield from _table(field.type, f"{prefix}{name}.", f"{variable}_{name.upper()}")
            continue
        default = field.default
        shown = ", ".join(default) if isinstance(default, tuple) else str(default).lower()
        key, environment = f"{prefix}{name}", f"{variable}_{name.upper()}"
        yield f"| `{key}` | `{environment}` | {shown or '–'} | {said[name]} |\n"


def _commands(group: Any, path: str) -> Iterator[str]:  # noqa: ANN401 - click's classes are typer's own affair
    for name, command in group.commands.items():
        yield _page(command, f"{path} {name}")
        if hasattr(command, "commands"):
            yield from _commands(command, f"{path} {name}")


def _page(command: Any, path: str) -> str:  # noqa: ANN401 - as above
    lines = [f"## `{path}`", "", command.help.strip(), ""]
    common = {field.name for field in structs.fields(Manner)}
    shown = [each for each in _params(command) if each.name not in common]
    if shown:
        lines += [
            "| argument or option | meaning |",
            "|---|---|",
            *(_parameter(each) for each in shown),
            "",
        ]
    if command.epilog:
        lines += [_examples(command.epilog), ""]
    return "\n".join(lines)


def _params(command: Any) -> list[Any]:  # noqa: ANN401 - as above
    shown = (each for each in command.params if not getattr(each, "hidden", False))
    return [each for each in shown if each.name != "help"]


def _parameter(parameter: Any) -> str:  # noqa: ANN401 - as above
    names = (
        [*parameter.opts, *parameter.secondary_opts]
        if parameter.param_type_name == "option"
        else [parameter.human_readable_name]
    )
    described = " ".join((getattr(parameter, "help", None) or "").split()).replace("|", "\\|")
    return f"| `{', '.join(names)}` | {described} |"


def _examples(epilog: str) -> str:
    """The examples of a help as a block of the shell, each with its remark behind it."""
    lines, remark = [], ""
    for row in (line.strip() for line in epilog.splitlines() if line.startswith("  ")):
        if row.startswith("# "):
            remark = f"  {row}"
            continue
        lines.append(re.sub(r"\s+#", "  #", row) + remark)
        remark = ""
    return "\n".join(["```sh", *lines, "```"])


if __name__ == "__main__":
    main()
