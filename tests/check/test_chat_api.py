"""Whether the Chat API is there, found out without a question unless one is wanted."""

from __future__ import annotations

import socket

import pytest

from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.check.chat_api import ask, reach
from bridge_bot.sandbox.chat_api.scripts import Script
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn


def options(base_url: str, key: str = "key", bot_uid: str = "bot") -> ChatApiOptions:
    return ChatApiOptions(base_url=base_url, key=key, bot_uid=bot_uid, connect_timeout_s=5.0)


async def test_a_host_that_listens_is_there_and_is_not_asked() -> None:
    async with ChatApiStandIn() as api:
        facts = await reach(options(api.base_url))
        assert (facts.host, facts.problem) == ("127.0.0.1", "")
        assert (facts.is_encrypted, facts.is_local, facts.asked) == (False, True, False)
        assert api.requests == []


@pytest.mark.parametrize("base_url", ["http://127.0.0.1:{port}", "https://127.0.0.1:{port}"])
async def test_one_that_does_not_listen_is_a_problem_and_is_not_asked(base_url: str) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    facts = await ask(options(base_url.format(port=port)), "Hello?", "auto")
    assert facts.problem
    assert not facts.failure


async def test_one_without_tls_where_tls_is_expected_is_a_problem() -> None:
    async with ChatApiStandIn() as api:
        facts = await reach(options(api.base_url.replace("http:", "https:")))
        assert facts.problem


async def test_a_question_tells_whether_the_key_is_taken() -> None:
    async with ChatApiStandIn() as api:
        api.script(Script("I do."), Script(code=1234, msg="Not today."))
        facts = await ask(options(api.base_url, api.key, api.bot_uid), "Hello?", "auto")
        assert (facts.asked, facts.failure) == (True, "")
        refused = await ask(options(api.base_url, api.key, api.bot_uid), "Hello?", "auto")
        assert "Not today." in refused.failure
        assert [each.body["q"] for each in api.requests] == ["Hello?", "Hello?"]
