"""`/doctor`: what it finds by the cache of discord.py, and whom it tells."""

from __future__ import annotations

import re
from pathlib import Path

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.doctor.codes import OF_SERVER
from bridge_bot.sandbox.discord.model import Interaction, Member
from tests.discord_adapter.intake.commands.used_commands import answered, forged
from tests.discord_adapter.judged_bot import judged_bot
from tests.harness.english import text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback


def manager(system: Loopback) -> Member:
    """Somebody who may manage the server."""
    people = system.world.people
    role = people.add_role(system.guild, "Moderators", ["manage_guild"])
    return people.add(system.guild, "Mia", roles=[role])


async def found(system: Loopback, used: Interaction) -> set[str]:
    """The codes of what is told, which its member alone sees."""
    await system.discord.until(lambda: used.responses)
    assert used.responses[0].ephemeral
    return set(re.findall(r"`bridge-bot\.(\w+)`", told(used)))


def told(used: Interaction) -> str:
    """All that the response says."""
    return used.responses[0].states[-1].content


async def test_it_tells_what_is_missing_what_is_set_in_vain_and_what_happened(
    tmp_path: Path,
) -> None:
    """Nothing first; then permissions that are taken, settings without effect, a refusal."""
    async with loopback(tmp_path) as system:
        world, mia = system.world, manager(system)
        other = world.channels.add(system.guild, "other")
        await set_in_store(system, SettingName.ANSWER_PLACE, AnswerPlace.PRIVATE_THREAD, other)
        role = world.people.add_role(system.guild, "Helpers", [])
        await set_in_store(system, SettingName.HELP_ROLE, role.id, system.channel)
        await set_in_store(system, SettingName.CHAT_BOT, "gone")
        bot = await system.start(GUILD_QUESTIONS_PER_DAY="1")
        first = world.commands.use(system.channel, mia, "doctor")
        assert await found(system, first) == {"E314", "W307", "W318"}
        await system.reads(await system.thread(system.ask("first?")), "turn 1")
        system.ask("second?")
        await system.reads(system.channel, "for today")
        await system.discord.until(lambda: "page(s)" in bot.log)

        world.people.take_permission(other, "create_private_threads")
        for name in ("attach_files", "create_public_threads"):
            world.people.take_permission(system.channel, name)
        second = world.commands.use(system.channel, mia, "doctor")
        codes = await found(system, second)
        assert codes == {"E305", "E314", "W308", "W310", "W318", "W325", "N326", "N329"}
        assert codes <= OF_SERVER.keys()
        assert f"<#{other.id}>" in told(second)
        for secret in (system.api.base_url, system.api.key, system.database.url):
            assert secret not in told(second)


async def test_who_may_not_manage_the_server_is_told_so_and_nothing_else(tmp_path: Path) -> None:
    async with loopback(tmp_path) as system:
        await system.start()
        used = forged(system, system.channel, "doctor", {})
        assert await answered(system, used) == text("doctor-not-allowed")
        assert used.responses[0].ephemeral


async def test_it_obeys_the_rules_that_simcord_knows(tmp_path: Path) -> None:
    async with judged_bot(tmp_path) as bot:
        shown = await bot.mo.slash(bot.channel, "doctor")
        assert shown.acknowledged
        assert shown.response is not None
        assert shown.response.ephemeral
