"""What happens to the people that a server has named to be called."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpRoleUnreachable:
    """The role that a server has named can't be called. Told once for each role and problem."""

    guild_id: int
    role_id: int
    problem: str
