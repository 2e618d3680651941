"""The rules: name, level and group of each, and the manual that says why it holds.

The page of a rule, ``docs/rules/NAME.md``, is the one home of all of it; the table is made from
the pages. What finds the fault stands elsewhere: in `bluf.checks`, or in the room that raises it.
"""

from __future__ import annotations

from bluf.rules.groups import GROUPS
from bluf.rules.rule import BY_NAME, Rule, explain, finding, listing
