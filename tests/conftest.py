"""How laws are tested: by the truth of each example, never by how long it took."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import pytest

os.environ["BLUF_CACHE"] = "off"  # what a test says must not hang on what another one found out
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a hundred processes need not compile all anew

settings.register_profile(
    "thorough",
    deadline=None,  # a busy machine is slow, and none the worse for it
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,  # ours are frozen, or a folder that is overwritten
    ],
)
settings.register_profile("quick", settings.get_profile("thorough"), max_examples=25)


def pytest_configure(config: pytest.Config) -> None:
    """Where all tests run (``-m ""``), laws are tried on four times as many examples."""
    settings.load_profile("quick" if config.option.markexpr else "thorough")
