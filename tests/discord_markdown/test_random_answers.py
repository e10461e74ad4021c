"""What Discord reads in the pages of random answers is what these mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.discord_markdown.harness.meaning.faults import faults
from tests.discord_markdown.harness.pages import pages_of
from tests.discord_markdown.harness.random_answers import ANSWER

ONE_PAGE = 40_000
Test = Callable[..., Any]


def check_meaning(source: str) -> None:
    """Nothing is read otherwise, by any reading, but for a style that Discord can't show."""
    pages = pages_of(source, ONE_PAGE)
    found = [fault for fault in faults(source, pages) if not fault.startswith("style lost")]
    assert [fault for fault in found if not fault.startswith("too much drawn")] == [], pages


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(ANSWER)
def test_answers_are_read_as_they_are_meant(source: str) -> None:
    check_meaning(source)


@pytest.mark.slow
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(ANSWER)
def test_many_more_answers_are_read_as_they_are_meant(source: str) -> None:
    check_meaning(source)
