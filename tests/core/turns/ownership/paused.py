"""A process that was stopped for a while."""

from __future__ import annotations

from bridge_bot.core.turns.ownership.pauses import PAUSE_S, Pauses


def stop(pauses: Pauses) -> None:
    """As if the process had been stopped until now."""
    assert pauses._ran_s is not None
    pauses._ran_s -= PAUSE_S
