"""A proxy, and what an address says of one."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass, field

from yarl import URL


@dataclass(frozen=True, slots=True)
class Proxy:
    """A proxy that is spoken to by HTTP, or by HTTP over TLS.

    `url` has neither user nor password; these are in `authorization`, the value of the header
    `Proxy-Authorization`, which is empty without them. `variable` is what names the proxy.
    """

    url: URL
    variable: str
    authorization: str = field(default="", repr=False)

    def __str__(self) -> str:
        return f"{self.url} ({self.variable})"

    @property
    def place(self) -> str:
        """Where it is and what names it, for an error: `proxy.example:3128 of HTTPS_PROXY`."""
        return f"{self.url.host_subcomponent}:{self.url.port} of {self.variable}"


def proxy_at(text: str, variable: str) -> Proxy:
    """The proxy at an address, such as `http://user:password@proxy.example:3128`.

    Without a scheme it is an http proxy, as for curl. Raises a `ValueError` whose text is the rest
    of a sentence that begins with the variable, and does not repeat the address.
    """
    try:
        url = URL(text if "://" in text else f"http://{text}")
        has_host = bool((url.host or "").encode("idna"))
        is_alone = url.raw_path in ("", "/") and not url.raw_query_string and not url.raw_fragment
        fits = url.scheme in {"http", "https"} and has_host and bool(url.port) and is_alone
    except ValueError:
        fits = False
    if not fits or not re.fullmatch(r"[!-~]+", text):
        raise ValueError(
            "is not the address of an http or https proxy; use one like"
            " http://user:password@proxy.example:3128, with %40 for an @ in the password"
        )
    authorization = ""
    if url.user or url.password:
        # RFC 7617, 2.1: a proxy that names a charset names this one.
        user_pass = f"{url.user or ''}:{url.password or ''}".encode()
        authorization = f"Basic {b64encode(user_pass).decode()}"
    return Proxy(url.origin(), variable, authorization)
