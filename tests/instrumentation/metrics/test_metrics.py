"""Each series is there from the start, and each event counts where it belongs."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bridge_bot.core.errors import ApiTimeout, StoreError
from bridge_bot.core.events import (
    AnswerReached,
    AskedAgain,
    Event,
    EventSkipped,
    LimitScope,
    QuestionRefused,
    RequestEnded,
    RequestLimited,
    RequestPermitted,
    TurnEnded,
    VoteCast,
)
from bridge_bot.core.model import Origin, TurnState, Vote
from bridge_bot.core.ports import Priority
from bridge_bot.instrumentation.metrics.definitions import METRICS, Kind
from bridge_bot.instrumentation.metrics.metrics import Metrics

Series = dict[tuple[str, frozenset[tuple[str, str]]], float]

CONTRACT = {
    "bridge_bot_turns_total": {"state"},
    "bridge_bot_first_text_seconds": set(),
    "bridge_bot_reader_delay_seconds": set(),
    "bridge_bot_edits_per_answer": set(),
    "bridge_bot_discord_requests_total": {"route", "status"},
    "bridge_bot_discord_limited_total": {"scope"},
    "bridge_bot_discord_wait_seconds": {"priority"},
    "bridge_bot_chat_api_first_byte_seconds": set(),
    "bridge_bot_chat_api_errors_total": {"kind"},
    "bridge_bot_gateway_latency_seconds": {"shard"},
    "bridge_bot_gateway_events_skipped_total": {"event"},
    "bridge_bot_event_loop_lag_seconds": set(),
    "bridge_bot_questions_waiting": set(),
    "bridge_bot_questions_refused_total": {"reason"},
    "bridge_bot_votes_total": {"vote"},
}
"""The names and labels that other programs rely on."""

ORIGIN = Origin(question_id=11, guild_id=22, channel_id=33, member_id=44)
TIMEOUT = ApiTimeout("first_byte", 60)


def new_metrics(
    latencies_s: Callable[[], dict[int, float]] = dict, *, is_ready: bool = True
) -> Metrics:
    return Metrics(latencies_s=latencies_s, waiting=lambda: 7, is_ready=lambda: is_ready)


def series_of(metrics: Metrics) -> Series:
    """Each series of the bot's own with its value."""
    text = metrics.exposition("text/plain")[0].decode()
    return {
        (sample.name, frozenset(sample.labels.items())): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
        if sample.name.startswith("bridge_bot_")
    }


def changed_by(*events: Event) -> dict[str, float]:
    """The series that these events change but for the buckets, and by how much."""
    metrics = new_metrics()
    before = series_of(metrics)
    for event in events:
        metrics.observe(event)
    after = series_of(metrics)
    assert after.keys() == before.keys()
    return {
        name + "".join(f"{{{label}={value}}}" for label, value in sorted(labels)): value
        - before[name, labels]
        for (name, labels), value in after.items()
        if value != before[name, labels] and not math.isnan(value) and not name.endswith("_bucket")
    }


def test_the_names_and_labels_are_those_that_other_programs_rely_on() -> None:
    defined = {metric.name: set(metric.labels) for metric in METRICS}
    assert CONTRACT.items() <= defined.items()
    assert set(defined) - set(CONTRACT) == {"bridge_bot_ready"}


def test_each_series_is_there_from_the_start() -> None:
    series = series_of(new_metrics())
    for metric in METRICS:
        name = metric.name + ("_count" if metric.kind is Kind.HISTOGRAM else "")
        values = [[(label, each) for each in values] for label, values in metric.labels.items()]
        for labels in itertools.product(*values):
            assert (name, frozenset(labels or ())) in series or "shard" in metric.labels
    assert ("bridge_bot_gateway_latency_seconds", frozenset({("shard", "0")})) in series


