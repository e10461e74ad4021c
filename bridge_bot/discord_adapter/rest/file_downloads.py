"""Downloads files that members attached, from Discord's own hosts alone.

An address in a message comes from outside: whoever could choose it freely would have the bot fetch
what only its machine can reach.
"""

from __future__ import annotations

from types import TracebackType
from typing import Final, Self

import aiohttp
import yarl

from bridge_bot.proxies.connector import ProxyConnector, ProxyFailed
from bridge_bot.proxies.proxies import NO_PROXIES, Proxies

CDN_HOSTS: Final = frozenset({"cdn.discordapp.com", "media.discordapp.net"})
"""Where Discord keeps files (its documentation, "CDN Endpoints"); over HTTPS alone."""

TIMEOUT_S: Final = 10.0

_OK = 200
_PIECE_BYTES = 64 * 1024


class FileNotDownloaded(Exception):
    """A file could not be had. The reason names no address: it may have a signature in it."""


class FileDownloads:
    """Downloads files from Discord's hosts, and from that of `api_base_url`. An async context
    manager that owns its connections.
    """

    def __init__(
        self, *, api_base_url: str, user_agent: str, proxies: Proxies = NO_PROXIES
    ) -> None:
        self._own_origin = yarl.URL(api_base_url).origin()
        self._headers = {"User-Agent": user_agent}
        self._proxies = proxies
        self._session: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Self:
        self._session = aiohttp.ClientSession(
            headers=self._headers,
            connector=ProxyConnector(self._proxies),
            timeout=aiohttp.ClientTimeout(total=TIMEOUT_S),
        )
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._session is not None:
            await self._session.close()

    async def download(self, url: str, most_bytes: int) -> bytes:
        """A file of at most so many bytes. Raises `FileNotDownloaded`; redirects are not followed,
        since they could lead anywhere.
        """
        if self._session is None:
            raise RuntimeError("FileDownloads is used outside its context")
        try:
            address = yarl.URL(url)
            if not self._is_discords(address):
                raise FileNotDownloaded("its address is not one of Discord's hosts")
            async with self._session.get(address, allow_redirects=False) as response:
                if response.status != _OK:
                    raise FileNotDownloaded(f"Discord answered with {response.status}")
                return await _read(response, most_bytes)
        except ProxyFailed as error:
            raise FileNotDownloaded(f"no file from Discord: {error}") from None
        except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
            raise FileNotDownloaded(f"no file from Discord: {type(error).__name__}") from None

    def _is_discords(self, address: yarl.URL) -> bool:
        if not address.is_absolute() or address.user or address.password:
            return False
        is_cdn = address.host in CDN_HOSTS and address.scheme == "https"
        is_default = is_cdn and address.is_default_port()
        return is_default or address.origin() == self._own_origin


async def _read(response: aiohttp.ClientResponse, most_bytes: int) -> bytes:
    """The body. `FileNotDownloaded` as soon as it is longer."""
    read = bytearray()
    async for piece in response.content.iter_chunked(_PIECE_BYTES):
        read += piece
        if len(read) > most_bytes:
            raise FileNotDownloaded(f"it has more than {most_bytes} bytes")
    return bytes(read)
