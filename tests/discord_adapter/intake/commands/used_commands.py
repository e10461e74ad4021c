"""What becomes of the commands that members use, as they see it."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions import interactions
from bridge_bot.sandbox.discord.enums import InteractionType
from bridge_bot.sandbox.discord.model import Channel, Interaction, Message
from tests.harness.english import text
from tests.harness.loopback import Loopback

ASK = {"question": "May I?"}
FRENCH = {"language": "fr"}


async def answered(system: Loopback, used: Interaction) -> str:
    """What the bot answers to an interaction."""
    await system.discord.until(lambda: used.responses)
    return used.responses[0].content


async def shown(system: Loopback, used: Interaction) -> Message:
    """The message that shows the question to everybody."""
    await system.discord.until(lambda: used.responses)
    assert not used.responses[0].ephemeral
    return used.responses[0]


async def refused(system: Loopback, used: Interaction, key: str) -> None:
    """The member alone is told that sentence, and the bot did nothing else."""
    assert await answered(system, used) == text(key)
    assert used.responses[0].ephemeral
    assert system.replies(used.channel) == [used.responses[0]]
    assert system.api.requests == []


def forged(system: Loopback, channel: Channel, name: str, options: dict[str, str]) -> Interaction:
    """A command that a client would not offer there, as only a forged one sends it."""
    command = next(each for each in system.world.commands.registered() if each["name"] == name)
    data = {
        "id": command["id"],
        "name": name,
        "type": 1,
        "options": [{"name": key, "type": 3, "value": value} for key, value in options.items()],
    }
    kind = InteractionType.COMMAND
    return interactions.start(system.world.state, kind, system.ann.user, channel, data, name=name)
