"""One request to the Chat API and the bytes that come back, with every wait bounded.

All that aiohttp raises is translated here, and the new error is raised *outside* the handler:
`from None` would only hide the cause from a traceback, while it stayed reachable as
`__context__`, with the request's headers and so the key in its `repr`.
"""

from __future__ import annotations

import asyncio
import contextlib
import errno
import json
import math
import time
from collections.abc import Awaitable, Callable
from types import SimpleNamespace
from typing import Literal, TypeVar

import aiohttp

from bridge_bot.chat_api.compression import Decompression, decompression
from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.chat_api.refusal import cause_named, refusal, time_of, told
from bridge_bot.chat_api.response_watch import ResponseWatch
from bridge_bot.core.errors import (
    AnswerError,
    AnswerMalformed,
    ApiConnectionLost,
    ApiTimeout,
    ApiUnreachable,
)
from bridge_bot.core.model import ChatRequest

MAX_ERROR_BYTES = 8 << 20
_ERROR_BODY_S = 5.0

Result = TypeVar("Result")
Wait = Literal["first_byte", "answer"]


class Exchange:
    """A request on its way, and then the response. Every method raises only `AnswerError`."""

    def __init__(
        self, session: aiohttp.ClientSession, options: ChatApiOptions, request: ChatRequest
    ) -> None:
        self._session = session
        self._options = options
        self._request = request
        self._response: aiohttp.ClientResponse | None = None
        self._watch: ResponseWatch | None = None
        self._compression: Decompression | None = None
        self._first: bytes | None = None

    async def send(self) -> None:
        """Ask, and wait for the first byte of an answer.

        The time for that byte counts from when there is a connection. The answer as a whole, or
        if it is streamed its first text, has `answer_timeout_s` from then on.
        """
        begun = await _translated(self._first_byte(), self._options)
        if isinstance(begun, AnswerError):
            raise begun
        if self._response is not None:
            self._compression = _compression(self._response)
        self._first = begun

    async def _first_byte(self) -> bytes | AnswerError:
        loop = asyncio.get_running_loop()
        patience, sent_at = asyncio.timeout(None), loop.time()
        wait, limit_s = self._first_wait()

        def sent() -> None:
            nonlocal sent_at
            sent_at = loop.time()
            patience.reschedule(sent_at + limit_s)

        try:
            async with patience:
                self._response = response = await self._post(on_sent=sent)
                self._watch = ResponseWatch(
                    response,
                    idle_s=self._options.idle_timeout_s if self._options.stream else math.inf,
                    answer_s=self._options.answer_timeout_s,
                    sent_at=sent_at,
                )
                if 200 <= response.status < 300:
                    return await response.content.readany()
        except TimeoutError:
            if not patience.expired():
                raise
            return ApiTimeout(wait, limit_s)
        return await self._refusal(response)

    def _first_wait(self) -> tuple[Wait, float]:
        """What the first byte is waited for as, and for how long."""
        first_s, answer_s = self._options.first_byte_timeout_s, self._options.answer_timeout_s
        if self._options.stream and first_s <= answer_s:
            return "first_byte", first_s
        return "answer", answer_s

    async def read(self) -> bytes:
        """The next piece of the body, empty at its end."""
        if self._compression is None:
            return await self._received()
        while not (piece := self._compression.take()):
            if not (received := await self._received()):
                self._compression.end()
                return b""
            self._compression.put(received)
        return piece

    async def _received(self) -> bytes:
        """The next bytes of the body as they were sent, empty at its end."""
        if self._first is not None:
            first, self._first = self._first, None
            return first
        if self._watch is None:
            return b""
        return await _translated(self._watch.read(), self._options)

    def answer_has_begun(self) -> None:
        """The answer speaks: streamed, it may go on as long as it does not fall silent."""
        if self._options.stream and self._watch is not None:
            self._watch.lift_answer_bound()

    def explained(self, error: AnswerError) -> AnswerError:
        """The error with what is known of the request, and without what nobody may read."""
        hidden = (self._options.key, self._request.question)
        retry_after, now_s = "", 0.0
        if self._response is not None:
            headers = self._response.headers
            retry_after, now_s = headers.get("Retry-After", ""), _now_s(self._response)
            error.status = error.status or self._response.status
            error.request_id = error.request_id or headers.get("X-Request-Id", "")
            error.server = told(headers.get("Server", ""), hidden)
        error.msg = told(error.msg, hidden)
        error.request_id = told(error.request_id, hidden)
        return cause_named(error, retry_after, now_s)

    def close(self) -> None:
        """Give the request up. After the whole body this leaves the connection in the pool."""
        if self._watch is not None:
            self._watch.end()
        if self._response is not None:
            self._response.close()

    async def _post(self, *, on_sent: Callable[[], None]) -> aiohttp.ClientResponse:
        return await self._session.post(
            self._options.url,
            data=_body(self._request, stream=self._options.stream),
            headers=self._options.headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=None, connect=self._options.connect_timeout_s),
            trace_request_ctx=on_sent,
        )

    async def _refusal(self, response: aiohttp.ClientResponse) -> AnswerError:
        return refusal(
            response.status,
            await _bounded_body(response),
            retry_after=response.headers.get("Retry-After", ""),
            now_s=_now_s(response),
        )


