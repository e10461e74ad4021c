"""What one can do on the page, and what is refused."""

from __future__ import annotations

import base64

import pytest

from bridge_bot.sandbox.discord.actions import commands, interactions
from bridge_bot.sandbox.discord.enums import ChannelType, InteractionType
from bridge_bot.sandbox.discord.errors import Json
from tests.sandbox.web.visitor import Visitor

BUTTON: Json = {"type": 2, "style": 1, "label": "Press", "custom_id": "press-me"}
SELECT: Json = {
    "type": 3,
    "custom_id": "choose",
    "options": [{"label": "One", "value": "1"}, {"label": "Two", "value": "2"}],
}


def bot_says(visitor: Visitor, *components: Json) -> str:
    """The bot shows controls to everybody; the id of its message."""
    world = visitor.world
    used = interactions.start(
        world.state, InteractionType.COMMAND, visitor.ann.user, visitor.channel, {}
    )
    data = {"content": "Choose", "components": [{"type": 1, "components": list(components)}]}
    interactions.respond(world.state, used.id, used.token, {"type": 4, "data": data})
    assert used.original is not None
    return str(used.original.id)


async def test_saying_answering_changing_and_deleting(visitor: Visitor) -> None:
    first = await visitor.say("one")
    second = await visitor.say("two", reply_to=first)
    await visitor.done("edit_message", channel=visitor.here, message=second, content="three")
    one, three = visitor.world.messages.of(visitor.channel)
    assert (three.content, three.reply_to) == ("three", one)
    await visitor.done("delete_message", channel=visitor.here, message=first)
    assert one.deleted


async def test_posts_their_tags_and_private_threads(visitor: Visitor) -> None:
    world = visitor.world
    forum = world.channels.add_forum(visitor.guild, "help", tags=["Bug", "Idea"])
    bug, idea = forum.forum_or_error.tags
    words = {"channel": str(forum.id), "name": "How?", "content": "Tell me"}
    opened = await visitor.done("open_post", **words, tags=[str(bug)])
    (post,) = world.threads.of(forum)
    assert (opened["channel"], post.thread_or_error.tag_ids) == (str(post.id), [bug])
    await visitor.done("set_tags", channel=opened["channel"], tags=[str(idea)])
    assert post.thread_or_error.tag_ids == [idea]
    assert "Unknown tag" in await visitor.refused("open_post", **words, tags=["1"])
    assert "empty message" in await visitor.refused("open_post", **words | {"content": " "})
    private = {"channel": visitor.here, "name": "p", "private": True}
    assert "Missing Permissions" in await visitor.refused("open_thread", **private)
    world.people.give_permission(visitor.channel, "create_private_threads", visitor.ann)
    opened = await visitor.done("open_thread", **private)
    assert world.state.channel(int(opened["channel"])).type is ChannelType.PRIVATE_THREAD


async def test_threads_direct_messages_reactions_typing(visitor: Visitor) -> None:
    said = await visitor.say("one")
    opened = await visitor.done("open_thread", channel=visitor.here, message=said, name="Talk")
    thread = visitor.world.threads.of(visitor.channel)[0]
    assert opened["channel"] == str(thread.id) == said
    await visitor.done("archive", channel=opened["channel"], archived=True)
    assert thread.archived
    direct = (await visitor.done("open_dm"))["channel"]
    await visitor.done("send_message", channel=direct, content="hello")
    assert (
        visitor.world.messages.of(visitor.world.channels.open_dm(visitor.ann))[0].content == "hello"
    )
    forwarded = await visitor.done("forward_message", channel=visitor.here, message=said, to=direct)
    assert forwarded["channel"] == direct
    await visitor.done("react", channel=visitor.here, message=said, emoji="👍", add=True)
    await visitor.done("react", channel=visitor.here, message=said, emoji="👍", add=False)
    await visitor.done("start_typing", channel=visitor.here)
    assert visitor.channel.typing


