"""How a message, a thread, a channel or a permission goes away, and what the bot is told of it."""

from __future__ import annotations

from typing import Any

from bridge_bot.sandbox.discord.actions import messages, threads
from bridge_bot.sandbox.discord.actions.commands import replace_all
from bridge_bot.sandbox.discord.actions.interactions import follow_up, respond, response_message
from bridge_bot.sandbox.discord.model import Message
from bridge_bot.sandbox.discord.rest.uploads import Upload
from tests.sandbox.place import Place, refused


def test_in_a_locked_thread_own_messages_stay_as_they_are_but_can_be_deleted(place: Place) -> None:
    thread = place.world.start_thread(place.ann, place.channel, "t")
    first, second = place.send("one", thread), place.send("two", thread)
    place.world.lock(thread)
    refused(160005, lambda: place.change(first, "new"))
    messages.delete_message(place.world.state, place.world.bot, first)
    assert first.deleted
    place.world.unlock(thread)
    place.change(second, "new")
    assert place.events[-3].name == "MESSAGE_DELETE"


def test_from_an_archived_thread_messages_can_be_deleted_unless_it_is_locked(place: Place) -> None:
    thread = place.world.start_thread(place.ann, place.channel, "t")
    first, second = place.send("one", thread), place.send("two", thread)
    state, bot = place.world.state, place.world.bot
    place.world.archive(thread)
    messages.delete_message(state, bot, first)
    place.world.lock(thread)
    refused(50083, lambda: messages.delete_message(state, bot, second))
    refused(160005, lambda: place.send("three", thread))


def told(place: Place) -> list[tuple[str, Any]]:
    """What the bot was told since the last look."""
    found = [(event.name, event.data) for event in place.events if event.for_bot]
    place.events.clear()
    return found


def test_every_way_to_lose_a_thread_is_told_as_discord_tells_it(place: Place) -> None:
    world, guild_id = place.world, str(place.guild.id)
    thread = world.start_thread(place.ann, place.channel, "t")
    place.send("one", thread)
    told(place)
    for change, archived, locked in (
        (world.archive, True, False),
        (world.lock, True, True),
        (world.unarchive, False, True),
        (world.unlock, False, False),
    ):
        change(thread)
        ((name, data),) = told(place)
        seen = data["thread_metadata"]
        assert (name, seen["archived"], seen["locked"]) == ("THREAD_UPDATE", archived, locked)
    world.delete_channel(thread)
    ids = {"id": str(thread.id), "parent_id": str(place.channel.id), "guild_id": guild_id}
    assert told(place) == [("THREAD_DELETE", {**ids, "type": 11})]
    refused(10003, lambda: world.state.channel(thread.id))
    other = world.start_thread(place.ann, place.channel, "u")
    told(place)
    world.delete_channel(place.channel)
    assert [name for name, _ in told(place)] == ["CHANNEL_DELETE"]
    refused(10003, lambda: world.state.channel(other.id))


def test_messages_deleted_at_once_are_told_as_one_event(place: Place) -> None:
    first, second = place.send("one"), place.send("two")
    told(place)
    place.world.delete_many([first, second])
    ids = {"ids": [str(first.id), str(second.id)]}
    where = {"channel_id": str(place.channel.id), "guild_id": str(place.guild.id)}
    assert told(place) == [("MESSAGE_DELETE_BULK", ids | where)]
    refused(10008, lambda: place.world.state.message(place.channel, first.id))
    refused(10008, lambda: place.world.state.message(place.channel, second.id))


def test_losing_a_permission_is_told_by_the_channel_the_role_or_the_member(place: Place) -> None:
    world = place.world
    bot = place.guild.members[world.bot.id]
    thread = world.start_thread(world.bot, place.channel, "t")
    told(place)
    world.take_permission(place.channel, "view_channel")
    ((name, data),) = told(place)
    assert (name, data["permission_overwrites"][0]["id"]) == ("CHANNEL_UPDATE", str(bot.id))
    refused(50001, lambda: place.send("hi", thread))
    world.give_permission(place.channel, "view_channel")
    gained = dict(told(place))
    assert list(gained) == ["CHANNEL_UPDATE", "THREAD_LIST_SYNC"]
    assert [each["id"] for each in gained["THREAD_LIST_SYNC"]["threads"]] == [str(thread.id)]
    world.take_permission(place.guild, "send_messages_in_threads")
    ((name, data),) = told(place)
    assert (name, data["role"]["id"]) == ("GUILD_ROLE_UPDATE", str(bot.roles[0].id))
    refused(50013, lambda: place.send("hi", thread))
    world.give_permission(place.guild, "send_messages_in_threads")
    told(place)
    role = bot.roles[0]
    world.take_role(bot, role)
    ((name, data),) = told(place)
    assert (name, data["user"]["id"], data["roles"]) == ("GUILD_MEMBER_UPDATE", str(bot.id), [])
    refused(50001, lambda: place.send("hi", thread))
    world.give_role(bot, role)
    place.send("hi", thread)


def test_taken_out_of_a_private_thread_the_bot_is_told_and_sees_it_no_longer(place: Place) -> None:
    world = place.world
    form = {"name": "t", "type": 12}
    thread = threads.open_alone(world.state, world.bot, place.channel, form)
    told(place)
    world.take_out(thread)
    ((name, data),) = told(place)
    assert (name, data["removed_member_ids"]) == ("THREAD_MEMBERS_UPDATE", [str(world.bot.id)])
    refused(50001, lambda: place.send("hi", thread))


def test_thrown_out_of_a_guild_the_bot_is_told_and_has_no_access(place: Place) -> None:
    message = place.send("one")
    told(place)
    place.world.remove_guild(place.guild)
    assert told(place) == [("GUILD_DELETE", {"id": str(place.guild.id)})]
    refused(50001, lambda: place.change(message, "two"))


def test_files_are_limited_in_number_and_size_and_need_their_permission(place: Place) -> None:
    state, bot = place.world.state, place.world.bot
    small = Upload("0", "answer.md", "text/markdown", b"# All of it")

    def send(*files: Upload) -> Message:
        return messages.create_message(state, bot, place.channel, {"content": "x"}, files)

    refused(50035, lambda: send(*[small] * 11))
    refused(40005, lambda: send(Upload("0", "big", "text/plain", b"x" * (10 * 1024 * 1024 + 1))))
    message = send(small)
    place.world.take_permission(place.channel, "attach_files")
    refused(50013, lambda: send(small))
    refused(50013, lambda: messages.edit_message(state, bot, message, {}, [small]))


def test_with_its_channel_the_answers_to_an_interaction_are_gone(place: Place) -> None:
    state = place.world.state
    replace_all(state, [{"name": "ask", "description": "Ask"}], None)
    first, second = (place.world.use_command(place.channel, place.ann, "ask") for _ in range(2))
    later = {"type": 5, "data": {}}
    respond(state, first.id, first.token, later)
    place.world.delete_channel(place.channel)
    refused(10003, lambda: response_message(first, None))
    refused(10003, lambda: follow_up(state, first, {"content": "more"}))
    refused(10003, lambda: respond(state, second.id, second.token, later))
