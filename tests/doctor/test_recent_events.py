"""What the running bot remembers of the last hour, and for how long."""

from __future__ import annotations

from bridge_bot.core.errors import (
    ApiBusy,
    ApiRefused,
    ApiUnreachable,
    PlatformForbidden,
    TurnStopped,
)
from bridge_bot.core.events import (
    AccessBack,
    AccessLost,
    QuestionRefused,
    Service,
    ServiceBack,
    ServiceLost,
    TurnEnded,
)
from bridge_bot.core.model import Origin, TurnState
from bridge_bot.doctor.guild_facts import Lately
from bridge_bot.doctor.recent_events import KEPT_S, MOST_KEPT, RecentEvents


class Clock:
    """A clock that stands until it is set."""

    now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def at(guild_id: int | None) -> Origin:
    """A question on that server."""
    return Origin(1, guild_id, 2, 3)


def ended(guild_id: int, error: Exception | None = None) -> TurnEnded:
    """A turn that is over."""
    state = TurnState.FAILED if error else TurnState.DONE
    return TurnEnded(at(guild_id), state, 1.0, None, 1, error)  # type: ignore[arg-type]


def test_refusals_and_failures_are_counted_by_server_and_reason() -> None:
    recent = RecentEvents(Clock())
    for reason in ("refused-role", "refused-role", "refused-paused"):
        recent(QuestionRefused(at(7), reason))
    recent(QuestionRefused(at(8), "refused-role"))
    recent(QuestionRefused(at(None), "refused-dms"))
    recent(ended(7, ApiBusy("busy")))
    recent(ended(7, PlatformForbidden("no")))
    recent(ended(7, TurnStopped()))  # nothing failed
    refused = {"refused-role": 2, "refused-paused": 1}
    failed = {"error-api-busy": 1, "error-platform-forbidden": 1}
    assert recent.of(7) == Lately(refused, failed)


def test_after_an_hour_it_is_forgotten_but_not_when_an_answer_was_complete() -> None:
    clock = Clock()
    recent = RecentEvents(clock)
    recent(ended(8))
    recent(QuestionRefused(at(7), "refused-role"))
    clock.now_s = KEPT_S
    assert recent.of(7) == Lately(answer_age_s=KEPT_S)


def test_an_outage_lasts_until_the_service_is_back() -> None:
    recent = RecentEvents(Clock())
    recent(ServiceLost(Service.DISCORD, OSError(), 1.0))
    assert recent.of(7).outage == ""
    recent(ServiceLost(Service.CHAT_API, ApiUnreachable("no"), 1.0))
    assert recent.of(7).outage == "error-api-unreachable"
    recent(ServiceBack(Service.CHAT_API, 5.0))
    assert recent.of(7).outage == ""


def test_a_chatbot_that_may_not_be_asked_concerns_who_uses_it() -> None:
    recent = RecentEvents(Clock())
    recent(AccessLost(ApiRefused("no"), "docs"))
    assert recent.of(7).outage == ""
    assert recent.of(7, {"", "docs"}).outage == "error-api-refused"
    recent(AccessBack("docs"))
    assert recent.of(7, {"docs"}).outage == ""


def test_of_very_many_the_oldest_are_dropped() -> None:
    recent = RecentEvents(Clock())
    recent(QuestionRefused(at(7), "refused-role"))
    for _ in range(MOST_KEPT):
        recent(QuestionRefused(at(8), "refused-role"))
    assert recent.of(7).refused == {}
    assert recent.of(8).refused == {"refused-role": MOST_KEPT}
