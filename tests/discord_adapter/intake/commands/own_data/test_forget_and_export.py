"""`/export` and `/forget`, as members use them."""

from __future__ import annotations

import json
from pathlib import Path

from bridge_bot.core.guild_settings.values import SettingName
from bridge_bot.core.ports import Forgotten
from bridge_bot.core.privacy.member_data import forgotten_text
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member, Message
from tests.harness.english import ENGLISH, text
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

FORGET = text("forget-confirm")


async def answered(system: Loopback, used: Interaction, words: str) -> Message:
    """What a member is told in the end by a command or a press, which only they see."""
    await system.discord.until(
        lambda: used.responses and words in used.responses[-1].states[-1].content
    )
    assert used.responses[-1].ephemeral
    return used.responses[-1]


async def exported(system: Loopback, channel: Channel, member: Member) -> dict[str, list[object]]:
    """The tables of the file that `/export` gives."""
    used = system.world.commands.use(channel, member, "export")
    told = await answered(system, used, text("export-done"))
    [file] = told.attachments
    assert file.filename == "export.json"
    found = json.loads(file.data)
    assert found["member_id"] == str(member.id)
    tables: dict[str, list[object]] = found["tables"]
    return tables


async def forgotten(system: Loopback, channel: Channel, member: Member) -> str:
    """What is told after `/forget` and a press on its button."""
    used = system.world.commands.use(channel, member, "forget")
    asked = await answered(system, used, text("forget-asked"))
    system.world.controls.press(asked, member, FORGET)
    told = await answered(system, used, text("forget-stays"))
    assert system.world.controls.of(told) == []
    return told.states[-1].content


async def test_a_member_gets_and_removes_what_is_stored_of_them(tmp_path: Path) -> None:
    """Also who is shut out, and in a direct message. What another asked in the same thread stays,
    with the uid of that conversation; what is from the last minutes stays for now.
    """
    async with loopback(tmp_path, most_429s=2) as system:
        ben = system.world.people.add(system.guild, "Ben")
        await system.start()
        shared = await system.thread(system.ask("together?"))
        await system.reads(shared, "together?")
        asked = system.world.messages.send(shared, ben, f"{system.mention} me too?")
        await system.reads(shared, "me too?")
        alone = await system.thread(system.ask("alone?"))
        await system.reads(alone, "alone?")
        await system.database.until(
            "SELECT 1 WHERE (SELECT count(*) FROM turns WHERE state = 'done') = 3"
        )
        await set_in_store(system, SettingName.SHUT_OUT, frozenset({system.ann.id}))
        tables = await exported(system, system.channel, system.ann)
        assert len(tables["turns"]) == 2
        assert str(ben.id) not in json.dumps(tables)
        assert tables["guild_setting_values"]
        told = await forgotten(system, system.channel, system.ann)
        assert told == forgotten_text(Forgotten(left=2), ENGLISH)

        system.database.execute("UPDATE turns SET updated_at = updated_at - 601")
        direct = system.world.channels.open_dm(system.ann)
        told = await forgotten(system, direct, system.ann)
        sources = len(tables.get("sources", ()))
        assert told == forgotten_text(Forgotten(2, sources, 0, 1), ENGLISH)
        assert system.database.rows("SELECT question_id FROM turns") == [(asked.id,)]
        uids = system.database.rows(
            "SELECT key, conversation_uid IS NULL FROM conversations ORDER BY key"
        )
        assert [(key, bool(gone)) for key, gone in uids] == [
            (str(shared.id), False),
            (str(alone.id), True),
        ]
        tables = await exported(system, direct, system.ann)
        assert tables.keys() == {
            "request_counts",
            "guild_setting_values",
            "guild_setting_changes",
        }


async def test_a_button_under_what_others_see_forgets_nobody_and_changes_no_message(
    tmp_path: Path,
) -> None:
    """A press of a forged `custom_id` comes with the message that it names."""
    async with loopback(tmp_path) as system:
        await system.start()
        thread = await system.thread(system.ask("why?"))
        reply = await system.reads(thread, "why?")
        await system.discord.until(lambda: system.world.controls.of(reply))
        await system.is_stored(reply)
        system.database.execute("UPDATE turns SET updated_at = updated_at - 601")
        before = reply.content
        for custom_id in ("forget:confirm", "privacy:opt-out", "settings:x"):
            reply.components[0]["components"][0]["custom_id"] = custom_id
            label = system.world.controls.of(reply)[0]
            pressed = system.world.controls.press(reply, system.ann, label)
            await answered(system, pressed, text("press-not-private"))
        assert reply.content == before
        assert len(system.database.rows("SELECT 1 FROM turns")) == 1
        assert system.database.rows("SELECT 1 FROM opt_outs") == []
