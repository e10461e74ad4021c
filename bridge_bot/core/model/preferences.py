"""What is known of how a member wants to be spoken to."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MemberPreferences:
    """The language that a member chose for themselves, as a code of the Chat API, and the locale
    that their last interaction has shown, by Discord's name. None: nothing is known.
    """

    language: str | None = None
    locale: str | None = None
