"""The application object of Discord's API: what it says, and how it is mended. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import discord

from bridge_bot.discord_adapter.invite import PERMISSIONS, SCOPES
from bridge_bot.doctor.operator_facts import ApplicationFacts

GUILD_INSTALL, USER_INSTALL = "0", "1"

_USER_SCOPES = ("applications.commands",)
_CONTENT = 1 << 18
"""GATEWAY_MESSAGE_CONTENT: Discord has approved the intent (its documentation)."""
_CONTENT_LIMITED = 1 << 19
"""GATEWAY_MESSAGE_CONTENT_LIMITED: the intent is on for an application that is not reviewed."""

Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the settings need of the application."""

    message_content: bool = True
    user_install: bool = False


def application_facts(application: Json, wanted: Wanted) -> ApplicationFacts:
    """What an application object says, compared with what is wanted."""
    flags = _flags(application)
    scopes, permissions = _install_params(application, GUILD_INSTALL)
    missing = PERMISSIONS & ~permissions
    return ApplicationFacts(
        wants_content=wanted.message_content,
        reads_content=bool(flags & (_CONTENT | _CONTENT_LIMITED)),
        is_content_approved=bool(flags & _CONTENT),
        wants_user_install=wanted.user_install,
        has_user_install=USER_INSTALL in _installs(application),
        lacks_scopes=tuple(each for each in SCOPES if each not in scopes),
        lacks_permissions=tuple(_name(each) for each, is_missing in missing if is_missing),
        has_interactions_endpoint=bool(application.get("interactions_endpoint_url")),
        server_count=int(application.get("approximate_guild_count") or 0),
    )


def mending(application: Json, wanted: Wanted) -> tuple[dict[str, Any], tuple[str, ...]]:
    """The body of the PATCH that mends what can be mended, and the codes of the findings that it
    mends; both empty if there is nothing to mend.

    The install settings are sent whole: a kind of installation that is left out would be taken
    away.
    """
    facts, body, codes = application_facts(application, wanted), dict[str, Any](), list[str]()
    if facts.wants_content and not facts.reads_content:
        body["flags"] = _flags(application) | _CONTENT_LIMITED
        codes.append("E203")
    installs = {kind: _as_sent(application, kind) for kind in _installs(application)}
    if facts.lacks_scopes or facts.lacks_permissions:
        scopes, permissions = _install_params(application, GUILD_INSTALL)
        installs[GUILD_INSTALL] = _params((*SCOPES, *scopes), (permissions | PERMISSIONS).value)
        codes.append("W205")
    if facts.wants_user_install and not facts.has_user_install:
        installs[USER_INSTALL] = _params(_USER_SCOPES, 0)
        codes.append("W103")
    if {"W205", "W103"} & set(codes):
        body["integration_types_config"] = installs
    return body, tuple(codes)


def _flags(application: Json) -> int:
    return int(application.get("flags") or 0)


def _installs(application: Json) -> dict[str, Any]:
    found = application.get("integration_types_config")
    return dict(found) if isinstance(found, Mapping) else {}


def _install_params(application: Json, kind: str) -> tuple[list[str], discord.Permissions]:
    """The scopes and permissions that "Add App" asks for."""
    params = (_installs(application).get(kind) or {}).get("oauth2_install_params") or {}
    return list(params.get("scopes") or ()), discord.Permissions(
        int(params.get("permissions") or 0)
    )


def _as_sent(application: Json, kind: str) -> dict[str, Any]:
    """A kind of installation as it is, in the form in which it is sent."""
    scopes, permissions = _install_params(application, kind)
    return _params(tuple(scopes), permissions.value) if scopes else {}


def _params(scopes: tuple[str, ...], permissions: int) -> dict[str, Any]:
    # As a number, which Discord's description of its API asks for; it answers with a text.
    params = {"scopes": list(dict.fromkeys(scopes)), "permissions": permissions}
    return {"oauth2_install_params": params}


def _name(permission: str) -> str:
    """A permission as Discord's client names it, such as `Send Messages in Threads`."""
    if permission == "read_messages":  # as discord.py lists it
        return "View Channels"
    return permission.replace("_", " ").title().replace(" In ", " in ")
