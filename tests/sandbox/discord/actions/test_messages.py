"""Sending, editing and deleting messages."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import messages
from tests.sandbox.small_world import SmallWorld, raises_error


def test_every_visible_state_is_kept(small: SmallWorld) -> None:
    message = small.send("one")
    small.at += 1
    small.edit(message, "one two")
    small.edit(message, "one two")
    started = small.at - 1
    assert message.states == [(started, "one"), (small.at, "one two")]
    assert small.names() == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_UPDATE"]


def test_the_edges_of_a_message_are_trimmed(small: SmallWorld) -> None:
    assert small.send("  a\n\nb \n").content == "a\n\nb"


def test_only_own_messages_can_be_edited(small: SmallWorld) -> None:
    said = small.world.messages.send(small.channel, small.ann, "hello")
    raises_error(50005, lambda: small.edit(said, "mine now"))


def test_the_same_nonce_gives_the_same_message_for_minutes(small: SmallWorld) -> None:
    first = small.send("one", nonce="1.0", enforce_nonce=True)
    assert small.send("two", nonce="1.0", enforce_nonce=True) is first
    assert small.send("three", nonce="1.0") is not first
    small.at += 301
    assert small.send("four", nonce="1.0", enforce_nonce=True) is not first


def test_a_nonce_is_of_one_channel(small: SmallWorld) -> None:
    other = small.world.channels.add(small.guild, "other")
    first = small.send("one", nonce="1.0", enforce_nonce=True)
    assert small.send("one", other, nonce="1.0", enforce_nonce=True) is not first


def test_an_edit_notifies_nobody_but_is_recorded_as_pinging(small: SmallWorld) -> None:
    message = small.send("thinking")
    small.edit(message, f"<@{small.ann.id}>")
    assert not message.notified
    assert message.pinged.users == {small.ann.id}


def test_a_deleted_channel_or_message_is_unknown(small: SmallWorld) -> None:
    state = small.world.state
    message = small.send("hi")
    small.world.messages.delete(message)
    raises_error(10008, lambda: state.message(small.channel, message.id))
    small.world.channels.delete(small.channel)
    raises_error(10003, lambda: state.channel(small.channel.id))


def test_in_a_direct_channel_who_is_closed_to_it_gets_no_message(small: SmallWorld) -> None:
    dm = small.world.channels.open_dm(small.ann)
    small.world.messages.send(dm, small.ann, "psst")
    assert small.events[-1].guild_id is None
    small.send("yes?", dm)
    small.ann.user.accepts_dms = False
    raises_error(50007, lambda: small.send("still there?", dm))


def test_suppressed_embeds_stay_suppressed_over_edits(small: SmallWorld) -> None:
    message = small.send("see https://example.com", flags=4)
    small.edit(message, "see https://example.com, too")
    assert message.flags == 4
    small.edit(message, "open", flags=0)
    assert message.flags == 0


def test_the_text_of_components_counts_as_what_is_shown(small: SmallWorld) -> None:
    state, bot = small.world.state, small.world.bot
    text = {"type": 10, "content": "in a box"}
    body = {"flags": 1 << 15, "components": [{"type": 17, "components": [text]}]}
    message = messages.create_message(state, bot, small.channel, body)
    assert [each.content for each in message.states] == ["in a box"]
    raises_error(50035, lambda: small.edit(message, "plain"))


def test_in_a_locked_thread_own_messages_stay_as_they_are_but_can_be_deleted(
    small: SmallWorld,
) -> None:
    thread = small.world.threads.start(small.ann, small.channel, "t")
    first, second = small.send("one", thread), small.send("two", thread)
    small.world.threads.lock(thread)
    raises_error(160005, lambda: small.edit(first, "new"))
    messages.delete_message(small.world.state, small.world.bot, first)
    assert first.deleted
    small.world.threads.unlock(thread)
    small.edit(second, "new")
    assert small.events[-3].name == "MESSAGE_DELETE"


def test_from_an_archived_thread_messages_can_be_deleted_unless_it_is_locked(
    small: SmallWorld,
) -> None:
    thread = small.world.threads.start(small.ann, small.channel, "t")
    first, second = small.send("one", thread), small.send("two", thread)
    state, bot = small.world.state, small.world.bot
    small.world.threads.archive(thread)
    messages.delete_message(state, bot, first)
    small.world.threads.lock(thread)
    raises_error(50083, lambda: messages.delete_message(state, bot, second))
    raises_error(160005, lambda: small.send("three", thread))


def test_messages_deleted_at_once_are_told_as_one_event(small: SmallWorld) -> None:
    first, second = small.send("one"), small.send("two")
    small.dispatched()
    small.world.messages.delete_many([first, second])
    ids = {"ids": [str(first.id), str(second.id)]}
    where = {"channel_id": str(small.channel.id), "guild_id": str(small.guild.id)}
    assert small.dispatched() == [("MESSAGE_DELETE_BULK", ids | where)]
    raises_error(10008, lambda: small.world.state.message(small.channel, first.id))
    raises_error(10008, lambda: small.world.state.message(small.channel, second.id))
