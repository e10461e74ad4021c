"""Requests and responses of the REST API as HTTP has them."""

from __future__ import annotations

import json
import socket
import struct

from aiohttp import web
from aiohttp.multipart import BodyPartReader

from bridge_bot.sandbox.discord.errors import Json, discord_error
from bridge_bot.sandbox.discord.faults import Reset, StubbedResponse
from bridge_bot.sandbox.discord.model import Upload
from bridge_bot.sandbox.discord.rules.rate_limits import LimitDecision, round_up_to_ms


async def read_body(incoming: web.Request) -> tuple[Json | None, list[Upload]]:
    """The JSON of a request, alone or as `payload_json` beside files; or 50109."""
    if not incoming.content_type.startswith("multipart/"):
        return _parse(await incoming.read()), []
    body: Json | None = None
    uploads: list[Upload] = []
    async for part in await incoming.multipart():
        if not isinstance(part, BodyPartReader):
            continue
        data = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            body = _parse(data)
        elif part.name and part.filename:
            key = part.name.removeprefix("files[").removesuffix("]")
            kind = part.headers.get("Content-Type", "application/octet-stream")
            uploads.append(Upload(key, part.filename, kind, data))
    return body, uploads


def _parse(data: bytes) -> Json | None:
    if not data:
        return None
    try:
        parsed: Json = json.loads(data)
    except ValueError:
        raise discord_error(50109) from None
    return parsed


def rate_limited(decision: LimitDecision) -> web.Response:
    """The 429 of a request that a limit refuses."""
    body: Json = {
        "message": "You are being rate limited.",
        "retry_after": round_up_to_ms(decision.retry_after_s or 0.0),
        "global": decision.scope == "global",
    }
    return json_response(429, body, decision.headers)


def stubbed(fault: StubbedResponse | Reset) -> web.Response | None:
    """The response that a fault orders; None for a connection that is to be reset."""
    if isinstance(fault, Reset):
        return None
    if isinstance(fault.body, str):
        headers = {"Content-Type": "text/html"} | fault.headers
        return web.Response(status=fault.status, body=fault.body.encode(), headers=headers)
    return json_response(fault.status, fault.body, fault.headers)


def json_response(status: int, body: object, headers: dict[str, str] | None = None) -> web.Response:
    """A response with that JSON, or an empty one (204) if there is none."""
    if body is None:
        return web.Response(status=204, headers=headers)
    # discord.py parses only what is called exactly this, without a charset.
    return web.Response(
        status=status,
        body=json.dumps(body, separators=(",", ":")).encode(),
        headers={"Content-Type": "application/json"} | (headers or {}),
    )


def reset_connection(incoming: web.Request) -> None:
    """End the connection with a reset (RST) instead of a proper close."""
    transport = incoming.transport
    if transport is None:
        return
    raw: socket.socket | None = transport.get_extra_info("socket")
    if raw is not None:
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
