"""Looks whether the Chat API is there; only if that is wanted, by a question, which is paid."""

from __future__ import annotations

import asyncio
import ipaddress
from dataclasses import replace

import aiohttp
from aiohttp import hdrs
from yarl import URL

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.core.errors import AnswerError
from bridge_bot.core.model import ChatRequest
from bridge_bot.doctor.operator_facts import ChatApiFacts
from bridge_bot.proxies.connector import ProxyConnector, ProxyFailed


async def reach(options: ChatApiOptions) -> ChatApiFacts:
    """Connect to the host of the Chat API, by its proxy, with TLS where its address says so; send
    no request.
    """
    url = URL(options.base_url)
    facts = ChatApiFacts(
        url.host or "", is_encrypted=url.scheme == "https", is_local=_is_local(url.host or "")
    )
    timeout = aiohttp.ClientTimeout(sock_connect=options.connect_timeout_s)
    connector = ProxyConnector(options.proxies)
    try:
        async with (
            asyncio.timeout(options.connect_timeout_s),
            aiohttp.ClientSession(connector=connector) as session,
        ):
            # Only what says where to connect to: it is never sent.
            request = aiohttp.ClientRequest(
                hdrs.METH_HEAD, url, loop=asyncio.get_running_loop(), session=session
            )
            connection = await connector.connect(request, [], timeout)
            connection.close()
    except TimeoutError:
        return replace(facts, problem=f"no connection within {options.connect_timeout_s:g} s")
    except (aiohttp.ClientError, OSError) as error:
        return replace(facts, problem=_reason(error))
    return facts


def _reason(error: Exception) -> str:
    if isinstance(error, ProxyFailed):
        return str(error)
    return getattr(error, "strerror", None) or type(error).__name__


async def ask(options: ChatApiOptions, question: str, language: str) -> ChatApiFacts:
    """Ask one question, and wait for the end of its answer."""
    facts = replace(await reach(options), asked=True)
    if facts.problem:
        return facts
    loop = asyncio.get_running_loop()
    began_s = loop.time()
    try:
        async with (
            ChatApi(options) as source,
            source.ask(ChatRequest(question, language)) as events,
        ):
            async for _ in events:
                pass
    except AnswerError as error:
        return replace(facts, failure=str(error))
    return replace(facts, took_s=loop.time() - began_s)


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
