"""In which channel the private thread of an answer is opened, and where there can be none."""

from __future__ import annotations

import pytest

from bridge_bot.core.errors import PrivateThreadRefused
from bridge_bot.core.guild_settings.values import AnswerPlace, PlaceSettings, Served
from bridge_bot.core.model import ChannelDestination, ConversationKey, Member, Question
from bridge_bot.discord_adapter.intake.answer_places import AnswerPlaces, private_thread_parent
from bridge_bot.sandbox.discord.enums import ChannelType
from bridge_bot.sandbox.discord.model import Channel
from bridge_bot.texts import Texts
from tests.harness.lab import Lab

PRIVATE = PlaceSettings(answer_place=AnswerPlace.PRIVATE_THREAD)
PRIVATE_WITH_POSTS = PlaceSettings(Served.POSTS, AnswerPlace.PRIVATE_THREAD)


class Places(Lab):
    """With a post in a forum, a private thread of Ann's, and an announcement channel."""

    def __init__(self) -> None:
        super().__init__()
        channels, threads = self.world.channels, self.world.threads
        self.forum = channels.add(self.guild, "forum", kind=ChannelType.FORUM)
        self.post = threads.post(self.forum, self.ann, "Why?", "why?")
        self.private = threads.start(self.world.bot, self.channel, "answer", private=True)
        threads.add_member(self.private, self.ann)
        self.world.people.give_permission(self.channel, "create_private_threads", self.ann)
        self.anns_private = threads.start(self.ann, self.channel, "secret", private=True)
        threads.add_member(self.anns_private, self.world.bot)
        self.news = channels.add(self.guild, "news", kind=ChannelType.NEWS)


@pytest.mark.parametrize(
    ("place", "settings", "parent"),
    [
        ("channel", PRIVATE, "channel"),
        ("thread", PRIVATE, "channel"),
        ("own_thread", PRIVATE, None),
        ("private", PRIVATE, None),
        ("anns_private", PRIVATE, None),
        ("voice", PRIVATE, "voice"),
        ("news", PRIVATE, "news"),
        ("post", PRIVATE, "forum"),
        ("post", PRIVATE_WITH_POSTS, None),
        ("direct", PRIVATE, None),
        ("channel", PlaceSettings(), None),
        ("channel", PlaceSettings(answer_place=AnswerPlace.CHANNEL), None),
    ],
)
def test_where_a_private_thread_is_opened(
    place: str, settings: PlaceSettings, parent: str | None
) -> None:
    lab = Places()
    channel: Channel = getattr(lab, place)
    read = lab.client.message(lab.say("why?", channel)).channel
    found = private_thread_parent(read, lab.client.me.id, settings)
    assert (found and found.id) == (parent and getattr(lab, parent).id)


@pytest.mark.parametrize(
    ("place", "without", "told"),
    [
        ("voice", "", "refused-no-private-threads"),
        ("news", "", "refused-no-private-threads"),
        ("forum", "", "refused-no-private-threads"),
        ("channel", "create_private_threads", "refused-private-thread-forbidden"),
        ("channel", "send_messages_in_threads", "refused-private-thread-forbidden"),
        ("channel", "view_channel", "refused-private-thread-forbidden"),
    ],
)
async def test_where_there_can_be_no_private_thread_it_is_said_why(
    place: str, without: str, told: str
) -> None:
    lab = Places()
    channel: Channel = getattr(lab, place)
    parent = lab.client.channel(channel)
    if without:
        lab.world.people.take_permission(channel, without)
    places = AnswerPlaces(None, None, Texts.of, sees_content=True)  # type: ignore[arg-type]
    question = Question(1, ConversationKey("1"), "why?", Member(2), ChannelDestination(channel.id))
    with pytest.raises(PrivateThreadRefused) as refused:
        await places.open_private_thread(question, parent, PRIVATE)
    assert refused.value.text_key == told
