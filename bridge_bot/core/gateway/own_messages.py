"""Whether the messages that the bot posts come back to it as events. Pure: the time is an argument.

Discord sends a bot its own messages too. So one that was posted, and does not come, tells of a
connection that is answered but brings no events any more.
"""

from __future__ import annotations

from collections import OrderedDict

SEEN_WITHIN_S = 60.0
"""How long a message may take to come back, in seconds. Discord mostly needs less than one."""

MOST_UNSEEN = 3
"""So many messages in a row that do not come back are deaf ears, whatever else comes."""

_MOST_REMEMBERED = 256


class OwnMessages:
    """The bot's own messages on one shard: when they were posted, and whether they came back."""

    def __init__(self) -> None:
        self._unseen: OrderedDict[int, float] = OrderedDict()  # when each was posted, by its id
        self._early: OrderedDict[int, None] = OrderedDict()  # came before they were noted as posted
        self._heard_at_s = float("-inf")  # when the last message of anybody's came

    def posted(self, message_id: int, now_s: float) -> None:
        """A message was posted. Its event may have come before the response to the request."""
        if message_id in self._early:
            del self._early[message_id]
            return
        if len(self._unseen) < _MOST_REMEMBERED:
            self._unseen[message_id] = now_s

    def received(self, message_id: int, now_s: float, *, is_own: bool) -> None:
        """The event of a message came. One of the bot's own shows that it hears again: what was
        posted before it is not waited for any more.
        """
        self._heard_at_s = now_s
        if not is_own:
            return
        if message_id not in self._unseen:
            self._early[message_id] = None
            if len(self._early) > _MOST_REMEMBERED:
                self._early.popitem(last=False)
            return
        while self._unseen.popitem(last=False)[0] != message_id:
            pass

    def forget(self) -> None:
        """Wait for none of them any more, since what was posted before is not sent again."""
        self._unseen.clear()

    def wait_anew(self, now_s: float) -> None:
        """Wait as if all of them had been posted now: what was missed is being sent again."""
        self._unseen = OrderedDict.fromkeys(self._unseen, now_s)

    def overdue(self, now_s: float) -> int:
        """How many messages did not come back, if that shows that no messages come; else 0.

        One is enough where since then no message came at all. Where others come, it takes
        `MOST_UNSEEN`: a single one may have been lost for a reason of its own.
        """
        late = [at_s for at_s in self._unseen.values() if now_s - at_s >= SEEN_WITHIN_S]
        is_deaf = len(late) >= MOST_UNSEEN or (late and self._heard_at_s < late[0])
        return len(late) if is_deaf else 0
