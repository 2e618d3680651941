"""Finished Markdown files."""

from __future__ import annotations
