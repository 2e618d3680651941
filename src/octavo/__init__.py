"""Word and Markdown documents: templates, text, comparison, pages."""

from __future__ import annotations
