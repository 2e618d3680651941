"""What rules are about."""

from __future__ import annotations

GROUPS = {
    "input": "Files that cannot be read, or not safely",
    "data": "The record in the data file",
    "evidence": "Quotations and their sources",
    "register": "Links between briefs",
    "template": "Templates",
    "document": "Finished files, Word and Markdown alike",
    "word": "Finished Word files",
    "markdown": "Finished Markdown files",
    "output": "What was built, against what the data gives",
}
"""What the rules of each group are about."""
