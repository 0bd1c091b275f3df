"""The published sample of `tests/site`, for the commands."""

from __future__ import annotations

from tests.site.conftest import desk, published

__all__ = ["desk", "published"]
