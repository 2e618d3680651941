"""What was built, against what the data gives."""

from __future__ import annotations
