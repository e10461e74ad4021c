"""What of other messages is quoted in a question, and what is left out."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection
from dataclasses import replace
from pathlib import Path
from typing import Any

import discord
import pytest

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Operation, OperationFailed
from bridge_bot.core.model import ChannelDestination, ConversationKey, Question
from bridge_bot.core.model import Member as Asker
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.discord_adapter import patches
from bridge_bot.discord_adapter.intake.attached_files import AttachedFiles
from bridge_bot.discord_adapter.intake.related_messages.quoted_messages import (
    MOST_CHARS,
    QuotedMessages,
    quotes_something,
)
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.model import Interaction, Message, Upload
from bridge_bot.sandbox.discord.payloads import message_objects
from tests.discord_adapter.offline_client import http_error
from tests.harness.english import text
from tests.harness.lab import Lab
from tests.harness.running_core import RunningCore, running_core

LEFT_OUT = text("quotation-left-out")
NOT_FOUND = http_error(404, {"code": 10008, "message": "Unknown Message"})
FORBIDDEN = http_error(403, {"code": 50001, "message": "Missing Access"})


class BrokenOptOuts:
    """A store that can't tell who has opted out."""

    async def among(self, member_ids: Collection[int]) -> frozenset[int]:
        raise StoreError("no disk")

    async def opt_out(self, member_id: int) -> None:
        raise StoreError("no disk")

    async def opt_in(self, member_id: int) -> None:
        raise StoreError("no disk")

    async def note_told(self, member_id: int) -> bool:
        raise StoreError("no disk")


class Quoting:
    """Ann asks in the bot's own thread; Discord shows the bot what it may read, or `error`."""

    def __init__(self, core: RunningCore) -> None:
        self.core, self.lab = core, Lab()
        self.error: Exception | None = None
        self.opt_outs = core.dependencies.opt_outs
        patches.replace_request(self.lab.client.http, self._answer)

    def question(self, words: str) -> Question:
        here = self.lab.own_thread.id
        return Question(
            11,
            ConversationKey(str(here)),
            words,
            Asker(self.lab.ann.id),
            ChannelDestination(here),
        )

    async def ask(self, *messages: Message, words: str = "why?") -> Question:
        """The question as it is after quoting."""
        read = [self.lab.client.message(each) for each in messages]
        downloads = FileDownloads(api_base_url="https://discord.example/api", user_agent="agent")
        observe = self.core.events.append
        quoted = QuotedMessages(
            *(self.lab.client, self.opt_outs, self.core.store.conversations),
            *(AttachedFiles(downloads, observe), observe),
        )
        return await quoted.add_to(self.question(words), read, [])

    def reply_to(self, message: Message) -> Message:
        """Ann replies to a message."""
        return self.lab.world.messages.send(message.channel, self.lab.ann, "why?", reply_to=message)

    def forward(self, message: Message) -> Message:
        """Ann forwards a message into the bot's thread."""
        return self.lab.world.messages.forward(message, self.lab.ann, self.lab.own_thread)

    def ben_says(self, words: str) -> Message:
        return self.lab.world.messages.send(self.lab.channel, self.lab.ben, words)

    async def _answer(self, route: discord.http.Route, **_: Any) -> Any:
        if self.error is not None:
            raise self.error
        channel_id, message_id = (int(each) for each in route.url.split("/")[-3::2])
        state = self.lab.world.state
        found = state.message(state.channel(channel_id), message_id)
        return message_objects.message(found, state)


@pytest.fixture(name="quoting")
async def _quoting(tmp_path: Path) -> AsyncIterator[Quoting]:
    async with running_core(tmp_path) as core:
        yield Quoting(core)


async def test_each_line_is_quoted_without_names(quoting: Quoting) -> None:
    said = quoting.ben_says(f"<@{quoting.lab.ben.id}> has\n\na <#{quoting.lab.channel.id}>")
    asked = await quoting.ask(quoting.reply_to(said))
    assert asked.text == "> @unknown has\n>\n> a #general\n\nwhy?"
    assert asked.note == ""


async def test_a_long_message_is_quoted_to_its_first_2000_characters(quoting: Quoting) -> None:
    said = quoting.ben_says("x")
    said.content = "x" * (MOST_CHARS + 1)  # as members with Nitro may write
    asked = await quoting.ask(quoting.reply_to(said))
    assert asked.text == f"> {'x' * MOST_CHARS}…\n\nwhy?"


async def test_several_are_quoted_in_their_order(quoting: Quoting) -> None:
    forwards = [quoting.forward(quoting.ben_says(words)) for words in ("one", "two")]
    asked = await quoting.ask(*forwards)
    assert asked.text == "> one\n\n> two\n\nwhy?"
    assert (asked.own_text, asked.quoted_ids) == ("why?", frozenset({quoting.lab.ben.id}))


async def test_what_is_forwarded_is_quoted_as_it_was_then(quoting: Quoting) -> None:
    said = quoting.ben_says("first")
    forward = quoting.forward(said)
    quoting.lab.world.messages.edit(said, "changed")
    assert (await quoting.ask(forward, words="")).text == "> first"


@pytest.mark.parametrize("way", ["reply_to", "forward"])
async def test_words_of_a_member_who_has_opted_out_are_left_out(quoting: Quoting, way: str) -> None:
    await quoting.opt_outs.opt_out(quoting.lab.ben.id)
    asked = await quoting.ask(getattr(quoting, way)(quoting.ben_says("my words")))
    assert (asked.text, asked.note) == ("why?", LEFT_OUT)


