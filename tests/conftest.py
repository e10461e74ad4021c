"""What every test process begins with, and the order of the tests."""

from __future__ import annotations

import signal

import hypothesis
import pytest

# How long an example takes is the machine's affair, which does other things meanwhile.
hypothesis.settings.register_profile("no deadline", deadline=None)
hypothesis.settings.load_profile("no deadline")

if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    # The tests run under nohup; the programs that they start do not.
    signal.signal(signal.SIGHUP, lambda *_: None)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """End-to-end tests come first, and the longest of them before the others: they mostly wait, and
    leave the processor to what runs beside them.
    """
    items.sort(key=lambda item: ("e2e" not in item.path.parts, item.path.stem != "test_soak"))
