"""What answers in Discord's place, such as a firewall, is not believed at any route."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from bridge_bot.sandbox.discord.faults import Fault, Stall, StubbedResponse, When
from tests.harness.loopback import Loopback, loopback

EMPTY: Any = []
PAGE = "<html>Access denied</html>"
FAULTS: dict[str, Fault] = {
    "a 401 page": StubbedResponse(401, PAGE),
    "a 401 without a word": StubbedResponse(401, {}),
    "a 403 page": StubbedResponse(403, PAGE),
    "a 404 page": StubbedResponse(404, PAGE),
    "a page with status 200": StubbedResponse(200, PAGE),
    "nothing with status 200": StubbedResponse(200, ""),
    "JSON of another kind": StubbedResponse(200, {"status": "ok"}),
    "a list": StubbedResponse(200, EMPTY),
    "JSON without a code": StubbedResponse(403, {"error": "denied"}),
    "errors of another shape": StubbedResponse(400, {"code": 0, "message": "no", "errors": ["no"]}),
    "a redirection": StubbedResponse(302, PAGE, {"Location": "/login"}),
    "a 429 that does not say how long": StubbedResponse(
        429, {"message": "slow down"}, {"Via": "1.1 proxy", "X-RateLimit-Scope": "user"}
    ),
    "a window without its end": StubbedResponse(200, {}, {"X-RateLimit-Remaining": "3"}),
    "a window of words": StubbedResponse(
        200, {}, {"X-RateLimit-Limit": "some", "X-RateLimit-Remaining": "few"}
    ),
}
AT_THE_START = {
    "logging in": ("GET", r"/users/@me"),
    "the application": ("GET", r"/oauth2/applications/@me"),
    "the gateway": ("GET", r"/gateway/bot"),
    "the commands": ("PUT", r"/applications/\d+/commands"),
}
FEW = ["a 401 page", "a page with status 200", "a 429 that does not say how long"]


def each(faults: list[str]) -> list[object]:
    """Those faults, and the others in the slow suite."""
    return [pytest.param(name, marks=[] if name in faults else pytest.mark.slow) for name in FAULTS]


async def asks_by_command(system: Loopback) -> None:
    """A question by command is answered, which takes the commands that Discord was told."""
    used = system.world.commands.use(system.channel, system.ann, "ask", {"question": "by command?"})
    await system.discord.until(lambda: used.responses, 30.0)
    await system.discord.until(lambda: system.world.threads.of(system.channel))
    (thread,) = system.world.threads.of(system.channel)
    await system.reads(thread, "You asked: by command?")


@pytest.mark.parametrize("fault", each(FEW))
async def test_a_start_comes_about_whatever_answers_once_in_discords_place(
    tmp_path: Path, fault: str
) -> None:
    async with loopback(tmp_path, most_429s=9, skips_events=True) as system:
        for method, path in AT_THE_START.values():
            system.discord.faults.inject(method, path, FAULTS[fault])
        bot = await system.launch()
        await system.discord.bot_ready(60.0)
        await system.discord.until(lambda: system.discord.world.state.commands, 60.0)
        await asks_by_command(system)
        assert bot.returncode is None


@pytest.mark.parametrize("fault", each(FEW))
async def test_who_belongs_to_a_server_is_asked_until_discord_tells(
    tmp_path: Path, fault: str
) -> None:
    """Who does not, is not let in by a page."""
    async with loopback(tmp_path, most_429s=9, skips_events=True) as system:
        await system.start(ALLOWED_GUILDS=str(system.guild.id))
        elsewhere = system.world.add_guild("Elsewhere")
        stranger = system.world.people.add(elsewhere, "Bob")
        for member, words in ((system.ann, "turn 1"), (stranger, "server")):
            path = rf"/guilds/{system.guild.id}/members/{member.user.id}"
            system.discord.faults.inject("GET", path, FAULTS[fault])
            direct = system.world.channels.open_dm(member)
            system.world.messages.send(direct, member, "who am I?")
            await system.reads(direct, words)
        assert len(system.api.requests) == 1


async def test_a_limit_of_all_requests_that_outlasts_a_timeout_ends_like_any_other(
    tmp_path: Path,
) -> None:
    """Who is a member is asked for two seconds at most; the limit lasts three."""
    async with loopback(tmp_path, most_429s=9) as system:
        await system.start(ALLOWED_GUILDS=str(system.guild.id))
        limit = StubbedResponse(
            429,
            {"message": "limited", "retry_after": 3.0, "global": True},
            {"Via": "1.1 google", "X-RateLimit-Scope": "global", "Retry-After": "3"},
        )
        system.discord.faults.inject("GET", r"/guilds/\d+/members/\d+", limit)
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "first?")
        await system.reads(direct, "turn 1")


HISTORIES: dict[str, Any] = {
    "a page": PAGE,
    "what is no message": [None, {"id": None}, {"id": "1", "author": None, "type": 0}],
}


@pytest.mark.parametrize("history", [*HISTORIES])
async def test_a_reply_that_a_crash_cut_is_ended_whatever_its_history_holds(
    tmp_path: Path, history: str
) -> None:
    async with loopback(tmp_path, most_429s=9) as system:
        bot = await system.start_process()
        thread = await system.thread(system.ask("first?"))
        await system.reads(thread, "turn 1")
        cutting = Stall(When.AFTER)
        system.discord.faults.inject("POST", rf"/channels/{thread.id}/messages", cutting)
        system.world.messages.send(thread, system.ann, "second?")
        await cutting.held.wait()
        await system.crash(bot)
        cutting.release()
        path, nothing = rf"/channels/{thread.id}", {"id": str(thread.id), "thread_metadata": None}
        system.discord.faults.inject("GET", path, StubbedResponse(200, nothing))
        system.discord.faults.inject(
            "GET", path + "/messages", StubbedResponse(200, HISTORIES[history])
        )
        await system.start()
        await system.reads(thread, "You asked: second?", 60.0)
        assert len(system.replies(thread)) == 2
