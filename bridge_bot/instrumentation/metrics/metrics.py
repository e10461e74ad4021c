"""The metrics as Prometheus reads them, and the sink that counts events into them.

Only a bot with a health port imports this, and so `prometheus_client`.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    disable_created_metrics,
)
from prometheus_client.exposition import choose_encoder

from bridge_bot.core.errors import AnswerError, BridgeError
from bridge_bot.core.events import (
    AnswerReached,
    AskedAgain,
    Event,
    EventSkipped,
    QuestionRefused,
    RequestEnded,
    RequestLimited,
    RequestPermitted,
    TurnEnded,
    VoteCast,
)
from bridge_bot.instrumentation.metrics import definitions
from bridge_bot.instrumentation.metrics.definitions import Metric
from bridge_bot.instrumentation.metrics.label_values import (
    API_ERRORS,
    EVENTS,
    REFUSALS,
    ROUTES,
    known,
    status_label,
)

Collector = TypeVar("Collector", Counter, Gauge, Histogram)


class Metrics:
    """All metrics of one process.

    `latencies_s` gives those of the gateway's shards by their ids, `waiting` how many questions
    wait, and `is_ready` whether the bot is ready; they are called when the metrics are read.
    """

    def __init__(
        self,
        *,
        latencies_s: Callable[[], Mapping[int, float]],
        waiting: Callable[[], int],
        is_ready: Callable[[], bool],
    ) -> None:
        # Each series would have a second one, of when it began.
        disable_created_metrics()  # type: ignore[no-untyped-call]
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._latencies_s = latencies_s
        self._turns = self._made(Counter, definitions.TURNS)
        self._first_text = self._made(Histogram, definitions.FIRST_TEXT)
        self._reader_delay = self._made(Histogram, definitions.READER_DELAY)
        self._edits = self._made(Histogram, definitions.EDITS)
        self._requests = self._made(Counter, definitions.DISCORD_REQUESTS)
        self._limited = self._made(Counter, definitions.DISCORD_LIMITED)
        self._wait = self._made(Histogram, definitions.DISCORD_WAIT)
        self._first_byte = self._made(Histogram, definitions.FIRST_BYTE)
        self._api_errors = self._made(Counter, definitions.API_ERRORS)
        self._latency = self._made(Gauge, definitions.GATEWAY_LATENCY)
        self._skipped = self._made(Counter, definitions.EVENTS_SKIPPED)
        self._lag = self._made(Histogram, definitions.EVENT_LOOP_LAG)
        self._made(Gauge, definitions.QUESTIONS_WAITING).set_function(waiting)
        self._refused = self._made(Counter, definitions.QUESTIONS_REFUSED)
        self._votes = self._made(Counter, definitions.VOTES)
        self._made(Gauge, definitions.READY).set_function(is_ready)
        self._counts: dict[type[Event], Callable[[Any], None]] = {
            AnswerReached: self._answer_reached,
            AskedAgain: self._asked_again,
            EventSkipped: self._event_skipped,
            QuestionRefused: self._question_refused,
            RequestEnded: self._request_ended,
            RequestLimited: self._request_limited,
            RequestPermitted: self._request_permitted,
            TurnEnded: self._turn_ended,
            VoteCast: self._vote_cast,
        }

    def observe(self, event: Event) -> None:
        """The sink: count an event, if anything is to be counted of its kind."""
        count = self._counts.get(type(event))
        if count is not None:
            count(event)

    def observe_lag(self, lag_s: float) -> None:
        """The event loop came to a task so many seconds late."""
        self._lag.observe(lag_s)

    def exposition(self, accept: str) -> tuple[bytes, str]:
        """All metrics in the form that the header `Accept` asks for, and its content type."""
        for shard, latency_s in (self._latencies_s() or {0: math.nan}).items():
            self._latency.labels(str(shard)).set(latency_s)
        try:
            encode, content_type = choose_encoder(accept)
        except TypeError:  # it has a version that is no version
            encode, content_type = choose_encoder("")
        return encode(self._registry), content_type

    def _made(self, kind: type[Collector], metric: Metric) -> Collector:
        """The collector of a metric, with each series that it will have."""
        options: dict[str, Any] = {"buckets": metric.buckets} if metric.buckets else {}
        collector = kind(
            metric.name, metric.help, tuple(metric.labels), registry=self._registry, **options
        )
        if metric.labels:
            for labels in itertools.product(*metric.labels.values()):
                collector.labels(*labels)
        return collector

    def _answer_reached(self, event: AnswerReached) -> None:
        self._first_byte.observe(event.after_s)

    def _asked_again(self, event: AskedAgain) -> None:
        self._api_failed(event.error)

    def _event_skipped(self, event: EventSkipped) -> None:
        self._skipped.labels(known(event.event, EVENTS)).inc()

    def _question_refused(self, event: QuestionRefused) -> None:
        self._refused.labels(known(event.reason, REFUSALS)).inc()

    def _request_ended(self, event: RequestEnded) -> None:
        self._requests.labels(known(event.route, ROUTES), status_label(event.status)).inc()

    def _request_limited(self, event: RequestLimited) -> None:
        self._limited.labels(str(event.scope)).inc()

    def _request_permitted(self, event: RequestPermitted) -> None:
        self._wait.labels(event.priority.name.lower()).observe(event.waited_s)

    def _turn_ended(self, event: TurnEnded) -> None:
        self._turns.labels(str(event.state)).inc()
        if event.first_text_s is not None:
            self._first_text.observe(event.first_text_s)
        if event.reader_delay_s is not None:
            self._reader_delay.observe(event.reader_delay_s)
            self._edits.observe(event.edits)
        self._api_failed(event.error)

    def _vote_cast(self, event: VoteCast) -> None:
        self._votes.labels(str(event.vote)).inc()

    def _api_failed(self, error: BridgeError | None) -> None:
        if isinstance(error, AnswerError):
            self._api_errors.labels(known(type(error).__name__, API_ERRORS)).inc()
