"""Every rule there is; a test compares this table with the folder of rules."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from bluf.checks.rules.data import (
    bottom_line_too_long,
    due_vague,
    faulty_suppression,
    follow_up_overdue,
    follow_up_without_due,
    follow_up_without_owner,
    likelihood_mixed_with_confidence,
    marking_lower_than_item,
    marking_misspelt,
    participant_unknown_party,
    request_without_answer_field,
    unused_suppression,
)
from bluf.checks.rules.document import (
    empty_heading,
    heading_skipped,
    leftover_tag,
    link_text_unclear,
    placeholder_text,
)
from bluf.checks.rules.markdown import (
    broken_table,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bluf.checks.rule import Rule

RULES: tuple[Rule[Any], ...] = (
    bottom_line_too_long.RULE,
    due_vague.RULE,
    faulty_suppression.RULE,
    follow_up_overdue.RULE,
    follow_up_without_due.RULE,
    follow_up_without_owner.RULE,
    likelihood_mixed_with_confidence.RULE,
    marking_lower_than_item.RULE,
    marking_misspelt.RULE,
    participant_unknown_party.RULE,
    request_without_answer_field.RULE,
    unused_suppression.RULE,
    empty_heading.RULE,
    heading_skipped.RULE,
    leftover_tag.RULE,
    link_text_unclear.RULE,
    placeholder_text.RULE,
    broken_table.RULE,
)

BY_NAME: Mapping[str, Rule[Any]] = MappingProxyType({rule.name: rule for rule in RULES})
