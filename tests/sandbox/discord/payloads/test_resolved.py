"""What the ids in an interaction stand for."""

from __future__ import annotations

from bridge_bot.sandbox.discord.model import Attachment, User
from bridge_bot.sandbox.discord.payloads.resolved import resolved
from bridge_bot.sandbox.discord.rules.permissions import BITS
from tests.sandbox.one_guild_lab import OneGuildLab


def test_a_member_comes_as_a_user_and_as_a_part_of_a_member(lab: OneGuildLab) -> None:
    stranger = User(1, "Stranger")
    found = resolved(lab.world.state, lab.channel, lab.ann.user, [lab.ann, stranger])
    ann = str(lab.ann.id)
    assert found["users"].keys() == {ann, "1"}
    assert found["members"].keys() == {ann}
    assert int(found["members"][ann]["permissions"]) & BITS["send_messages"]
    assert not {"user", "deaf", "mute"} & found["members"][ann].keys()


def test_a_channel_tells_what_its_chooser_and_the_bot_may_do_there(lab: OneGuildLab) -> None:
    lab.world.people.take_permission(lab.channel, "send_messages")
    found = resolved(lab.world.state, lab.channel, lab.ann.user, [lab.channel])
    (told,) = found["channels"].values()
    assert int(told["permissions"]) & BITS["send_messages"]
    assert not int(told["app_permissions"]) & BITS["send_messages"]
    assert told["name"] == "general"
    thread = lab.world.threads.start(lab.ann, lab.channel, "t")
    (told,) = resolved(lab.world.state, lab.channel, lab.ann.user, [thread])["channels"].values()
    assert "thread_metadata" in told


def test_roles_messages_and_files_come_whole(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "why?")
    role = lab.world.people.add_role(lab.guild, "Helpers")
    file = Attachment(7, "a.txt", "text/plain", b"x")
    found = resolved(lab.world.state, lab.channel, lab.ann.user, [said, role, file])
    assert found["messages"][str(said.id)]["content"] == "why?"
    assert found["roles"][str(role.id)]["name"] == "Helpers"
    assert found["attachments"]["7"]["ephemeral"] is True
    assert found["attachments"]["7"]["url"].endswith(f"/{lab.channel.id}/7/a.txt")


def test_nothing_chosen_is_nothing(lab: OneGuildLab) -> None:
    assert resolved(lab.world.state, lab.channel, lab.ann.user, []) == {}
