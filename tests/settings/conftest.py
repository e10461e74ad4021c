"""A `.env` of one test."""

from __future__ import annotations

import os
from pathlib import Path

import pytest


@pytest.fixture
def dotenv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a `.env` may be written; the environment is empty."""
    monkeypatch.setattr(os, "environ", {})
    return tmp_path / ".env"
