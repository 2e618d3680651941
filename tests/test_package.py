from __future__ import annotations

import bluf


def test_the_package_knows_its_version() -> None:
    assert bluf.__version__.count(".") == 2
