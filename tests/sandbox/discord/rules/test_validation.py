"""What Discord accepts as the body of a message."""

from __future__ import annotations

from typing import Any

import pytest

from bridge_bot.sandbox.discord.actions import threads
from tests.sandbox.small_world import SmallWorld, raises_error


def test_two_thousand_is_counted_in_code_points(small: SmallWorld) -> None:
    small.send("🙂" * 2000)
    error = raises_error(50035, lambda: small.send("🙂" * 2001))
    assert error.status == 400
    assert error.body()["errors"]["content"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    message = small.send("short")
    raises_error(50035, lambda: small.edit(message, "x" * 2001))


@pytest.mark.parametrize("content", ["", "   ", "\n\t "])
def test_a_message_of_nothing_is_refused(small: SmallWorld, content: str) -> None:
    raises_error(50006, lambda: small.send(content))
    message = small.send("x")
    raises_error(50006, lambda: small.edit(message, content))


@pytest.mark.parametrize("name", ["", "   ", "x" * 101])
def test_a_thread_name_has_1_to_100_characters(small: SmallWorld, name: str) -> None:
    said = small.world.messages.send(small.channel, small.ann, "hello")
    error = raises_error(50035, lambda: small.world.threads.start(small.world.bot, said, name))
    assert "name" in error.body()["errors"]


def test_a_malformed_form_is_refused(small: SmallWorld) -> None:
    state, bot = small.world.state, small.world.bot
    raises_error(50035, lambda: small.send("hi", message_reference={}))
    form = {"name": "t", "type": 99}
    raises_error(50035, lambda: threads.open_alone(state, bot, small.channel, form))


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
    small: SmallWorld, components: list[Any], code: int
) -> None:
    raises_error(code, lambda: small.send("pick", components=components))
