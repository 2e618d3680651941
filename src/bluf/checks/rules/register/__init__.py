"""Links between briefs."""

from __future__ import annotations
