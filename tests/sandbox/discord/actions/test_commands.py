"""Registering the application's commands: what is valid, and what a bulk overwrite does."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.actions import commands
from bridge_bot.sandbox.discord.errors import Json
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def form(name: str = "ask", **fields: object) -> Json:
    return {"name": name, "description": "Ask"} | fields


def option(**fields: object) -> Json:
    return {"type": 3, "name": "question", "description": "What"} | fields


@pytest.mark.parametrize(
    ("definition", "path"),
    [
        ({"description": "Ask"}, "name"),
        (form(""), "name"),
        (form("Ask"), "name"),
        (form("two words"), "name"),
        (form("x" * 33), "name"),
        (form(description=""), "description"),
        (form(description="x" * 101), "description"),
        (form(name_localizations={"de": "Frage"}), "name_localizations.de"),
        (form(options=[option()] * 26), "options"),
        (form(options=[option(name="Q")]), "options.0.name"),
        (form(options=[option(), option(description="")]), "options.1.description"),
        (form(options=[option(choices=[{}] * 26)]), "options.0.choices"),
        (form(options=[option(type=1, options=[option(name="")])]), "options.0.options.0.name"),
    ],
)
def test_an_invalid_command_is_refused_at_the_field_and_changes_nothing(
    lab: OneGuildLab, definition: Json, path: str
) -> None:
    state = lab.world.state
    kept = commands.register(state, form("kept"), None)
    for at, refuse in (
        (path, lambda: commands.register(state, definition, None)),
        (f"1.{path}", lambda: commands.replace_all(state, [form("new"), definition], None)),
    ):
        errors: Json | None = raises_error(50035, refuse).errors
        for step in at.split("."):
            assert errors is not None
            errors = errors[step]
    assert commands.registered(state, None) == [kept]


@pytest.mark.parametrize(
    "definition",
    [
        form("ask-me_now"),
        form("質問"),
        form(options=[option(name=f"o{number}") for number in range(25)]),
        {"name": "Ask about this", "type": 3},
    ],
)
def test_what_discord_takes_is_taken(lab: OneGuildLab, definition: Json) -> None:
    made = commands.register(lab.world.state, definition, None)
    assert commands.registered(lab.world.state, None) == [made]
    assert made["application_id"] == str(lab.world.bot.id)
    assert made["type"] == definition.get("type", 1)


def test_the_same_name_and_type_replaces_a_command_another_type_does_not(lab: OneGuildLab) -> None:
    state = lab.world.state
    first = commands.register(state, form(), None)
    second = commands.register(state, form(description="Ask me"), None)
    menu = commands.register(state, {"name": "ask", "type": 3}, None)
    assert second["id"] == first["id"] != menu["id"]
    assert second["version"] != first["version"]
    assert commands.registered(state, None) == [second, menu]


def test_a_bulk_overwrite_keeps_ids_and_drops_what_is_not_named(lab: OneGuildLab) -> None:
    state = lab.world.state
    ask, _ = commands.replace_all(state, [form("ask"), form("help")], None)
    of_guild = commands.register(state, form("ask"), lab.guild.id)
    again, new = commands.replace_all(state, [form("ask"), form("new")], None)
    assert (again["id"], new["name"]) == (ask["id"], "new")
    assert commands.registered(state, None) == [again, new]
    assert commands.registered(state, lab.guild.id) == [of_guild]


def test_a_hundred_commands_are_the_most(lab: OneGuildLab) -> None:
    state = lab.world.state
    commands.replace_all(state, [form(f"c{number}") for number in range(100)], None)
    raises_error(30032, lambda: commands.register(state, form("one-more"), None))
    commands.register(state, form("c1", description="Changed"), None)


def test_a_command_is_found_where_it_was_registered_until_it_is_removed(lab: OneGuildLab) -> None:
    state = lab.world.state
    made = commands.register(state, form(), lab.guild.id)
    number = int(made["id"])
    raises_error(10063, lambda: commands.command(state, number, None))
    assert commands.command(state, number, lab.guild.id) is made
    raises_error(50035, lambda: commands.change(state, number, {"name": "No"}, lab.guild.id))
    assert commands.change(state, number, {"description": "x"}, lab.guild.id)["name"] == "ask"
    commands.remove(state, number, lab.guild.id)
    raises_error(10063, lambda: commands.remove(state, number, lab.guild.id))


def test_a_change_is_shown_to_people_and_not_told_to_the_bot(lab: OneGuildLab) -> None:
    commands.register(lab.world.state, form(), None)
    assert lab.names() == ["COMMANDS_CHANGED"]
    assert lab.dispatched() == []
