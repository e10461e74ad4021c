"""How the text of a variable becomes a value: one reader for each kind.

A reader's `ValueError` says what is wrong with the text and what would be right, as the rest of a
sentence that begins with the variable's name. It never repeats the text: it may be a secret that
was put into the wrong variable.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar
from urllib.parse import parse_qsl, urlencode, urlsplit

from yarl import URL

from bridge_bot.core.languages import LANGUAGES

# Headers that a request needs for itself: a key in one of these would not arrive.
_RESERVED_HEADERS = {"accept", "accept-encoding", "connection", "content-encoding"}
_RESERVED_HEADERS |= {"content-length", "content-type", "expect", "host", "keep-alive"}
_RESERVED_HEADERS |= {"te", "trailer", "transfer-encoding", "upgrade"}

_POSTGRES_OPTIONS = {
    "host": r".+",
    "ssl": r"disable|allow|prefer|require|verify-ca|verify-full",
    "target_session_attrs": r"any|primary|read-write",
}

T = TypeVar("T")
Reader = Callable[[str], T]


class Secret:
    """A text that no log, repr or traceback shows."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """The text itself."""
        return self._text

    def hidden(self) -> Iterator[str]:
        """What a log leaves out."""
        yield self._text

    def __repr__(self) -> str:
        return "•••"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Secret) and self._text == other._text

    def __hash__(self) -> int:
        return hash(self._text)


def optional(read: Reader[T]) -> Reader[T | None]:
    """A reader that gives None for an empty text."""
    return lambda text: read(text) if text else None


def number(low: int, high: int) -> Reader[int]:
    """A reader of whole numbers from `low` to `high`."""

    def read(text: str) -> int:
        # At most 9 digits: int() of a very long text is slow, and no bound here is longer.
        if not re.fullmatch(r"[0-9]{1,9}", text) or not low <= int(text) <= high:
            raise ValueError(f"is not a whole number from {low} to {high}")
        return int(text)

    return read


def seconds(low: float, high: float) -> Reader[float]:
    """A reader of seconds from `low` to `high`, such as 2.5."""

    def read(text: str) -> float:
        if not re.fullmatch(r"[0-9]{1,9}(\.[0-9]{1,9})?", text) or not low <= float(text) <= high:
            raise ValueError(f"is not a number of seconds from {low:g} to {high:g}")
        return float(text)

    return read


def one_of(*words: str) -> Reader[str]:
    """A reader of one of these words, in upper or lower case; gives it as it stands here."""
    by_folded = {word.casefold(): word for word in words}

    def read(text: str) -> str:
        if text.casefold() not in by_folded:
            raise ValueError(f"is none of its words; use one of {', '.join(words)}")
        return by_folded[text.casefold()]

    return read


def boolean(text: str) -> bool:
    """True or False, from yes and no in any of their forms."""
    if text.casefold() in {"true", "1", "yes", "on"}:
        return True
    if text.casefold() in {"false", "0", "no", "off"}:
        return False
    raise ValueError("is neither yes nor no; use true or false")


def matching(pattern: str, otherwise: str) -> Reader[str]:
    """A reader of texts that match a pattern; `otherwise` is the sentence for any other."""

    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise ValueError(otherwise)
        return text

    return read


def secret(read: Reader[str]) -> Reader[Secret]:
    """A reader of a text that must not be shown."""
    return lambda text: Secret(read(text))


def bot_token(text: str) -> str:
    """Discord's token, also where it was copied with the `Bot ` before it in an HTTP header."""
    text = re.sub(r"^Bot\s+", "", text, flags=re.IGNORECASE)
    if not re.fullmatch(r"[!-~]+", text):
        raise ValueError(
            "holds a space or a letter that no token has; copy it again from the page Bot of your"
            " application in Discord's developer portal"
        )
    return text


def _is_web_address(text: str) -> bool:
    try:
        url = urlsplit(text)
        # The request is made by yarl, which refuses a few that urlsplit lets through. The name is
        # looked up as IDNA, which refuses empty and long labels.
        host = (URL(text).host or "").encode("idna")
        well_formed = url.scheme in {"http", "https"} and host and url.port != 0
    except ValueError:
        return False
    return bool(well_formed and re.fullmatch(r"[!-~]+", text))


def http_url(text: str) -> str:
    """An http or https URL to which a path can be appended, without its last slash."""
    if not _is_web_address(text):
        raise ValueError("is not a web address; use one like https://api.example.com")
    if "@" in urlsplit(text).netloc or "?" in text or "#" in text:
        raise ValueError(
            "has more than a host and a path; leave out what follows ? or #, and any"
            " name or password before @"
        )
    return text.rstrip("/")


def page_url(text: str) -> str:
    """The http or https URL of a page, as Discord links it between `<` and `>`."""
    if not _is_web_address(text) or "@" in urlsplit(text).netloc or re.search(r"[<>]", text):
        raise ValueError("is not the web address of a page; use one like https://example.com/page")
    return text


def folder(text: str) -> Path:
    """A folder that exists, relative to the one where the program is started."""
    try:
        is_there = Path(text).is_dir()
    except OSError as error:
        raise ValueError(f"can't be read: {error.strerror or type(error).__name__}") from None
    if not is_there:
        raise ValueError("is not the path of a folder that is there")
    return Path(text)


