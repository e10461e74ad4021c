"""One request to the Chat API and the bytes that come back, with every wait bounded.

All that aiohttp raises is translated here, and the new error is raised *outside* the handler:
`from None` would only hide the cause from a traceback, while it stayed reachable as
`__context__`, with the request's headers and so the key in its `repr`.
"""

from __future__ import annotations

import asyncio
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
from bridge_bot.chat_api.refusal import refusal, told
from bridge_bot.chat_api.response_watch import ResponseWatch
from bridge_bot.core.errors import AnswerError, AnswerMalformed, ApiTimeout, ApiUnreachable
from bridge_bot.core.model import ChatRequest

MAX_ERROR_BYTES = 64 * 1024
_ERROR_BODY_S = 5.0

Result = TypeVar("Result")
Wait = Literal["first_byte", "idle", "answer"]


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

        The time for that byte counts from when there is a connection. Of an answer that is not
        streamed, `answer_timeout_s` bounds the whole.
        """
        wait: Wait = "first_byte" if self._options.stream else "answer"
        limit_s = (
            self._options.first_byte_timeout_s
            if self._options.stream
            else self._options.answer_timeout_s
        )
        patience = asyncio.timeout(None)

        def sent() -> None:
            patience.reschedule(asyncio.get_running_loop().time() + limit_s)

        async def first_byte() -> bytes | AnswerError:
            async with patience:
                self._response = response = await self._post(on_sent=sent)
                self._watch = self._watching(response, patience.when())
                if 200 <= response.status < 300:
                    return await response.content.readany()
            return await self._refusal(response)

        begun = await self._translated(first_byte(), wait, limit_s)
        if isinstance(begun, AnswerError):
            raise begun
        if self._response is not None:
            self._compression = _compression(self._response)
        self._first = begun

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
        if self._options.stream:
            return await self._translated(self._watch.read(), "idle", self._options.idle_timeout_s)
        return await self._translated(self._watch.read(), "answer", self._options.answer_timeout_s)

    def annotate(self, error: AnswerError) -> None:
        """Add to an error what is known of the request, and remove what nobody may read."""
        hidden = (self._options.key, self._request.question)
        if self._response is not None:
            error.status = error.status or self._response.status
            error.request_id = error.request_id or self._response.headers.get("X-Request-Id", "")
        error.msg = told(error.msg, hidden)
        error.request_id = told(error.request_id, hidden)

    def close(self) -> None:
        """Give the request up. After the whole body this leaves the connection in the pool."""
        if self._watch is not None:
            self._watch.end()
        if self._response is not None:
            self._response.close()

    def _watching(
        self, response: aiohttp.ClientResponse, answer_until: float | None
    ) -> ResponseWatch:
        if self._options.stream:
            return ResponseWatch(response, idle_s=self._options.idle_timeout_s, until=math.inf)
        return ResponseWatch(response, idle_s=math.inf, until=answer_until or math.inf)

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
            now_s=time.time(),
        )

    async def _translated(self, step: Awaitable[Result], wait: Wait, limit_s: float) -> Result:
        failure: AnswerError
        try:
            return await step
        except aiohttp.ConnectionTimeoutError:
            failure = ApiTimeout("connect", self._options.connect_timeout_s)
        except TimeoutError:
            failure = ApiTimeout(wait, limit_s)
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


def _compression(response: aiohttp.ClientResponse) -> Decompression | None:
    return decompression(response.headers.get("Content-Encoding", ""))


async def _bounded_body(response: aiohttp.ClientResponse) -> bytes:
    """What can be read of an error's body. The status says enough where nothing can."""
    body = bytearray()
    try:
        async with asyncio.timeout(_ERROR_BODY_S):
            while len(body) < MAX_ERROR_BYTES and (piece := await response.content.readany()):
                body += piece
    except (aiohttp.ClientError, OSError, TimeoutError):
        pass
    try:
        compression = _compression(response)
        if compression is not None:
            compression.put(bytes(body))
            body = bytearray(compression.take())
    except AnswerError:
        return b""
    return bytes(body[:MAX_ERROR_BYTES])


def _failure(error: Exception) -> AnswerError:
    """What a library's exception means; its own text may hold the address or the headers."""
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return ApiUnreachable("the Chat API's certificate is not accepted")
        case aiohttp.ClientSSLError():
            return ApiUnreachable("no TLS connection to the Chat API")
        case aiohttp.ClientConnectorDNSError():
            return ApiUnreachable("the Chat API's host name does not resolve")
        case aiohttp.ClientConnectorError():
            name = errno.errorcode.get(error.errno or 0, "no reason known")
            return ApiUnreachable(f"no connection to the Chat API ({name})")
        case aiohttp.ClientConnectionError() | aiohttp.ClientPayloadError() | OSError():
            return ApiUnreachable("the connection to the Chat API was lost")
    return AnswerMalformed("a response that is not HTTP")
