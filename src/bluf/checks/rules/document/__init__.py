"""Finished files, Word and Markdown alike."""

from __future__ import annotations
