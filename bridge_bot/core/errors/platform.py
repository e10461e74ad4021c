"""Discord did not take a request: raised by `discord_adapter`."""

from __future__ import annotations

from bridge_bot.core.errors.base import BridgeError


class PlatformError(BridgeError):
    """Discord did not take a request. `status` and `code` are Discord's, 0 where unknown."""

    text_key = "error-platform"

    def __init__(self, reason: str, *, status: int = 0, code: int = 0) -> None:
        super().__init__(f"{reason} (status {status}, code {code})" if status else reason)
        self.status = status
        self.code = code


class PlatformBusy(PlatformError):
    """Discord limits, fails or can't be reached, or something between it and the bot answered.

    `retry_after_s` is how long to leave it alone.
    """

    retry_helps = True

    def __init__(
        self, reason: str, *, status: int = 0, code: int = 0, retry_after_s: float = 1.0
    ) -> None:
        super().__init__(reason, status=status, code=code)
        self.retry_after_s = retry_after_s


class PlatformForbidden(PlatformError):
    """The bot may not do this there: a permission is missing, or the thread is locked."""

    text_key = "error-platform-forbidden"


class PlaceGone(PlatformError):
    """The channel or thread does not exist any more."""


class MessageGone(PlaceGone):
    """The message does not exist any more; its channel does."""


class PlaceClosed(PlatformError):
    """The thread is archived or locked: what stands there can't be changed."""


class TextRefused(PlatformError):
    """Discord does not take this text, such as for the server's AutoMod; another it may take."""

    text_key = "error-text-refused"


class LinkRefused(TextRefused):
    """An address in the text is on Discord's list of harmful links."""


class PrivateThreadRefused(PlatformError):
    """No private thread can be opened for an answer that may stand nowhere else."""

    def __init__(self, reason: str, text_key: str, *, status: int = 0, code: int = 0) -> None:
        super().__init__(f"no private thread: {reason}", status=status, code=code)
        self.text_key = text_key


class PlatformRejected(PlatformError):
    """Discord calls the request invalid: a fault of this program."""


class SessionStartsUsedUp(PlatformError):
    """The bot has begun as many gateway sessions as Discord lets it; one more costs the token."""

    retry_helps = True

    def __init__(self, wait_s: float) -> None:
        super().__init__(
            f"no more sessions may be begun for {wait_s:.0f} s, or Discord resets the token"
        )
