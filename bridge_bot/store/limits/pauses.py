"""The operator's switch: whether the bot is paused."""

from __future__ import annotations

from sqlalchemy import delete, select

from bridge_bot.core.model import EVERYTHING
from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import database_now_s, insert_if_new
from bridge_bot.store.tables import PAUSES

_OF_ALL = (PAUSES.c.scope == EVERYTHING.kind) & (PAUSES.c.scope_id == EVERYTHING.id)
_SINCE = select(PAUSES.c.since).where(_OF_ALL)
_PAUSE = insert_if_new(PAUSES, since=database_now_s())
_RESUME = delete(PAUSES).where(_OF_ALL)


class SqlPauses:
    """The core's `PauseStore`, and what the commands `pause` and `resume` do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def paused_since(self) -> int | None:
        """When the bot was paused, in seconds since the Unix epoch; None: it is not."""
        return await self._database.transaction(lambda connection: connection.scalar(_SINCE))

    async def pause(self) -> bool:
        """Pause the bot. Returns False if it was paused before."""
        row = {"scope": EVERYTHING.kind, "scope_id": EVERYTHING.id}
        return await execute(self._database, _PAUSE, row) == 1

    async def resume(self) -> bool:
        """Let the bot go on. Returns False if it was not paused."""
        return await execute(self._database, _RESUME, {}) == 1
