"""What Discord accepts as the body of a message."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import threads
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_two_thousand_is_counted_in_code_points(lab: OneGuildLab) -> None:
    lab.send("🙂" * 2000)
    error = raises_error(50035, lambda: lab.send("🙂" * 2001))
    assert error.status == 400
    assert error.body()["errors"]["content"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    message = lab.send("short")
    raises_error(50035, lambda: lab.edit(message, "x" * 2001))


@pytest.mark.parametrize("content", ["", "   ", "\n\t "])
def test_a_message_of_nothing_is_refused(lab: OneGuildLab, content: str) -> None:
    raises_error(50006, lambda: lab.send(content))
    message = lab.send("x")
    raises_error(50006, lambda: lab.edit(message, content))


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_thread_name_has_1_to_100_characters(lab: OneGuildLab, name: str) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    error = raises_error(50035, lambda: lab.world.threads.start(lab.world.bot, said, name))
    assert "name" in error.body()["errors"]


def test_a_malformed_form_is_refused(lab: OneGuildLab) -> None:
    state, bot = lab.world.state, lab.world.bot
    raises_error(50035, lambda: lab.send("hi", message_reference={}))
    form = {"name": "t", "type": 99}
    raises_error(50035, lambda: threads.open_alone(state, bot, lab.channel, form))
