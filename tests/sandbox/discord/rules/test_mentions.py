"""Whom a message pings."""

from __future__ import annotations

from bridge_bot.sandbox.discord.model.message_content import MentionedIds
from tests.sandbox.one_guild_lab import OneGuildLab, raises_error


def test_without_allowed_mentions_everything_in_the_text_pings(lab: OneGuildLab) -> None:
    role = lab.world.people.add_role(lab.guild, "crew", mentionable=True)
    text = f"<@{lab.ann.id}> <@&{role.id}> @everyone"
    assert lab.send(text).pinged == MentionedIds(frozenset({lab.ann.id}), frozenset({role.id}))
    lab.world.people.give_permission(lab.channel, "mention_everyone")
    assert lab.send(text).pinged.everyone


def test_allowed_mentions_let_through_only_what_they_name(lab: OneGuildLab) -> None:
    ben = lab.world.people.add(lab.guild, "Ben")
    text = f"<@{lab.ann.id}> <@{ben.id}>"
    nobody = lab.send(text, allowed_mentions={"parse": []})
    assert not nobody.pinged
    one = lab.send(text, allowed_mentions={"users": [str(ben.id)]})
    assert one.pinged.users == {ben.id}
    both = lab.send(text, allowed_mentions={"parse": ["users"]})
    assert both.pinged.users == {ben.id, lab.ann.id}
    contradiction = {"parse": ["users"], "users": [str(ben.id)]}
    unknown = {"parse": ["members"]}
    raises_error(50035, lambda: lab.send(text, allowed_mentions=contradiction))
    raises_error(50035, lambda: lab.send(text, allowed_mentions=unknown))


def test_a_reply_pings_unless_told_otherwise(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    reference = {"message_id": str(said.id)}
    assert lab.send("hi", message_reference=reference).pinged.users == {lab.ann.id}
    quiet = {"parse": [], "replied_user": False}
    assert not lab.send("hi", message_reference=reference, allowed_mentions=quiet).pinged
    loud = {"parse": [], "replied_user": True}
    answer = lab.send("hi", message_reference=reference, allowed_mentions=loud)
    assert answer.pinged.users == {lab.ann.id}


def test_mentions_in_code_call_nobody(lab: OneGuildLab) -> None:
    assert not lab.send(f"`<@{lab.ann.id}>` ```\n<@{lab.ann.id}>\n```").pinged