def discord_api(text: str) -> str:
    """The base of Discord's REST API, which ends with its version."""
    if not re.search(r"/v[0-9]+$", base := http_url(text)):
        raise ValueError("lacks the API's version; use one like http://127.0.0.1:8080/api/v10")
    return base


def snowflakes(text: str) -> frozenset[int]:
    """Ids of Discord, with commas or spaces between them."""
    words = text.replace(",", " ").split()
    if text and not words:  # commas alone: no ids would mean all servers
        raise ValueError("holds no id of Discord; use ids like 1234567890123456789")
    # The upper bits are milliseconds since 2015, so every id is above 2**22, and it has 63 bits.
    if not all(re.fullmatch(r"[0-9]{7,19}", word) and 2**22 < int(word) < 2**63 for word in words):
        raise ValueError(
            "holds something that is no id of Discord; use ids like 1234567890123456789 with"
            " commas between them"
        )
    return frozenset(map(int, words))


def shard_ids(text: str) -> tuple[int, ...]:
    """Numbers of shards: `0,1,2` or `0-3`."""
    found: set[int] = set()
    for word in text.split(","):
        ends = re.fullmatch(r"\s*([0-9]{1,5})(?:\s*-\s*([0-9]{1,5}))?\s*", word)
        first, last = (int(ends[1]), int(ends[2] or ends[1])) if ends else (1, 0)
        if first > last:
            raise ValueError("is not a list of shards; use one like 0,1,2 or 0-3")
        found.update(range(first, last + 1))
    return tuple(sorted(found))


def database_url(text: str) -> str:
    """The SQLAlchemy URL of an SQLite file or a PostgreSQL database, with the store's driver."""
    scheme, _, place = text.partition("://")
    match scheme:
        case "sqlite" | "sqlite+aiosqlite":
            return _sqlite_url(place)
        case "postgres" | "postgresql" | "postgresql+asyncpg":
            return _postgres_url(place)
        case _:
            raise ValueError(
                "names a database that is not supported; use sqlite+aiosqlite:///bridge_bot.db or"
                " postgresql+asyncpg://user:password@host/name"
            )


def _sqlite_url(place: str) -> str:
    # Any other option would reach the driver, which knows few and says little about a wrong one.
    if not re.fullmatch(r"/[^?]+(\?timeout=[0-9]{1,4})?", place) or ":memory:" in place:
        raise ValueError(
            "is not a file with at most ?timeout=seconds; use sqlite+aiosqlite:///bridge_bot.db"
        )
    return f"sqlite+aiosqlite://{place}"


def _postgres_url(place: str) -> str:
    if not all(map(importlib.util.find_spec, ("asyncpg", "greenlet"))):
        raise ValueError(
            "names a PostgreSQL database, for which bridge-bot has to be installed with its extra:"
            " bridge-bot[postgres]"
        )
    address, _, query = place.partition("?")
    # libpq and many hosting services say "sslmode"; asyncpg takes its values under another name.
    options = [
        ("ssl" if name == "sslmode" else name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
    ]
    if not _is_postgres_address(address, options):
        raise ValueError(
            "is not the address of a PostgreSQL database with at most the options"
            f" {', '.join(_POSTGRES_OPTIONS)}; use postgresql+asyncpg://user:password@host/name,"
            " with %40 for an @ in the password"
        )
    return f"postgresql+asyncpg://{address}" + (f"?{urlencode(options)}" if options else "")


def _is_postgres_address(address: str, options: list[tuple[str, str]]) -> bool:
    try:
        parts = urlsplit(f"postgresql://{address}")
        parts.port  # noqa: B018 - raises ValueError if it is no number of a port
    except ValueError:
        return False
    has_host = bool(parts.hostname) or "host" in dict(options)
    return bool(
        has_host
        and re.fullmatch(r"/[^/]+", parts.path)
        and all(re.fullmatch(_POSTGRES_OPTIONS.get(name, "$."), value) for name, value in options)
    )


def auth_scheme(text: str) -> str:
    """The word before the key in its header; `none` for the bare key."""
    return "" if text.casefold() == "none" else header_text(text)


def header_name(text: str) -> str:
    """The name of a header that a request does not need for something else."""
    token = re.fullmatch(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+", text)  # RFC 9110, 5.6.2
    if not token or text.casefold() in _RESERVED_HEADERS:
        raise ValueError(
            "is not the name of a free HTTP header; use one like Authorization or X-Api-Key"
        )
    return text


def path_segment(text: str) -> str:
    """One step of a path, as it is copied from somewhere: invisible characters are slips."""
    if re.search(r"[\s/?#%]", text) or not text.isprintable():
        raise ValueError("holds a space or one of / ? # %; copy the chatbot's id alone")
    return text


language = one_of(*LANGUAGES)
header_text = matching(
    r"[ -~]+", "holds a character that no HTTP header may carry; use plain letters and digits"
)
host = matching(r"[0-9A-Za-z.:_-]+", "is not a host; use one like 127.0.0.1 or 0.0.0.0")
