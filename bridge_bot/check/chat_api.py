"""Looks whether the Chat API is there; only if that is wanted, by a question, which is paid."""

from __future__ import annotations

import asyncio
import ipaddress
import ssl
from dataclasses import replace
from urllib.parse import urlsplit

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.core.errors import AnswerError
from bridge_bot.core.model import ChatRequest
from bridge_bot.doctor.operator_facts import ChatApiFacts


async def reach(options: ChatApiOptions) -> ChatApiFacts:
    """Connect to the host of the Chat API, with TLS where its address says so, and ask nothing."""
    address = urlsplit(options.base_url)
    host, is_encrypted = address.hostname or "", address.scheme == "https"
    facts = ChatApiFacts(host, is_encrypted=is_encrypted, is_local=_is_local(host))
    context = ssl.create_default_context() if is_encrypted else None
    try:
        async with asyncio.timeout(options.connect_timeout_s):
            _, writer = await asyncio.open_connection(
                host, address.port or (443 if is_encrypted else 80), ssl=context
            )
            writer.close()
    except TimeoutError:
        return replace(facts, problem=f"no connection within {options.connect_timeout_s:g} s")
    except OSError as error:  # of TLS and of names too
        return replace(facts, problem=error.strerror or type(error).__name__)
    return facts


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
