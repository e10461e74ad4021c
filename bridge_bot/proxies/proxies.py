"""Which proxy a connection goes by.

`HTTPS_PROXY` is for https and wss, `HTTP_PROXY` for http and ws, and `NO_PROXY` names hosts that
are reached directly. No standard says more than that; this is what curl does with them. So nothing
is left out by itself, not even this machine: who wants that has `localhost` in `NO_PROXY`.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from yarl import URL

from bridge_bot.proxies.proxy import Proxy, proxy_at

DIRECT = "none"
"""In place of an address: no proxy, whatever the environment says."""

_SCHEMES = {"http": "HTTP_PROXY", "https": "HTTPS_PROXY", "ws": "HTTP_PROXY", "wss": "HTTPS_PROXY"}
_WITH_PORT = re.compile(r"(\[[^\]]*\]|[^:]*):(\d+)")


@dataclass(frozen=True, slots=True)
class Proxies:
    """The proxies of one service's connections, by the scheme of what is connected to.

    Without any, all are direct. `no_proxy` are the entries of `NO_PROXY`.
    """

    by_scheme: Mapping[str, Proxy] = field(default_factory=dict)
    no_proxy: tuple[str, ...] = ()

    def proxy_for(self, url: URL) -> Proxy | None:
        """The proxy for a connection to that address; None: it is direct."""
        proxy = self.by_scheme.get(url.scheme)
        if proxy is None or any(_names(entry, url) for entry in self.no_proxy):
            return None
        return proxy


NO_PROXIES: Final = Proxies()
"""All connections are direct."""


def chosen(variable: str, text: str, environment: Mapping[str, str]) -> Proxies:
    """The proxies that a setting says, or if its `text` is empty, the environment.

    A proxy of a setting is for all connections of its service: `NO_PROXY` belongs to the others.
    Raises a `ValueError` with a whole sentence where an address is none.
    """
    if text.casefold() == DIRECT:
        return NO_PROXIES
    if text:
        own = _proxy_of(variable, {variable: text})
        return Proxies(dict.fromkeys(_SCHEMES, own))
    by_variable = {
        name: _proxy_of(name, environment)
        for name in dict.fromkeys(_SCHEMES.values())
        if environment.get(name)
    }
    by_scheme = {
        scheme: by_variable[name] for scheme, name in _SCHEMES.items() if name in by_variable
    }
    entries = re.split(r"[\s,]+", environment.get("NO_PROXY", "").lower())
    return Proxies(by_scheme, tuple(filter(None, entries)))


def _proxy_of(variable: str, environment: Mapping[str, str]) -> Proxy:
    try:
        return proxy_at(environment[variable], variable)
    except ValueError as problem:
        raise ValueError(f"{variable} {problem}.") from None


def _names(entry: str, url: URL) -> bool:
    """Whether an entry of `NO_PROXY` names the host of an address.

    It is `*`, or a host with those below it, an IP address or a range of them, each perhaps with a
    port: `example.com`, `.example.com`, `10.0.0.0/8`, `[::1]:8080`.
    """
    if entry == "*":
        return True
    if with_port := _WITH_PORT.fullmatch(entry):
        entry, port = with_port.groups()
        if int(port) != url.port:
            return False
    host = (url.host or "").rstrip(".").lower()
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        domain = entry.removeprefix("*").strip(".")
        return bool(domain) and (host == domain or host.endswith(f".{domain}"))
    try:
        return address in ipaddress.ip_network(entry.strip("[]"), strict=False)
    except ValueError:
        return False
