"""Sends the response of a script: at its pace, and with its fault after the right byte."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import Iterator, Sequence

from aiohttp import web

from bridge_bot.sandbox.chat_api.conversations import RecordedRequest
from bridge_bot.sandbox.chat_api.scripts import ConnectionFault, Script, as_bytes, envelope

_FOR_EVER_S = 86_400.0
_BEFORE_RESET_S = 0.02
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)
_NOT_A_CHUNK = b"\r\nthis is no chunk\r\n"


class Transmission:
    """One response, on its way to one client."""

    def __init__(
        self, request: web.Request, recorded: RecordedRequest, script: Script, request_id: str
    ) -> None:
        self._request = request
        self._recorded = recorded
        self._script = script
        self._request_id = request_id
        self._response = web.StreamResponse(status=script.status, headers=script.headers)
        self._now = asyncio.get_running_loop().time
        self._sent_bytes = 0
        self._sent_chars = 0

    async def run(self) -> web.StreamResponse:
        """Send everything, and record how it went."""
        self._recorded.status = self._script.status
        try:
            for due_s, data, chunks in self._pieces():
                await self._wait_until(due_s)
                if not self._response.prepared:
                    await self._response.prepare(self._request)
                await self._write(data)
                for chunk in chunks:
                    self._record(chunk)
            await self._fault_if_due(at_end=True)
            await self._response.write_eof()
            self._recorded.finished = True
        except _ConnectionBroken:
            pass
        except ConnectionError:  # raised on, aiohttp would log it as an error of the server
            self._recorded.disconnected_early = True
        except asyncio.CancelledError:
            self._recorded.disconnected_early = True
            raise
        finally:
            self._recorded.over.set()
        return self._response

    def _pieces(self) -> Iterator[tuple[float, bytes, Sequence[str | bytes]]]:
        """What is sent: when (seconds after the request), the bytes, and the chunks in them."""
        script, recorded = self._script, self._recorded
        if script.body is not None:
            yield script.first_delay_s, script.body, ()
            return
        self._response.content_type = "application/json"
        schedule = list(script.schedule())
        about = (recorded.question, recorded.conversation_uid)
        if script.code:
            refusal = envelope(script.code, script.msg, self._request_id)
            yield script.first_delay_s, refusal, ()
        elif not recorded.stream:
            due_s = schedule[-1][0] if schedule else script.first_delay_s
            whole = script.envelope(*about, self._request_id)
            yield due_s, whole, [chunk for _, chunk in schedule]
        else:
            self._response.content_type = "text/plain"
            # Like the documented stream: the first text comes in one piece with the header.
            header = script.stream_header(*about)
            for due_s, chunk in schedule or [(script.first_delay_s, "")]:
                yield due_s, header + as_bytes(chunk), (chunk,)
                header = b""

    def _record(self, chunk: str | bytes) -> None:
        self._sent_chars += len(as_bytes(chunk).decode("utf-8", "replace"))
        self._recorded.sent.append((self._now(), self._sent_chars))

    async def _wait_until(self, due_s: float) -> None:
        # Against the request's beginning, so that many short waits do not add up to a long one.
        await asyncio.sleep(max(0.0, self._recorded.at_s + due_s - self._now()))

    async def _write(self, data: bytes) -> None:
        if self._script.fault is not None:
            data = data[: max(0, self._script.fault_after_bytes - self._sent_bytes)]
        if data:
            await self._response.write(data)
        self._sent_bytes += len(data)
        await self._fault_if_due()

    async def _fault_if_due(self, *, at_end: bool = False) -> None:
        fault = self._script.fault
        short = self._sent_bytes < self._script.fault_after_bytes
        if fault is None or (short and not at_end):
            return
        if fault is ConnectionFault.STALL:
            await asyncio.sleep(_FOR_EVER_S)
        transport = self._request.transport
        if transport is not None:
            if fault is ConnectionFault.GARBAGE:
                transport.write(_NOT_A_CHUNK)
            if fault is ConnectionFault.RESET:
                # Let what was written leave first: a reset throws away what is still queued,
                # on both sides.
                await asyncio.sleep(_BEFORE_RESET_S)
                connection: socket.socket = transport.get_extra_info("socket")
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            transport.close()
        raise _ConnectionBroken


class _ConnectionBroken(Exception):
    """The script broke the connection."""
