"""The checks there are; a test compares this table with the folder.

Names alone: a check is loaded when it is run.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

BY_GROUP: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "data": (
            "audience-unknown",
            "bottom-line-too-long",
            "draft-item",
            "due-vague",
            "follow-up-overdue",
            "follow-up-without-due",
            "follow-up-without-owner",
            "likelihood-mixed-with-confidence",
            "marking-higher-than-items",
            "marking-lower-than-item",
            "marking-misspelt",
            "participant-without-party",
            "portions-incomplete",
            "request-without-answer-field",
        ),
        "document": (
            "empty-heading",
            "heading-skipped",
            "leftover-tag",
            "link-text-unclear",
            "placeholder-text",
            "portion-above-banner",
        ),
        "evidence": (
            "accounts-differ",
            "due-untranslated",
            "single-side-account",
            "source-unused",
        ),
        "markdown": ("broken-table",),
        "output": (
            "hand-edited",
            "not-reproducible",
            "output-stale",
        ),
        "template": (
            "field-never-printed",
            "list-printed",
            "name-not-in-model",
        ),
        "word": (
            "author-metadata",
            "banner-not-in-body",
            "blank-line-spacing",
            "colour-only-status",
            "comments-left",
            "fake-list",
            "hidden-text",
            "language-missing",
            "low-contrast",
            "merged-cells",
            "picture-without-alt-text",
            "right-to-left-not-flagged",
            "structure-invalid",
            "table-without-header-row",
            "text-box",
            "title-missing",
            "tracked-changes",
        ),
    }
)
"""By group, the rules whose fault a check of this room finds."""
