"""A proxy that shares Discord's limits among processes changes nothing of what members see."""

from __future__ import annotations

import asyncio
from pathlib import Path

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.faults import Stall, When
from tests.harness.loopback import Loopback, loopback
from tests.harness.rest_proxy import RestProxy, rest_proxy

WORDS = "word " * 200 + "end"


async def start(system: Loopback, proxy: RestProxy) -> None:
    await system.start(
        DISCORD_API_BASE_URL=proxy.base_url, DISCORD_GATEWAY_URL="", MEMBER_QUESTIONS_PER_MINUTE="0"
    )


async def test_an_answer_comes_whole_and_once_through_a_proxy_that_times_out_and_fails(
    tmp_path: Path,
) -> None:
    """What it answers 408 to, Discord does all the same; its own 429s are waited out."""
    async with (
        loopback(tmp_path, is_accelerated=False) as system,
        rest_proxy(system.discord.api_base_url) as proxy,
    ):
        proxy.timeout_s = 0.5
        await start(system, proxy)
        system.api.default = Script(text=WORDS, chars_per_s=len(WORDS) / 3)
        slow = Stall(When.AFTER)
        system.discord.faults.inject("POST", r"/channels/\d+/messages", slow)
        proxy.failing += [r"PATCH /api/v10/channels/\d+/messages/\d+"] * 2
        thread = await system.thread(system.ask("why?"))
        await system.discord.until(lambda: proxy.answered[408])
        slow.release()
        await system.discord.until(
            lambda: [each.content for each in system.replies(thread)] == [WORDS]
        )
        assert proxy.failing == []
        assert proxy.answered[429] == 2


async def test_many_answers_at_once_are_whole_through_a_proxy_that_tells_no_limits(
    tmp_path: Path,
) -> None:
    """The bot's pace and the proxy's do not add up, and Discord refuses nothing."""
    async with (
        loopback(tmp_path, is_accelerated=False) as system,
        rest_proxy(system.discord.api_base_url, per_second=18) as proxy,
    ):
        system.discord.limits.requests_per_s = 20
        proxy.hides_limits = True
        await start(system, proxy)
        system.api.default = Script(text=WORDS, chars_per_s=len(WORDS) / 3)
        began_s = asyncio.get_running_loop().time()
        channels = [system.world.channels.add(system.guild, f"room-{n}") for n in range(4)]
        for channel in channels * 3:
            system.ask("why?", channel=channel)
        done = "(SELECT count(*) AS n FROM turns WHERE state = 'done') AS done"
        await system.database.until(f"SELECT 1 FROM {done} WHERE n = 12")
        took_s = asyncio.get_running_loop().time() - began_s
        threads = [each for channel in channels for each in system.world.threads.of(channel)]
        # An answer whose thread the proxy holds for two seconds is in the channel.
        places = [*threads, *channels]
        shown = [reply.content for place in places for reply in system.replies(place)]
        assert shown == [WORDS] * 12
        assert took_s < 40
