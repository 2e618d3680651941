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
from bluf.checks.rules.word import (
    author_metadata,
    banner_not_in_body,
    blank_line_spacing,
    colour_only_status,
    comments_left,
    fake_list,
    hidden_text,
    language_missing,
    low_contrast,
    merged_cells,
    picture_without_alt_text,
    right_to_left_not_flagged,
    table_without_header_row,
    text_box,
    title_missing,
    tracked_changes,
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
    author_metadata.RULE,
    banner_not_in_body.RULE,
    blank_line_spacing.RULE,
    colour_only_status.RULE,
    comments_left.RULE,
    fake_list.RULE,
    hidden_text.RULE,
    language_missing.RULE,
    low_contrast.RULE,
    merged_cells.RULE,
    picture_without_alt_text.RULE,
    right_to_left_not_flagged.RULE,
    table_without_header_row.RULE,
    text_box.RULE,
    title_missing.RULE,
    tracked_changes.RULE,
)

BY_NAME: Mapping[str, Rule[Any]] = MappingProxyType({rule.name: rule for rule in RULES})
