"""Why a question, or another request of a member, is refused."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Refusal:
    """The key of the text that says why, and what the text is filled in with.

    `already_told` is true if the member has been told: the same less than a minute ago, or this
    in another way. Where silence is possible it is better then: a flood of questions would become
    a flood of refusals.

    One that `is_private` is told only where nobody else reads it.
    """

    text_key: str
    text_args: Mapping[str, str | int] = field(default_factory=dict)
    already_told: bool = False
    is_private: bool = False