async def test_acting_as_another_member_and_adding_one(visitor: Visitor) -> None:
    added = await visitor.done("add_member", guild=str(visitor.guild.id), name="Ben")
    await visitor.done("act_as", member=added["member"])
    while visitor.snapshot["me"] != added["member"]:
        visitor.snapshot = await visitor.update("snapshot")
    said = await visitor.say("it is me")
    assert visitor.channel.messages[int(said)].author.name == "Ben"
    await visitor.done("act_as", member=str(visitor.ann.id))
    assert "another user" in await visitor.refused(
        "edit_message", channel=visitor.here, message=said, content="it is not"
    )


async def test_a_members_interactions_carry_the_locale_that_was_chosen_for_their_discord(
    visitor: Visitor,
) -> None:
    await visitor.done("set_locale", locale="ja")
    world = visitor.world
    assert visitor.ann.user.locale == "ja"
    kind = InteractionType.COMMAND
    used = interactions.start(world.state, kind, visitor.ann.user, visitor.channel, {})
    assert used.locale == "ja"
    await visitor.done("act_as", member=str(visitor.ann.id))
    visitor.snapshot = await visitor.update("snapshot")
    (shown,) = (each for each in visitor.snapshot["users"] if each["id"] == str(visitor.ann.id))
    assert shown["locale"] == "ja"


async def test_using_a_command_and_pressing_and_choosing_reach_the_bot(visitor: Visitor) -> None:
    option = {"name": "word", "description": "A word", "type": 3, "required": True}
    form: Json = {"name": "hello", "description": "Says hello", "options": [option]}
    commands.register(visitor.world.state, form, None)
    where = {"channel": visitor.here}
    await visitor.done("use_command", **where, path="hello", options={"word": "you"})
    assert "word is missing" in await visitor.refused("use_command", **where, path="hello")
    await visitor.done("autocomplete", **where, path="hello", options={"word": "y"}, focused="word")
    buttons = bot_says(visitor, BUTTON)
    await visitor.done("press", **where, message=buttons, custom_id="press-me")
    select = bot_says(visitor, SELECT)
    await visitor.done("choose", **where, message=select, custom_id="choose", values=["2"])
    used = visitor.world.interactions
    assert used[0].data["options"][0]["value"] == "you"
    assert [each.data.get("custom_id") for each in used if each.message] == ["press-me", "choose"]
    assert "not offered" in await visitor.refused(
        "choose", **where, message=select, custom_id="choose", values=["3"]
    )


async def test_what_the_bot_answers_comes_after_its_member_was_chosen_again(
    visitor: Visitor,
) -> None:
    message = bot_says(visitor, BUTTON)
    begun = await visitor.done("press", channel=visitor.here, message=message, custom_id="press-me")
    await visitor.done("act_as", member=str(visitor.ann.id))
    pressed = visitor.world.interactions[-1]
    interactions.respond(visitor.world.state, pressed.id, pressed.token, {"type": 6})
    assert (await visitor.update("interaction"))["id"] == begun["interaction"]


async def test_a_file_where_a_text_is_being_written_is_refused(visitor: Visitor) -> None:
    option = {"name": "word", "description": "A word", "type": 3, "autocomplete": True}
    form: Json = {"name": "hello", "description": "Says hello", "options": [option]}
    commands.register(visitor.world.state, form, None)
    file = {"name": "a.txt", "type": "text/plain", "data": "", "field": "word"}
    where = {"channel": visitor.here, "path": "hello", "focused": "word"}
    assert "does not fit word" in await visitor.refused("autocomplete", **where, files=[file])


async def test_a_tag_that_is_no_id_is_refused(visitor: Visitor) -> None:
    forum = visitor.world.channels.add_forum(visitor.guild, "help", tags=("Question",))
    where = {"channel": str(forum.id), "name": "How?", "content": "So?"}
    assert "not snowflake" in await visitor.refused("open_post", **where, tags=["9" * 5000])


