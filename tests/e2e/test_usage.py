"""How much the bot is used, from answers to what `/usage` and `bridge-bot usage` tell."""

from __future__ import annotations

import json
from pathlib import Path

from bridge_bot.commands import usage_report
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Member
from bridge_bot.settings import DatabaseSettings, load
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback


async def told(system: Loopback, channel: Channel, member: Member) -> str:
    """What the command tells its member alone."""
    used = system.world.commands.use(channel, member, "usage")
    await system.discord.until(lambda: used.responses)
    assert used.responses[0].ephemeral
    return str(used.responses[0].states[-1].content)


async def test_answers_failures_and_votes_are_counted_and_told_to_who_manages_the_server(
    tmp_path: Path,
) -> None:
    """What was counted last is stored when the bot stops. What a direct message asks is for the
    operator, without its channel.
    """
    async with loopback(tmp_path) as system:
        managers = system.world.people.add_role(system.guild, "Managers", ["manage_guild"])
        mo = system.world.people.add(system.guild, "Mo", roles=[managers])
        process = await system.start_process()
        assert await told(system, system.channel, mo) == text("usage-none", days=7)
        system.api.script(Script("Because."), Script(code=1234, msg="no"), Script("Hello."))
        reply = await system.reads(await system.thread(system.ask("why?")), "Because.")
        await system.is_stored(reply)
        pressed = system.world.controls.press(reply, mo, "👍")
        await system.discord.until(lambda: pressed.responses)
        system.ask("and?")
        await system.database.until("SELECT 1 FROM turns WHERE state = 'failed'")
        direct = system.world.channels.open_dm(system.ann)
        system.world.messages.send(direct, system.ann, "hi")
        await system.is_stored(await system.reads(direct, "Hello."))
        assert await process.stop() == 0

        await system.start()
        shown = await told(system, system.channel, mo)
        assert shown.count("```") == 6
        rows = [line.split() for line in shown.splitlines()]
        [in_all] = [row for row in rows if row[-2:] == ["in", "all"]]
        assert in_all[:4] + in_all[6:8] == ["2", "1", "1", "0", "1", "0"]
        [by_channel] = [row for row in rows if row[-1:] == [f"#{system.channel.name}"]]
        assert by_channel[:8] == in_all[:8]

        settings = load(DatabaseSettings, {"DATABASE_URL": system.database.url})
        report = json.loads(await usage_report.read(settings, 7, as_json=True))
        asked = {row["guild_id"]: row["asked"] for row in report["guilds"]}
        assert asked == {str(system.guild.id): 2, "0": 1}
        assert {row["channel_id"] for row in report["channels"]} == {str(system.channel.id), "0"}
        plain = await usage_report.read(settings, 7, as_json=False)
        assert text("usage-private") in plain
