"""Sets up each test process, and the order of the tests."""

from __future__ import annotations

import functools
import gc
import signal
from collections.abc import Callable, Iterator

import hypothesis
import pytest

from tests.harness import database, discord_openapi, temporary_files
from tests.harness.loop_time import AcceleratedLoop

temporary_files.use_memory()

# `make test-slow` looks at many. On a busy machine an example takes longer, which is no failure.
hypothesis.settings.register_profile("few", deadline=None, max_examples=30)
hypothesis.settings.register_profile("many", deadline=None, max_examples=500)
hypothesis.settings.load_profile("few")

if signal.getsignal(signal.SIGHUP) is signal.SIG_IGN:
    # pytest was started by nohup. What it ignores, the processes that it starts ignore too, and
    # some tests send them this signal.
    signal.signal(signal.SIGHUP, lambda *_: None)


ALONE = ("tests/core/", "tests/discord_adapter/", "tests/sandbox/")
"""Tests that talk to stand-ins in their own process."""

_accelerated_loop = functools.partial(AcceleratedLoop, accelerated=True)


@pytest.fixture(autouse=bool(database.SERVER_URL))
def databases_dropped() -> Iterator[None]:
    """Leave no database of a test on the server."""
    yield
    database.drop_databases()


def pytest_asyncio_loop_factories(item: pytest.Item) -> dict[str, Callable[[], AcceleratedLoop]]:
    """Run the tests in a loop whose clock can run faster, and does so from the start where all that
    a test waits for is in its own process.
    """
    alone = not database.SERVER_URL and item.nodeid.startswith(ALONE)
    return {"accelerated": _accelerated_loop if alone else AcceleratedLoop}


def pytest_report_header() -> str:
    """Say whether the bot's requests are judged by Discord's description of its API."""
    return discord_openapi.report_header()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about the other engine, and spread the tests that mostly wait evenly among
    those that use the processor.

    So neither the workers nor the processor are idle. The longest comes first, and none is left
    for the end.
    """
    other = "sqlite" if database.SERVER_URL else "postgres"
    left_out = {
        item for item in items if item.get_closest_marker(other) or other in item.nodeid.split("/")
    }
    config.hook.pytest_deselected(items=[*left_out])
    items[:] = [item for item in items if item not in left_out]
    waiting = [item for item in items if _waits(item)]
    waiting.sort(key=lambda item: item.path.stem != "test_soak")
    position = {item: number / len(waiting) * 0.9 for number, item in enumerate(waiting)}
    others = [item for item in items if item not in position]
    position.update((item, number / len(others)) for number, item in enumerate(others))
    items.sort(key=position.__getitem__)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Iterator[None]:
    """Keep the garbage collector from going through all that is loaded, again and again."""
    gc.disable()
    yield
    gc.freeze()
    gc.enable()


def _waits(item: pytest.Item) -> bool:
    """Whether a test mostly waits: for the clock, or for other processes."""
    return "e2e" in item.path.parts or item.path.stem in {"test_cli", "test_serve"}
