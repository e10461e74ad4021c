"""What an application object says, and what mends it."""

from __future__ import annotations

from typing import Any

import pytest

from bridge_bot.discord_adapter.inspection.application import (
    Wanted,
    application_facts,
    mending,
)
from bridge_bot.discord_adapter.invite import PERMISSIONS, SCOPES

LIMITED, APPROVED, OTHER = 1 << 19, 1 << 18, 1 << 23
INSTALL = {"oauth2_install_params": {"scopes": [*SCOPES], "permissions": str(PERMISSIONS.value)}}
BY_USER = {"oauth2_install_params": {"scopes": ["applications.commands"], "permissions": "0"}}
SENT_INSTALL = {
    "oauth2_install_params": {"scopes": [*SCOPES], "permissions": PERMISSIONS.value},
}
SENT_BY_USER = {"oauth2_install_params": {"scopes": ["applications.commands"], "permissions": 0}}
FINE = {"flags": LIMITED | OTHER, "integration_types_config": {"0": INSTALL, "1": BY_USER}}


def test_of_one_that_is_fine_nothing_is_missing_and_nothing_is_mended() -> None:
    facts = application_facts(FINE, Wanted())
    assert (facts.reads_content, facts.is_content_approved) == (True, False)
    assert (facts.lacks_scopes, facts.lacks_permissions) == ((), ())
    assert mending(FINE, Wanted(user_install=True)) == ({}, ())


def test_an_approved_intent_is_told_from_one_that_is_only_on() -> None:
    facts = application_facts({"flags": APPROVED}, Wanted())
    assert (facts.reads_content, facts.is_content_approved) == (True, True)


@pytest.mark.parametrize(
    ("changed", "wanted", "body", "codes"),
    [
        ({"flags": OTHER}, Wanted(), {"flags": OTHER | LIMITED}, ("E203",)),
        ({"flags": OTHER}, Wanted(message_content=False), {}, ()),
        (
            {"integration_types_config": {"0": {}, "1": BY_USER}},
            Wanted(),
            {"integration_types_config": {"0": SENT_INSTALL, "1": SENT_BY_USER}},
            ("W205",),
        ),
        (
            {"integration_types_config": {"0": INSTALL}},
            Wanted(user_install=True),
            {"integration_types_config": {"0": SENT_INSTALL, "1": SENT_BY_USER}},
            ("W103",),
        ),
        (
            {"flags": 0, "integration_types_config": None},
            Wanted(user_install=True),
            {
                "flags": LIMITED,
                "integration_types_config": {"0": SENT_INSTALL, "1": SENT_BY_USER},
            },
            ("E203", "W205", "W103"),
        ),
    ],
)
def test_what_is_missing_is_added_and_everything_else_is_sent_as_it_is(
    changed: dict[str, Any], wanted: Wanted, body: dict[str, Any], codes: tuple[str, ...]
) -> None:
    assert mending(FINE | changed, wanted) == (body, codes)


def test_what_an_operator_has_added_stays() -> None:
    more = {"oauth2_install_params": {"scopes": ["bot", "identify"], "permissions": str(1 << 13)}}
    body, _ = mending(FINE | {"integration_types_config": {"0": more}}, Wanted())
    params = body["integration_types_config"]["0"]["oauth2_install_params"]
    assert params["scopes"] == ["bot", "applications.commands", "identify"]
    assert params["permissions"] == PERMISSIONS.value | 1 << 13


def test_the_missing_are_named_as_discord_names_them() -> None:
    held = PERMISSIONS.value & ~(1 << 38 | 1 << 10)
    params = {"scopes": ["bot"], "permissions": str(held)}
    facts = application_facts(
        FINE | {"integration_types_config": {"0": {"oauth2_install_params": params}}}, Wanted()
    )
    assert facts.lacks_scopes == ("applications.commands",)
    assert set(facts.lacks_permissions) == {"View Channels", "Send Messages in Threads"}


def test_an_object_without_any_of_it_is_read_too() -> None:
    facts = application_facts({}, Wanted())
    assert not facts.reads_content
    assert facts.lacks_scopes == SCOPES
    assert not facts.has_interactions_endpoint
    endpoint = {"interactions_endpoint_url": "https://example.com"}
    assert application_facts(endpoint, Wanted()).has_interactions_endpoint
