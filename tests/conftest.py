"""How the tests are shared out to processes that run at once, and what those begin with."""

from __future__ import annotations

import signal

import pytest
from xdist.remote import Producer  # type: ignore[import-untyped]
from xdist.scheduler import LoadScopeScheduling  # type: ignore[import-untyped]

if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    # The tests run under nohup; the programs that they start do not.
    signal.signal(signal.SIGHUP, lambda *_: None)

_TOGETHER = ("tests/test_wheel.py",)  # what they need is built and installed once


class _Scheduling(LoadScopeScheduling):  # type: ignore[misc]
    """Whoever is free takes the next test, whichever file it is in; but for those files."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if file in _TOGETHER else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> _Scheduling:
    """See above."""
    return _Scheduling(config, log)
