"""One-page policy briefs from the record of a meeting, every line proven against its source."""

from __future__ import annotations

__version__ = "0.1.0"
