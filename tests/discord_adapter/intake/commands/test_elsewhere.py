"""The bot where it is no member, for members who installed it for themselves."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Interaction, Member, Message
from bridge_bot.sandbox.discord.world import World
from tests.discord_adapter.intake.commands.used_commands import ASK
from tests.harness.english import text
from tests.harness.loopback import Loopback, loopback

MENU = text("about-name")
STOP, SOURCES = text("control-stop"), text("control-sources")


@dataclass
class Elsewhere:
    """A channel of a server without the bot, and Ann there, who installed it."""

    system: Loopback
    channel: Channel
    ann: Member

    def use(self, name: str, options: dict[str, str] | None = None) -> Interaction:
        commands = self.system.world.commands
        return commands.use(self.channel, self.ann, name, options, user_install=True)

    async def reads(self, used: Interaction, words: str) -> Message:
        """The response or follow-up with these words, which only Ann sees."""
        until = self.system.discord.until
        await until(lambda: any(words in each.content for each in used.responses))
        assert all(each.only_for == self.ann.id for each in used.responses)
        return next(each for each in used.responses if words in each.content)

    async def tells(self, pressed: Interaction, words: str) -> None:
        """Who pressed is told that, alone."""
        told = await self.system.discord.message_shown(pressed)
        if told is pressed.message:  # acknowledged first
            await self.system.discord.until(lambda: pressed.followups)
            told = pressed.followups[0]
        assert words in told.content
        assert told.only_for == pressed.user.id

    async def ends(self, state: str, count: int = 1) -> None:
        rows = f"SELECT 1 FROM turns WHERE state = '{state}' LIMIT 1 OFFSET {count - 1}"
        await self.system.database.until(rows)


def forged_press(world: World, message: Message, person: Member) -> Interaction:
    """Press the first button of a message that this member does not see."""
    button = message.components[0]["components"][0]
    data = {"custom_id": button["custom_id"], "component_type": 2}
    return interactions.start(
        *(world.state, InteractionType.COMPONENT, person.user, message.channel, data),
        message=message,
    )


@asynccontextmanager
async def elsewhere(tmp_path: Path, **settings: str) -> AsyncIterator[Elsewhere]:
    async with loopback(tmp_path, most_429s=5) as system:
        await system.start(**{"ALLOW_USER_INSTALL": "true", **settings})
        yield placed(system)


def placed(system: Loopback) -> Elsewhere:
    guild = system.world.add_guild("Elsewhere", with_bot=False)
    channel = system.world.channels.add(guild, "general")
    return Elsewhere(system, channel, system.world.people.add(guild, system.ann.user))


async def test_the_answer_streams_into_the_response_that_only_its_member_sees(
    tmp_path: Path,
) -> None:
    """The conversation goes on with the member's next question in that channel."""
    async with elsewhere(tmp_path) as there:
        first = there.use("ask", {"question": "first?"})
        await there.reads(first, "turn 1")
        await there.ends("done")
        second = there.use("ask", {"question": "second?"})
        await there.reads(second, "turn 2")
        assert len(first.responses) == len(second.responses) == 1
        assert there.system.world.threads.of(there.channel) == []


async def test_a_conversation_is_its_members_own(tmp_path: Path) -> None:
    async with elsewhere(tmp_path) as there:
        await there.reads(there.use("ask", ASK), "turn 1")
        await there.ends("done")
        assert there.channel.guild is not None
        there.ann = there.system.world.people.add(there.channel.guild, "Ben")
        await there.reads(there.use("ask", ASK), "turn 1")


async def test_new_begins_the_members_conversation_anew(tmp_path: Path) -> None:
    async with elsewhere(tmp_path) as there:
        await there.reads(there.use("ask", ASK), "turn 1")
        await there.ends("done")
        await there.reads(there.use("new"), text("new-begun"))
        await there.reads(there.use("ask", ASK), "turn 1")


async def test_a_language_is_the_conversations_or_the_members_and_no_servers(
    tmp_path: Path,
) -> None:
    """There is no server's choice; what is said there only its member sees, in their language."""
    async with elsewhere(tmp_path, DEFAULT_LANGUAGE="it") as there:
        used = there.use("language", {"language": "fr", "scope": "server"})
        await there.reads(used, text("language-no-server"))
        await there.reads(there.use("language", {"language": "de", "scope": "me"}), "German")
        shown = await there.reads(there.use("language"), "You, everywhere: German")
        assert "server" not in shown.content
        await there.reads(there.use("language", {"language": "jp"}), "From now on")
        await there.reads(there.use("ask", ASK), "in language `jp`")
        assert there.system.database.rows("SELECT locale FROM turns") == [("en-US",)]


async def test_a_long_answer_ends_in_a_file_within_the_messages_that_discord_takes(
    tmp_path: Path,
) -> None:
    async with elsewhere(tmp_path) as there:
        words = "\n\n".join(f"Paragraph {number}. " + "word " * 180 for number in range(30))
        there.system.api.script(Script(text=words))
        used = there.use("ask", ASK)
        attached = await there.reads(used, text("answer-attached"))
        await there.ends("done")
        assert len(used.responses) == 6
        assert [each.filename for each in attached.attachments] == ["answer.md"]


