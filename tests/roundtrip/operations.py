"""34 things that people do to a brief in Word, and what each of them is in the data file.

They are the kinds of the study that the design of ``bluf pull`` rests on. An operation is a list
for ``uno_edits.py``; what it brings is a change of the text of the data file, or a report.
"""

from __future__ import annotations

from typing import NamedTuple

SECOND = """\
  - id: O2
    statement: Trains were discussed
    strength: discussed
    evidence: [{source: s, strength: discussed, quote: "They discussed trains"}]
"""
THIRD = """\
  - id: O3
    statement: The crossing opens soon
    strength: agreed
    evidence: [{source: s, strength: agreed, quote: The ministers agreed to share the cost}]
"""
LATER = "  # the softer one\n  - Say that trains come later\n"
YES = "  - Say yes to the crossing\n"


class Operation(NamedTuple):
    """What is done, and what it brings.

    Attributes:
        does: The operations of ``uno_edits.py``.
        old: Text of the data file.
        new: What stands in its place afterwards; the same where nothing changes.
        report: What is reported instead: of a change its fate and field, else what it is.
    """

    does: list[list[str]]
    old: str = ""
    new: str = ""
    report: tuple[str, ...] = ()


OPERATIONS = {
    # words of a field
    "a word for another": Operation(
        [["replace", "will pay", "shall pay"]], "Highland will pay.", "Highland shall pay."
    ),
    "words at the start": Operation(
        [["before", "Highland will", "Perhaps "]], ": Highland will", ": Perhaps Highland will"
    ),
    "words at the end": Operation(
        [["after", "Highland will pay.", " Soon."]], "will pay.", "will pay. Soon."
    ),
    "words within": Operation(
        [["after", "Highland will", " certainly"]], "Highland will", "Highland will certainly"
    ),
    "a word deleted": Operation([["replace", "the money ", ""]], "Put the money into", "Put into"),
    "a sentence deleted": Operation(
        [["replace", " They will meet again.", ""]], " They will meet again.", ""
    ),
    "a field typed over": Operation(
        [["replace", "Highland will pay.", "Nobody pays."]], "Highland will pay.", "Nobody pays."
    ),
    "a field between fixed words": Operation(
        [["replace", "Minister", "Prime Minister"]], "to: Minister", "to: Prime Minister"
    ),
    "two fields of a line": Operation(
        [["replace", "Minister", "Cabinet"], ["replace", "River", "Lake"]],
        "to: Minister  # who reads it\nfrom: River desk",
        "to: Cabinet  # who reads it\nfrom: Lake desk",
    ),
    "a field emptied": Operation([["replace", "River desk", ""]], report=("refused from",)),
    "blanks alone": Operation([["replace", "Highland will", "Highland\u00a0will"]]),
    "the title": Operation([["replace", "Talks on", "Talk of"]], "Talks on", "Talk of"),
    "the title in the header": Operation([["in_header", "Talks", "Chat"]], "Talks on", "Chat on"),
    # what stands for a value
    "a day": Operation([["replace", "1 March 2026", "3 March 2026"]], "2026-03-01", "2026-03-03"),
    "a strength": Operation(
        [["replace", "Discussed", "Welcomed"]],
        "    strength: discussed\n    evidence",
        "    strength: welcomed\n    evidence",
        report=("strength-overstated",),
    ),
    "a side": Operation(
        [["in_row", "Put the money", "Highland", "Lowland"]], "owner: high", "owner: low"
    ),
    "a word that no field has": Operation(
        [["replace", "Discussed", "Half agreed"]], report=("refused outcomes.O2.strength",)
    ),
    # paragraphs
    "a paragraph split": Operation(
        [["split", "Both sides met before."]],
        "background: Both sides met before. They will meet again.",
        "background: |-\n  Both sides met before.\n\n  They will meet again.",
    ),
    "a short field split": Operation([["split", "Talks on"]], report=("refused title",)),
    "a paragraph added": Operation(
        [["enter", "Highland will pay.", "And more."]], report=("added",)
    ),
    "two paragraphs made one": Operation(
        [["join", "Highland will pay."]], report=("paragraphs became one",)
    ),
    "a paragraph deleted": Operation(
        [["remove_paragraph", "Both sides met before."]], report=("deleted",)
    ),
    # lists with bullets
    "an item edited": Operation(
        [["replace", "nothing of", "little of"]], "nothing of", "little of"
    ),
    "an item added": Operation(
        [["enter", "Say yes to the crossing", "Say it twice"]], YES, f"{YES}  - Say it twice\n"
    ),
    "an item deleted": Operation(
        [["remove_paragraph", "Say that trains come later"]],
        "  - Say that trains come later\n",
        "",
    ),
    "an item moved": Operation(
        [["dispatch", "Say yes to the crossing", "MoveDown"]], YES + LATER, LATER + YES
    ),
    # tables
    "a cell": Operation(
        [["replace", "Trains were", "Ferries were"]], "Trains were", "Ferries were"
    ),
    "a cell whose words stand twice": Operation(
        [["in_row", "The crossing opens", "Agreed", "Conveyed"]],
        THIRD,
        THIRD.replace("    strength: agreed\n", "    strength: conveyed\n"),
    ),
    "a row added": Operation(
        [["add_row", "Put the money", "2", "Call the ministry", "Lowland", ""]],
        "    follows: [O1]\n",
        "    follows: [O1]\n  - id: F3\n    action: Call the ministry\n    owner: low\n",
        report=("evidence-missing",),
    ),
    "a row deleted": Operation([["dispatch", "Trains were", "DeleteRows"]], SECOND, ""),
    "a row moved": Operation(
        [["move_row", "The crossing opens", "Trains were"]], SECOND + THIRD, THIRD + SECOND
    ),
    # what is no field
    "fixed text": Operation(
        [["replace", "Outcomes", "Results"]], report=("text of the template changed",)
    ),
    "words in bold": Operation(
        [["bold", "Highland will pay."]], report=("other words are set off",)
    ),
    "a comment": Operation([["comment", "Highland will pay.", "Sure?", "B. Boss"]]),
}
