"""Discord's REST API, as far as it is used past discord.py: requests, limits, typed errors."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import aiohttp

from bridge_bot.core.errors import (
    MessageGone,
    PlaceClosed,
    PlaceGone,
    PlatformBusy,
    PlatformError,
    PlatformForbidden,
    PlatformRejected,
)
from bridge_bot.core.model import File
from bridge_bot.core.ports import Write
from bridge_bot.discord_adapter.budget import Budget
from bridge_bot.discord_adapter.window import Route, Tally

REQUEST_TIMEOUT_S = 15.0

# Discord's JSON error codes (its documentation), and where there is none of these, the status.
_BY_CODE: Mapping[int, tuple[type[PlatformError], str]] = {
    10003: (PlaceGone, "the channel is gone"),
    10008: (MessageGone, "the message is gone"),
    50083: (PlaceClosed, "the thread is archived"),
    160005: (PlaceClosed, "the thread is locked"),
}
_BY_STATUS: Mapping[int, tuple[type[PlatformError], str]] = {
    401: (PlatformForbidden, "Discord does not permit it"),
    403: (PlatformForbidden, "Discord does not permit it"),
    404: (PlaceGone, "Discord does not know it"),
}
_INVALID = (PlatformRejected, "Discord calls the request invalid")
_PAUSES_S = (0.5, 1.0, 2.0, 4.0, 8.0)


class DiscordRest:
    """Sends requests as the bot. An async context manager that owns its connections.

    `api_base_url` ends with the version; `token` is the bot's. What each response says of the
    limits goes into the budget; whoever sends asks the budget first.
    """

    def __init__(self, *, token: str, api_base_url: str, user_agent: str, budget: Budget) -> None:
        self._headers = {"Authorization": f"Bot {token}", "User-Agent": user_agent}
        self._base = api_base_url.rstrip("/")
        self._budget = budget
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            headers=self._headers,
            connector=aiohttp.TCPConnector(limit=0, keepalive_timeout=60),
            timeout=aiohttp.ClientTimeout(total=REQUEST_TIMEOUT_S),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def send(
        self,
        method: str,
        path: str,
        route: Route,
        body: Mapping[str, object] | None = None,
        file: File | None = None,
    ) -> dict[str, Any]:
        """Send a request that the budget has permitted, and return the body of its response.

        With a file, the body goes beside it as `payload_json` (Discord's documentation). A list
        comes back as its `items`. Raises `PlatformError`; `PlatformBusy` where a retry helps.
        """
        if self._session is None:
            raise RuntimeError("DiscordRest is used outside its context")
        tally: Tally | None = None
        refused: tuple[Route | None, float] | None = None
        try:
            content_sent = {"json": body} if file is None else {"data": _form(body, file)}
            async with self._session.request(method, self._base + path, **content_sent) as response:
                if response.status != 429:
                    tally = _tally(response.headers)
                if response.status == 204:
                    return {}
                content = await _json(response)
                if response.status == 429:
                    refused = _refusal(route, response, content)
                if response.status >= 400:
                    raise _error(response, content)
                return content
        except (aiohttp.ClientError, TimeoutError) as error:
            raise PlatformBusy(f"no response from Discord: {type(error).__name__}") from None
        finally:
            self._budget.answered(route, tally)
            if refused is not None:
                self._budget.refused(*refused)

    async def insist(
        self, method: str, path: str, route: Route, body: Mapping[str, object] | None = None
    ) -> dict[str, Any]:
        """Like `send`, but it waits for the budget itself and waits out failures that pass."""
        for pause_s in _PAUSES_S:
            await self._budget.permit(route, Write.LAST)
            with contextlib.suppress(PlatformBusy):
                return await self.send(method, path, route, body)
            await asyncio.sleep(pause_s)
        await self._budget.permit(route, Write.LAST)
        return await self.send(method, path, route, body)


def _form(body: Mapping[str, object] | None, file: File) -> aiohttp.FormData:
    form = aiohttp.FormData()
    form.add_field("payload_json", json.dumps(body or {}), content_type="application/json")
    form.add_field(
        "files[0]", file.content, filename=file.name, content_type="text/markdown; charset=utf-8"
    )
    return form


def _tally(headers: Mapping[str, str]) -> Tally | None:
    """What the headers say of the route's window (Discord's documentation of rate limits)."""
    try:
        return Tally(
            limit=max(int(headers["X-RateLimit-Limit"]), 1),
            remaining=int(headers["X-RateLimit-Remaining"]),
            reset_after_s=float(headers["X-RateLimit-Reset-After"]),
        )
    except (KeyError, ValueError):
        return None


async def _json(response: aiohttp.ClientResponse) -> dict[str, Any]:
    """The body as an object, a list as its `items`; empty for all else, such as a proxy's HTML."""
    try:
        content = await response.json(content_type=None)
    except ValueError:
        return {}
    if isinstance(content, list):
        return {"items": content}
    return content if isinstance(content, dict) else {}


def _refusal(
    route: Route, response: aiohttp.ClientResponse, content: Mapping[str, Any]
) -> tuple[Route | None, float]:
    everything = (
        content.get("global") is True or response.headers.get("X-RateLimit-Scope") == "global"
    )
    return (None if everything else route), _retry_after_s(response, content)


def _retry_after_s(response: aiohttp.ClientResponse, content: Mapping[str, Any]) -> float:
    for value in (content.get("retry_after"), response.headers.get("Retry-After")):
        with contextlib.suppress(TypeError, ValueError):
            return max(float(value), 0.0)  # type: ignore[arg-type]
    return 1.0


def _error(response: aiohttp.ClientResponse, content: Mapping[str, Any]) -> PlatformError:
    status = response.status
    code = content.get("code") if isinstance(content.get("code"), int) else 0
    known: dict[str, int] = {"status": status, "code": code or 0}
    if status == 429:
        return PlatformBusy(
            "Discord limits", **known, retry_after_s=_retry_after_s(response, content)
        )
    if status >= 500:
        return PlatformBusy("Discord fails", **known)
    kind, reason = _BY_CODE.get(code or 0) or _BY_STATUS.get(status, _INVALID)
    return kind(reason, **known)
