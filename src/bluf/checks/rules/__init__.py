"""One rule a file; the docstring of the file is its manual."""

from __future__ import annotations
