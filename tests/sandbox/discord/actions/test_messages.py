"""Sending, editing and deleting messages."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import messages
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_every_visible_state_is_kept(lab: OneGuildLab) -> None:
    message = lab.send("one")
    lab.at += 1
    lab.edit(message, "one two")
    lab.edit(message, "one two")
    started = lab.at - 1
    assert message.states == [(started, "one"), (lab.at, "one two")]
    assert lab.names() == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_UPDATE"]


def test_the_edges_of_a_message_are_trimmed(lab: OneGuildLab) -> None:
    assert lab.send("  a\n\nb \n").content == "a\n\nb"


def test_only_own_messages_can_be_edited(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    raises_error(50005, lambda: lab.edit(said, "mine now"))


def test_the_same_nonce_gives_the_same_message_for_minutes(lab: OneGuildLab) -> None:
    first = lab.send("one", nonce="1.0", enforce_nonce=True)
    assert lab.send("two", nonce="1.0", enforce_nonce=True) is first
    assert lab.send("three", nonce="1.0") is not first
    lab.at += 301
    assert lab.send("four", nonce="1.0", enforce_nonce=True) is not first


def test_a_nonce_is_of_one_channel(lab: OneGuildLab) -> None:
    other = lab.world.channels.add(lab.guild, "other")
    first = lab.send("one", nonce="1.0", enforce_nonce=True)
    assert lab.send("one", other, nonce="1.0", enforce_nonce=True) is not first


def test_an_edit_notifies_nobody_but_is_recorded_as_pinging(lab: OneGuildLab) -> None:
    message = lab.send("thinking")
    lab.edit(message, f"<@{lab.ann.id}>")
    assert not message.notified
    assert message.pinged.users == {lab.ann.id}


def test_a_deleted_channel_or_message_is_unknown(lab: OneGuildLab) -> None:
    state = lab.world.state
    message = lab.send("hi")
    lab.world.messages.delete(message)
    raises_error(10008, lambda: state.message(lab.channel, message.id))
    lab.world.channels.delete(lab.channel)
    raises_error(10003, lambda: state.channel(lab.channel.id))


def test_in_a_direct_channel_who_is_closed_to_it_gets_no_message(lab: OneGuildLab) -> None:
    dm = lab.world.channels.open_dm(lab.ann)
    lab.world.messages.send(dm, lab.ann, "psst")
    assert lab.events[-1].guild_id is None
    lab.send("yes?", dm)
    lab.ann.user.accepts_dms = False
    raises_error(50007, lambda: lab.send("still there?", dm))


def test_suppressed_embeds_stay_suppressed_over_edits(lab: OneGuildLab) -> None:
    message = lab.send("see https://example.com", flags=4)
    lab.edit(message, "see https://example.com, too")
    assert message.flags == 4
    lab.edit(message, "open", flags=0)
    assert message.flags == 0


def test_the_text_of_components_counts_as_what_is_shown(lab: OneGuildLab) -> None:
    state, bot = lab.world.state, lab.world.bot
    text = {"type": 10, "content": "in a box"}
    body = {"flags": 1 << 15, "components": [{"type": 17, "components": [text]}]}
    message = messages.create_message(state, bot, lab.channel, body)
    assert [each.content for each in message.states] == ["in a box"]
    raises_error(50035, lambda: lab.edit(message, "plain"))


def test_in_a_locked_thread_own_messages_stay_as_they_are_but_can_be_deleted(
    lab: OneGuildLab,
) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    first, second = lab.send("one", thread), lab.send("two", thread)
    lab.world.threads.lock(thread)
    raises_error(160005, lambda: lab.edit(first, "new"))
    messages.delete_message(lab.world.state, lab.world.bot, first)
    assert first.deleted
    lab.world.threads.unlock(thread)
    lab.edit(second, "new")
    assert lab.events[-3].name == "MESSAGE_DELETE"


def test_from_an_archived_thread_messages_can_be_deleted_unless_it_is_locked(
    lab: OneGuildLab,
) -> None:
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    first, second = lab.send("one", thread), lab.send("two", thread)
    state, bot = lab.world.state, lab.world.bot
    lab.world.threads.archive(thread)
    messages.delete_message(state, bot, first)
    lab.world.threads.lock(thread)
    raises_error(50083, lambda: messages.delete_message(state, bot, second))
    raises_error(160005, lambda: lab.send("three", thread))


def test_messages_deleted_at_once_are_told_as_one_event(lab: OneGuildLab) -> None:
    first, second = lab.send("one"), lab.send("two")
    lab.dispatched()
    lab.world.messages.delete_many([first, second])
    ids = {"ids": [str(first.id), str(second.id)]}
    where = {"channel_id": str(lab.channel.id), "guild_id": str(lab.guild.id)}
    assert lab.dispatched() == [("MESSAGE_DELETE_BULK", ids | where)]
    raises_error(10008, lambda: lab.world.state.message(lab.channel, first.id))
    raises_error(10008, lambda: lab.world.state.message(lab.channel, second.id))


def test_what_is_forwarded_stays_as_it_was_then(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "first")
    other = lab.world.channels.add(lab.guild, "other")
    forward = lab.world.messages.forward(said, lab.ann, other)
    lab.world.messages.edit(said, "changed")
    again = lab.world.messages.forward(forward, lab.ann, lab.channel)
    assert forward.content == ""
    for each in (forward, again):
        assert each.forwarded is not None
        assert (each.forwarded.content, each.forwarded.id) == ("first", said.id)


def test_what_is_gone_or_not_to_be_read_is_not_forwarded(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "first")
    hidden = lab.world.channels.add(lab.guild, "hidden")
    secret = lab.world.messages.send(hidden, lab.ann, "secret")
    lab.world.people.take_permission(hidden, "view_channel")
    bot = lab.world.bot
    raises_error(50001, lambda: lab.world.messages.forward(secret, bot, lab.channel))
    lab.world.messages.delete(said)
    raises_error(50035, lambda: lab.world.messages.forward(said, lab.ann, lab.channel))