async def test_where_the_bot_is_no_member_it_is_used_by_who_has_added_it_to_their_apps(
    visitor: Visitor,
) -> None:
    world = visitor.world
    commands.register(world.state, {"name": "hello", "description": "h", "contexts": [2]}, None)
    group = world.channels.add_group("Weekend", [visitor.ann, world.owner])
    said = world.messages.send(group, visitor.ann, "hi")
    assert visitor.snapshot["has_app"] is False
    used = {"channel": str(group.id), "path": "hello"}
    assert "not in your apps" in await visitor.refused("use_command", **used)
    await visitor.done("set_app", added=True)
    assert (await visitor.update("app"))["added"] is True
    await visitor.done("use_command", **used)
    (interaction,) = world.interactions
    assert interaction.user_install
    on_message = {"channel": str(group.id), "message": str(said.id), "name": "hello"}
    assert "no command" in await visitor.refused("use_on", **on_message)
    await visitor.done("set_app", added=False)
    assert "not in your apps" in await visitor.refused("use_on", **on_message)
    snapshot = await visitor.connect()
    assert snapshot["has_app"] is False
    shown = next(each for each in snapshot["channels"] if each["name"] == "Weekend")
    assert (shown["kind"], shown["people"][0]) == ("group", str(visitor.ann.id))


async def test_a_form_of_the_bots_comes_to_who_asked_and_goes_back(visitor: Visitor) -> None:
    message = bot_says(visitor, BUTTON)
    where = {"channel": visitor.here, "message": message}
    begun = await visitor.done("press", **where, custom_id="press-me")
    pressed = visitor.world.interactions[-1]
    row = {"type": 1, "components": [{"type": 4, "custom_id": "why", "label": "Why?", "style": 1}]}
    form = {"title": "Tell", "custom_id": "tell", "components": [row]}
    interactions.respond(visitor.world.state, pressed.id, pressed.token, {"type": 9, "data": form})
    answer = await visitor.update("interaction")
    assert answer["id"] == begun["interaction"]
    assert answer["form"]["title"] == "Tell"
    await visitor.done("submit_modal", interaction=begun["interaction"], values={"why": "because"})
    sent = visitor.world.interactions[-1].data
    assert sent["components"][0]["components"][0]["value"] == "because"
    assert "no longer" in await visitor.refused("submit_modal", interaction="1", values={})


async def test_files_are_kept_and_served_so_that_nothing_in_them_runs(visitor: Visitor) -> None:
    def upload(name: str, kind: str, data: bytes) -> Json:
        return {"name": name, "type": kind, "data": base64.b64encode(data).decode()}

    files = [
        upload("pic.png", "image/png", b"png"),
        upload('evil"\n/../.html', "text/html", b"<script>alert(1)</script>"),
        upload("pic.svg", "image/svg+xml", b"<svg onload='alert(1)'/>"),
    ]
    said = await visitor.say("", files=files)
    kept = visitor.channel.messages[int(said)].attachments
    assert "/" not in kept[1].filename
    served = {}
    for each in kept:
        url = f"{visitor.server.origin}/files/{each.id}/{each.id}"
        async with visitor.http.get(url) as response:
            assert await response.read() == each.data
            assert response.headers["X-Content-Type-Options"] == "nosniff"
            assert "sandbox" in response.headers["Content-Security-Policy"]
            shown = response.headers["Content-Disposition"].partition(";")[0]
            served[each.filename] = (shown, response.headers["Content-Type"])
    assert served["pic.png"] == ("inline", "image/png")
    assert served["pic.svg"] == ("attachment", "application/octet-stream")
    assert served[kept[1].filename] == ("attachment", "application/octet-stream")
    visitor.http.cookie_jar.clear()
    async with visitor.http.get(f"{visitor.server.origin}/files/{kept[0].id}/x") as response:
        assert response.status == 403


