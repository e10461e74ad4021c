"""Messages as Discord's JSON."""

from __future__ import annotations

import pytest

from bridge_bot.sandbox.discord.enums import InteractionType, MessageFlag
from bridge_bot.sandbox.discord.model import Attachment, Interaction, Message
from bridge_bot.sandbox.discord.payloads import message_objects
from tests.sandbox.one_guild_lab import OneGuildLab

# Discord's OpenAPI description (July 2026): what is required of a `MessageResponse`, a
# `MessageAttachmentResponse` and a `MessageReactionResponse`.
MESSAGE = {
    *("type", "content", "mentions", "mention_roles", "attachments", "embeds", "timestamp"),
    *("edited_timestamp", "flags", "components", "id", "channel_id", "author", "pinned"),
    *("mention_everyone", "tts"),
}
ATTACHMENT = {"id", "filename", "size", "url", "proxy_url"}
REACTION = {"emoji", "count", "count_details", "burst_colors", "me_burst", "me"}


def payload(lab: OneGuildLab, of: Message) -> dict[str, object]:
    return message_objects.message(of, lab.world.state)


def test_a_message_has_all_that_discords_description_requires(lab: OneGuildLab) -> None:
    said = lab.send("hello")
    lab.world.messages.react(lab.ann, said, "👍")
    said.attachments.append(Attachment(1, "a b.txt", "text/plain", b"abc"))
    found = message_objects.message(said, lab.world.state)
    assert found.keys() >= MESSAGE
    assert found["attachments"][0].keys() >= ATTACHMENT
    assert found["reactions"][0].keys() >= REACTION
    assert (found["reactions"][0]["count"], found["reactions"][0]["me"]) == (1, False)
    assert found["attachments"][0]["size"] == 3
    url = f"/attachments/{lab.channel.id}/1/a%20b.txt"
    assert found["attachments"][0]["url"].endswith(url)


@pytest.mark.parametrize(
    ("with_reply", "is_deleted", "expected"),
    [(True, False, "one"), (True, True, None), (False, False, "left out")],
)
def test_a_reply_refers_to_its_message_and_shows_it_if_it_is_there(
    lab: OneGuildLab, with_reply: bool, is_deleted: bool, expected: str | None
) -> None:
    first = lab.send("one")
    second = lab.send("two", message_reference={"message_id": str(first.id)})
    if is_deleted:
        lab.world.messages.delete(first)
    found = message_objects.message(second, lab.world.state, with_reply=with_reply)
    assert found["message_reference"] == {
        "type": 0,
        "message_id": str(first.id),
        "channel_id": str(lab.channel.id),
        "guild_id": str(lab.guild.id),
    }
    shown = found.get("referenced_message", {"content": "left out"})
    assert (shown and shown["content"]) == expected


def test_in_a_direct_channel_neither_event_nor_reference_has_a_guild(lab: OneGuildLab) -> None:
    dm = lab.world.channels.open_dm(lab.ann)
    first = lab.send("one", dm)
    second = lab.send("two", dm, message_reference={"message_id": str(first.id)})
    found = message_objects.message_event(second, lab.world.state)
    assert "guild_id" not in found
    assert "guild_id" not in found["message_reference"]


def test_an_event_has_the_author_and_the_mentioned_as_members(lab: OneGuildLab) -> None:
    ben = lab.world.people.add(lab.guild, "Ben")
    said = lab.world.messages.send(lab.channel, lab.ann, f"<@{ben.id}>")
    found = message_objects.message_event(said, lab.world.state)
    assert found["guild_id"] == str(lab.guild.id)
    assert "user" not in found["member"]
    ((mention),) = found["mentions"]
    assert (mention["id"], mention["member"]["nick"]) == (str(ben.id), None)


def test_a_webhook_is_a_bot_and_no_member(lab: OneGuildLab) -> None:
    said = lab.world.messages.send_as_webhook(lab.channel, "News", "hello")
    found = message_objects.message_event(said, lab.world.state)
    assert found["webhook_id"] == found["author"]["id"]
    assert (found["author"]["bot"], found["author"]["discriminator"]) == (True, "0000")
    assert "member" not in found


def test_what_a_message_has_besides_is_there_only_if_it_has_it(lab: OneGuildLab) -> None:
    said = lab.send("hello")
    assert not payload(lab, said).keys() & {"nonce", "thread", "interaction_metadata", "webhook_id"}
    thread = lab.world.threads.start(lab.ann, said, "t")
    said.nonce, said.only_for = "1.0", lab.ann.id
    said.interaction = Interaction(
        9, "token", InteractionType.COMMAND, lab.ann.user, lab.channel, {}, lab.at
    )
    found = message_objects.message(said, lab.world.state)
    assert (found["nonce"], found["thread"]["id"]) == ("1.0", str(thread.id))
    assert found["interaction_metadata"]["user"]["id"] == str(lab.ann.id)
    assert found["flags"] & MessageFlag.EPHEMERAL
    lab.world.channels.delete(thread)
    assert "thread" not in payload(lab, said)


def test_without_the_intent_a_message_and_what_it_answers_have_no_content(
    lab: OneGuildLab,
) -> None:
    first = lab.send("one")
    second = lab.send("two", message_reference={"message_id": str(first.id)})
    bare = message_objects.without_content(payload(lab, second))
    for found in (bare, bare["referenced_message"]):
        assert [found[name] for name in ("content", "embeds", "attachments", "components")] == [
            "",
            [],
            [],
            [],
        ]
        assert found["author"]["id"] == str(lab.world.bot.id)
    assert message_objects.without_content(payload(lab, first))["content"] == ""
    assert payload(lab, second)["content"] == "two"


def test_a_forward_tells_what_was_said_and_where_but_not_by_whom(lab: OneGuildLab) -> None:
    said = lab.world.messages.send(lab.channel, lab.ann, "hello")
    found = message_objects.message(
        lab.world.messages.forward(said, lab.ann, lab.channel), lab.world.state
    )
    assert found["message_reference"] == {
        "type": 1,
        "message_id": str(said.id),
        "channel_id": str(lab.channel.id),
        "guild_id": str(lab.guild.id),
    }
    (snapshot,) = found["message_snapshots"]
    assert snapshot["message"]["content"] == "hello"
    assert not {"author", "id", "channel_id"} & snapshot["message"].keys()
    assert "referenced_message" not in found
    (bare,) = message_objects.without_content(found)["message_snapshots"]
    assert bare["message"]["content"] == ""
