"""Sets up each test process, and the order of the tests."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import hypothesis
import pytest

from tests.harness import database

# On a busy machine an example takes longer, which is no failure.
hypothesis.settings.register_profile("no deadline", deadline=None)
hypothesis.settings.load_profile("no deadline")

if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    # pytest was started by nohup. What it ignores, the processes that it starts ignore too, and
    # some tests send them this signal.
    signal.signal(signal.SIGHUP, lambda *_: None)


@pytest.fixture(autouse=bool(database.SERVER_URL))
def databases_dropped() -> Iterator[None]:
    """Leave no database of a test on the server."""
    yield
    database.drop_databases()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about the other engine, and put end-to-end tests first, the longest of them
    before the others.

    They mostly wait, so other tests use the processor meanwhile, and none is left at the end.
    """
    other = "sqlite" if database.SERVER_URL else "postgres"
    left_out = [
        item for item in items if item.get_closest_marker(other) or other in item.nodeid.split("/")
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]
    items.sort(key=lambda item: ("e2e" not in item.path.parts, item.path.stem != "test_soak"))
