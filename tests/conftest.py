"""Sets up each test process, and the order of the tests."""

from __future__ import annotations

import signal

import hypothesis
import pytest

# On a busy machine an example takes longer, which is no failure.
hypothesis.settings.register_profile("no deadline", deadline=None)
hypothesis.settings.load_profile("no deadline")

if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    # pytest was started by nohup. What it ignores, the processes that it starts ignore too, and
    # some tests send them this signal.
    signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put end-to-end tests first, and the longest of them before the others.

    They mostly wait, so other tests use the processor meanwhile, and none is left at the end.
    """
    items.sort(key=lambda item: ("e2e" not in item.path.parts, item.path.stem != "test_soak"))
