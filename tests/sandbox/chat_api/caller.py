"""A client of the Chat API stand-in over plain HTTP."""

from __future__ import annotations

import json
from contextlib import AbstractAsyncContextManager

import aiohttp

from bridge_bot.sandbox.chat_api.scripts import DELIMITER
from bridge_bot.sandbox.chat_api.stand_in import ChatApiStandIn

SOON_S = 20.0


class Caller:
    """A caller with the right key and uid, unless told otherwise."""

    def __init__(self, session: aiohttp.ClientSession, api: ChatApiStandIn) -> None:
        self.session = session
        self.api = api

    def post(self, **body: object) -> AbstractAsyncContextManager[aiohttp.ClientResponse]:
        uid = body.pop("bot_uid", self.api.bot_uid)
        return self.session.post(
            f"{self.api.base_url}/api/v1/backend/chatbot/{uid}/chat",
            headers={"Authorization": str(body.pop("authorization", f"Bearer {self.api.key}"))},
            json=body,
            timeout=aiohttp.ClientTimeout(total=SOON_S),
        )

    async def stream(self, **body: object) -> tuple[dict[str, object], str]:
        """Header and text of a streamed answer."""
        async with self.post(stream=True, **body) as response:
            assert response.status == 200
            header, _, answer = (await response.read()).partition(b"\n" + DELIMITER)
            return json.loads(header), answer.decode()

    async def whole(self, **body: object) -> tuple[int, dict[str, object]]:
        """Status and envelope of an answer that is not streamed."""
        async with self.post(**body) as response:
            return response.status, await response.json()
