"""Every rule there is; a test compares this table with the folder of rules.

Made by ``scripts/rule_table.py``. Names alone: a rule is loaded when it is run or explained.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

SEARCHING: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "data": (
            "bottom-line-too-long",
            "due-vague",
            "follow-up-overdue",
            "follow-up-without-due",
            "follow-up-without-owner",
            "likelihood-mixed-with-confidence",
            "marking-lower-than-item",
            "marking-misspelt",
            "participant-without-party",
            "request-without-answer-field",
        ),
        "document": (
            "empty-heading",
            "heading-skipped",
            "leftover-tag",
            "link-text-unclear",
            "placeholder-text",
        ),
        "evidence": (
            "accounts-differ",
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
"""By group, the rules that find their fault themselves."""

REPORTED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "data": (
            "bad-id",
            "bad-value",
            "bidi-control",
            "dangling-id",
            "data-syntax",
            "data-type",
            "date-format",
            "duplicate-id",
            "duplicate-key",
            "empty-value",
            "faulty-suppression",
            "impossible-date",
            "language-without-labels",
            "missing-key",
            "mixed-script",
            "participant-unknown-party",
            "unknown-key",
            "unknown-word",
            "unused-suppression",
        ),
        "evidence": (
            "claim-inserted",
            "due-not-in-source",
            "evidence-missing",
            "negation-inserted",
            "negation-left-out",
            "quote-ambiguous",
            "quote-bridges-far",
            "quote-not-in-source",
            "quote-too-short",
            "source-changed",
            "source-file-missing",
            "source-unreadable",
            "strength-overstated",
            "translator-missing",
        ),
        "input": (
            "active-content",
            "bad-character",
            "brief-missing",
            "encoding",
            "external-content",
            "file-format",
            "file-unreadable",
            "limit-exceeded",
            "macro-content",
            "package-encrypted",
            "package-invalid",
            "package-unsupported",
            "xml-unsafe",
        ),
        "output": (
            "item-in-annex",
            "over-one-page",
            "page-estimate-differs",
            "page-too-close",
            "page-unknown",
            "property-differs",
            "structure-differs",
            "style-differs",
            "text-differs",
            "tool-failed",
            "tool-missing",
        ),
        "register": (
            "answered-before-asked",
            "brief-id-twice",
            "carried-after-done",
            "done-before-begun",
            "history-out-of-order",
            "link-circle",
            "link-out-of-order",
            "link-target-missing",
            "link-to-another-kind",
            "link-two-heirs",
            "status-not-in-history",
        ),
        "template": (
            "annex-not-printed",
            "metadata-removed",
            "template-missing",
            "template-syntax",
            "template-unsafe",
            "text-left-out",
            "undefined-name",
            "value-type",
        ),
    }
)
"""By group, the rules whose fault another room finds."""
