"""Makes the connections of an aiohttp session, each by the proxy that is for its address.

aiohttp 3.14 takes one proxy for all connections of a session, or the environment's without those
for `wss`; it asks a proxy for `ws`, which Discord does not have, without CONNECT; and its errors
have the header with the password in their `repr`. What is raised here has neither the password nor
a cause that has it.
"""

from __future__ import annotations

import asyncio
import errno
from typing import TYPE_CHECKING, Any, Final

import aiohttp

from bridge_bot.core.errors import BridgeError
from bridge_bot.proxies.proxies import Proxies
from bridge_bot.proxies.proxy import Proxy

if TYPE_CHECKING:
    from aiohttp.connector import Connection
    from aiohttp.tracing import Trace

AUTHENTICATION_REQUIRED: Final = 407
"""The status that says that a proxy wants a user and a password (RFC 9110, 15.5.8)."""

_AUTHORIZATION: Final = "Proxy-Authorization"
_PASSING_STATUSES = frozenset({408, 429, 500, 502, 503, 504})
"""With these a proxy says that it could not connect now, not that it never will."""


class ProxyFailed(aiohttp.ClientConnectionError, ConnectionError):
    """A proxy could not be reached, or did not connect to where it should. Nothing was sent there.

    `passes` says whether the same may succeed a little later, `status` is that of the proxy's
    answer, 0 where there was none.
    """

    def __init__(self, reason: str, *, passes: bool = True, status: int = 0) -> None:
        super().__init__(f"{reason} (status {status})" if status else reason)
        self.reason = reason
        self.passes = passes
        self.status = status


class ProxyConnector(aiohttp.TCPConnector):
    """Makes connections by those proxies, and directly where they have none for an address.

    `options` are those of `aiohttp.TCPConnector`. Where a proxy fails, `ProxyFailed` is raised.
    """

    def __init__(self, proxies: Proxies, **options: Any) -> None:
        super().__init__(**options)
        self._proxies = proxies

    async def connect(
        self, req: aiohttp.ClientRequest, traces: list[Trace], timeout: aiohttp.ClientTimeout
    ) -> Connection:
        """Called by aiohttp for a connection, an idle one or a new one."""
        proxy = self._proxies.proxy_for(req.url)
        if proxy is None:
            return await super().connect(req, traces, timeout)
        _send_by(proxy, req)
        try:
            return await super().connect(req, traces, timeout)
        except (aiohttp.ClientError, BridgeError, OSError) as error:
            if _is_behind_proxy(error, req):
                raise
            failure = _failure(error, proxy, req.host)
        raise failure  # out of the handler, or its context would have the password


def reason_of(error: aiohttp.ClientConnectorError) -> str:
    """Why there is no connection to where `error` says, without its text: that may hold secrets."""
    match error:
        case aiohttp.ClientConnectorDNSError():
            return "its name does not resolve"
        case aiohttp.ClientConnectorCertificateError():
            return "its certificate is not accepted"
        case aiohttp.ClientSSLError():
            return "it does not speak TLS"
        case _:
            return errno.errorcode.get(error.errno or 0, "no reason known")


def refused(proxy: Proxy, host: str, status: int) -> ProxyFailed:
    """The error for a proxy that answers with that status in place of connecting to `host`."""
    if status == AUTHENTICATION_REQUIRED:
        reason = (
            f"the proxy {proxy.place} does not accept the user and password in it"
            if proxy.authorization
            else f"the proxy {proxy.place} wants a user and a password, which stand before an @"
        )
    elif status in _PASSING_STATUSES:
        reason = f"the proxy {proxy.place} could not connect to {host}"
    else:
        reason = f"the proxy {proxy.place} does not let the bot connect to {host}"
    return ProxyFailed(reason, passes=status in _PASSING_STATUSES, status=status)


def _send_by(proxy: Proxy, request: aiohttp.ClientRequest) -> None:
    """Have aiohttp send a request by that proxy.

    Over TLS the proxy gets headers of its own with CONNECT; else it gets the request's.
    """
    headers = {_AUTHORIZATION: proxy.authorization} if proxy.authorization else {}
    if not request.is_ssl():
        request.headers.update(headers)
        headers = {}
    request.update_proxy(proxy.url, None, headers)


def _is_behind_proxy(error: Exception, request: aiohttp.ClientRequest) -> bool:
    """Whether the proxy has connected, and what it has connected to failed, such as by its TLS."""
    return (
        isinstance(error, aiohttp.ClientConnectorError)
        and not isinstance(error, aiohttp.ClientProxyConnectionError)
        and (error.host, error.port) == (request.url.raw_host, request.url.port)
    )


def _failure(error: Exception, proxy: Proxy, host: str) -> ProxyFailed:
    match error:
        case aiohttp.ClientHttpProxyError():
            return refused(proxy, host, error.status)
        case aiohttp.ClientConnectorError():
            return ProxyFailed(f"no connection to the proxy {proxy.place} ({reason_of(error)})")
        case asyncio.TimeoutError():
            return ProxyFailed(f"no connection to {host} in time by the proxy {proxy.place}")
        case _:
            return ProxyFailed(f"the proxy {proxy.place} does not answer as an HTTP proxy does")
