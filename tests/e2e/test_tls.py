"""An answer over TLS: whether all of it has come, TLS tells where HTTP does not."""

from __future__ import annotations

import asyncio
import os
import ssl
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.harness.english import text
from tests.harness.raw_server import HEADER

pytestmark = pytest.mark.sqlite  # what ends a body of the Chat API does not depend on the database

CERTIFICATE = Path(__file__).with_name("tls.pem")
"""A key and a certificate for 127.0.0.1, for these tests alone; valid until 2126."""

WITHOUT_LENGTH = b"HTTP/1.0 200 OK\r\n\r\n" + HEADER + b"half an answer"
WITH_LENGTH = (
    b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n" % (len(HEADER) + 14)
) + HEADER + b"half an answer"  # fmt: skip


@asynccontextmanager
async def serving(response: bytes, *, alert: bool) -> AsyncIterator[str]:
    """A server that closes after this response, with TLS's `close_notify` or without it."""

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"}")
        writer.write(response)
        await writer.drain()
        if alert:
            writer.close()
        else:
            writer.transport.abort()

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    async with await asyncio.start_server(serve, "127.0.0.1", 0, ssl=context) as server:
        yield f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def asked(url: str, folder: Path) -> tuple[str, str, int | None]:
    """What `bridge-bot chat` shows, what it says beside, and its exit code."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bridge_bot.cli", "chat"),
        cwd=folder,
        env={
            "PATH": os.environ["PATH"],
            "SSL_CERT_FILE": str(CERTIFICATE),
            "CHAT_API_BASE_URL": url,
            "CHAT_API_KEY": "k",
            "CHAT_BOT_UID": "b",
        },
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(30):
        shown, errors = await process.communicate(b"What?\n")
    return shown.decode(), errors.decode(), process.returncode


@pytest.mark.parametrize(
    ("response", "alert", "whole"),
    [
        (WITHOUT_LENGTH, True, True),
        (WITHOUT_LENGTH, False, False),
        (WITH_LENGTH, False, True),
    ],
    ids=["closed in order", "cut", "cut behind its end"],
)
async def test_a_body_without_a_length_is_whole_only_where_tls_is_closed_in_order(
    tmp_path: Path, response: bytes, alert: bool, whole: bool
) -> None:
    async with serving(response, alert=alert) as url:
        shown, errors, code = await asked(url, tmp_path)
    assert shown == "half an answer\n"
    assert (code == 0) == whole
    assert (text("error-api-broken-off") not in errors) == whole
