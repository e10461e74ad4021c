"""How to reach chatbots by the Chat API."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from yarl import URL

from bridge_bot.proxies.proxies import NO_PROXIES, Proxies


@dataclass(frozen=True, slots=True)
class ChatApiOptions:
    """Where the Chat API is, how requests are authenticated, and how long to wait, in seconds. The
    values are used as they are: what reads them has checked them.

    The API's documentation does not say how a request is authenticated, hence `auth_header` and
    `auth_scheme`; with an empty scheme the header holds the bare key. `bot_uid` is the chatbot that
    is asked where no other is named, and `bots` has the uids of those by their names.

    `idle_timeout_s` bounds the time between two pieces of a stream, and `answer_timeout_s` the time
    from sending a request to the first character of a stream, or to the end of an answer that is
    not streamed. A stream may last as long as its pieces keep coming.
    """

    base_url: str
    key: str = field(repr=False)
    bot_uid: str
    bots: Mapping[str, str] = field(default_factory=dict)
    auth_header: str = "Authorization"
    auth_scheme: str = "Bearer"
    proxies: Proxies = NO_PROXIES
    stream: bool = True
    connect_timeout_s: float = 10.0
    first_byte_timeout_s: float = 60.0
    idle_timeout_s: float = 60.0
    answer_timeout_s: float = 300.0
    max_in_flight: int = 100

    def url_of(self, chat_bot: str) -> URL:
        """The address of a chatbot's questions, as documented:
        `/api/v1/backend/chatbot/{bot_uid}/chat`. Without a name it is that of `bot_uid`.
        """
        uid = quote(self.bots[chat_bot] if chat_bot else self.bot_uid, safe="")
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
