"""Each part is told what the settings say."""

from __future__ import annotations

import pytest

from bridge_bot.core.policy.daily_limits import DailyLimits
from bridge_bot.discord_adapter.client_options import DISCORD_API_BASE_URL
from bridge_bot.options import client_options, daily_limits, policy, proxies_in_use
from tests.harness.settings import run_settings

LAB, ANNEX = 1234567890123456789, 2234567890123456789


@pytest.mark.parametrize(
    ("environ", "name", "value"),
    [
        ({}, "api_base_url", DISCORD_API_BASE_URL),
        (
            {"DISCORD_API_BASE_URL": "http://127.0.0.1:1/api/v10"},
            "api_base_url",
            "http://127.0.0.1:1/api/v10",
        ),
        ({}, "message_content", True),
        ({"MESSAGE_CONTENT": "false"}, "message_content", False),
        ({"ALLOWED_GUILDS": f"{LAB},{ANNEX}"}, "allowed_guilds", {LAB, ANNEX}),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "0,1"}, "shard_count", 4),
        ({"SHARD_COUNT": "4", "SHARD_IDS": "0,1"}, "shard_ids", (0, 1)),
        ({"CATCH_UP_HOURS": "2"}, "catch_up_hours", 2.0),
    ],
)
def test_what_the_connection_is_told_of_the_settings(
    environ: dict[str, str], name: str, value: object
) -> None:
    assert getattr(client_options(run_settings(**environ)), name) == value


@pytest.mark.parametrize(
    ("environ", "guild_ids", "direct", "refusal"),
    [
        ({}, {ANNEX}, False, None),
        ({}, set(), True, None),
        ({"ALLOWED_GUILDS": f"{LAB}"}, {ANNEX}, False, "refused-guild"),
        ({"ALLOWED_GUILDS": f"{LAB}"}, {LAB}, False, None),
        ({"ALLOWED_GUILDS": f"{LAB}"}, {ANNEX}, True, "refused-dms-stranger"),
        ({"ALLOW_DMS": "false"}, set(), True, "refused-dms"),
    ],
)
def test_what_the_policy_is_told_of_the_settings(
    environ: dict[str, str], guild_ids: set[int], direct: bool, refusal: str | None
) -> None:
    found = policy(run_settings(**environ), lambda _: None).check_place(
        3, frozenset(guild_ids), direct=direct, now_s=0.0
    )
    assert (found and found.text_key) == refusal


@pytest.mark.parametrize(
    ("environ", "limits"),
    [
        ({}, DailyLimits(0, 0, 0)),
        (
            {
                "MEMBER_QUESTIONS_PER_DAY": "1",
                "GUILD_QUESTIONS_PER_DAY": "2",
                "QUESTIONS_PER_DAY": "3",
            },
            DailyLimits(per_member=1, per_guild=2, in_all=3),
        ),
    ],
)
def test_what_the_limits_of_the_day_are_told_of_the_settings(
    environ: dict[str, str], limits: DailyLimits
) -> None:
    assert daily_limits(run_settings(**environ)) == limits


OWN = {"DISCORD_PROXY": "http://me:hunter2@d:1", "CHAT_API_PROXY": "http://c:1"}
ENVIRONMENT = {"HTTPS_PROXY": "http://me:hunter2@s:1", "HTTP_PROXY": "http://p:1"}


@pytest.mark.parametrize(
    ("environ", "told"),
    [
        ({}, "none"),
        (ENVIRONMENT | {"NO_PROXY": "*"}, "none"),
        (ENVIRONMENT | {"DISCORD_PROXY": "none", "CHAT_API_PROXY": "none"}, "none"),
        (
            ENVIRONMENT | OWN,
            (
                "Discord by http://d:1 (DISCORD_PROXY), the Chat API by http://c:1"
                " (CHAT_API_PROXY), Discord's gateway by http://d:1 (DISCORD_PROXY)"
            ),
        ),
        (
            ENVIRONMENT | {"NO_PROXY": "discord.gg"},
            (
                "Discord by http://s:1 (HTTPS_PROXY), the Chat API by http://s:1 (HTTPS_PROXY),"
                " Discord's gateway by none"
            ),
        ),
        (
            ENVIRONMENT | {"DISCORD_API_BASE_URL": "http://h/v10", "CHAT_API_PROXY": "none"},
            "Discord by http://p:1 (HTTP_PROXY), the Chat API by none",
        ),
    ],
)
def test_which_proxies_are_used_is_told_without_a_password(
    environ: dict[str, str], told: str
) -> None:
    assert proxies_in_use(run_settings(**environ)) == f"proxies: {told}"
