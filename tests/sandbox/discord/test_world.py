"""The world by itself: what Discord allows, refuses, shows and tells, with a clock of the test."""

from __future__ import annotations

from typing import Any

import pytest

from bridge_bot.sandbox.discord.actions import messages, threads
from bridge_bot.sandbox.discord.actions.commands import register, registered, replace_all
from bridge_bot.sandbox.discord.actions.interactions import follow_up, respond
from bridge_bot.sandbox.discord.actions.member_client import NotOffered
from bridge_bot.sandbox.discord.enums import ChannelType, MessageType
from bridge_bot.sandbox.discord.model import Pinged
from bridge_bot.sandbox.discord.rules.permissions import BITS
from bridge_bot.sandbox.discord.snowflakes import snowflake_time
from tests.sandbox.place import Place, refused


def test_ids_rise_and_carry_their_time(place: Place) -> None:
    first = place.send("one")
    place.at += 10
    second = place.send("two")
    assert second.id > first.id
    assert snowflake_time(second.id) == pytest.approx(place.at, abs=0.001)


def test_guilds_spread_over_shards(place: Place) -> None:
    guilds = [place.world.add_guild(str(number)) for number in range(8)]
    assert {(guild.id >> 22) % 4 for guild in guilds} == {0, 1, 2, 3}


def test_every_visible_state_is_kept(place: Place) -> None:
    message = place.send("one")
    place.at += 1
    place.change(message, "one two")
    place.change(message, "one two")
    started = place.at - 1
    assert message.states == [(started, "one"), (place.at, "one two")]
    assert place.names() == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_UPDATE"]


