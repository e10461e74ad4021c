"""When the bot is ready, and what it says where it is not."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import ApiTimeout
from bridge_bot.core.events import AnswerBegan, AskedAgain, AskingPaused, AskingResumed, TurnEnded
from bridge_bot.core.gateway.shards import GatewayReport
from bridge_bot.core.model import Origin, TurnState
from bridge_bot.instrumentation.health.readiness import Readiness

HEARD = GatewayReport((0, 1), (), (), (), 12.34)
ORIGIN = Origin(question_id=11, guild_id=22, channel_id=33, member_id=44)


class Bot:
    """One whose gateway is as the test says."""

    def __init__(self, gateway: GatewayReport = HEARD) -> None:
        self.now_s = 100.0
        self.readiness = Readiness(lambda: gateway, lambda: self.now_s)

    @property
    def reasons(self) -> tuple[str, ...]:
        return self.readiness.report().reasons


def test_it_is_ready_once_the_schema_is_verified_and_until_it_stops() -> None:
    bot = Bot()
    assert bot.reasons == ("schema_not_verified",)
    bot.readiness.schema_verified()
    assert bot.readiness.report().is_ready
    bot.readiness.stopping()
    assert bot.reasons == ("stopping",)


@pytest.mark.parametrize(
    ("gateway", "reason"),
    [
        (GatewayReport((), (), (), (), None), "gateway_not_connected"),
        (GatewayReport((0, 1), (1,), (), (), 1.0), "gateway_not_connected"),
        (GatewayReport((0, 1), (), (1,), (), 56.0), "gateway_silent"),
        (GatewayReport((0, 1), (), (), (0,), 1.0), "gateway_deaf"),
    ],
)
def test_a_gateway_that_is_not_heard_makes_it_not_ready(
    gateway: GatewayReport, reason: str
) -> None:
    bot = Bot(gateway)
    bot.readiness.schema_verified()
    assert bot.reasons == (reason,)


def test_the_chat_apis_last_result_is_a_field_and_no_reason() -> None:
    bot, error = Bot(), ApiTimeout("first_byte", 60)
    bot.readiness.schema_verified()
    assert bot.readiness.report().chat_api is None
    for event, result in (
        (AskedAgain(ORIGIN, error, 1.0), "ApiTimeout"),
        (AnswerBegan(ORIGIN, 0.5), "ok"),
        (TurnEnded(ORIGIN, TurnState.FAILED, 1.0, None, 0, error), "ApiTimeout"),
        (TurnEnded(ORIGIN, TurnState.DONE, 1.0, 0.5, 1), "ApiTimeout"),
    ):
        bot.readiness.observe(event)
        bot.now_s += 2.0
        report = bot.readiness.report()
        assert report.chat_api is not None
        assert report.chat_api[0] == result
        assert report.is_ready


def test_all_of_it_stands_in_the_body() -> None:
    bot = Bot()
    bot.readiness.observe(AskingPaused(1000))
    bot.readiness.observe(AnswerBegan(ORIGIN, 0.5))
    bot.now_s += 1.25
    assert bot.readiness.report().as_json() == {
        "ready": False,
        "reasons": ["schema_not_verified"],
        "gateway": {
            "shards": 2,
            "disconnected": [],
            "silent": [],
            "deaf": [],
            "elsewhere": [],
            "heard_s": 12.3,
        },
        "schema_verified": False,
        "paused": True,
        "chat_api": {"last_result": "ok", "age_s": 1.2},
    }
    bot.readiness.observe(AskingResumed())
    assert not bot.readiness.report().is_paused
