"""What a route reads out of a request."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl

import pytest
from multidict import MultiDict

from bridge_bot.sandbox.discord.gateway.server import Gateway
from bridge_bot.sandbox.discord.gateway.sessions import Sessions
from bridge_bot.sandbox.discord.rest.routes import RestCall
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def call(lab: OneGuildLab, query: str = "", body: Any = None, **params: object) -> RestCall:
    """A request with the parameters of its path, a query and a body."""
    texts = {name: str(value) for name, value in params.items()}
    gateway = Gateway(Sessions(lab.world, token="secret"))
    return RestCall(lab.world, texts, MultiDict(parse_qsl(query)), body, (), gateway)


@pytest.mark.parametrize("text", ["", "one", "1.5", "-1", "²", "1" * 21, "@me"])
def test_what_is_no_id_is_refused(lab: OneGuildLab, text: str) -> None:
    refused = raises_error(50035, lambda: call(lab, user=text).path_id("user"))
    assert refused.errors is not None
    assert "user" in refused.errors


@pytest.mark.parametrize(
    ("query", "number", "flag", "every"),
    [
        ("", None, False, []),
        ("x=7", 7, False, ["7"]),
        ("x=1&x=2", 1, True, ["1", "2"]),
        ("y=1", None, False, []),
    ],
)
def test_a_query_gives_numbers_flags_and_lists(
    lab: OneGuildLab, query: str, number: int | None, flag: bool, every: list[str]
) -> None:
    made = call(lab, query)
    assert (made.query_number("x"), made.query_flag("x"), made.query_all("x")) == (
        number,
        flag,
        every,
    )


@pytest.mark.parametrize(("text", "expected"), [("true", True), ("True", True), ("no", False)])
def test_a_flag_is_true_by_word_too(lab: OneGuildLab, text: str, expected: bool) -> None:
    assert call(lab, f"x={text}").query_flag("x") is expected


@pytest.mark.parametrize("body", [None, [], "text", 1])
def test_a_body_that_is_no_object_is_refused(lab: OneGuildLab, body: Any) -> None:
    raises_error(50035, lambda: call(lab, body=body).json)
    assert call(lab, body={"a": 1}).json == {"a": 1}


def test_the_path_leads_to_what_the_bot_can_see(lab: OneGuildLab) -> None:
    said = lab.send("hello")
    made = call(lab, channel=lab.channel.id, message=said.id, user=lab.ann.id)
    assert (made.channel, made.message, made.user) == (lab.channel, said, lab.ann.user)
    raises_error(10003, lambda: call(lab, channel=1).channel)
    raises_error(10008, lambda: call(lab, channel=lab.channel.id, message=1).message)
    raises_error(10013, lambda: call(lab, user=1).user)
    lab.world.people.take_permission(lab.channel, "view_channel")
    raises_error(50001, lambda: made.message)
