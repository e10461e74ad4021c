"""What a message tells about the interaction that it answers."""

from __future__ import annotations

from bridge_bot.sandbox.discord.actions.commands import replace_all
from bridge_bot.sandbox.discord.actions.interactions import respond
from bridge_bot.sandbox.discord.actions.responses import follow_up
from bridge_bot.sandbox.discord.errors import Json
from bridge_bot.sandbox.discord.model import Interaction
from bridge_bot.sandbox.discord.payloads.interaction_metadata import (
    integration_owners,
    interaction_metadata,
)
from tests.sandbox.one_guild_lab import OneGuildLab

BUTTON: Json = {"type": 2, "style": 1, "custom_id": "a", "label": "More"}
FIELD: Json = {"type": 4, "custom_id": "why", "style": 1, "label": "Why?"}
MODAL: Json = {
    "custom_id": "m",
    "title": "Tell",
    "components": [{"type": 1, "components": [FIELD]}],
}


def answer(lab: OneGuildLab, used: Interaction, **data: object) -> None:
    respond(lab.world.state, used.id, used.token, {"type": 4, "data": {"content": "x", **data}})


def test_a_command_tells_its_name_and_what_it_was_used_on(lab: OneGuildLab) -> None:
    state = lab.world.state
    menus = [{"name": "Ask", "type": 3}, {"name": "Who", "type": 2}]
    replace_all(state, [{"name": "hi", "description": "Hi"}, *menus], None)
    used = lab.world.commands.use(lab.channel, lab.ann, "hi")
    answer(lab, used)
    told = interaction_metadata(used, used.original)
    assert (told["name"], told["user"]["id"], told["type"]) == ("hi", str(lab.ann.id), 2)
    assert told["authorizing_integration_owners"] == {"0": str(lab.guild.id)}
    more = follow_up(state, used, {"content": "more"})
    assert used.original is not None
    told = interaction_metadata(used, more)
    assert told["original_response_message_id"] == str(used.original.id)
    said = lab.world.messages.send(lab.channel, lab.ann, "why?")
    on_message = lab.world.commands.use_on(said, lab.ann, "Ask")
    assert interaction_metadata(on_message)["target_message_id"] == str(said.id)
    on_user = lab.world.commands.use_on(lab.ann, lab.ann, "Who", channel=lab.channel)
    assert interaction_metadata(on_user)["target_user"]["id"] == str(lab.ann.id)


def test_a_press_tells_its_message_and_a_modal_what_led_to_it(lab: OneGuildLab) -> None:
    shown = lab.send("Choose", components=[{"type": 1, "components": [BUTTON]}])
    pressed = lab.world.controls.press(shown, lab.ann, "More")
    assert interaction_metadata(pressed)["interacted_message_id"] == str(shown.id)
    respond(lab.world.state, pressed.id, pressed.token, {"type": 9, "data": MODAL})
    sent = lab.world.controls.submit(pressed, {"Why?": "because"})
    told = interaction_metadata(sent)["triggering_interaction_metadata"]
    assert (told["id"], told["type"]) == (str(pressed.id), 3)


def test_a_control_belongs_to_whom_the_command_belonged_to(lab: OneGuildLab) -> None:
    replace_all(lab.world.state, [{"name": "hi", "description": "Hi"}], None)
    used = lab.world.commands.use(lab.channel, lab.ann, "hi", user_install=True)
    answer(lab, used, components=[{"type": 1, "components": [BUTTON]}])
    ben = lab.world.people.add(lab.guild, "Ben")
    pressed = lab.world.controls.press(used.responses[0], ben, "More")
    assert pressed.user_install
    assert integration_owners(pressed) == {"1": str(lab.ann.id)}
    direct = lab.world.commands.use(lab.world.channels.open_dm(lab.ann), lab.ann, "hi")
    assert integration_owners(direct) == {"0": "0"}
