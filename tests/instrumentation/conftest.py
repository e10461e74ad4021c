"""The log of one test."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from tests.harness.written_log import WrittenLog


@pytest.fixture
def log() -> Iterator[WrittenLog]:
    root, ours = logging.getLogger(), logging.getLogger("bridge_bot")
    before = root.handlers[:], root.level, ours.level
    yield WrittenLog()
    root.handlers[:], root.level, ours.level = before
