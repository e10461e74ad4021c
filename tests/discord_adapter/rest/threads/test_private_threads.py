"""A private thread is opened once for a question, however often that is tried."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace

import pytest

from bridge_bot.core.errors import PlatformBusy, PrivateThreadRefused
from bridge_bot.core.model import ConversationKey, Question
from bridge_bot.discord_adapter.rest.threads.private_threads import PrivateThreads, WantedThread
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.faults import HTML_502, Reset, StubbedResponse, When
from bridge_bot.sandbox.discord.model import Channel
from tests.discord_adapter.rest.discord_world import DiscordWorld, discord_world

ALWAYS = 10**6
LINK = "https://discord.example/1/2/3"
OPENING = r"/channels/\d+/threads"


@dataclass
class Conversations:
    """Which threads belong to conversations."""

    taken: set[int] = field(default_factory=set)

    async def key_of_message(self, message_id: int) -> ConversationKey | None:
        return ConversationKey(str(message_id)) if message_id in self.taken else None


@dataclass
class Private:
    """A world, what opens private threads there, and the question that needs one."""

    world: DiscordWorld
    conversations: Conversations

    def __post_init__(self) -> None:
        self.threads = PrivateThreads(
            self.world.rest,
            self.world.limiter,
            self.conversations,  # type: ignore[arg-type]
        )
        self.wanted = WantedThread(self.world.channel.id, f"See {LINK}", ">>> why?", LINK)
        guild = self.world.channel.guild
        assert guild is not None
        self.question = replace(self.world.question(), guild_id=guild.id, thread_on=None)

    async def open(self, *, may_exist: bool = False, **changed: object) -> Question:
        wanted = replace(self.wanted, **changed)  # type: ignore[arg-type]
        return await self.threads.open(self.question, wanted, may_exist=may_exist)

    @property
    def opened(self) -> list[Channel]:
        every = self.world.discord.world.threads.of(self.world.channel)
        return [each for each in every if each.type is ChannelType.PRIVATE_THREAD]

    def orphan(self, name: str = "why?", text: str = "") -> Channel:
        """A private thread of the bot's from before a crash."""
        world = self.world.discord.world
        thread = world.threads.start(world.bot, self.world.channel, name, private=True)
        if text:
            world.messages.send(thread, world.bot, text)
        return thread

    def texts(self, thread: Channel) -> list[str]:
        return [each.content for each in self.world.discord.world.messages.of(thread)]


@pytest.fixture
async def private() -> AsyncIterator[Private]:
    async with discord_world() as world:
        yield Private(world, Conversations())


async def test_the_question_is_shown_there_to_who_asked_as_if_it_was_asked_there(
    private: Private,
) -> None:
    asked = await private.open(archive_after_min=60)
    (thread,) = private.opened
    ann = private.world.ann.id
    (first,) = private.world.discord.world.messages.of(thread)
    assert first.content == f"<@{ann}> See {LINK}\n>>> why?"
    assert first.mentions.users == {ann}
    assert asked.conversation == str(thread.id)
    assert (asked.asked_in.channel_id, asked.asked_in.reply_to) == (thread.id, first.id)
    assert (asked.parent_id, asked.id) == (private.world.channel.id, private.question.id)
    state = thread.thread_or_error
    assert ann in state.member_ids
    assert (state.invitable, state.archive_after_min) == (True, 60)


async def test_where_members_may_not_add_others_that_is_asked_for(private: Private) -> None:
    world = private.world
    world.discord.world.people.give_permission(world.channel, "manage_threads")
    await private.open(invitable=False)
    assert not private.opened[0].thread_or_error.invitable


async def test_a_thread_that_links_to_the_question_is_used_again(private: Private) -> None:
    thread = private.orphan("some name", f"See {LINK}\n>>> why?")
    asked = await private.open(may_exist=True)
    assert private.opened == [thread]
    assert asked.asked_in.channel_id == thread.id
    assert len(private.texts(thread)) == 1
    assert private.world.ann.id in thread.thread_or_error.member_ids


async def test_an_empty_thread_of_that_name_is_used_again(private: Private) -> None:
    thread = private.orphan()
    await private.open(may_exist=True)
    assert private.opened == [thread]
    assert len(private.texts(thread)) == 1


async def test_an_archived_one_is_brought_back(private: Private) -> None:
    thread = private.orphan()
    private.world.discord.world.threads.archive(thread)
    await private.open(may_exist=True)
    assert private.opened == [thread]
    assert not thread.archived


async def test_where_the_bot_may_not_look_at_archived_ones_it_opens_one(private: Private) -> None:
    world = private.world
    world.discord.world.threads.archive(private.orphan())
    world.discord.world.people.take_permission(world.channel, "read_message_history")
    await private.open(may_exist=True)
    assert len(private.opened) == 2


async def test_a_thread_of_another_question_is_left_alone(private: Private) -> None:
    """It links to another one, is empty but has another member, or is a conversation already."""
    private.orphan("why?", "See https://discord.example/1/2/4\n>>> why?")
    private.orphan("how?")
    world = private.world.discord.world
    ben = world.people.add(private.world.channel.guild_or_error, "Ben")
    world.threads.add_member(private.orphan(), ben)
    private.conversations.taken.add(private.orphan().id)
    await private.open(may_exist=True)
    assert len(private.opened) == 5


async def test_a_question_that_is_new_is_not_looked_for(private: Private) -> None:
    await private.open()
    requests = private.world.discord.requests
    assert [each.method for each in requests if each.method == "GET"] == []


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(StubbedResponse(502, HTML_502, when=When.AFTER), id="an error page"),
        pytest.param(Reset(when=When.AFTER), id="a connection that is cut"),
    ],
)
async def test_a_thread_whose_response_was_lost_is_found(
    private: Private, fault: StubbedResponse | Reset
) -> None:
    private.world.discord.faults.inject("POST", OPENING, fault)
    await private.open()
    assert len(private.opened) == 1


async def test_a_quotation_that_is_blocked_is_left_out(private: Private) -> None:
    private.world.discord.faults.block_text("why", 200000)
    await private.open()
    (thread,) = private.opened
    assert private.texts(thread) == [f"<@{private.world.ann.id}> See {LINK}"]


@pytest.mark.parametrize(
    ("status", "code", "told"),
    [
        (403, 50013, "refused-private-thread-forbidden"),
        (400, 160006, "refused-private-thread-busy"),
        (502, 0, "refused-private-thread-busy"),
    ],
)
async def test_where_there_is_none_to_be_had_it_is_said_why(
    private: Private, status: int, code: int, told: str
) -> None:
    body = {"code": code, "message": "no"} if code else HTML_502
    fault = StubbedResponse(status, body)
    private.world.discord.faults.inject("POST", OPENING, fault, ALWAYS)
    with pytest.raises(PrivateThreadRefused) as refused:
        await private.open()
    assert refused.value.text_key == told


async def test_while_threads_are_limited_none_is_asked_for(private: Private) -> None:
    private.world.discord.limits.block("open_thread", 200.0)
    for _ in range(2):
        with pytest.raises(PrivateThreadRefused) as refused:
            await private.open()
        assert refused.value.text_key == "refused-private-thread-busy"
    assert len(private.world.discord.requests) == 1


async def test_an_outage_of_everything_passes(private: Private) -> None:
    """The question is taken in again later."""
    for path in (OPENING, r".*/typing"):
        private.world.discord.faults.inject("POST", path, StubbedResponse(502, HTML_502), ALWAYS)
    with pytest.raises(PlatformBusy):
        await private.open()
