"""Each port of the core is kept by the part of the program that stands behind it.

What a platform has to do is in `tests/contracts`; mypy compares the types.
"""

from __future__ import annotations

import inspect
import time
from pathlib import Path

import pytest

from bridge_bot.chat_api.client import ChatApi
from bridge_bot.core.policy.allowance import TurnAllowance
from bridge_bot.core.ports import (
    Allowance,
    AnswerSource,
    ConversationStore,
    PauseStore,
    Platform,
    RequestCountStore,
    Store,
    TurnStore,
)
from bridge_bot.discord_adapter.own_permissions import OwnPermissions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.client import DiscordRest
from bridge_bot.discord_adapter.rest.platform import DiscordPlatform
from tests.harness.memory_platform import MemoryPlatform
from tests.harness.running_core import ScriptedSource, running_core


def differences(port: type, part: object) -> list[str]:
    """The members of the port that the part lacks, or whose parameters it names otherwise."""
    found = []
    for name, member in vars(port).items():
        if name.startswith("_"):
            continue
        own = getattr(part, name, None)
        if own is None or (inspect.isfunction(member) and parameters(own) != parameters(member)):
            found.append(name)
    return found


def parameters(method: object) -> list[str]:
    assert callable(method)
    return [name for name in inspect.signature(method).parameters if name != "self"]


@pytest.mark.parametrize(
    ("port", "part"),
    [
        (Platform, MemoryPlatform),
        (AnswerSource, ChatApi),
        (AnswerSource, ScriptedSource),
        (Allowance, TurnAllowance),
    ],
)
def test_a_part_has_the_members_of_its_port(port: type, part: type) -> None:
    # A field of a dataclass is on its instances alone.
    assert set(differences(port, part)) <= set(getattr(part, "__dataclass_fields__", ()))


async def test_discords_platform_has_the_members_of_its_port() -> None:
    """Two of them are those of its parts, which it has once it is made."""
    limiter = RateLimiter(50, lambda _: None)
    rest = DiscordRest(
        token="token",
        api_base_url="http://127.0.0.1:9/api/v10",
        user_agent="tests",
        limiter=limiter,
        observe=lambda _: None,
        now_s=time.time,
    )
    assert differences(Platform, DiscordPlatform(rest, limiter, OwnPermissions())) == []


async def test_the_store_has_the_members_of_its_ports(tmp_path: Path) -> None:
    async with running_core(tmp_path) as core:
        assert differences(Store, core.store) == []
        assert differences(TurnStore, core.store.turns) == []
        assert differences(ConversationStore, core.store.conversations) == []
        assert differences(RequestCountStore, core.store.requests) == []
        assert differences(PauseStore, core.store.pauses) == []
