"""REST, the gateway and the Chat API by a real proxy, all with TLS as in the world outside."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from yarl import URL

from tests.harness.bot_process import BotProcess
from tests.harness.connect_proxy import (
    CERTIFICATE,
    ConnectProxy,
    TlsServer,
    connect_proxy,
    tls_server,
)
from tests.harness.loopback import Loopback, loopback

pytestmark = pytest.mark.sqlite  # no connection to a database goes by a proxy

USER_PASS, WRITTEN = "me:hunt@er-2", "me:hunt%40er-2"


@dataclass
class Services:
    """What the bot connects to, each at a place of its own; `resumed` is the gateway once more."""

    system: Loopback
    rest: TlsServer
    gateway: TlsServer
    resumed: TlsServer
    chat_api: TlsServer
    proxy: ConnectProxy

    @property
    def places(self) -> list[TlsServer]:
        """All of them."""
        return [self.rest, self.gateway, self.resumed, self.chat_api]

    def went_by_proxy(self) -> list[TlsServer]:
        """To which of them there are connections, and all of these came by the proxy."""
        connected = self.proxy.connected
        return [each for each in self.places if each.connected == connected[each.place] > 0]

    def went_directly(self) -> list[TlsServer]:
        """To which of them there are connections, and none of these came by the proxy."""
        connected = self.proxy.connected
        return [each for each in self.places if each.connected and not connected[each.place]]

    async def start(self, **changed: str) -> BotProcess:
        """Start the bot with no other address than those of these."""
        api = URL(self.system.discord.api_base_url)
        return await self.system.launch_program(
            SSL_CERT_FILE=str(CERTIFICATE),
            DISCORD_API_BASE_URL=f"https://{self.rest.place}{api.path}",
            CHAT_API_BASE_URL=f"https://{self.chat_api.place}",
            **changed,
        )

    async def answers(self, question: str) -> None:
        """Ask, and wait for the answer."""
        thread = await self.system.thread(self.system.ask(question))
        await self.system.reads(thread, f"You asked: {question}")


@asynccontextmanager
async def services(folder: Path, user_pass: str = "") -> AsyncIterator[Services]:
    async with loopback(folder) as system:
        discord = URL(system.discord.api_base_url).port or 0
        chat_api = URL(system.api.base_url).port or 0
        async with (
            tls_server(discord) as rest,
            tls_server(discord) as gateway,
            tls_server(discord) as resumed,
            tls_server(chat_api) as api,
            connect_proxy(user_pass) as proxy,
        ):
            path = URL(system.discord.gateway.url).path
            system.discord.gateway.url = f"wss://{gateway.place}{path}"

            def elsewhere(payload: dict[str, Any]) -> dict[str, Any]:
                if payload.get("t") == "READY":
                    payload["d"]["resume_gateway_url"] = f"wss://{resumed.place}{path}"
                return payload

            system.discord.gateway.rewrite = elsewhere
            yield Services(system, rest, gateway, resumed, api, proxy)
            for bot in system.bots:
                await bot.stop()
                assert "hunt" not in bot.log


async def test_all_connections_go_by_the_proxy_with_user_and_password(tmp_path: Path) -> None:
    """Also the one that resumes a session elsewhere. The token and the key come from files."""
    async with services(tmp_path, USER_PASS) as all_of:
        proxy = all_of.proxy
        secrets = {
            "DISCORD_TOKEN": all_of.system.discord.token,
            "CHAT_API_KEY": all_of.system.api.key,
        }
        for name, text in secrets.items():
            (tmp_path / name).write_text(f"{text}\n")
            (tmp_path / name).chmod(0o600)
        bot = await all_of.start(
            DISCORD_PROXY=proxy.url(WRITTEN),
            CHAT_API_PROXY=proxy.url(WRITTEN),
            NO_PROXY="*",  # belongs to the environment's
            **dict.fromkeys(secrets, ""),
            **{f"{name}_FILE": name for name in secrets},
        )
        await all_of.system.discord.bot_ready()
        await all_of.system.discord.gateway.drop(4000)
        await all_of.answers("why?")
        assert all_of.went_by_proxy() == all_of.places
        assert proxy.refused == 0
        assert (
            f"proxies: Discord by {proxy.url()} (DISCORD_PROXY),"
            f" the Chat API by {proxy.url()} (CHAT_API_PROXY)" in bot.log
        )


async def test_the_environment_decides_for_each_host_unless_a_setting_says_none(
    tmp_path: Path,
) -> None:
    async with services(tmp_path) as all_of:
        bot = await all_of.start(
            https_proxy=all_of.proxy.url(),
            NO_PROXY=f"example.com,{all_of.gateway.place}",
            CHAT_API_PROXY="none",
        )
        await all_of.system.discord.bot_ready()
        await all_of.answers("why?")
        assert all_of.went_by_proxy() == [all_of.rest]
        assert all_of.went_directly() == [all_of.gateway, all_of.chat_api]
        told = f"proxies: Discord by {all_of.proxy.url()} (HTTPS_PROXY), the Chat API by none"
        assert told in bot.log


async def test_a_proxy_that_refuses_the_password_is_named_and_nothing_goes_around_it(
    tmp_path: Path,
) -> None:
    async with services(tmp_path, USER_PASS) as all_of:
        proxy = all_of.proxy
        bot = await all_of.start(HTTPS_PROXY=proxy.url("me:hunter-3"))
        said = (
            f"the proxy 127.0.0.1:{proxy.port} of HTTPS_PROXY does not accept the user and password"
            " in it (status 407)"
        )
        await all_of.system.discord.until(lambda: said in bot.log)
        await all_of.system.discord.until(
            lambda: "Discord's gateway is out of reach since" in bot.log
        )
        assert bot.log.count(said) == 2  # of at least three attempts: the first, and this line
        assert proxy.refused > 2
        assert bot.returncode is None
        assert all_of.rest.connected == 0
