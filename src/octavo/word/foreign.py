"""Tags of other engines, in a template that has none of ours: they would stay as they are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from octavo.expressions import SYNTAX, Fault
from octavo.finding import Level
from octavo.word.elements import whole_text
from octavo.word.names import PARAGRAPH

if TYPE_CHECKING:
    from octavo.word.draft import Draft

_NAME: Final = r"[A-Za-z_][\w.]*"
_FOREIGN: Final = re.compile(
    rf"\$\{{(?P<dollar>{_NAME})\}}"
    rf"|\{{(?P<sign>[/^@%]?)(?P<brace>{_NAME})\}}"
    rf"|<<(?P<angle>{_NAME})>>"
)


def note_foreign_tags(story: Draft) -> bool:
    """Note the first tag of another engine, with what is written here; whether there is one."""
    for paragraph in story.root.iter(PARAGRAPH):
        text = whole_text(paragraph)
        match = _FOREIGN.search(text) if "{" in text or "<<" in text else None
        if match is not None:
            mark = story.register.add(story.spot(paragraph), match[0])
            fault = Fault(SYNTAX, "this is not a tag here, and the template has none", _hint(match))
            story.register.refuse(mark, fault, level=Level.NOTE)
            return True
    return False


def _hint(match: re.Match[str]) -> str:
    name = match["dollar"] or match["brace"] or match["angle"]
    match match["sign"]:
        case "^":
            return f"write “{{% if not {name} %}}”"
        case "/":
            return "write “{% endfor %}” or “{% endif %}”"
        case _:
            return f"write “{{{{ {name} }}}}”"
