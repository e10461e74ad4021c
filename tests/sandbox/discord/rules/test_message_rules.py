"""When a message may be sent, replied to or edited."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import messages
from bridge_bot.sandbox.discord.model import Message
from bridge_bot.sandbox.discord.rest.uploads import Upload
from tests.sandbox.small_world import SmallWorld, raises_error


def test_an_old_message_can_be_edited_three_times_in_six_seconds(small: SmallWorld) -> None:
    message = small.send("old")
    small.at += 3601
    for number in range(3):
        small.edit(message, f"new {number}")
    error = raises_error(30046, lambda: small.edit(message, "too much"))
    assert error.status == 429
    assert error.retry_after_s == 6.0
    small.at += 6
    small.edit(message, "again")


def test_a_reply_to_a_deleted_message_is_refused_unless_it_may_be_missing(
    small: SmallWorld,
) -> None:
    said = small.world.messages.send(small.channel, small.ann, "hello")
    small.world.messages.delete(said)
    reference = {"message_id": str(said.id)}
    raises_error(50035, lambda: small.send("hi", message_reference=reference))
    soft = reference | {"fail_if_not_exists": False}
    assert small.send("hi", message_reference=soft).reply_to is None


def test_slow_mode_holds_for_each_member_and_not_for_bots_or_who_may_bypass_it(
    small: SmallWorld,
) -> None:
    ben = small.world.people.add(small.guild, "Ben")
    small.world.channels.set_slow_mode(small.channel, 30)
    assert small.names()[-1] == "CHANNEL_UPDATE"
    small.world.messages.send(small.channel, small.ann, "one")
    small.world.messages.send(small.channel, ben, "me, too")
    small.at += 20
    error = raises_error(20016, lambda: small.world.messages.send(small.channel, small.ann, "two"))
    assert error.status == 429
    assert error.retry_after_s == pytest.approx(10)
    for _ in range(2):
        small.send("a bot is not slowed")
    small.at += 10
    small.world.messages.send(small.channel, small.ann, "two")
    small.world.people.give_permission(small.channel, "manage_messages", small.ann)
    raises_error(20016, lambda: small.world.messages.send(small.channel, small.ann, "three"))
    small.world.people.give_permission(small.channel, "bypass_slowmode", small.ann)
    small.world.messages.send(small.channel, small.ann, "three")
    small.world.channels.set_slow_mode(small.channel, 0)
    small.world.messages.send(small.channel, ben, "four")
    small.world.messages.send(small.channel, ben, "five")


def test_files_are_limited_in_number_and_size_and_need_their_permission(small: SmallWorld) -> None:
    state, bot = small.world.state, small.world.bot
    text_file = Upload("0", "answer.md", "text/markdown", b"# All of it")

    def send(*files: Upload) -> Message:
        return messages.create_message(state, bot, small.channel, {"content": "x"}, files)

    raises_error(50035, lambda: send(*[text_file] * 11))
    raises_error(
        40005, lambda: send(Upload("0", "big", "text/plain", b"x" * (10 * 1024 * 1024 + 1)))
    )
    message = send(text_file)
    small.world.people.take_permission(small.channel, "attach_files")
    raises_error(50013, lambda: send(text_file))
    raises_error(50013, lambda: messages.edit_message(state, bot, message, {}, [text_file]))
