"""When a message may be sent, replied to or edited."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import messages
from bridge_bot.sandbox.discord.model import Message, Upload
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_an_old_message_can_be_edited_three_times_in_six_seconds(lab: OneGuildLab) -> None:
    message = lab.send("old")
    lab.at += 3601
    for number in range(3):
        lab.edit(message, f"new {number}")
    error = raises_error(30046, lambda: lab.edit(message, "too much"))
    assert error.status == 429
    assert error.retry_after_s == 6.0
    lab.at += 6
    lab.edit(message, "again")


def test_a_reply_to_a_deleted_message_is_refused_unless_it_may_be_missing(
    lab: OneGuildLab,
) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    lab.world.messages.delete(said)
    reference = {"message_id": str(said.id)}
    raises_error(50035, lambda: lab.send("hi", message_reference=reference))
    soft = reference | {"fail_if_not_exists": False}
    assert lab.send("hi", message_reference=soft).reply_to is None


def test_slow_mode_holds_for_each_member_and_not_for_bots_or_who_may_bypass_it(
    lab: OneGuildLab,
) -> None:
    ben = lab.world.people.add(lab.guild, "Ben")
    lab.world.channels.set_slow_mode(lab.channel, 30)
    assert lab.names()[-1] == "CHANNEL_UPDATE"
    lab.world.messages.send(lab.channel, lab.ann, "one")
    lab.world.messages.send(lab.channel, ben, "me, too")
    lab.at += 20
    error = raises_error(20016, lambda: lab.world.messages.send(lab.channel, lab.ann, "two"))
    assert error.status == 429
    assert error.retry_after_s == pytest.approx(10)
    for _ in range(2):
        lab.send("a bot is not slowed")
    lab.at += 10
    lab.world.messages.send(lab.channel, lab.ann, "two")
    lab.world.people.give_permission(lab.channel, "manage_messages", lab.ann)
    raises_error(20016, lambda: lab.world.messages.send(lab.channel, lab.ann, "three"))
    lab.world.people.give_permission(lab.channel, "bypass_slowmode", lab.ann)
    lab.world.messages.send(lab.channel, lab.ann, "three")
    lab.world.channels.set_slow_mode(lab.channel, 0)
    lab.world.messages.send(lab.channel, ben, "four")
    lab.world.messages.send(lab.channel, ben, "five")


def test_files_are_limited_in_number_and_size_and_need_their_permission(
    lab: OneGuildLab,
) -> None:
    state, bot = lab.world.state, lab.world.bot
    text_file = Upload("0", "answer.md", "text/markdown", b"# All of it")

    def send(*files: Upload) -> Message:
        return messages.create_message(state, bot, lab.channel, {"content": "x"}, files)

    raises_error(50035, lambda: send(*[text_file] * 11))
    raises_error(
        40005, lambda: send(Upload("0", "big", "text/plain", b"x" * (10 * 1024 * 1024 + 1)))
    )
    message = send(text_file)
    lab.world.people.take_permission(lab.channel, "attach_files")
    raises_error(50013, lambda: send(text_file))
    raises_error(50013, lambda: messages.edit_message(state, bot, message, {}, [text_file]))
