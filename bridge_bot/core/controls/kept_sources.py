"""The sources of an answer, for whoever presses the button below it."""

from __future__ import annotations

from dataclasses import dataclass

from bridge_bot.core.errors import StoreError
from bridge_bot.core.events import Observe, Operation, OperationFailed
from bridge_bot.core.model import KeptTurn, NumberedSource, Origin
from bridge_bot.core.policy.refusal import Refusal
from bridge_bot.core.ports import SourceStore, TurnStore


@dataclass(frozen=True, slots=True)
class KeptSources:
    """Finds the sources of an answer as long as they are kept."""

    turns: TurnStore
    sources: SourceStore
    observe: Observe

    async def of(self, turn_id: int, pressed: Origin) -> list[NumberedSource] | Refusal:
        """The sources of a turn's answer, never empty, or why they can't be shown there.

        Everybody in the channel of the reply may see them, and nobody elsewhere: a forged press may
        name a reply that its member can't see. Those of a reply that only its asker sees are theirs
        alone.
        """
        try:
            kept = await self.turns.kept(turn_id)
            if kept is None or not _may_see(kept, pressed):
                return Refusal("control-sources-gone")
            found = await self.sources.of_turn(turn_id)
        except StoreError as error:
            self.observe(OperationFailed(Operation.LOOK_UP_SOURCES, error, pressed))
            return Refusal(error.text_key)
        return found or Refusal("control-sources-gone")


def _may_see(kept: KeptTurn, pressed: Origin) -> bool:
    if kept.turn.question.is_for_asker_alone and pressed.member_id not in kept.asker_ids:
        return False
    return kept.channel_id == pressed.channel_id
