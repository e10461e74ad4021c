"""How to reach one chatbot by the Chat API. The values are checked before anything is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from yarl import URL

_TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")  # RFC 9110, 5.6.2: what a field name may be


@dataclass(frozen=True, slots=True)
class ChatApiOptions:
    """Where the Chat API is, how requests are authenticated, and how long to wait, in seconds.

    The API's documentation does not say how a request is authenticated, hence `auth_header` and
    `auth_scheme`; with an empty scheme the header holds the bare key. `idle_timeout_s` bounds the
    time between two pieces of a stream, and `answer_timeout_s` the time from sending a request to
    the first character of a stream, or to the end of an answer that is not streamed. A stream may
    last as long as its pieces keep coming.

    Raises ValueError for a value that can't be used. Its text never holds the key.
    """

    base_url: str
    key: str = field(repr=False)
    bot_uid: str
    auth_header: str = "Authorization"
    auth_scheme: str = "Bearer"
    stream: bool = True
    connect_timeout_s: float = 10.0
    first_byte_timeout_s: float = 60.0
    idle_timeout_s: float = 60.0
    answer_timeout_s: float = 300.0
    max_in_flight: int = 100

    def __post_init__(self) -> None:
        if not _is_base(self.base_url):
            raise ValueError(
                "the base URL must be http(s)://host[:port][/path], "
                "without user, password, query and fragment"
            )
        if not self.bot_uid or not _encodable(self.bot_uid):
            raise ValueError("the chatbot's uid is empty or cannot be sent")
        # A line end would end the header's line. With a zero-width character from the clipboard,
        # the API would answer 401, and nobody could see why.
        if not self.key or not self.key.isprintable() or self.key != self.key.strip():
            raise ValueError("the key is empty, or holds white space around it or controls")
        if not self.auth_scheme.isprintable():
            raise ValueError("the authentication scheme holds control characters")
        if not _TOKEN.fullmatch(self.auth_header):
            raise ValueError("the authentication header is not a header's name")
        if self.max_in_flight < 1:
            raise ValueError("at least one request must be allowed at once")
        waits = (
            self.connect_timeout_s,
            self.first_byte_timeout_s,
            self.idle_timeout_s,
            self.answer_timeout_s,
        )
        if not all(wait_s > 0 for wait_s in waits):
            raise ValueError("a timeout must be more than 0 seconds")

    @property
    def url(self) -> URL:
        """The address of its questions, as documented: `/api/v1/backend/chatbot/{bot_uid}/chat`."""
        uid = quote(self.bot_uid, safe="")
        if uid in {".", ".."}:
            uid = uid.replace(".", "%2E")  # in a path, these two would lead elsewhere
        base = str(URL(self.base_url)).rstrip("/")
        return URL(f"{base}/api/v1/backend/chatbot/{uid}/chat", encoded=True)

    @property
    def headers(self) -> dict[str, str]:
        """The headers of a request. They refuse compression: a proxy would hold a stream back."""
        return {
            self.auth_header: f"{self.auth_scheme} {self.key}".strip(),
            "Content-Type": "application/json",
            "Accept": "application/json, text/plain, */*",
            "Accept-Encoding": "identity",
        }


def _is_base(text: str) -> bool:
    try:
        url = URL(text)
        # The host is looked up as IDNA, which refuses empty and long labels. Reading the port
        # checks it.
        host = (url.host or "").encode("idna")
        usable = url.scheme in {"http", "https"} and bool(host) and url.port != 0
    except ValueError:
        return False
    extra = url.raw_query_string or url.raw_fragment or url.raw_user or url.raw_password
    return usable and text.isprintable() and not extra


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
