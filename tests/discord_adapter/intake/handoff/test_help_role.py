"""Which roles can be called; the doctor and `/settings` ask the same."""

from __future__ import annotations

import discord
import pytest

from bridge_bot.discord_adapter.intake.handoff.help_role import RoleProblem, problem_of_role
from tests.discord_adapter.offline_client import GUILD_ID, add_guild, guild, offline_client

OPEN, CLOSED, GONE = 31, 32, 33


@pytest.mark.parametrize(
    ("role_id", "permission", "problem"),
    [
        (OPEN, "none", None),
        (CLOSED, "none", RoleProblem.NOT_MENTIONABLE),
        (CLOSED, "mention_everyone", None),
        (CLOSED, "administrator", None),
        (GONE, "mention_everyone", RoleProblem.GONE),
        (GUILD_ID, "mention_everyone", RoleProblem.EVERYBODY),
    ],
)
async def test_a_role_can_be_called_if_everybody_or_the_bot_may_mention_it(
    role_id: int, permission: str, problem: RoleProblem | None
) -> None:
    client, server = offline_client(), guild()
    everyone = server["roles"][0]
    for each in (OPEN, CLOSED):
        role = {"id": str(each), "permissions": "0", "mentionable": each == OPEN}
        server["roles"].append(everyone | role)
    add_guild(client, server)
    known = client.get_guild(GUILD_ID)
    assert known is not None
    permissions = discord.Permissions(**{permission: True} if permission != "none" else {})
    assert problem_of_role(known, role_id, permissions) is problem
