"""Which commands can be registered, and who is offered them."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.rules.command_definitions import check_command, may_use
from tests.sandbox.discord.rules.component_errors import complaints
from tests.sandbox.one_guild_lab import OneGuildLab


def command(**fields: object) -> Json:
    return {"name": "ask", "description": "Ask"} | fields


def option(name: str = "q", **fields: object) -> Json:
    return {"type": 3, "name": name, "description": "Q"} | fields


def options(*given: Json) -> Json:
    return command(options=list(given))


@pytest.mark.parametrize(
    ("definition", "expected"),
    [
        (command(contexts=[0], integration_types=[0, 1], default_member_permissions="32"), {}),
        (command(name_localizations={"de": "frag"}, description_localizations={"de": "Frag"}), {}),
        ({"type": 3, "name": "Ask about this", "name_localizations": {"de": "Frag dazu"}}, {}),
        ({"type": 2, "name": "Who is it?"}, {}),
        (options(option(required=True), option("r")), {}),
        (options(option("g", type=2, options=[option("s", type=1)])), {}),
        ({"type": 3, "name": "x" * 33}, {"name": "BASE_TYPE_BAD_LENGTH"}),
        ({"type": 3, "name": "A", "description": "b"}, {"description": "BASE_TYPE_MAX_LENGTH"}),
        ({"type": 2, "name": "A", "options": [option()]}, {"options": "BASE_TYPE_MAX_LENGTH"}),
        (command(type=7), {"type": "BASE_TYPE_CHOICES", "description": "BASE_TYPE_MAX_LENGTH"}),
        (
            command(name_localizations={"xx": "a"}),
            {"name_localizations.xx": "BASE_TYPE_CHOICES"},
        ),
        (
            command(description_localizations={"de": "x" * 101}),
            {"description_localizations.de": "BASE_TYPE_BAD_LENGTH"},
        ),
        (command(contexts=[3]), {"contexts.0": "BASE_TYPE_CHOICES"}),
        (
            command(default_member_permissions="all"),
            {"default_member_permissions": "NUMBER_TYPE_COERCE"},
        ),
        (options(option(type=12)), {"options.0": "UNION_TYPE_CHOICES"}),
        (
            options(option(), option()),
            {"options.1.name": "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS"},
        ),
        (
            options(option(), option("r", required=True)),
            {"options.1": "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID"},
        ),
        (
            options(option(), option("s", type=1)),
            {"options.1.type": "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID"},
        ),
        (
            options(option("g", type=2, options=[option()])),
            {"options.0.options.0": "UNION_TYPE_CHOICES"},
        ),
        (
            options(option("s", type=1, options=[option("t", type=1)])),
            {"options.0.options.0": "UNION_TYPE_CHOICES"},
        ),
        (
            options(option(choices=[{"name": "a", "value": "x" * 101}])),
            {"options.0.choices.0.value": "BASE_TYPE_BAD_LENGTH"},
        ),
        (
            options(option(type=4, choices=[{"name": "a", "value": "b"}])),
            {"options.0.choices.0.value": "NUMBER_TYPE_COERCE"},
        ),
        (
            options(option(autocomplete=True, choices=[{"name": "a", "value": "b"}])),
            {"options.0.choices": "APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_INVALID"},
        ),
        (
            options(
                *(
                    option(f"o{number}", choices=[{"name": "x" * 100, "value": "y" * 100}] * 4)
                    for number in range(10)
                )
            ),
            {"": "APPLICATION_COMMAND_TOO_LARGE"},
        ),
    ],
)
def test_a_command_is_judged_by_its_type(definition: Json, expected: dict[str, str]) -> None:
    assert complaints(lambda: check_command(definition)) == expected


@pytest.mark.parametrize(
    ("fields", "offered"),
    [
        ({}, "Ann Mia Owner direct"),
        ({"default_member_permissions": "32"}, "Mia Owner direct"),
        ({"default_member_permissions": str(32 | 8192)}, "Owner direct"),
        ({"default_member_permissions": "0"}, "Owner direct"),
        ({"contexts": [0]}, "Ann Mia Owner"),
        ({"contexts": [1]}, "direct"),
        ({"dm_permission": False}, "Ann Mia Owner"),
        ({"guild_id": "1"}, ""),
    ],
)
def test_who_is_offered_a_command_goes_by_permissions_and_place(
    lab: OneGuildLab, fields: Json, offered: str
) -> None:
    admins = lab.world.people.add_role(lab.guild, "Admins", ("manage_guild",))
    mia = lab.world.people.add(lab.guild, "Mia", roles=[admins])
    people = (lab.ann, mia, lab.world.owner)
    found = [each.name for each in people if may_use(command(**fields), lab.channel, each.id)]
    if may_use(command(**fields), lab.world.channels.open_dm(lab.ann), lab.ann.id):
        found.append("direct")
    assert found == offered.split()


def test_a_command_is_offered_to_those_for_whom_it_can_be_installed(lab: OneGuildLab) -> None:
    for types, by_server, by_member in (([0], True, False), ([1], False, True), (None, True, True)):
        form = command(integration_types=types)
        assert may_use(form, lab.channel, lab.ann.id) is by_server
        assert may_use(form, lab.channel, lab.ann.id, user_install=True) is by_member


def test_in_a_group_are_only_commands_for_direct_messages_of_others(lab: OneGuildLab) -> None:
    group = lab.world.channels.add_group("Weekend", [lab.ann, lab.world.owner])
    for contexts, offered in (([0, 1], False), ([2], True)):
        form = command(contexts=contexts)
        assert may_use(form, group, lab.ann.id, user_install=True) is offered
