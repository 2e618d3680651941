"""How laws are tested: by the truth of each example, never by how long it took."""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

os.environ["BLUF_CACHE"] = "off"  # what a test says must not hang on what another one found out
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a hundred processes need not compile all anew

settings.register_profile(
    "bluf",
    deadline=None,  # a busy machine is slow, and none the worse for it
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,  # ours are frozen, or a folder that is overwritten
    ],
)
settings.load_profile("bluf")
