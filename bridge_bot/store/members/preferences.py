"""How members want to be spoken to."""

from __future__ import annotations

from sqlalchemy import BindParameter, Connection, bindparam, select

from bridge_bot.core.languages import LANGUAGES
from bridge_bot.core.model import MemberPreferences
from bridge_bot.store.database import Database, execute
from bridge_bot.store.dialects import PerDialect, upsert
from bridge_bot.store.tables import MEMBER_PREFERENCES

_MEMBER: BindParameter[int] = bindparam("member_id_")
_PREFERENCES = select(MEMBER_PREFERENCES.c.language, MEMBER_PREFERENCES.c.locale).where(
    MEMBER_PREFERENCES.c.member_id == _MEMBER
)
_SET_LANGUAGE = upsert(MEMBER_PREFERENCES, replaced=["language"])
_SET_LOCALE = upsert(MEMBER_PREFERENCES, replaced=["locale"])


class SqlPreferences:
    """The core's `PreferenceStore`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, member_id: int) -> MemberPreferences:
        """What is kept of a member."""

        def read(connection: Connection) -> MemberPreferences:
            row = connection.execute(_PREFERENCES, {"member_id_": member_id}).one_or_none()
            return MemberPreferences(*row) if row else MemberPreferences()

        return await self._database.transaction(read)

    async def set_language(self, member_id: int, code: str | None) -> None:
        """Keep the language that a member chose, or that they chose none; `ValueError` if the Chat
        API has no such code.
        """
        if code is not None and code not in LANGUAGES:
            raise ValueError(f"the Chat API has no language {code!r}")
        await self._set(_SET_LANGUAGE, member_id, language=code)

    async def set_locale(self, member_id: int, locale: str) -> None:
        """Keep the locale of a member, in a transaction of its own: nearly always it is kept
        already, and reading holds up nobody.
        """
        if (await self.get(member_id)).locale != locale:
            await self._set(_SET_LOCALE, member_id, locale=locale)

    async def _set(self, change: PerDialect, member_id: int, **value: str | None) -> None:
        await execute(self._database, change, {"member_id": member_id, **value})
