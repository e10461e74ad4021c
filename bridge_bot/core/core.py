"""What an adapter to a chat platform hands things on to."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.controls.controls import Controls
from bridge_bot.core.handoffs.handoffs import Handoffs
from bridge_bot.core.handoffs.quiet_times import QuietTimes
from bridge_bot.core.intake import Intake
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.turns.dependencies import Dependencies
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.core.votes.votes import Votes


@dataclass(frozen=True, slots=True)
class Core:
    """The core as it runs: one part for each thing that members do, and what all of them use."""

    dependencies: Dependencies
    turns: TurnQueue
    intake: Intake
    controls: Controls
    votes: Votes
    handoffs: Handoffs
    privacy: Privacy

    @classmethod
    def of(
        cls, dependencies: Dependencies, turns: TurnQueue, quiet_times: QuietTimes, privacy: Privacy
    ) -> Core:
        """The core around these turns."""
        intake = Intake(dependencies, turns)
        return cls(
            *(dependencies, turns, intake),
            Controls(intake, turns, privacy.opt_outs),
            Votes(dependencies, turns),
            Handoffs(dependencies, quiet_times),
            privacy,
        )
