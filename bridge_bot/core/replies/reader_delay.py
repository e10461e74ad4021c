"""How long the words of an answer take to be visible once they have come.

A text counts as visible when the message that is the reply's last one, and was rendered after the
text had come, has been written. Its work for each piece of text is three additions.
"""

from __future__ import annotations


class ReaderDelay:
    """The mean delay of the characters of one answer. The clock is any that never goes back."""

    def __init__(self) -> None:
        # Each pair: a number of characters, and the sum of the times at which they came.
        self._waiting_chars, self._waiting_s = 0, 0.0
        self._sent_chars, self._sent_s = 0, 0.0
        self._shown_chars, self._delay_s = 0, 0.0

    def added(self, chars: int, now_s: float) -> None:
        """So many characters of the answer have come."""
        self._waiting_chars += chars
        self._waiting_s += chars * now_s

    def rendered(self) -> None:
        """All that has come is in the write that is being sent."""
        self._sent_chars += self._waiting_chars
        self._sent_s += self._waiting_s
        self._waiting_chars, self._waiting_s = 0, 0.0

    def shown(self, now_s: float) -> None:
        """The write is done. After one that failed, a later one shows the same."""
        self._delay_s += self._sent_chars * now_s - self._sent_s
        self._shown_chars += self._sent_chars
        self._sent_chars, self._sent_s = 0, 0.0

    @property
    def mean_s(self) -> float | None:
        """The mean delay in seconds of what was shown; None if nothing was."""
        return self._delay_s / self._shown_chars if self._shown_chars else None
