"""The metrics: their names, which other programs rely on, their labels, and what each tells.

The reference in `docs/operating.md` is made of this table.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from bridge_bot.instrumentation.metrics import label_values as values

_WAITS_S = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0)
_ANSWERS_S = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, 10.0, 20.0, 60.0, 300.0)


class Kind(enum.StrEnum):
    """What a metric is to Prometheus."""

    COUNTER = "counter"
    GAUGE = "gauge"
    HISTOGRAM = "histogram"


@dataclass(frozen=True, slots=True)
class Metric:
    """A metric. `labels` has the values that each label can have, `buckets` a histogram's bounds.

    A label without values has those that are known only while the bot runs: the shards.
    """

    name: str
    kind: Kind
    help: str
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    buckets: tuple[float, ...] = ()


TURNS = Metric(
    "bridge_bot_turns_total",
    Kind.COUNTER,
    "Attempts at answering a question that are over. ending and queued: left to a later try.",
    {"state": values.STATES},
)
FIRST_TEXT = Metric(
    "bridge_bot_first_text_seconds",
    Kind.HISTOGRAM,
    "From the moment that a question is queued to the first text of its answer.",
    buckets=_ANSWERS_S,
)
READER_DELAY = Metric(
    "bridge_bot_reader_delay_seconds",
    Kind.HISTOGRAM,
    "The mean time of an answer's words from their arrival until they can be read in Discord.",
    buckets=_ANSWERS_S,
)
EDITS = Metric(
    "bridge_bot_edits_per_answer",
    Kind.HISTOGRAM,
    "How often the messages of an answer were edited.",
    buckets=(1, 2, 5, 10, 15, 20, 30, 50, 100, 200),
)
DISCORD_REQUESTS = Metric(
    "bridge_bot_discord_requests_total",
    Kind.COUNTER,
    "Requests to Discord's REST API, by the status of the response.",
    {"route": values.ROUTES, "status": values.STATUSES},
)
DISCORD_LIMITED = Metric(
    "bridge_bot_discord_limited_total",
    Kind.COUNTER,
    "Requests that Discord answered with 429, by whose limit was met.",
    {"scope": values.SCOPES},
)
DISCORD_WAIT = Metric(
    "bridge_bot_discord_wait_seconds",
    Kind.HISTOGRAM,
    "How long the bot has held a request back, to keep Discord's limits.",
    {"priority": values.PRIORITIES},
    _WAITS_S,
)
FIRST_BYTE = Metric(
    "bridge_bot_chat_api_first_byte_seconds",
    Kind.HISTOGRAM,
    "From a request to the Chat API to the first byte of its answer.",
    buckets=_ANSWERS_S,
)
API_ERRORS = Metric(
    "bridge_bot_chat_api_errors_total",
    Kind.COUNTER,
    "Requests to the Chat API that failed, by the class of the error that the log names.",
    {"kind": values.API_ERRORS},
)
GATEWAY_LATENCY = Metric(
    "bridge_bot_gateway_latency_seconds",
    Kind.GAUGE,
    "How long Discord's gateway took to answer the last heartbeat. NaN: it is not known.",
    {"shard": ()},
)
EVENTS_SKIPPED = Metric(
    "bridge_bot_gateway_events_skipped_total",
    Kind.COUNTER,
    "Events of Discord's that could not be read.",
    {"event": values.EVENTS},
)
EVENT_LOOP_LAG = Metric(
    "bridge_bot_event_loop_lag_seconds",
    Kind.HISTOGRAM,
    "How much later than due the event loop comes to a task, measured twice a second.",
    buckets=(0.001, 0.0025, *_WAITS_S),
)
QUESTIONS_WAITING = Metric(
    "bridge_bot_questions_waiting",
    Kind.GAUGE,
    "Accepted questions whose answer has not been begun.",
)
QUESTIONS_REFUSED = Metric(
    "bridge_bot_questions_refused_total",
    Kind.COUNTER,
    "Questions that were not accepted, by the key of what their askers were told.",
    {"reason": values.REFUSALS},
)
VOTES = Metric(
    "bridge_bot_votes_total",
    Kind.COUNTER,
    "Votes of members on answers; who changes theirs counts again.",
    {"vote": values.VOTES},
)
READY = Metric(
    "bridge_bot_ready", Kind.GAUGE, "1 while /readyz says that the bot is ready, else 0."
)

METRICS = (
    *(TURNS, FIRST_TEXT, READER_DELAY, EDITS),
    *(DISCORD_REQUESTS, DISCORD_LIMITED, DISCORD_WAIT),
    *(FIRST_BYTE, API_ERRORS),
    *(GATEWAY_LATENCY, EVENTS_SKIPPED),
    *(EVENT_LOOP_LAG, QUESTIONS_WAITING, QUESTIONS_REFUSED, VOTES, READY),
)
