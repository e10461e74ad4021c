"""Which tag says that a post is resolved, and how a thread gets it and is archived."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

import pytest

from bridge_bot.core.errors import PlaceGone, PlatformForbidden
from bridge_bot.core.model import ChannelDestination
from bridge_bot.core.ports import TaggedThread
from bridge_bot.discord_adapter.rest.threads.resolution import ForumTag, resolved_tag
from bridge_bot.sandbox.discord.faults import StubbedResponse
from bridge_bot.sandbox.discord.model import Channel
from tests.discord_adapter.rest.discord_world import DiscordWorld, discord_world


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["Question", "Resolved"], "Resolved"),
        (["solved", "Resolved"], "solved"),
        (["✅ Solved"], "✅ Solved"),
        (["[SOLVED]"], "[SOLVED]"),
        (["resolved!"], "resolved!"),
        (["_Resolved_"], "_Resolved_"),
        (["Unsolved", "Not solved", "Unresolved", "To be resolved", "Solved by staff", "✅"], None),
        ([], None),
    ],
)
def test_the_first_tag_that_is_named_so_is_taken(names: list[str], found: str | None) -> None:
    tag = resolved_tag(ForumTag(number, name) for number, name in enumerate(names))
    assert (tag.name if tag else None) == found


@dataclass
class Posts:
    """A forum whose threads the bot may manage."""

    world: DiscordWorld

    def post(
        self, tags: Sequence[str] = (), has: Sequence[str] = (), moderated: Sequence[str] = ()
    ) -> Channel:
        lab = self.world.discord.world
        guild = self.world.channel.guild
        assert guild is not None
        forum = lab.channels.add_forum(guild, "help", tags=tags, moderated_tags=moderated)
        lab.people.give_permission(forum, "manage_threads")
        return lab.threads.post(forum, self.world.ann, "How?", "Tell me", tags=has)

    async def tag(self, post: Channel) -> TaggedThread:
        return await self.world.platform.tag_resolved(self.destination(post))

    def destination(self, post: Channel) -> ChannelDestination:
        return ChannelDestination(post.id, guild_id=post.guild.id if post.guild else None)

    def names(self, post: Channel) -> list[str]:
        """The names of the tags that a post has."""
        assert post.parent is not None
        offered = post.parent.forum_or_error.tags
        return [offered[each].name for each in post.thread_or_error.tag_ids]

    @property
    def changes(self) -> list[object]:
        """What was sent of changes."""
        return [each.body for each in self.world.discord.requests if each.method == "PATCH"]


@pytest.fixture
async def posts() -> AsyncIterator[Posts]:
    async with discord_world() as world:
        yield Posts(world)


async def test_a_post_gets_the_tag_beside_those_that_it_has(posts: Posts) -> None:
    post = posts.post(["Question", "Solved"], has=["Question"])
    assert await posts.tag(post) == TaggedThread("Solved", has_tag=True)
    assert posts.names(post) == ["Question", "Solved"]
    assert await posts.tag(post) == TaggedThread("Solved", has_tag=True)
    assert len(posts.changes) == 1  # it has it already


async def test_a_tag_that_only_moderators_give_is_given(posts: Posts) -> None:
    post = posts.post(moderated=["Resolved"])
    assert await posts.tag(post) == TaggedThread("Resolved", has_tag=True)
    assert posts.names(post) == ["Resolved"]


async def test_a_post_with_five_tags_keeps_these(posts: Posts) -> None:
    five = ["a", "b", "c", "d", "e"]
    post = posts.post([*five, "Solved"], has=five)
    assert await posts.tag(post) == TaggedThread("Solved", has_tag=False)
    assert posts.names(post) == five
    assert posts.changes == []


async def test_without_such_a_tag_and_in_a_channel_nothing_is_changed(posts: Posts) -> None:
    assert await posts.tag(posts.post(["Question"])) == TaggedThread()
    thread = posts.world.discord.world.threads.start(posts.world.ann, posts.world.asked, "why?")
    assert await posts.tag(thread) == TaggedThread()
    assert posts.changes == []


async def test_a_tag_that_its_forum_has_no_more_does_not_prevent_it(posts: Posts) -> None:
    post = posts.post(["Bug", "Solved"], has=["Bug"])
    assert post.parent is not None
    offered = post.parent.forum_or_error.tags
    del offered[post.thread_or_error.tag_ids[0]]
    assert await posts.tag(post) == TaggedThread("Solved", has_tag=True)
    assert posts.names(post) == ["Solved"]


async def test_an_archived_post_gets_the_tag_and_stays_archived(posts: Posts) -> None:
    post = posts.post(["Solved"])
    posts.world.discord.world.threads.archive(post)
    assert await posts.tag(post) == TaggedThread("Solved", has_tag=True, is_archived=True)
    assert (posts.names(post), post.archived) == (["Solved"], True)


async def test_a_locked_post_can_be_tagged_and_archived(posts: Posts) -> None:
    post = posts.post(["Solved"])
    posts.world.discord.world.threads.lock(post)
    await posts.tag(post)
    await posts.world.platform.archive(posts.destination(post))
    assert (posts.names(post), post.archived) == (["Solved"], True)


async def test_what_is_missing_is_raised(posts: Posts) -> None:
    """The permission, the tag, or the post itself."""
    post = posts.post(["Solved"])
    world = posts.world.discord
    assert post.parent is not None
    gone = StubbedResponse(404, {"code": 10087, "message": "Unknown tag"})
    world.faults.inject("PATCH", ".*", gone)
    with pytest.raises(PlaceGone):
        await posts.tag(post)
    world.world.people.take_permission(post.parent, "manage_threads")
    for change in (posts.tag(post), posts.world.platform.archive(posts.destination(post))):
        with pytest.raises(PlatformForbidden):
            await change
    world.world.channels.delete(post)
    with pytest.raises(PlaceGone):
        await posts.tag(post)


async def test_the_reaction_is_a_courtesy(posts: Posts) -> None:
    """It stands there once, and where the bot may not react nothing happens."""
    shown = await posts.world.post()
    message, place = posts.world.channel.messages[shown], ChannelDestination(posts.world.channel.id)
    for _ in range(2):
        await posts.world.platform.add_resolved_reaction(place, shown)
    assert message.reactions == {"✅": [posts.world.discord.world.bot.id]}
    other = await posts.world.post("more")
    posts.world.discord.world.people.take_permission(posts.world.channel, "add_reactions")
    await posts.world.platform.add_resolved_reaction(place, other)