async def _translated(step: Awaitable[Result], options: ChatApiOptions) -> Result:
    failure: AnswerError
    try:
        return await step
    except aiohttp.ConnectionTimeoutError:
        failure = ApiTimeout("connect", options.connect_timeout_s)
    except (aiohttp.ClientError, OSError) as error:
        failure = _failure(error)
    raise failure


def sent_tracing() -> aiohttp.TraceConfig:
    """Calls what a request was given as its trace context, once its headers are being sent."""
    tracing = aiohttp.TraceConfig()

    async def tell(_session: object, context: SimpleNamespace, _params: object) -> None:
        context.trace_request_ctx()

    tracing.on_request_headers_sent.append(tell)
    return tracing


def _body(request: ChatRequest, *, stream: bool) -> bytes:
    """Exactly the documented parameters; a `conversation_uid` only when the API gave one."""
    body: dict[str, object] = {"q": request.question}
    if request.conversation_uid:
        body["conversation_uid"] = request.conversation_uid
    body |= {"language": request.language, "stream": stream}
    return json.dumps(body).encode()


def _now_s(response: aiohttp.ClientResponse) -> float:
    """The time of day where the response comes from, which is what its `Retry-After` goes by."""
    return time_of(response.headers.get("Date", "")) or time.time()


def _compression(response: aiohttp.ClientResponse) -> Decompression | None:
    return decompression(response.headers.get("Content-Encoding", ""))


async def _bounded_body(response: aiohttp.ClientResponse) -> bytes:
    """What can be read of an error's body. The status says enough where nothing can."""
    body = bytearray()
    with contextlib.suppress(AnswerError, aiohttp.ClientError, OSError, TimeoutError):
        async with asyncio.timeout(_ERROR_BODY_S):
            while len(body) < MAX_ERROR_BYTES and (piece := await response.content.readany()):
                body += piece
    try:
        compression = _compression(response)
        if compression is not None:
            compression.put(bytes(body))
            body.clear()
            while len(body) < MAX_ERROR_BYTES and (piece := compression.take()):
                body += piece
    except AnswerError:
        return b""
    return bytes(body[:MAX_ERROR_BYTES])


def _failure(error: Exception) -> AnswerError:
    """What a library's exception means; its own text may hold the address or the headers."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            reason = "the Chat API's certificate is not accepted"
        case aiohttp.ClientSSLError():
            reason = "no TLS connection to the Chat API"
        case aiohttp.ClientConnectorDNSError():
            reason = "the Chat API's host name does not resolve"
        case aiohttp.InvalidURL():
            reason = "the Chat API's host is neither a name nor an address"
        case aiohttp.ClientConnectorError():
            name = errno.errorcode.get(error.errno or 0, "no reason known")
            reason = f"no connection to the Chat API ({name})"
        case aiohttp.ClientPayloadError():
            return ApiConnectionLost("the connection was lost within the response")
        case aiohttp.ClientConnectionError() | OSError():
            # A loss after sending is told by `Connection`, so this came before.
            reason = "the connection was lost before the request was sent"
        case _:
            return AnswerMalformed("a response that is not HTTP")
    return ApiUnreachable(reason)
