"""One request to the Chat API and the bytes that come back, with every wait bounded.

Whatever aiohttp raises becomes an `AnswerError` here, and that is raised *outside* the handler:
`from None` would only hide the cause from a traceback, while it stayed reachable as
`__context__`, with the request's headers and so the key in its `repr`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import math
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Literal, TypeVar

import aiohttp

from bridge_bot.chat_api.options import ChatApiOptions
from bridge_bot.chat_api.refusal import reclassified, redacted, refusal
from bridge_bot.chat_api.transport.compression import Decompression, decompression
from bridge_bot.chat_api.transport.response_watch import ResponseWatch
from bridge_bot.core.errors import (
    AnswerError,
    AnswerMalformed,
    ApiConnectionLost,
    ApiTimeout,
    ApiUnreachable,
    IntermediaryRefused,
)
from bridge_bot.core.model import ChatRequest
from bridge_bot.core.retry_after import http_date_s, retry_after_s
from bridge_bot.proxies.connector import AUTHENTICATION_REQUIRED, ProxyFailed, reason_of, refused

MAX_ERROR_BYTES = 8 << 20
"""So much is read of the body of an error."""

MAX_RETRY_AFTER_S = 3600.0
"""No response asks to wait longer, whatever its `Retry-After` says."""

_ERROR_BODY_TIMEOUT_S = 5.0

Result = TypeVar("Result")


@dataclass(eq=False, repr=False, slots=True)
class Exchange:
    """A request on its way, and then the response. Every method raises only `AnswerError`.

    `now_s` is this machine's time in seconds since the Unix epoch, for responses without a `Date`.
    `is_sent` tells whether the Chat API may have got the request, so that it may cost.
    """

    session: aiohttp.ClientSession
    options: ChatApiOptions
    request: ChatRequest
    now_s: Callable[[], float]
    is_sent: bool = False
    first_byte_s: float = 0.0
    """How many seconds after the request was sent the first byte of an answer came."""
    _response: aiohttp.ClientResponse | None = None
    _watch: ResponseWatch | None = None
    _compression: Decompression | None = None
    _first_piece: bytes | None = None

    async def send(self) -> None:
        """Send the request, and wait for the first byte of an answer.

        The time for that byte counts from when there is a connection. The answer as a whole, or
        if it is streamed its first text, has `answer_timeout_s` from then on.
        """
        first = await _translated(self._send_and_wait(), self.options)
        if isinstance(first, AnswerError):
            raise first
        if self._response is not None:
            self._compression = _compression(self._response)
        self._first_piece = first

    async def _send_and_wait(self) -> bytes | AnswerError:
        """Returns the first piece of the body, or the error that the response means."""
        loop = asyncio.get_running_loop()
        timeout, sent_at = asyncio.timeout(None), loop.time()
        waited_for, limit_s = self._first_timeout()

        def sent() -> None:
            nonlocal sent_at
            self.is_sent = True
            sent_at = loop.time()
            timeout.reschedule(sent_at + limit_s)

        try:
            async with timeout:
                self._response = response = await self._post(on_sent=sent)
                self._watch = ResponseWatch(
                    response,
                    idle_s=self.options.idle_timeout_s if self.options.stream else math.inf,
                    answer_s=self.options.answer_timeout_s,
                    sent_at=sent_at,
                )
                if 200 <= response.status < 300:
                    first = await response.content.readany()
                    self.first_byte_s = loop.time() - sent_at
                    return first
        except TimeoutError:
            if not timeout.expired():
                raise
            return ApiTimeout(waited_for, limit_s)
        return self._refused_by_proxy(response) or refusal(
            response.status, await _bounded_body(response)
        )

    def _refused_by_proxy(self, response: aiohttp.ClientResponse) -> AnswerError | None:
        """The error if that comes from a proxy that reads what passes, as it can without TLS."""
        proxy = self.options.proxies.proxy_for(response.url)
        if proxy is None or response.status != AUTHENTICATION_REQUIRED:
            return None
        return _failure(refused(proxy, response.url.host or "", response.status))

    def _first_timeout(self) -> tuple[Literal["first_byte", "answer"], float]:
        """How long the first byte is waited for, in seconds, and what a timeout then names.

        The first byte of a whole answer comes when all of it is written.
        """
        first_s, answer_s = self.options.first_byte_timeout_s, self.options.answer_timeout_s
        if self.options.stream and first_s <= answer_s:
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
        if self._first_piece is not None:
            first, self._first_piece = self._first_piece, None
            return first
        if self._watch is None:
            return b""
        return await _translated(self._watch.read(), self.options)

    def answer_has_begun(self) -> None:
        """The first text has come: a stream may now last as long as it does not fall silent."""
        if self.options.stream and self._watch is not None:
            self._watch.lift_answer_bound()

    def explained(self, error: AnswerError) -> AnswerError:
        """The error with what the response's head tells of it, and without the key and the
        question. It may become one of another class; see `reclassified`.
        """
        hidden = (self.options.key, self.request.question)
        if self._response is not None:
            headers = self._response.headers
            # By the sender's clock, since this machine's may be wrong.
            sent_at_s = http_date_s(headers.get("Date", "")) or self.now_s()
            error.retry_after_s = retry_after_s(
                headers.get("Retry-After"), now_s=sent_at_s, longest_s=MAX_RETRY_AFTER_S
            )
            error.status = error.status or self._response.status
            error.request_id = error.request_id or headers.get("X-Request-Id", "")
            error.server = redacted(headers.get("Server", ""), hidden)
        error.msg = redacted(error.msg, hidden)
        error.request_id = redacted(error.request_id, hidden)
        return reclassified(error)

    def close(self) -> None:
        """Give the request up. After the whole body this leaves the connection in the pool."""
        if self._watch is not None:
            self._watch.end()
        if self._response is not None:
            self._response.close()

    async def _post(self, *, on_sent: Callable[[], None]) -> aiohttp.ClientResponse:
        return await self.session.post(
            self.options.url_of(self.request.chat_bot),
            data=_body(self.request, stream=self.options.stream),
            headers=self.options.headers,
            allow_redirects=False,
            timeout=aiohttp.ClientTimeout(total=None, connect=self.options.connect_timeout_s),
            trace_request_ctx=on_sent,
        )


async def _translated(step: Awaitable[Result], options: ChatApiOptions) -> Result:
    """What `step` gives; whatever aiohttp raises in it, is raised as an `AnswerError`."""
    failure: AnswerError
    try:
        return await step
    except aiohttp.ConnectionTimeoutError:
        failure = ApiTimeout("connect", options.connect_timeout_s)
    except (aiohttp.ClientError, OSError) as error:
        failure = _failure(error)
    raise failure


def sent_tracing() -> aiohttp.TraceConfig:
    """A trace by which each request calls its `trace_request_ctx` when its headers are sent."""
    tracing = aiohttp.TraceConfig()

    async def headers_sent(_session: object, context: SimpleNamespace, _params: object) -> None:
        context.trace_request_ctx()

    tracing.on_request_headers_sent.append(headers_sent)
    return tracing


def _body(request: ChatRequest, *, stream: bool) -> bytes:
    """Exactly the documented parameters; a `conversation_uid` only when the API gave one."""
    body: dict[str, object] = {"q": request.question}
    if request.conversation_uid:
        body["conversation_uid"] = request.conversation_uid
    body |= {"language": request.language, "stream": stream}
    return json.dumps(body).encode()


def _compression(response: aiohttp.ClientResponse) -> Decompression | None:
    return decompression(response.headers.get("Content-Encoding", ""))


async def _bounded_body(response: aiohttp.ClientResponse) -> bytes:
    """What can be read of an error's body, decompressed; empty where nothing can."""
    body = bytearray()
    with contextlib.suppress(AnswerError, aiohttp.ClientError, OSError, TimeoutError):
        async with asyncio.timeout(_ERROR_BODY_TIMEOUT_S):
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
    """The error for an exception of a library, whose text may hold the address or the headers."""
    match error:
        case ProxyFailed(passes=False):
            return IntermediaryRefused(error.reason, status=error.status)
        case ProxyFailed():
            return ApiUnreachable(error.reason, status=error.status)
        case aiohttp.InvalidURL():
            reason = "the Chat API's host is neither a name nor an address"
        case aiohttp.ClientConnectorError():
            reason = f"no connection to the Chat API ({reason_of(error)})"
        case aiohttp.ClientPayloadError():
            return ApiConnectionLost("the connection was lost within the response")
        case aiohttp.ClientConnectionError() | OSError():
            # `Connection` tells of a loss after sending, so this came before.
            reason = "the connection was lost before the request was sent"
        case _:
            return AnswerMalformed("a response that is not HTTP")
    return ApiUnreachable(reason)
