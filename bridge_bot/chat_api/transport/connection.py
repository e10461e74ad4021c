"""Connections that say how they were lost, and fail a body that was cut.

aiohttp (up to 3.14 at least) leaves three things open that decide whether an answer is whole, and
whether it may be asked for again:

* A body whose end nothing but the connection's end tells (HTTP/1.0) passes for whole also where a
  reset cut it, or where TLS ends without the alert that tells that nothing was cut off (RFC 9112,
  9.8).
* A body whose chunks are malformed closes the connection without a word to its reader, who would
  wait for the whole idle timeout.
* A lost connection does not tell whether it had served before, nor whether any byte of a response
  had come: without either, that the request was never read is likely (RFC 9112, 9.3.1).

The tests that cut and garble responses notice when this is no longer needed, or no longer works.
"""

from __future__ import annotations

import asyncio
import re
import ssl
from functools import partial
from typing import Any

from aiohttp.client_proto import ResponseHandler
from aiohttp.http_exceptions import HttpProcessingError

from bridge_bot.core.errors import AnswerError, AnswerMalformed, ApiConnectionLost
from bridge_bot.proxies.connector import ProxyConnector
from bridge_bot.proxies.proxies import Proxies

_QUOTED = re.compile(r""":|(?:^|(?<=\s))b?['"]""")
_MAX_REASON_CHARS = 100


class Connection(ResponseHandler):
    """One connection, which may serve several requests one after the other.

    Where it fails, whoever waits for the response gets an `AnswerError`.
    """

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        super().__init__(loop)
        self._requests = 0
        self._bytes_came = False
        self._end_is_missing = False

    def set_response_params(self, **params: Any) -> None:
        """Called by aiohttp when a request is about to be sent."""
        self._requests += 1
        self._bytes_came = False
        super().set_response_params(**params)

    def data_received(self, data: bytes) -> None:
        """Called by asyncio with bytes of the response."""
        self._bytes_came = self._bytes_came or bool(data)
        super().data_received(data)

    def eof_received(self) -> None:
        """Called by asyncio when the other side sends no more."""
        self._end_is_missing = _lacks_close_notify(self.transport)
        super().eof_received()

    def connection_lost(self, exc: BaseException | None) -> None:
        """Called by asyncio when it is closed, or was lost if there is an `exc`. Only in the first
        case is a body complete that nothing but the end of the connection ends.
        """
        if exc is not None or self._end_is_missing:
            self._fail_body(self._lost())
        super().connection_lost(exc)

    def set_exception(self, exc: BaseException, *_cause: BaseException) -> None:
        """Called by aiohttp when the response can't be read. The causes are left out: they can hold
        what was sent.
        """
        failure = (
            AnswerMalformed(_parser_reason(exc))
            if isinstance(exc, HttpProcessingError)
            else self._lost()
        )
        super().set_exception(failure)
        self._fail_body(failure)

    def _lost(self) -> ApiConnectionLost:
        if self._bytes_came:
            return ApiConnectionLost("the connection was lost within the response")
        stale = self._requests > 1
        return ApiConnectionLost("the connection was lost before a response", stale=stale)

    def _fail_body(self, failure: AnswerError) -> None:
        body = self._payload
        if body is not None and not body.is_eof() and body.exception() is None:
            body.set_exception(failure)


class Connector(ProxyConnector):
    """Makes such connections. Unless it is `pooled`, each serves one request alone.

    By a proxy, what is within its tunnel is a connection of its own, which has served nothing yet.
    """

    def __init__(self, proxies: Proxies, *, pooled: bool) -> None:
        # How many requests are on their way at once is decided before they come here.
        super().__init__(proxies, limit=0, force_close=not pooled)
        connection: type[ResponseHandler] = Connection
        self._factory = partial(connection, loop=self._loop)


def _lacks_close_notify(transport: asyncio.BaseTransport | None) -> bool:
    """Whether TLS ends without `close_notify`, so that what was sent may be longer."""
    tls = None if transport is None else transport.get_extra_info("ssl_object")
    if tls is None:
        return False
    try:
        tls.read(1)  # everything was read, and behind that there is the alert or nothing
    except ssl.SSLWantReadError:
        return True
    except ssl.SSLError:
        pass
    return False


def _parser_reason(error: HttpProcessingError) -> str:
    """What the HTTP parser found wrong, without what it quotes: that may hold a secret."""
    words = _QUOTED.split(" ".join(error.message.split()), maxsplit=1)[0].strip()
    reason = "a response that is not HTTP"
    return f"{reason}: {words[:_MAX_REASON_CHARS]}" if words else reason
