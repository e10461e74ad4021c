"""The browser tests play on the page, with the real bot behind it; without Chromium they skip."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.browser import chromium

FOLDER = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, so that `make test-browser` runs them and `make test` not."""
    for item in items:
        if item.path.is_relative_to(FOLDER):
            item.add_marker("browser")


@pytest.fixture
def browser_path() -> str:
    """Chromium, or else the test is skipped; where a browser is required, it fails."""
    found = chromium.find()
    if found is None and chromium.required():
        pytest.fail(chromium.HOW_TO_GET_IT)
    if found is None:
        pytest.skip(chromium.HOW_TO_GET_IT)
    return found


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter,
) -> Generator[None, None, None]:
    """Say so, plainly and last of all, if nobody looked at the page."""
    yield
    skipped = [
        report
        for report in terminalreporter.getreports("skipped")
        if isinstance(report, pytest.TestReport) and "tests/browser" in report.nodeid
    ]
    if skipped and chromium.find() is None:
        terminalreporter.section("no browser", sep="!", yellow=True)
        terminalreporter.line(f"{len(skipped)} tests did not run: {chromium.HOW_TO_GET_IT}")
