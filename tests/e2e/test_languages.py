"""The bot's own words are in the language of the answer, and what one member sees is in theirs."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.guild_settings.values import AnswerPlace, SettingName
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message
from bridge_bot.texts import Texts
from tests.harness.guild_settings import set_in_store
from tests.harness.loopback import Loopback, loopback

GERMAN, FRENCH, JAPANESE, KOREAN = map(Texts.of, ("de", "fr", "ja", "ko"))


async def told(system: Loopback, used: Interaction) -> Message:
    """The first message that answers an interaction."""
    await system.discord.until(lambda: used.responses)
    return used.responses[0]


async def buttons(system: Loopback, channel: Channel, words: str) -> list[str]:
    """The labels under the reply of these words, once it is complete."""
    reply = await system.reads(channel, words)
    regenerate = {each.get("control-regenerate") for each in (GERMAN, FRENCH, JAPANESE, KOREAN)}
    await system.discord.until(lambda: regenerate & set(system.world.controls.of(reply)))
    return system.world.controls.of(reply)


async def test_the_bots_own_words_follow_the_answer_and_private_ones_the_member(
    tmp_path: Path,
) -> None:
    """In a server whose language is German, by a member whose Discord is in Korean."""
    async with loopback(tmp_path) as system:
        system.guild.locale, system.ann.user.locale = "de", "ko"
        role = system.world.people.add_role(system.guild, "Helpers", mentionable=True)
        await set_in_store(system, SettingName.HELP_ROLE, role.id)
        await system.start()
        commands, controls, ann = system.world.commands, system.world.controls, system.ann
        # Nothing is known of her yet.
        thread = await system.thread(system.ask("first?"))
        labels = await buttons(system, thread, "turn 1")
        assert GERMAN.get("control-regenerate") in labels
        # An interaction shows her locale: `auto` follows it from now on.
        helped = await told(system, commands.use(thread, ann, "help"))
        assert KOREAN.get("help-new") in helped.content
        await system.database.until("SELECT 1 FROM member_preferences WHERE locale = 'ko'")
        system.world.messages.send(thread, ann, "second?")
        labels = await buttons(system, thread, "turn 2")
        assert KOREAN.get("control-regenerate") in labels
        # The conversation is in French then, for all; what she alone sees stays Korean.
        await told(system, commands.use(thread, ann, "language", {"language": "fr"}))
        begun = await told(system, commands.use(thread, ann, "new"))
        assert begun.content == FRENCH.get("new-begun")
        system.world.messages.send(thread, ann, "third?")
        labels = await buttons(system, thread, "in language `fr`")
        assert FRENCH.get("control-regenerate") in labels
        reply = await system.reads(thread, "in language `fr`")
        pressed = controls.press(reply, ann, FRENCH.get("control-regenerate"))
        await system.discord.until(lambda: pressed.followups)
        (again,) = pressed.followups
        assert (again.content, again.ephemeral) == (KOREAN.get("control-asking-again"), True)
        await told(system, commands.use(thread, ann, "handoff"))
        await system.reads(thread, FRENCH.get("handoff-call", member=f"<@{ann.id}>"))


async def test_a_private_thread_and_what_ends_an_answer_speak_the_members_own_language(
    tmp_path: Path,
) -> None:
    """Also what an earlier process wrote, which is known again whatever is chosen by then."""
    async with loopback(tmp_path, most_429s=5) as system:
        private = AnswerPlace.PRIVATE_THREAD
        await set_in_store(system, SettingName.ANSWER_PLACE, private, system.channel)
        system.world.people.give_permission(system.channel, "create_private_threads")
        bot = await system.start(SHUTDOWN_GRACE_S="0")
        used = system.world.commands.use(
            system.channel, system.ann, "language", {"language": "jp", "scope": "me"}
        )
        assert (await told(system, used)).ephemeral
        system.api.script(Script(text="slow " * 200, chars_per_s=50))
        system.ask("why?")
        await system.discord.until(lambda: system.world.threads.of(system.channel))
        thread = next(iter(system.world.threads.of(system.channel)))
        opening = JAPANESE.get("private-thread", link="none")
        await system.reads(thread, opening[:10])
        await system.reads(thread, "slow slow")
        await bot.stop()
        ending = JAPANESE.get("ending-interrupted")
        await system.reads(thread, ending)
        system.ann.user.locale = "fr"
        await system.start()
        reply = await system.reads(thread, "turn 2")
        assert ending not in reply.content
