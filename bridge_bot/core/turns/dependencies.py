"""What every turn works with, and how its answer is to be given."""

from __future__ import annotations

import math
from dataclasses import dataclass

from bridge_bot.core.events import Observe
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.model import Question, Turn
from bridge_bot.core.policy.allowance import TurnAllowance
from bridge_bot.core.policy.daily_requests import DailyRequests
from bridge_bot.core.policy.pause import Pause
from bridge_bot.core.policy.policy import Policy
from bridge_bot.core.ports import AnswerSource, Platform, Store
from bridge_bot.core.privacy.opt_outs import OptOuts
from bridge_bot.core.replies.control_row import (
    ALWAYS_OFFERED,
    OFFERED_TO_ASKER_ALONE,
    ControlRow,
)
from bridge_bot.texts import Texts, TextsOf

RESPONSE_PAGES = 5
"""The response to an interaction and five messages more are all that Discord takes where the bot is
no member (its documentation): so many pages, and one for a file, the sources or a notice."""


@dataclass(frozen=True, slots=True)
class Dependencies:
    """The parts around the core. `texts_of` gives the bot's own sentences for a locale. Where the
    store is shared, other processes may take up turns of this one.
    """

    platform: Platform
    source: AnswerSource
    store: Store
    observe: Observe
    pause: Pause
    requests: DailyRequests
    guild_settings: KnownGuildSettings
    opt_outs: OptOuts
    policy: Policy
    texts_of: TextsOf = Texts.of
    is_store_shared: bool = False

    def allowance_of(self, question: Question) -> TurnAllowance:
        """What a turn of this question needs before it asks the Chat API."""
        return TurnAllowance(
            *(question, self.pause, self.requests, self.guild_settings, self.opt_outs)
        )


@dataclass(frozen=True, slots=True)
class AnswerOptions:
    """How answers are to be given.

    With `mention_needed`, the first reply of a conversation says that the bot can't read messages
    without a mention. An answer of more than `max_pages` pages goes on in a file. With
    `show_sources` a line below it names its sources, with `show_controls` a row of buttons stands
    under it. Who asked is told of an answer that took longer than `notify_after_s` seconds; 0:
    never. With a `disclosed_host` a member's first answer ever says that a machine answers, and
    that questions go to that host. A question that a pause has held up for more than `catch_up_s`
    seconds is not asked any more.
    """

    mention_needed: bool = False
    max_pages: int | None = None
    show_sources: bool = True
    show_controls: bool = True
    notify_after_s: float = 0.0
    disclosed_host: str = ""
    catch_up_s: float = math.inf

    def most_pages(self, question: Question) -> int | None:
        """How many pages the answer to this question may have before it goes on in a file."""
        if question.response is None:
            return self.max_pages
        return min(self.max_pages or RESPONSE_PAGES, RESPONSE_PAGES)

    def control_row(self, turn: Turn, texts: Texts) -> ControlRow | None:
        """The buttons under the answer of this turn, if it has any."""
        if not self.show_controls:
            return None
        is_for_asker_alone = turn.question.is_for_asker_alone
        offered = OFFERED_TO_ASKER_ALONE if is_for_asker_alone else ALWAYS_OFFERED
        return ControlRow(turn.id, texts, offered)