async def test_its_asker_stops_the_answer_votes_on_it_and_sees_its_sources_but_nobody_else_does(
    tmp_path: Path,
) -> None:
    """It can't be asked again by a button, as no message shows the question. Presses of others are
    forged, also those of who may manage messages there.
    """
    docs = [{"title": "Leaflet", "url": "https://a.example"}]
    async with elsewhere(tmp_path) as there:
        world, api = there.system.world, there.system.api
        controls = world.controls
        api.script(Script("word " * 400, chars_per_s=20), Script("So [1].", related_docs=docs))
        guild = there.channel.guild_or_error
        moderator = world.people.add_role(guild, "Mods", ["manage_messages"])
        mia = world.people.add(guild, "Mia", roles=[moderator])
        stopped = there.use("ask", ASK)
        growing = await there.reads(stopped, "word")
        assert controls.of(growing) == [STOP]
        await there.tells(forged_press(world, growing, mia), text("control-not-yours"))
        controls.press(growing, there.ann, STOP)
        await there.reads(stopped, text("ending-stopped"))
        await there.ends("stopped")
        assert controls.of(growing) == []
        used = there.use("ask", ASK)
        await there.ends("done")
        reply = await there.reads(used, "Leaflet")
        assert controls.of(reply) == [SOURCES, "👍", "👎"]
        await there.tells(forged_press(world, reply, mia), text("control-sources-gone"))
        await there.tells(controls.press(reply, there.ann, SOURCES), "[1] Leaflet")
        await there.tells(controls.press(reply, there.ann, "👍"), text("vote-counted"))


async def test_a_message_there_is_asked_about_with_what_the_menu_handed_over(
    tmp_path: Path,
) -> None:
    async with elsewhere(tmp_path) as there:
        world = there.system.world
        message = world.messages.send(there.channel, there.ann, "Error 42")
        form = world.commands.use_on(message, there.ann, MENU, user_install=True)
        await there.system.discord.modal_shown(form)
        await there.reads(world.controls.submit(form, {}), "turn 1")
        assert there.system.api.requests[0].question.endswith("\n> Error 42")


async def test_the_allowlist_holds_there_too(tmp_path: Path) -> None:
    async with elsewhere(tmp_path, ALLOWED_GUILDS="613425648685547541") as there:
        await there.reads(there.use("ask", ASK), text("refused-guild"))
        assert there.system.api.requests == []


async def test_limits_hold_there_too(tmp_path: Path) -> None:
    async with elsewhere(tmp_path, MEMBER_QUESTIONS_PER_MINUTE="1") as there:
        await there.reads(there.use("ask", ASK), "turn 1")
        await there.reads(there.use("ask", ASK), "That was quick!")
        assert len(there.system.api.requests) == 1


async def test_who_has_opted_out_is_not_answered_there(tmp_path: Path) -> None:
    async with elsewhere(tmp_path) as there:
        used = there.use("privacy")
        await there.system.discord.until(lambda: used.responses)
        there.system.world.controls.press(used.responses[0], there.ann, text("privacy-opt-out"))
        await there.system.discord.until(
            lambda: text("privacy-opt-in") in there.system.world.controls.of(used.responses[0])
        )
        await there.reads(there.use("ask", ASK), text("refused-opted-out"))


async def test_after_a_crash_nothing_is_asked_again_and_nothing_is_said_in_the_channel(
    tmp_path: Path,
) -> None:
    """The token of the interaction has ended with the process that knew it."""
    async with loopback(tmp_path, most_429s=5) as system:
        bot = await system.start_process(ALLOW_USER_INSTALL="true")
        there = placed(system)
        system.api.script(Script(text="word " * 400, chars_per_s=20))
        used = there.use("ask", ASK)
        await there.reads(used, "word")
        token = used.token
        await system.crash(bot)
        for table in ("turns", "conversations"):
            assert token not in str(system.database.rows(f"SELECT * FROM {table}"))
        await system.start_process(ALLOW_USER_INSTALL="true")
        await there.ends("stopped")
        assert len(system.api.requests) == 1
        here = f"/channels/{there.channel.id}/"
        requests = [f"{each.method} {each.path}" for each in system.discord.requests]
        assert [each for each in requests if here in each] == []


async def test_a_stop_of_the_bot_says_that_it_does_not_go_on(tmp_path: Path) -> None:
    async with elsewhere(tmp_path) as there:
        there.system.api.script(Script(text="word " * 400, chars_per_s=20))
        used = there.use("ask", ASK)
        await there.reads(used, "word")
        await there.system.bots[-1].stop()
        await there.reads(used, text("given-up-stopped"))
        await there.ends("failed")


@pytest.mark.parametrize("allowed", [True, False])
async def test_discord_is_told_which_commands_members_may_install(
    tmp_path: Path, allowed: bool
) -> None:
    """Where: 0 is a server, 1 the bot's direct messages, 2 those of others. By whom: 0 is a server,
    1 a member (Discord's documentation).
    """
    async with elsewhere(tmp_path, ALLOW_USER_INSTALL=str(allowed).lower()) as there:
        registered = there.system.world.commands.registered()
        by_members = {each["name"] for each in registered if 1 in each["integration_types"]}
        anywhere = {each["name"] for each in registered if 2 in each["contexts"]}
        assert by_members == anywhere
        everywhere = {"ask", MENU, "new", "help", "language", "privacy", "forget", "export"}
        assert by_members == (everywhere if allowed else set())


async def test_without_the_setting_no_client_offers_the_commands_there(tmp_path: Path) -> None:
    async with elsewhere(tmp_path, ALLOW_USER_INSTALL="false") as there:
        with pytest.raises(NotOffered):
            there.use("ask", ASK)
