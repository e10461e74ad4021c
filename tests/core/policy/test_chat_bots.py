"""A conversation keeps its chatbot, and a new one has that which its place is set to."""

from __future__ import annotations

from pathlib import Path

from bridge_bot.core.events import ChatBotMissing, Event
from bridge_bot.core.guild_settings.values import SettingChange, SettingName
from bridge_bot.core.model import AnswerText, ChannelDestination, ConversationKey, Question
from bridge_bot.core.policy.chat_bots import ChatBots
from tests.harness.english import text
from tests.harness.running_core import ANN, HERE, RunningCore, Script, header, running_core

GUILD, CHANNEL, THREAD = 1, 7, 70


async def choose(core: RunningCore, name: str | None, *, channel_id: int = 0) -> None:
    """A moderator chooses a chatbot for the server, or for a channel."""
    change = SettingChange(GUILD, channel_id, SettingName.CHAT_BOT, name, ANN.id)
    await core.dependencies.guild_settings.change(change)


async def asked(core: RunningCore, id_: int, conversation: str = HERE, **fields: object) -> str:
    """The chatbot that is asked for a question."""
    key = ConversationKey(conversation)
    where = ChannelDestination(CHANNEL, guild_id=GUILD)
    question = Question(id_, key, "why?", ANN, where, GUILD, **fields)  # type: ignore[arg-type]
    before = len(core.ends())
    await core.submit(question)
    await core.ended(before + 1)
    return core.source.requests[-1].chat_bot


def answer(uid: str) -> Script:
    """An answer that gives its conversation that uid."""
    return [header(uid), AnswerText("fine")]


def test_a_missing_chatbot_is_observed_once() -> None:
    events = list[Event]()
    bots = ChatBots(["billing"], events.append)
    assert bots.has("")
    assert bots.chosen("billing") == "billing"
    assert [bots.chosen("games") for _ in range(3)] == [""] * 3
    assert not bots.has("games")
    assert events == [ChatBotMissing("games")]


async def test_a_new_conversation_asks_the_chatbot_of_its_place(tmp_path: Path) -> None:
    """That of the channel over that of the server; a thread has its channel's."""
    async with running_core(tmp_path) as core:
        assert await asked(core, 1, "1") == ""
        await choose(core, "billing")
        assert await asked(core, 2, "2") == "billing"
        await choose(core, "games", channel_id=CHANNEL)
        assert await asked(core, 3, "3") == "games"
        assert await asked(core, 4, "4", parent_id=99) == "billing"


async def test_a_conversation_keeps_the_chatbot_that_knows_it(tmp_path: Path) -> None:
    async with running_core(tmp_path, *(answer("uid-1") for _ in range(3))) as core:
        await choose(core, "billing")
        assert await asked(core, 1) == "billing"
        await choose(core, "games")
        assert await asked(core, 2) == "billing"
        core.restart()
        assert await asked(core, 3) == "billing"
        assert [each.conversation_uid for each in core.source.requests] == [None, "uid-1", "uid-1"]


async def test_a_conversation_of_before_there_were_chatbots_goes_on_with_the_first_one(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path) as core:
        core.database.execute(
            "INSERT INTO conversations (key, conversation_uid, created_at, updated_at)"
            f" VALUES ('{HERE}', 'uid-0', 1, 1)"
        )
        await choose(core, "billing")
        assert await asked(core, 1) == ""
        assert core.source.requests[0].conversation_uid == "uid-0"


async def test_a_conversation_whose_chatbot_was_taken_out_begins_anew_and_says_so(
    tmp_path: Path,
) -> None:
    async with running_core(tmp_path, answer("uid-2"), answer("uid-2")) as core:
        await core.store.conversations.set_uid(HERE, "uid-1", "closed")
        await choose(core, "billing")
        assert await asked(core, 1) == "billing"
        assert core.source.requests[0].conversation_uid is None
        assert core.platform.texts() == [f"-# {text('context-lost')}\nfine"]
        assert await asked(core, 2) == "billing"
        assert core.source.requests[1].conversation_uid == "uid-2"
        assert core.platform.texts()[1:] == ["fine"]
        assert core.events.count(ChatBotMissing("closed")) == 1
