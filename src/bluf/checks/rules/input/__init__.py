"""Files that cannot be read, or not safely."""

from __future__ import annotations
