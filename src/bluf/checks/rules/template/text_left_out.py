"""Text beside a tag is left out with the tag.

## What it does

Finds tags with a prefix (`{%p … %}`, `{%tr … %}`) that share their paragraph, row or cell with
text. The tag takes all of it with it.

## Why it is bad

The author of the template sees the text, and no brief has it.

## Example

    | Requests | {%tr for request in brief.requests %} |

## Use instead

    | Requests | |
    | | {%tr for request in brief.requests %} |

## Source

`docs/templates.md`, on prefixes.
"""

from __future__ import annotations

from bluf.checks.rule import reported
from octavo.finding import Level

RULE = reported(__name__, __doc__, Level.WARNING)
