"""Who may use the page: a person who has its address with the token, and no other site.

Any site that is open in the same browser can send requests to 127.0.0.1. So a foreign `Host` is
refused (a name that was made to point here: DNS rebinding), a foreign `Origin` is refused (forms,
scripts and WebSockets of other sites), and everything but the page's own static files needs the
token, which is first in the address and then in a cookie.
"""

from __future__ import annotations

import secrets

from aiohttp import hdrs, web
from aiohttp.typedefs import Handler, Middleware

CONTENT_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
    # Nothing may turn a text into markup or a script, not even our own code by mistake.
    "require-trusted-types-for 'script'; trusted-types 'none'"
)
FILE_POLICY = "default-src 'none'; sandbox"

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """The token of one server, and the hosts under which it may be addressed."""

    def __init__(self, token: str) -> None:
        self.token = token
        self.port = 0

    @property
    def cookie(self) -> str:
        """The cookie's name, with the port in it: browsers send a cookie to all ports of a host."""
        return f"sandbox_page_{self.port}"

    def is_token(self, given: str | None) -> bool:
        """Whether `given` is the token."""
        return given is not None and secrets.compare_digest(
            given.encode(errors="replace"), self.token.encode()
        )

    def require_token(self, incoming: web.Request) -> None:
        """Raise `web.HTTPForbidden` for a request without the token in its cookie."""
        if not self.is_token(incoming.cookies.get(self.cookie)):
            raise web.HTTPForbidden(text="Open the address that `bridge-bot sandbox` printed.")

    def redirect_with_cookie(self, to: str) -> web.Response:
        """Return a redirect to `to` with the token in a cookie, so that it leaves the address."""
        response = web.Response(status=303, headers={hdrs.LOCATION: to})
        response.set_cookie(self.cookie, self.token, httponly=True, samesite="Strict", path="/")
        return response

    def middleware(self) -> Middleware:
        """Return a middleware that refuses foreign requests, and adds the headers to responses."""

        @web.middleware
        async def guard(request: web.Request, handler: Handler) -> web.StreamResponse:
            try:
                self._check(request)
                response = await handler(request)
            except web.HTTPException as refused:
                response = web.Response(status=refused.status, text=refused.text)
            if not response.prepared:
                for name, value in (*_HEADERS.items(), ("Content-Security-Policy", CONTENT_POLICY)):
                    response.headers.setdefault(name, value)
            return response

        return guard

    def _check(self, incoming: web.Request) -> None:
        hosts = {f"127.0.0.1:{self.port}", f"localhost:{self.port}"}
        host = incoming.headers.get(hdrs.HOST, "")
        if host not in hosts:
            raise web.HTTPForbidden(text="This page has another address.")
        origin = incoming.headers.get(hdrs.ORIGIN)
        if origin is not None and origin != f"http://{host}":
            raise web.HTTPForbidden(text="Another site may not use this page.")
