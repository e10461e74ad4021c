"""The root of all errors, and those that stand alone below it."""

from __future__ import annotations

from typing import ClassVar


class BridgeError(Exception):
    """The root of the tree."""

    text_key: str = "error-unexpected"
    """What the user sees: a key of `texts`."""

    retry_helps: ClassVar[bool] = False
    """Whether what failed may succeed when it is tried again, with nothing else changed."""

    def text_args(self) -> dict[str, str | int]:
        """What the text of `text_key` needs to be filled in."""
        return {}


class StoreError(BridgeError):
    """The database did not do what was asked of it."""

    text_key = "error-store"
    retry_helps = True


class StoreUnreachable(StoreError):
    """The server of the database can't be reached now, or has closed the connection."""


class SettingsOutdated(BridgeError):
    """The settings of a server are not those any more that a change was decided by."""

    text_key = "settings-outdated"


class RequestRefused(BridgeError):
    """A request to the Chat API was not sent, and nothing is paid: it may not be sent now."""


class QuotationWithdrawn(RequestRefused):
    """All that a question says is quoted, and its author forbids that meanwhile."""

    text_key = "quotation-left-out"


class GuildPaused(RequestRefused):
    """Its server has paused the bot."""

    text_key = "refused-paused-server"


class LimitReached(RequestRefused):
    """A limit of the day is reached."""

    def __init__(self, scope: str, text_key: str, text_args: dict[str, str | int]) -> None:
        super().__init__(f"the limit of requests a day is reached ({scope})")
        self.text_key = text_key
        self._text_args = text_args

    def text_args(self) -> dict[str, str | int]:
        """What the text of `text_key` needs to be filled in."""
        return self._text_args


class TurnGivenUp(BridgeError):
    """A turn of an earlier process is not taken up again; `text_key` says why."""

    text_key = "given-up-crashing"

    def __init__(self, text_key: str) -> None:
        super().__init__(f"not taken up again: {text_key}")
        self.text_key = text_key


class TurnAbandoned(BridgeError):
    """A turn is over without a notice of why: Discord has refused to take one for weeks, or what is
    needed for that ended with an earlier process.
    """


class TurnInterrupted(BridgeError):
    """The bot stops while it answers; the turn is kept for the next start."""

    text_key = "ending-interrupted"


class TurnTakenOver(BridgeError):
    """Another process answers the turn now: this one did not renew its lease in time."""


class AskerOptedOut(BridgeError):
    """Who asked has forbidden meanwhile that their messages are read."""

    text_key = "ending-opted-out"


class QuestionDeleted(BridgeError):
    """The message that asked was deleted, which takes the question back."""

    text_key = "ending-question-deleted"


class QuestionEdited(BridgeError):
    """The question has another text now, which a further attempt asks. Its reader sees that."""


class TurnStopped(BridgeError):
    """Who asked has stopped the answer, by its button."""

    text_key = "ending-stopped"


class TurnStoppedByModerator(TurnStopped):
    """Somebody who may manage messages there has stopped the answer."""


class QuestionGone(BridgeError):
    """A question that is to be asked again can't be read any more."""

    text_key = "control-question-gone"


class TooMuchToRetry(BridgeError):
    """So many operations wait to be tried again that no further one is taken on."""


class UnexpectedFault(BridgeError):
    """A fault of this program ended a turn. An event of its own tells which."""