@pytest.mark.parametrize(
    ("what", "fields", "why"),
    [
        ("fly", {}, "does not know"),
        ("send_message", {"content": "hello"}, "channel is missing"),
        ("send_message", {"channel": "1", "content": "hello"}, "Unknown Channel"),
        ("send_message", {"channel": 7, "content": "hello"}, "channel has to be an id"),
        ("send_message", {"channel": "HERE", "content": "  "}, "empty message"),
        ("send_message", {"channel": "HERE", "content": ["x"]}, "has to be a text"),
        ("send_message", {"channel": "HERE", "content": "\ud800"}, "half a character"),
        ("send_message", {"channel": "HERE", "content": "x" * 200_000}, "characters"),
        ("send_message", {"channel": "HERE", "content": "x", "reply_to": "1"}, "Unknown Message"),
        ("send_message", {"channel": "HERE", "content": "x", "ping": "yes"}, "true or false"),
        ("send_message", {"channel": "HERE", "files": {"a": 1}}, "up to 10 files"),
        ("send_message", {"channel": "HERE", "files": [1]}, "has to be an object"),
        (
            "send_message",
            {"channel": "HERE", "files": [{"name": "a", "data": "?"}]},
            "arrive whole",
        ),
        ("forward_message", {"channel": "HERE", "message": "1", "to": "1"}, "Unknown Channel"),
        ("forward_message", {"channel": "HERE", "message": "1", "to": "HERE"}, "Unknown Message"),
        ("edit_message", {"channel": "HERE", "message": "1", "content": "x"}, "Unknown Message"),
        ("delete_message", {"channel": "HERE", "message": "1"}, "Unknown Message"),
        ("open_thread", {"channel": "HERE", "name": ""}, "between 1 and 100"),
        ("open_post", {"channel": "HERE", "name": "a", "content": "b"}, "channel type"),
        ("open_post", {"channel": "HERE", "name": "a", "content": ""}, "channel type"),
        ("open_post", {"channel": "HERE", "tags": [1]}, "has to be a text"),
        ("set_tags", {"channel": "HERE", "tags": []}, "channel type"),
        ("archive", {"channel": "HERE", "archived": True}, "channel type"),
        ("use_command", {"channel": "HERE", "path": "nothing"}, "no command that Ann may use"),
        ("use_command", {"channel": "HERE", "path": " "}, "no command"),
        ("use_command", {"channel": "HERE", "path": "a", "options": [1]}, "object"),
        ("use_command", {"channel": "HERE", "path": "a", "options": {"a": []}}, "a text, a number"),
        ("use_command", {"channel": "HERE", "path": "a", "locale": "../.."}, "no locale"),
        ("set_locale", {"locale": "tlh"}, "no locale"),
        ("press", {"channel": "HERE", "message": "1", "custom_id": "a"}, "Unknown Message"),
        ("choose", {"channel": "HERE", "message": "1", "custom_id": "a"}, "Unknown Message"),
        ("use_on", {"channel": "HERE", "message": "1", "name": "a"}, "Unknown Message"),
        ("use_on", {"channel": "HERE", "user": "1", "name": "a"}, "Unknown User"),
        ("submit_modal", {"interaction": "1"}, "no longer open"),
        ("react", {"channel": "HERE", "message": "1", "emoji": "no"}, "Unknown Emoji"),
        ("act_as", {"member": "1"}, "no such member"),
        ("add_member", {"guild": "1", "name": "Ben"}, "Unknown Guild"),
        ("older", {"channel": "HERE"}, "before is missing"),
    ],
)
async def test_what_cannot_be_is_refused_in_words_and_breaks_nothing(
    visitor: Visitor, what: str, fields: Json, why: str
) -> None:
    given = {key: visitor.here if value == "HERE" else value for key, value in fields.items()}
    assert why in await visitor.refused(what, **given)
    assert await visitor.say("still here")


@pytest.mark.parametrize("text", ["", "no json", "[]", "1", '{"action": ["say"]}', "[" * 100_000])
async def test_what_is_no_request_is_refused_and_breaks_nothing(
    visitor: Visitor, text: str
) -> None:
    assert visitor.socket is not None
    await visitor.socket.send_str(text)
    assert (await visitor.update("refused"))["reason"]
    assert await visitor.say("still here")


async def test_where_a_member_may_not_write_they_are_told_so(visitor: Visitor) -> None:
    visitor.world.people.take_permission(visitor.channel, "send_messages", visitor.ann)
    assert await visitor.refused("send_message", channel=visitor.here, content="hello") == (
        "Missing Permissions"
    )
