"""Whom a message pings."""

from __future__ import annotations

from bridge_bot.sandbox.discord.model import Pinged
from tests.sandbox.small_world import SmallWorld, raises_error


def test_without_allowed_mentions_everything_in_the_text_pings(small: SmallWorld) -> None:
    role = small.world.people.add_role(small.guild, "crew", mentionable=True)
    text = f"<@{small.ann.id}> <@&{role.id}> @everyone"
    assert small.send(text).pinged == Pinged(frozenset({small.ann.id}), frozenset({role.id}))
    small.world.people.give_permission(small.channel, "mention_everyone")
    assert small.send(text).pinged.everyone


def test_allowed_mentions_let_through_only_what_they_name(small: SmallWorld) -> None:
    ben = small.world.people.add(small.guild, "Ben")
    text = f"<@{small.ann.id}> <@{ben.id}>"
    nobody = small.send(text, allowed_mentions={"parse": []})
    assert not nobody.pinged
    one = small.send(text, allowed_mentions={"users": [str(ben.id)]})
    assert one.pinged.users == {ben.id}
    both = small.send(text, allowed_mentions={"parse": ["users"]})
    assert both.pinged.users == {ben.id, small.ann.id}
    contradiction = {"parse": ["users"], "users": [str(ben.id)]}
    unknown = {"parse": ["members"]}
    raises_error(50035, lambda: small.send(text, allowed_mentions=contradiction))
    raises_error(50035, lambda: small.send(text, allowed_mentions=unknown))


def test_a_reply_pings_unless_told_otherwise(small: SmallWorld) -> None:
    said = small.world.messages.send(small.channel, small.ann, "hello")
    reference = {"message_id": str(said.id)}
    assert small.send("hi", message_reference=reference).pinged.users == {small.ann.id}
    quiet = {"parse": [], "replied_user": False}
    assert not small.send("hi", message_reference=reference, allowed_mentions=quiet).pinged
    loud = {"parse": [], "replied_user": True}
    answer = small.send("hi", message_reference=reference, allowed_mentions=loud)
    assert answer.pinged.users == {small.ann.id}


def test_mentions_in_code_call_nobody(small: SmallWorld) -> None:
    assert not small.send(f"`<@{small.ann.id}>` ```\n<@{small.ann.id}>\n```").pinged
