"""The parts of the program that a client works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from bridge_bot.core.events import Observe
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.guild_settings.known import KnownGuildSettings
from bridge_bot.core.handoffs.handoffs import Handoffs
from bridge_bot.core.intake import Intake
from bridge_bot.core.ports import ConversationStore, UsageStore
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.core.privacy.privacy import Privacy
from bridge_bot.core.turns.queue import TurnQueue
from bridge_bot.core.votes.votes import Votes
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.intake.settings_panel.in_force import OperatorOptions
from bridge_bot.discord_adapter.ratelimit.limiter import RateLimiter
from bridge_bot.discord_adapter.rest.file_downloads import FileDownloads
from bridge_bot.discord_adapter.rest.threads.private_threads import PrivateThreads
from bridge_bot.doctor.running_bot import RunningBot


@dataclass(frozen=True, slots=True)
class ClientDependencies:
    """The parts of the program that a client works with.

    The client adds to `server_ids` each server that the bot is in, once Discord has sent it, and
    `DIRECT_MESSAGES` once there is one.
    """

    intake: Intake
    turns: TurnQueue
    conversations: ConversationStore
    store: DiscordStore
    limiter: RateLimiter
    observe: Observe
    clock: DiscordClock
    downloads: FileDownloads
    guild_settings: KnownGuildSettings
    private_threads: PrivateThreads
    privacy: Privacy
    votes: Votes
    shards: GatewayShards
    handoffs: Handoffs
    gone_places: GonePlaces
    guild_membership: GuildMembership
    usage: UsageStore
    operator: OperatorOptions = field(default_factory=OperatorOptions)
    server_ids: set[int] = field(default_factory=set)
    running: RunningBot | None = None
