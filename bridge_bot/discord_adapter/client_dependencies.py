"""The parts of the program that a client works with."""

from __future__ import annotations

from dataclasses import dataclass, field

from bridge_bot.core.core import Core
from bridge_bot.core.gateway.shards import GatewayShards
from bridge_bot.core.privacy.gone_places import GonePlaces
from bridge_bot.discord_adapter.discord_clock import DiscordClock
from bridge_bot.discord_adapter.discord_store import DiscordStore
from bridge_bot.discord_adapter.gateway.guild_membership import GuildMembership
from bridge_bot.discord_adapter.gateway.shard_claims import ShardClaims
from bridge_bot.discord_adapter.gateway.shard_leases import IdentifyLock
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

    core: Core
    store: DiscordStore
    limiter: RateLimiter
    clock: DiscordClock
    downloads: FileDownloads
    private_threads: PrivateThreads
    shards: GatewayShards
    gone_places: GonePlaces
    guild_membership: GuildMembership
    claims: ShardClaims
    identify_lock: IdentifyLock | None = None
    operator: OperatorOptions = field(default_factory=OperatorOptions)
    server_ids: set[int] = field(default_factory=set)
    running: RunningBot | None = None