def test_two_thousand_is_counted_in_code_points(place: Place) -> None:
    place.send("🙂" * 2000)
    error = refused(50035, lambda: place.send("🙂" * 2001))
    assert error.status == 400
    assert error.body()["errors"]["content"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    message = place.send("short")
    refused(50035, lambda: place.change(message, "x" * 2001))


@pytest.mark.parametrize("content", ["", "   ", "\n\t "])
def test_a_message_of_nothing_is_refused(place: Place, content: str) -> None:
    refused(50006, lambda: place.send(content))
    message = place.send("x")
    refused(50006, lambda: place.change(message, content))


def test_the_edges_of_a_message_are_trimmed(place: Place) -> None:
    assert place.send("  a\n\nb \n").content == "a\n\nb"


def test_only_own_messages_can_be_edited(place: Place) -> None:
    said = place.world.say(place.channel, place.ann, "hello")
    refused(50005, lambda: place.change(said, "mine now"))


def test_an_old_message_can_be_edited_three_times_in_six_seconds(place: Place) -> None:
    message = place.send("old")
    place.at += 3601
    for number in range(3):
        place.change(message, f"new {number}")
    error = refused(30046, lambda: place.change(message, "too much"))
    assert error.status == 429
    assert error.retry_after_s == 6.0
    place.at += 6
    place.change(message, "again")


def test_the_same_nonce_gives_the_same_message_for_minutes(place: Place) -> None:
    first = place.send("one", nonce="1.0", enforce_nonce=True)
    assert place.send("two", nonce="1.0", enforce_nonce=True) is first
    assert place.send("three", nonce="1.0") is not first
    place.at += 301
    assert place.send("four", nonce="1.0", enforce_nonce=True) is not first


def test_a_nonce_is_of_one_channel(place: Place) -> None:
    other = place.world.add_channel(place.guild, "other")
    first = place.send("one", nonce="1.0", enforce_nonce=True)
    assert place.send("one", other, nonce="1.0", enforce_nonce=True) is not first


def test_without_allowed_mentions_everything_in_the_text_pings(place: Place) -> None:
    role = place.world.add_role(place.guild, "crew", mentionable=True)
    text = f"<@{place.ann.id}> <@&{role.id}> @everyone"
    assert place.send(text).pinged == Pinged(frozenset({place.ann.id}), frozenset({role.id}))
    place.world.give_permission(place.channel, "mention_everyone")
    assert place.send(text).pinged.everyone


def test_allowed_mentions_let_through_only_what_they_name(place: Place) -> None:
    ben = place.world.add_member(place.guild, "Ben")
    text = f"<@{place.ann.id}> <@{ben.id}>"
    nobody = place.send(text, allowed_mentions={"parse": []})
    assert not nobody.pinged
    one = place.send(text, allowed_mentions={"users": [str(ben.id)]})
    assert one.pinged.users == {ben.id}
    both = place.send(text, allowed_mentions={"parse": ["users"]})
    assert both.pinged.users == {ben.id, place.ann.id}
    contradiction = {"parse": ["users"], "users": [str(ben.id)]}
    unknown = {"parse": ["members"]}
    refused(50035, lambda: place.send(text, allowed_mentions=contradiction))
    refused(50035, lambda: place.send(text, allowed_mentions=unknown))


def test_an_edit_notifies_nobody_but_is_recorded_as_pinging(place: Place) -> None:
    message = place.send("thinking")
    place.change(message, f"<@{place.ann.id}>")
    assert not message.notified
    assert message.pinged.users == {place.ann.id}


def test_a_reply_pings_unless_told_otherwise(place: Place) -> None:
    said = place.world.say(place.channel, place.ann, "hello")
    reference = {"message_id": str(said.id)}
    assert place.send("hi", message_reference=reference).pinged.users == {place.ann.id}
    quiet = {"parse": [], "replied_user": False}
    assert not place.send("hi", message_reference=reference, allowed_mentions=quiet).pinged
    loud = {"parse": [], "replied_user": True}
    answer = place.send("hi", message_reference=reference, allowed_mentions=loud)
    assert answer.pinged.users == {place.ann.id}


def test_mentions_in_code_call_nobody(place: Place) -> None:
    assert not place.send(f"`<@{place.ann.id}>` ```\n<@{place.ann.id}>\n```").pinged


def test_a_reply_to_a_deleted_message_is_refused_unless_it_may_be_missing(place: Place) -> None:
    said = place.world.say(place.channel, place.ann, "hello")
    place.world.delete(said)
    reference = {"message_id": str(said.id)}
    refused(50035, lambda: place.send("hi", message_reference=reference))
    soft = reference | {"fail_if_not_exists": False}
    assert place.send("hi", message_reference=soft).reply_to is None


def test_a_thread_has_the_id_of_its_message_and_there_is_only_one(place: Place) -> None:
    said = place.world.say(place.channel, place.ann, "hello")
    thread = place.world.start_thread(place.world.bot, said, "hello")
    assert thread.id == said.id
    assert place.world.threads(place.channel) == [thread]
    refused(160004, lambda: place.world.start_thread(place.world.bot, said, "again"))
    starter, *rest = place.world.messages(thread, system=True)
    assert (starter.type, starter.reply_to, rest) == (MessageType.THREAD_STARTER, said, [])
    assert place.names() == ["MESSAGE_CREATE", "MESSAGE_UPDATE", "THREAD_CREATE"]


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_thread_name_has_1_to_100_characters(place: Place, name: str) -> None:
    said = place.world.say(place.channel, place.ann, "hello")
    error = refused(50035, lambda: place.world.start_thread(place.world.bot, said, name))
    assert "name" in error.body()["errors"]


def test_a_guild_has_only_so_many_active_threads(place: Place) -> None:
    place.world.state.active_threads_limit = 1
    first = place.world.start_thread(place.ann, place.channel, "one")
    refused(160006, lambda: place.world.start_thread(place.ann, place.channel, "two"))
    place.world.archive(first)
    place.world.start_thread(place.ann, place.channel, "two")


def test_sending_brings_an_archived_thread_back_editing_there_is_refused(place: Place) -> None:
    thread = place.world.start_thread(place.ann, place.channel, "t")
    message = place.send("one", thread)
    place.world.archive(thread)
    refused(50083, lambda: place.change(message, "two"))
    place.send("three", thread)
    assert not thread.archived
    place.change(message, "two")


def test_in_a_locked_thread_only_moderators_write(place: Place) -> None:
    thread = place.world.start_thread(place.ann, place.channel, "t")
    place.world.lock(thread)
    refused(160005, lambda: place.send("one", thread))
    place.world.give_permission(place.channel, "manage_threads")
    place.send("one", thread)


@pytest.mark.parametrize(("name", "code"), [("view_channel", 50001), ("send_messages", 50013)])
def test_a_permission_can_be_taken_and_given_back(place: Place, name: str, code: int) -> None:
    for where in (place.channel, place.guild):
        place.world.take_permission(where, name)
        refused(code, lambda: place.send("hi"))
        place.world.say(place.channel, place.ann, "I still can")
        place.world.give_permission(where, name)
        place.send("hi")


def test_a_thread_needs_its_own_permissions(place: Place) -> None:
    said = place.world.say(place.channel, place.ann, "hello")
    place.world.take_permission(place.channel, "create_public_threads")
    refused(50013, lambda: place.world.start_thread(place.world.bot, said, "t"))
    thread = place.world.start_thread(place.ann, said, "t")
    place.world.take_permission(place.channel, "send_messages_in_threads")
    refused(50013, lambda: place.send("hi", thread))


def test_what_happens_in_a_hidden_channel_is_not_told(place: Place) -> None:
    place.world.take_permission(place.channel, "view_channel")
    place.events.clear()
    place.world.say(place.channel, place.ann, "secret")
    assert [event.for_bot for event in place.events] == [False]


def test_a_malformed_form_is_refused(place: Place) -> None:
    state, bot = place.world.state, place.world.bot
    refused(50035, lambda: place.send("hi", message_reference={}))
    form = {"name": "t", "type": 99}
    refused(50035, lambda: threads.open_alone(state, bot, place.channel, form))


def test_a_deleted_channel_or_message_is_unknown(place: Place) -> None:
    state = place.world.state
    message = place.send("hi")
    place.world.delete(message)
    refused(10008, lambda: state.message(place.channel, message.id))
    place.world.delete_channel(place.channel)
    refused(10003, lambda: state.channel(place.channel.id))


def test_history_is_listed_newest_first_in_pages(place: Place) -> None:
    sent = [place.send(str(number)) for number in range(10)]
    place.world.delete(sent[4])
    state, bot = place.world.state, place.world.bot

    def listed(**where: int) -> list[str]:
        return [each.content for each in messages.history(state, bot, place.channel, **where)]

    assert listed(limit=3) == ["9", "8", "7"]
    assert listed(before=sent[3].id, limit=2) == ["2", "1"]
    assert listed(after=sent[2].id, limit=3) == ["6", "5", "3"]
    assert listed(around=sent[7].id, limit=3) == ["8", "7", "6"]
    place.world.take_permission(place.channel, "read_message_history")
    assert listed() == []


def test_a_paste_over_two_thousand_characters_becomes_a_file(place: Place) -> None:
    said = place.world.say(place.channel, place.ann, "x" * 2001)
    assert said.content == ""
    assert [(file.filename, len(file.data)) for file in said.attachments] == [("message.txt", 2001)]


def test_in_a_direct_channel_who_is_closed_to_it_gets_no_message(place: Place) -> None:
    dm = place.world.open_dm(place.ann)
    place.world.say(dm, place.ann, "psst")
    assert place.events[-1].guild_id is None
    place.send("yes?", dm)
    place.ann.user.accepts_dms = False
    refused(50007, lambda: place.send("still there?", dm))


def test_only_what_is_registered_can_be_used(place: Place) -> None:
    question = {"name": "question", "description": "What", "type": 3, "required": True}
    form = {"name": "ask", "description": "Ask", "options": [question]}
    replace_all(place.world.state, [form], None)
    world, state = place.world, place.world.state
    with pytest.raises(NotOffered, match="tell"):
        world.use_command(place.channel, place.ann, "tell")
    with pytest.raises(NotOffered, match="question is missing"):
        world.use_command(place.channel, place.ann, "ask")
    with pytest.raises(NotOffered, match="does not fit"):
        world.use_command(place.channel, place.ann, "ask", {"question": 1})
    used = world.use_command(place.channel, place.ann, "ask", {"question": "why?"})
    assert place.events[-1].data["data"]["options"][0]["value"] == "why?"
    assert not used.acknowledged
    replace_all(state, [], None)
    assert registered(state, None) == []


def test_an_interaction_is_answered_once_and_in_time(place: Place) -> None:
    state = place.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    used = place.world.use_command(place.channel, place.ann, "help")
    message = {"type": 4, "data": {"content": "hi", "flags": 64}}
    refused(10062, lambda: respond(state, used.id, "nonsense", message))
    respond(state, used.id, used.token, message)
    refused(40060, lambda: respond(state, used.id, used.token, message))
    assert [(each.content, each.only_for) for each in used.responses] == [("hi", place.ann.id)]
    late = place.world.use_command(place.channel, place.ann, "help")
    place.at += 3.1
    refused(10062, lambda: respond(state, late.id, late.token, message))


def test_the_first_follow_up_fills_a_deferred_response(place: Place) -> None:
    state = place.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    used = place.world.use_command(place.channel, place.ann, "help")
    respond(state, used.id, used.token, {"type": 5})
    (waiting,) = used.responses
    assert waiting.loading
    follow_up(state, used, {"content": "here"})
    follow_up(state, used, {"content": "and there"})
    assert [each.content for each in used.responses] == ["here", "and there"]
    assert used.responses[0] is waiting
    assert not waiting.loading


def test_the_bot_cannot_change_threads_of_others_without_permission(place: Place) -> None:
    state, bot = place.world.state, place.world.bot
    thread = place.world.start_thread(place.ann, place.channel, "t")
    refused(50013, lambda: threads.modify(state, bot, thread, {"name": "mine"}))
    own = place.world.start_thread(bot, place.channel, "own")
    assert threads.modify(state, bot, own, {"name": "better"}).name == "better"


def test_a_forum_post_begins_with_a_message_of_its_own_id(place: Place) -> None:
    forum = place.world.add_channel(place.guild, "help", kind=ChannelType.FORUM)
    post = place.world.post(forum, place.ann, "How?", "How does it work?")
    (first,) = place.world.messages(post)
    assert first.id == post.id
    refused(50024, lambda: place.send("hi", forum))


def test_the_transcript_shows_what_was_said_and_how_it_ended(place: Place) -> None:
    message = place.send("one")
    place.change(message, "two")
    place.world.delete(message)
    assert "bridge-bot [deleted, 2 states]: two" in place.world.transcript()


def test_a_bot_that_is_thrown_out_has_no_access_any_more(place: Place) -> None:
    place.world.remove_guild(place.guild)
    assert place.events[-1].name == "GUILD_DELETE"
    assert place.events[-1].for_bot
    assert place.world.guilds == {}
    refused(50001, lambda: place.send("hi"))


@pytest.mark.parametrize(
    ("kind", "thread_kind"),
    [
        (ChannelType.TEXT, ChannelType.PUBLIC_THREAD),
        (ChannelType.NEWS, ChannelType.NEWS_THREAD),
        (ChannelType.VOICE, None),
    ],
)
def test_the_kind_of_a_channel_tells_which_thread_opens_on_a_message(
    place: Place, kind: ChannelType, thread_kind: ChannelType | None
) -> None:
    channel = place.world.add_channel(place.guild, "other", kind=kind)
    message = place.world.say(channel, place.ann, "hi")
    if thread_kind is None:
        refused(50024, lambda: place.world.start_thread(place.world.bot, message, "t"))
    else:
        assert place.world.start_thread(place.world.bot, message, "t").type is thread_kind


def test_a_private_thread_is_seen_by_those_in_it(place: Place) -> None:
    state, bot = place.world.state, place.world.bot
    thread = threads.open_alone(state, bot, place.channel, {"name": "t", "type": 12})
    assert place.world.can(bot, thread, "view_channel")
    assert not place.world.can(place.ann, thread, "view_channel")


def test_a_member_can_use_the_bot_where_it_is_not_if_they_installed_it(place: Place) -> None:
    state = place.world.state
    replace_all(state, [{"name": "help", "description": "Help"}], None)
    guild = place.world.add_guild("Elsewhere", with_bot=False)
    channel = place.world.add_channel(guild, "general")
    ann = place.world.add_member(guild, place.ann.user)
    used = place.world.use_command(channel, ann, "help", user_install=True)
    data = place.events[-1].data
    assert data["authorizing_integration_owners"] == {"1": str(ann.id)}
    assert data["app_permissions"] == "0"
    respond(state, used.id, used.token, {"type": 4, "data": {"content": "hi"}})
    assert [each.content for each in place.world.messages(channel)] == ["hi"]
    refused(50001, lambda: place.send("unasked", channel))


@pytest.mark.parametrize(
    ("components", "code"),
    [
        ([{"type": 1, "components": [{"type": 2, "custom_id": "x" * 101}]}], 50035),
        ([{"type": 1, "components": [{"type": 2, "custom_id": str(n)} for n in range(6)]}], 50035),
        ([{"type": 1, "components": [{"type": 2, "custom_id": "same"}] * 2}], 50035),
        ([{"type": 1, "components": [{"type": 2, "custom_id": "x"}]}] * 6, 50035),
    ],
)
def test_controls_beyond_the_limits_are_refused(
    place: Place, components: list[Any], code: int
) -> None:
    refused(code, lambda: place.send("pick", components=components))


def test_a_control_is_used_as_it_is_shown(place: Place) -> None:
    off = {"type": 2, "custom_id": "off", "disabled": True}
    row = {"type": 1, "components": [{"type": 2, "custom_id": "stop"}, off]}
    message = place.send("working", components=[row])
    used = place.world.interact(message, place.ann, "stop")
    state = place.world.state
    respond(state, used.id, used.token, {"type": 7, "data": {"content": "stopped"}})
    assert message.content == "stopped"
    for custom_id, reason in (("off", "disabled"), ("gone", "no control")):
        with pytest.raises(NotOffered, match=reason):
            place.world.interact(message, place.ann, custom_id)


def test_suppressed_embeds_stay_suppressed_over_edits(place: Place) -> None:
    message = place.send("see https://example.com", flags=4)
    place.change(message, "see https://example.com, too")
    assert message.flags == 4
    place.change(message, "open", flags=0)
    assert message.flags == 0


def test_the_text_of_components_counts_as_what_is_shown(place: Place) -> None:
    state, bot = place.world.state, place.world.bot
    text = {"type": 10, "content": "in a box"}
    body = {"flags": 1 << 15, "components": [{"type": 17, "components": [text]}]}
    message = messages.create_message(state, bot, place.channel, body)
    assert [each.content for each in message.states] == ["in a box"]
    refused(50035, lambda: place.change(message, "plain"))


def test_slow_mode_holds_for_each_member_and_not_for_bots_or_who_may_bypass_it(
    place: Place,
) -> None:
    ben = place.world.add_member(place.guild, "Ben")
    place.world.set_slow_mode(place.channel, 30)
    assert place.names()[-1] == "CHANNEL_UPDATE"
    place.world.say(place.channel, place.ann, "one")
    place.world.say(place.channel, ben, "me, too")
    place.at += 20
    error = refused(20016, lambda: place.world.say(place.channel, place.ann, "two"))
    assert error.status == 429
    assert error.retry_after_s == pytest.approx(10)
    for _ in range(2):
        place.send("a bot is not slowed")
    place.at += 10
    place.world.say(place.channel, place.ann, "two")
    place.world.give_permission(place.channel, "manage_messages", place.ann)
    refused(20016, lambda: place.world.say(place.channel, place.ann, "three"))
    place.world.give_permission(place.channel, "bypass_slowmode", place.ann)
    place.world.say(place.channel, place.ann, "three")
    place.world.set_slow_mode(place.channel, 0)
    place.world.say(place.channel, ben, "four")
    place.world.say(place.channel, ben, "five")


@pytest.mark.parametrize("kind", [ChannelType.VOICE, ChannelType.STAGE])
def test_text_in_voice_and_stage_channels_needs_connect(place: Place, kind: ChannelType) -> None:
    lounge = place.world.add_channel(place.guild, "lounge", kind=kind)
    place.world.say(lounge, place.ann, "hello")
    place.send("hello", lounge)
    for person in (place.ann, place.world.bot):
        place.world.take_permission(lounge, "connect", person)
    refused(50013, lambda: place.world.say(lounge, place.ann, "again"))
    refused(50013, lambda: place.send("again", lounge))
    refused(50013, lambda: messages.history(place.world.state, place.world.bot, lounge))


def test_a_time_out_leaves_a_member_nothing_but_to_read(place: Place) -> None:
    place.world.time_out(place.ann, 60)
    refused(50013, lambda: place.world.say(place.channel, place.ann, "one"))
    assert place.world.can(place.ann, place.channel, "view_channel")
    assert place.world.can(place.ann, place.channel, "read_message_history")
    assert place.events[-1].data["communication_disabled_until"].startswith("2027-01-15T08:01:00")
    place.world.end_time_out(place.ann)
    place.world.say(place.channel, place.ann, "one")
    assert place.world.owner.id in place.guild.members
    place.world.time_out(place.guild.members[place.world.owner.id], 60)
    place.world.say(place.channel, place.world.owner, "an owner can't be silenced")


def test_an_interaction_tells_what_its_member_may_do_there(place: Place) -> None:
    register_hello(place)
    for name, given in (("send_messages", False), ("manage_threads", True)):
        change = place.world.give_permission if given else place.world.take_permission
        change(place.channel, name, place.ann)
    place.world.set_slow_mode(place.channel, 30)
    place.world.use_command(place.channel, place.ann, "hello")
    told = place.events[-1].data
    permissions = int(told["member"]["permissions"])
    assert not permissions & BITS["send_messages"]
    assert permissions & BITS["manage_threads"]
    assert told["member"]["communication_disabled_until"] is None
    assert told["channel"]["rate_limit_per_user"] == 30


def test_where_only_the_commands_were_added_the_bot_gets_interactions_and_nothing_else(
    place: Place,
) -> None:
    register_hello(place)
    elsewhere = place.world.add_guild("Elsewhere", with_bot=False)
    channel = place.world.add_channel(elsewhere, "general")
    ann = place.world.add_member(elsewhere, place.ann.user)
    place.events.clear()
    place.world.say(channel, ann, "hello")
    used = place.world.use_command(channel, ann, "hello")
    state = place.world.state
    respond(state, used.id, used.token, {"type": 4, "data": {"content": "here I am"}})
    told = [event.name for event in place.events if event.for_bot]
    assert told == ["INTERACTION_CREATE"]
    data = next(event.data for event in place.events if event.for_bot)
    assert data["authorizing_integration_owners"] == {"0": str(elsewhere.id)}
    assert used.responses[0].content == "here I am"
    refused(50001, lambda: place.send("and as a message", channel))


def register_hello(place: Place) -> None:
    """The command /hello, without options."""
    register(place.world.state, {"name": "hello", "description": "Says hello"}, None)
