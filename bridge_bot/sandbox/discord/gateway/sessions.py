"""The gateway without its sockets: who identified how, which events they get, what is resumed.

Payloads in, payloads out; the rules are those of Discord's documentation ("Gateway").
"""

from __future__ import annotations

import json
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.gateway.session_start_limit import SessionStartLimit
from bridge_bot.sandbox.discord.payloads import message_objects, objects
from bridge_bot.sandbox.discord.state import (
    GUILD_MEMBERS,
    GUILD_PRESENCES,
    GUILDS,
    MESSAGE_CONTENT,
    Event,
)
from bridge_bot.sandbox.discord.world import World

KNOWN_INTENTS = (1 << 17) - 1 | 1 << 20 | 1 << 21 | 1 << 24 | 1 << 25
REPLAY_LIMIT = 1000
"""Events that a session keeps for a resume; who missed more has to identify again."""
SESSIONS_LIMIT = 100
GUILDS_PER_SHARD = 2500

_PRIVILEGED = {
    "members": GUILD_MEMBERS,
    "presences": GUILD_PRESENCES,
    "message_content": MESSAGE_CONTENT,
}


class CloseConnection(Exception):
    """The gateway closes the connection with this code ("Gateway Close Event Codes")."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


@dataclass(slots=True, eq=False)
class Session:
    """One identified shard, connected or away."""

    id: str
    intents: int
    shard: int
    shards: int
    seq: int = 0
    sent: deque[tuple[int, str]] = field(default_factory=lambda: deque(maxlen=REPLAY_LIMIT))
    send: Callable[[str], None] | None = None
    """Where its payloads go while it is connected."""

    def dispatch(self, name: str, data: Json) -> None:
        """Send an event, and keep it for a resume."""
        self.seq += 1
        text = json.dumps({"op": 0, "t": name, "s": self.seq, "d": data}, separators=(",", ":"))
        self.sent.append((self.seq, text))
        if self.send is not None:
            self.send(text)

    def repeat(self) -> None:
        """Send the last event once more, as it can happen after a resume."""
        if self.send is not None and self.sent:
            self.send(self.sent[-1][1])

    def covers(self, guild_id: int | None) -> bool:
        """Whether a guild's events, or those of direct messages (None), are this shard's."""
        return self.shard == (0 if guild_id is None else (guild_id >> 22) % self.shards)


class Sessions:
    """Every session of the bot."""

    def __init__(self, world: World, *, token: str) -> None:
        self._world = world
        self._token = token
        self.start_limit = SessionStartLimit(world.state.now)
        self._by_id: dict[str, Session] = {}
        world.subscribe(self._on_event)

    def all(self) -> list[Session]:
        """Every session that could be resumed or is connected, the oldest first."""
        return list(self._by_id.values())

    def identify(self, data: Json, resume_url: str, send: Callable[[str], None]) -> Session:
        """Begin a session: READY, then each guild. Raises `CloseConnection`."""
        if data.get("token") != self._token:
            raise CloseConnection(4004, "Authentication failed.")
        if not self.start_limit.take():
            self.forget_all()
            raise CloseConnection(4004, "Authentication failed.")
        session = Session(secrets.token_hex(16), self._intents(data), *self._shard(data), send=send)
        self._by_id[session.id] = session
        while len(self._by_id) > SESSIONS_LIMIT:
            away = next((each for each in self._by_id.values() if each.send is None), None)
            if away is None:
                break
            del self._by_id[away.id]
        guilds = [each for each in self._world.guilds.values() if session.covers(each.id)]
        session.dispatch("READY", self._ready(session, [each.id for each in guilds], resume_url))
        if session.intents & GUILDS:
            for guild in guilds:
                if not guild.unavailable:
                    bot = self._world.bot
                    session.dispatch("GUILD_CREATE", objects.guild_event(guild, bot))
        return session

    def resume(self, data: Json, send: Callable[[str], None]) -> Session | None:
        """Go on with a session, what was missed first; None if it has to identify anew.

        Raises `CloseConnection` for a wrong token (4004) or a sequence number yet to come (4007).
        """
        if data.get("token") != self._token:
            raise CloseConnection(4004, "Authentication failed.")
        session = self._by_id.get(str(data.get("session_id")))
        seen = int(data.get("seq") or 0)
        if session is None:
            return None
        if seen > session.seq:
            raise CloseConnection(4007, "Invalid seq.")
        if session.seq - seen > len(session.sent):
            self.forget(session)
            return None
        session.send = send
        for seq, text in session.sent:
            if seq > seen:
                send(text)
        session.dispatch("RESUMED", {"_trace": []})
        return session

    def send_members(self, session: Session, data: Json) -> None:
        """Answer a request for guild members (op 8), in one chunk."""
        guild = self._world.guilds.get(int(data.get("guild_id") or 0))
        if guild is None:
            return
        wanted = data.get("user_ids")
        ids = {int(each) for each in ([wanted] if isinstance(wanted, str) else wanted or [])}
        query = str(data.get("query") or "").lower()
        found = [
            objects.member(each)
            for each in guild.members.values()
            if (each.id in ids if ids else each.name.lower().startswith(query))
        ]
        chunk: Json = {
            "guild_id": str(guild.id),
            "members": found,
            "chunk_index": 0,
            "chunk_count": 1,
            "not_found": [],
        }
        session.dispatch("GUILD_MEMBERS_CHUNK", chunk | {"nonce": data.get("nonce")})

    def forget(self, session: Session) -> None:
        """End a session: it cannot be resumed any more."""
        session.send = None
        self._by_id.pop(session.id, None)

    def forget_all(self) -> None:
        """End every session."""
        for session in self.all():
            self.forget(session)

    def _on_event(self, event: Event) -> None:
        if not event.for_bot:
            return
        for session in self.all():
            if not session.covers(event.guild_id):
                continue
            if event.intents and not session.intents & event.intents:
                continue
            session.dispatch(event.name, self._visible(event, session))

    def _visible(self, event: Event, session: Session) -> Json:
        """The event's data, without what needs the message_content intent if it is not there."""
        message = event.message
        if message is None or session.intents & MESSAGE_CONTENT or event.guild_id is None:
            return event.data
        bot = self._world.bot
        if message.author is bot or bot.id in message.mentions.users:
            return event.data
        return message_objects.without_content(event.data)

    def _intents(self, data: Json) -> int:
        intents = int(data.get("intents") or 0)
        if intents & ~KNOWN_INTENTS:
            raise CloseConnection(4013, "Invalid intent(s).")
        for name, bit in _PRIVILEGED.items():
            if intents & bit and name not in self._world.allowed_intents:
                raise CloseConnection(4014, "Disallowed intent(s).")
        return intents

    def _shard(self, data: Json) -> tuple[int, int]:
        shard, count = data.get("shard") or (0, 1)
        if not 0 <= shard < count:
            raise CloseConnection(4010, "Invalid shard.")
        if len(self._world.guilds) > GUILDS_PER_SHARD * count:
            raise CloseConnection(4011, "Sharding required.")
        return shard, count

    def _ready(self, session: Session, guild_ids: list[int], resume_url: str) -> Json:
        world = self._world
        return {
            "v": 10,
            "user": objects.user(world.bot) | {"verified": True},
            "guilds": [{"id": str(each), "unavailable": True} for each in guild_ids],
            "session_id": session.id,
            "session_type": "normal",
            "resume_gateway_url": resume_url,
            "shard": [session.shard, session.shards],
            "application": {"id": str(world.bot.id), "flags": world.application_flags},
            "private_channels": [],
            "relationships": [],
            "presences": [],
        }