async def test_of_a_forward_that_is_replied_to_both_members_have_to_agree(
    quoting: Quoting,
) -> None:
    reply = quoting.reply_to(quoting.forward(quoting.ben_says("a fact")))
    assert (await quoting.ask(reply)).text == "> a fact\n\nwhy?"
    await quoting.opt_outs.opt_out(quoting.lab.ann.id)
    assert (await quoting.ask(reply)).text == "why?"
    await quoting.opt_outs.opt_in(quoting.lab.ann.id)
    await quoting.opt_outs.opt_out(quoting.lab.ben.id)
    assert (await quoting.ask(reply)).text == "why?"


@pytest.mark.parametrize("way", ["reply_to", "forward"])
async def test_while_nobody_can_tell_who_has_opted_out_nothing_is_quoted(
    quoting: Quoting, way: str
) -> None:
    quoting.opt_outs = OptOuts(BrokenOptOuts(), quoting.core.events.append)
    asked = await quoting.ask(getattr(quoting, way)(quoting.ben_says("my words")))
    assert (asked.text, asked.note) == ("why?", LEFT_OUT)
    failed = [each for each in quoting.core.events if isinstance(each, OperationFailed)]
    assert [each.operation for each in failed] == [Operation.LOOK_UP_OPT_OUTS]


@pytest.mark.parametrize("error", [NOT_FOUND, FORBIDDEN])
async def test_a_forward_whose_author_cannot_be_looked_up_is_left_out(
    quoting: Quoting, error: Exception
) -> None:
    forward = quoting.forward(quoting.ben_says("my words"))
    quoting.error = error
    asked = await quoting.ask(forward)
    assert (asked.text, asked.note) == ("why?", LEFT_OUT)


async def test_an_outage_is_raised_so_that_the_question_is_tried_again(quoting: Quoting) -> None:
    forward = quoting.forward(quoting.ben_says("my words"))
    quoting.error = http_error(503, "down")
    with pytest.raises(discord.HTTPException):
        await quoting.ask(forward)


@pytest.mark.parametrize("way", ["reply_to", "forward"])
async def test_what_a_webhook_posted_may_be_a_members_and_is_left_out(
    quoting: Quoting, way: str
) -> None:
    posted = quoting.lab.world.messages.send_as_webhook(quoting.lab.channel, "Alter", "my words")
    asked = await quoting.ask(getattr(quoting, way)(posted))
    assert (asked.text, asked.note) == ("why?", LEFT_OUT)


async def test_what_shows_a_members_command_is_left_out_if_they_have_opted_out(
    quoting: Quoting,
) -> None:
    lab = quoting.lab
    shown = lab.bot_says()
    interaction = Interaction(
        *(21, "token", InteractionType.COMMAND, lab.ben.user, lab.channel, {}, 0.0),
        name="ask",
    )
    shown.interaction = interaction
    forward = quoting.forward(shown)
    assert (await quoting.ask(forward)).text == "> Because so.\n\nwhy?"
    await quoting.opt_outs.opt_out(lab.ben.id)
    assert (await quoting.ask(forward)).text == "why?"


async def test_own_answers_are_quoted_only_from_other_conversations(quoting: Quoting) -> None:
    """Nor is a text of the bot's own, such as a refusal."""
    core, lab = quoting.core, quoting.lab
    refusal, elsewhere, here = (lab.bot_says() for _ in range(3))
    assert (await quoting.ask(quoting.reply_to(refusal))).text == "why?"
    await core.ask(id_=12)
    await core.submit(replace(quoting.question("how?"), id=13))
    turn_ids: dict[int, int] = dict(core.database.rows("SELECT question_id, id FROM turns"))
    await core.store.turns.set_message(turn_ids[12], 1, elsewhere.id)
    await core.store.turns.set_message(turn_ids[13], 1, here.id)
    assert (await quoting.ask(quoting.reply_to(elsewhere))).text == "> Because so.\n\nwhy?"
    asked = await quoting.ask(quoting.reply_to(here))
    assert (asked.text, asked.note) == ("why?", "")


async def test_a_message_that_is_deleted_is_not_quoted(quoting: Quoting) -> None:
    said = quoting.ben_says("never mind")
    reply = quoting.reply_to(said)
    quoting.lab.world.messages.delete(said)
    asked = await quoting.ask(reply)
    assert (asked.text, asked.note) == ("why?", "")


async def test_of_files_that_are_no_text_the_asker_is_told(quoting: Quoting) -> None:
    photo = Upload("0", "photo.png", "image/png", b"\x89PNG")
    lab = quoting.lab
    said = lab.world.messages.send(lab.channel, lab.ben, "", files=[photo])
    asked = await quoting.ask(quoting.reply_to(said))
    assert asked.text == "why?"
    assert asked.note == text("files-no-text", names=r"photo\.png")


async def test_only_what_may_be_quoted_makes_a_question_of_a_mention_alone(
    quoting: Quoting,
) -> None:
    client, lab = quoting.lab.client, quoting.lab
    said = quoting.ben_says("a fact")
    assert quotes_something(client.message(quoting.forward(said)), client.me)
    assert quotes_something(client.message(quoting.reply_to(said)), client.me)
    assert not quotes_something(client.message(quoting.reply_to(lab.bot_says())), client.me)
    assert not quotes_something(client.message(said), client.me)