TABLE: list[tuple[Event, dict[str, float]]] = [
    (
        TurnEnded(ORIGIN, TurnState.DONE, 9.0, 1.5, 2, edits=12, reader_delay_s=0.5),
        {
            "bridge_bot_turns_total{state=done}": 1,
            "bridge_bot_first_text_seconds_count": 1,
            "bridge_bot_first_text_seconds_sum": 1.5,
            "bridge_bot_edits_per_answer_count": 1,
            "bridge_bot_edits_per_answer_sum": 12,
            "bridge_bot_reader_delay_seconds_count": 1,
            "bridge_bot_reader_delay_seconds_sum": 0.5,
        },
    ),
    (
        TurnEnded(ORIGIN, TurnState.FAILED, 9.0, None, 1, TIMEOUT),
        {
            "bridge_bot_turns_total{state=failed}": 1,
            "bridge_bot_chat_api_errors_total{kind=ApiTimeout}": 1,
        },
    ),
    (
        TurnEnded(ORIGIN, TurnState.FAILED, 9.0, None, 1, StoreError("full")),
        {"bridge_bot_turns_total{state=failed}": 1},
    ),
    (
        AskedAgain(ORIGIN, TIMEOUT, 1.0),
        {"bridge_bot_chat_api_errors_total{kind=ApiTimeout}": 1},
    ),
    (
        AnswerReached(0.25),
        {
            "bridge_bot_chat_api_first_byte_seconds_count": 1,
            "bridge_bot_chat_api_first_byte_seconds_sum": 0.25,
        },
    ),
    (
        RequestEnded("POST /channels/{id}/messages", 200),
        {"bridge_bot_discord_requests_total{route=POST /channels/{id}/messages}{status=2xx}": 1},
    ),
    (
        RequestEnded("GET /channels/1793700000000/never-heard-of", None),
        {"bridge_bot_discord_requests_total{route=other}{status=none}": 1},
    ),
    (
        RequestLimited(LimitScope.SHARED, "POST /channels/{id}/messages", 1.0, 50),
        {"bridge_bot_discord_limited_total{scope=shared}": 1},
    ),
    (
        RequestPermitted(Priority.FIRST_TEXT, 0.5),
        {
            "bridge_bot_discord_wait_seconds_count{priority=first_text}": 1,
            "bridge_bot_discord_wait_seconds_sum{priority=first_text}": 0.5,
        },
    ),
    (
        EventSkipped("MESSAGE_CREATE", ValueError()),
        {"bridge_bot_gateway_events_skipped_total{event=MESSAGE_CREATE}": 1},
    ),
    (
        EventSkipped("1793700000000", ValueError()),
        {"bridge_bot_gateway_events_skipped_total{event=other}": 1},
    ),
    (
        QuestionRefused(ORIGIN, "refused-role"),
        {"bridge_bot_questions_refused_total{reason=refused-role}": 1},
    ),
    (VoteCast(ORIGIN, Vote.DOWN, is_change=True), {"bridge_bot_votes_total{vote=down}": 1}),
    (
        QuestionRefused(ORIGIN, "of a later version"),
        {"bridge_bot_questions_refused_total{reason=other}": 1},
    ),
]


@pytest.mark.parametrize(("event", "changes"), TABLE, ids=[str(event)[:60] for event, _ in TABLE])
def test_each_event_counts_and_makes_no_series_that_was_not_there(
    event: Event, changes: dict[str, float]
) -> None:
    assert changed_by(event) == changes


def test_what_is_asked_for_when_the_metrics_are_read() -> None:
    metrics = new_metrics(lambda: {0: 0.05, 3: math.nan}, is_ready=False)
    metrics.observe_lag(0.25)
    series = series_of(metrics)
    assert series["bridge_bot_questions_waiting", frozenset()] == 7
    assert series["bridge_bot_ready", frozenset()] == 0
    assert series["bridge_bot_gateway_latency_seconds", frozenset({("shard", "0")})] == 0.05
    assert math.isnan(series["bridge_bot_gateway_latency_seconds", frozenset({("shard", "3")})])
    assert series["bridge_bot_event_loop_lag_seconds_sum", frozenset()] == 0.25


def test_prometheus_may_ask_for_either_form() -> None:
    metrics = new_metrics()
    assert metrics.exposition("")[1].startswith("text/plain; version=0.0.4")
    body, content_type = metrics.exposition("application/openmetrics-text; version=1.0.0")
    assert content_type.startswith("application/openmetrics-text; version=1.0.0")
    assert body.endswith(b"# EOF\n")


@pytest.mark.parametrize("kind", ["text/plain", "application/openmetrics-text"])
@pytest.mark.parametrize("version", ["abc", "1.", "1.0.0a", "2.a", "2.0.\N{SUPERSCRIPT TWO}"])
def test_a_version_that_is_none_gets_no_error(kind: str, version: str) -> None:
    assert new_metrics().exposition(f"{kind};version={version}")[0]
