"""The Chat API by a proxy: what is asked again, what is paid, and that no password is told."""

from __future__ import annotations

import asyncio

import pytest

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.core.errors import (
    AnswerError,
    ApiConnectionLost,
    ApiUnreachable,
    IntermediaryRefused,
)
from bridge_bot.core.model import AnswerHeader, AnswerText
from bridge_bot.proxies.proxies import Proxies, chosen
from tests.harness.chat_api_client import (
    REQUEST,
    Outcome,
    ask,
    ask_once,
    client,
    options,
    reachable,
)
from tests.harness.connect_proxy import connect_proxy, tls_server, trusting
from tests.harness.raw_server import End, RawServer, streamed

USER_PASS = "me:hunter-2"
MOST_TRIES = 4


def by(proxy_url: str) -> Proxies:
    return chosen("CHAT_API_PROXY", proxy_url, {})


def trust(api: ChatApi) -> None:
    """Have the client accept the certificate of these tests."""
    for session in api._sessions:
        session.connector._ssl = trusting()  # type: ignore[union-attr]


class Counted:
    """An allowance that counts."""

    def __init__(self) -> None:
        self.taken = 0

    async def take(self) -> None:
        self.taken += 1

    async def give_back(self) -> None:
        self.taken -= 1


FAULTS: dict[str, tuple[bytes, type[AnswerError], int]] = {
    "407": (b"HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n", IntermediaryRefused, 1),
    "401": (b"HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n", IntermediaryRefused, 1),
    # As any firewall's, which may pass.
    "403": (b"HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n", IntermediaryRefused, MOST_TRIES),
    "502": (b"HTTP/1.1 502 No\r\nContent-Length: 0\r\n\r\n", ApiUnreachable, MOST_TRIES),
    # Of CONNECT it says that nothing was sent, while an answer could be on its way else.
    "504": (b"HTTP/1.1 504 No\r\nContent-Length: 0\r\n\r\n", ApiUnreachable, MOST_TRIES),
    "closed": (b"", ApiUnreachable, MOST_TRIES),
    "no HTTP": (b"SSH-2.0-OpenSSH\r\n", ApiUnreachable, MOST_TRIES),
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_proxy_that_does_not_connect_costs_nothing_and_is_asked_again_where_it_may_pass(
    fault: str,
) -> None:
    answer, kind, tries = FAULTS[fault]
    allowance = Counted()
    async with connect_proxy(USER_PASS, answer) as proxy:
        chosen_options = options(
            "https://127.0.0.1:1", proxies=by(proxy.url(USER_PASS)), connect_timeout_s=60.0
        )
        async with client(chosen_options) as api, api.ask(REQUEST, allowance=allowance) as events:
            with pytest.raises(kind) as caught:
                [event async for event in events]
        assert (proxy.asked, allowance.taken) == (tries, 0)
        assert f"the proxy 127.0.0.1:{proxy.port} of CHAT_API_PROXY" in str(caught.value)
    for error in reachable(caught.value):
        assert "hunter" not in f"{error!r} {error}"
        assert proxy.authorization not in repr(error)


async def test_a_wrong_password_is_told_as_that_also_without_tls() -> None:
    async with RawServer(streamed(b"a")) as server, connect_proxy(USER_PASS) as proxy:
        outcome = await ask_once(options(server.url, proxies=by(proxy.url("me:hunter-3"))))
        assert (proxy.refused, server.requests) == (1, [])
    assert isinstance(outcome.error, IntermediaryRefused)
    assert str(outcome.error) == (
        f"the proxy 127.0.0.1:{proxy.port} of CHAT_API_PROXY does not accept the user and password"
        " in it (status 407)"
    )


@pytest.mark.parametrize("end", [End.CLOSE, End.RESET])
async def test_a_dead_idle_connection_is_told_from_a_lost_one_within_the_tunnel(end: End) -> None:
    """The tunnel was made by one request more, which is none to the Chat API."""
    lost, asked_again = Outcome(), Outcome()
    async with (
        RawServer([end], streamed(b"a"), [end], streamed(b"b")) as server,
        tls_server(server.port) as tls,
        connect_proxy(USER_PASS) as proxy,
        client(options(f"https://{tls.place}", proxies=by(proxy.url(USER_PASS)))) as api,
    ):
        trust(api)
        await ask(api, lost)
        await ask(api, asked_again)
        await ask(api, asked_again)
        assert proxy.connected == {tls.place: 3}  # at once, for the two others, once more
        assert all(proxy.authorization.encode() not in request for request in server.requests)
    assert isinstance(lost.error, ApiConnectionLost)
    assert not lost.error.stale
    assert lost.retried == []
    assert asked_again.error is None
    assert asked_again.events == [
        *(AnswerHeader("c-1"), AnswerText("a")),
        *(AnswerHeader("c-1"), AnswerText("b")),
    ]
    assert len(asked_again.retried) == 1


async def test_many_questions_at_once_have_a_tunnel_each_and_use_them_again() -> None:
    async with (
        RawServer([*streamed(b"a")[:1], 0.1, *streamed(b"a")[1:]]) as server,
        tls_server(server.port) as tls,
        connect_proxy() as proxy,
        client(options(f"https://{tls.place}", proxies=by(proxy.url()))) as api,
    ):
        trust(api)
        for _ in range(2):
            outcomes = [Outcome() for _ in range(5)]
            await asyncio.gather(*(ask(api, each) for each in outcomes))
            assert [each.text for each in outcomes] == ["a"] * 5
        assert proxy.connected == {tls.place: 5}
