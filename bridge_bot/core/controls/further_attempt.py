"""Whether a question is being asked again, while its former answer still stands there."""

from __future__ import annotations

from bridge_bot.core.model import FINISHED, KeptTurn, Turn
from bridge_bot.core.ports import TurnStore


async def awaited_attempt(store: TurnStore, former: Turn) -> KeptTurn | None:
    """The attempt after that one, if there is one that is not over; the messages of the reply are
    its own from its beginning. Raises `StoreError`.
    """
    turn_id = Turn.of(former.question, owner="", attempt=former.attempt + 1).id
    kept = await store.kept(turn_id)
    return kept if kept is not None and kept.state not in FINISHED else None
