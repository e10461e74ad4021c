"""Buttons, selects and modals of the real discord.py, used by members."""

from __future__ import annotations

from typing import Any

import discord
import pytest

from bridge_bot.sandbox.discord.members.entities import Chosen
from bridge_bot.sandbox.discord.members.not_offered import NotOffered
from bridge_bot.sandbox.discord.model import Channel, Member, Message, Upload
from bridge_bot.sandbox.discord.server import DiscordStandIn
from tests.sandbox.discord.recording_bot import RecordingBot

Used = discord.Interaction


class Place:
    """A channel of the bot's guild, and Ann in it."""

    def __init__(self, server: DiscordStandIn, bot: RecordingBot) -> None:
        self.server = server
        self.world = server.world
        (self.guild,) = server.world.guilds.values()
        self.channel: Channel = self.world.channels.add(self.guild, "general")
        self.ann: Member = self.world.people.add(self.guild, "Ann")
        self.there = bot.get_partial_messageable(self.channel.id)
        self.used: list[Used] = []

    async def shows(self, *items: Any, content: str = "Choose") -> Message:
        """Let the bot show these items under a message; what is used is in `used`."""
        view = discord.ui.View(timeout=None)
        for item in items:
            item.callback = self.note
            view.add_item(item)
        await self.there.send(content, view=view)
        return self.world.messages.of(self.channel)[-1]

    async def note(self, used: Used) -> None:
        self.used.append(used)
        await used.response.defer()

    async def submits(self, modal: discord.ui.Modal, **values: Any) -> Used:
        """Let the bot open a modal at a button, and Ann submit it; return what the bot got."""

        async def open_it(used: Used) -> None:
            await used.response.send_modal(modal)

        button: Any = discord.ui.Button(label="Open")
        shown = await self.shows(button)
        button.callback = open_it
        pressed = self.world.controls.press(shown, self.ann, "Open")
        await self.server.modal_shown(pressed)
        modal.on_submit = self.note  # type: ignore[method-assign]
        sent = self.world.controls.submit(pressed, values)
        await self.server.until(lambda: sent.acknowledged)
        return self.used[-1]


@pytest.fixture
def place(server: DiscordStandIn, bot: RecordingBot) -> Place:
    """Where it happens."""
    return Place(server, bot)


async def test_a_press_tells_who_pressed_what_where(place: Place) -> None:
    role = place.world.people.add_role(place.guild, "Moderators", ("manage_messages",))
    place.world.people.give_role(place.ann, role)
    shown = await place.shows(discord.ui.Button(label="No", custom_id="down", emoji="👎"))
    assert place.world.controls.of(shown) == ["No"]
    for name in ("No", "down", "👎"):
        pressed = place.world.controls.press(shown, place.ann, name, locale="de")
        assert await place.server.message_shown(pressed) is shown
    got = place.used[-1]
    assert isinstance(got.user, discord.Member)
    assert got.message is not None
    assert got.guild is not None
    assert (got.user.id, got.message.id, got.locale) == (
        place.ann.id,
        shown.id,
        discord.Locale.german,
    )
    assert got.permissions.manage_messages
    assert not got.permissions.manage_guild
    assert role.id in [each.id for each in got.user.roles]
    assert got.app_permissions.send_messages
    assert (got.guild_locale, got.context.guild) == (discord.Locale.american_english, True)
    assert got.channel_id == place.channel.id
    assert got.is_guild_integration()


async def test_what_is_disabled_missing_or_hidden_cannot_be_used(place: Place) -> None:
    off: Any = discord.ui.Button(label="Off", disabled=True)
    link: Any = discord.ui.Button(label="Docs", url="https://example.com")
    twice: list[Any] = [discord.ui.Button(label="Twice") for _ in range(2)]
    pick: Any = discord.ui.UserSelect(placeholder="Who?")
    shown = await place.shows(off, link, *twice, pick)
    controls, ben = place.world.controls, place.world.people.add(place.guild, "Ben")
    for name, reason in (
        ("Off", "disabled"),
        ("Gone", "no control"),
        ("Docs", "leads elsewhere"),
        ("Twice", "custom_id"),
        ("Who?", "no button"),
    ):
        with pytest.raises(NotOffered, match=reason):
            controls.press(shown, place.ann, name)
    shown.only_for = ben.id
    with pytest.raises(NotOffered, match="does not see"):
        controls.choose(shown, place.ann, "Who?", [ben])
    shown.only_for = None
    place.world.people.take_permission(place.channel, "view_channel", place.ann)
    with pytest.raises(NotOffered, match="does not see"):
        controls.choose(shown, place.ann, "Who?", [ben])


async def test_every_kind_of_select_sends_what_was_chosen_of_it(place: Place) -> None:
    role = place.world.people.add_role(place.guild, "Helpers")
    voice = place.world.channels.add(place.guild, "loud")
    thread = place.world.threads.start(place.ann, place.channel, "t")
    sizes = [discord.SelectOption(label=each.title(), value=each[0]) for each in ("small", "large")]
    text_only = [discord.ChannelType.text]
    preset = [discord.Object(role.id, type=discord.Role)]
    items: list[Any] = [
        discord.ui.Select(placeholder="Size", options=sizes, max_values=2),
        discord.ui.UserSelect(placeholder="Who"),
        discord.ui.RoleSelect(placeholder="Role", max_values=5, default_values=preset),
        discord.ui.MentionableSelect(placeholder="Whom", max_values=3, min_values=0),
        discord.ui.ChannelSelect(placeholder="Where", channel_types=text_only),
    ]
    shown = await place.shows(*items)
    bot, ann = place.world.bot, place.ann
    used_as: list[tuple[str, list[Chosen], list[str | int]]] = [
        ("Size", ["Large", "s"], ["l", "s"]),
        ("Who", [ann], [ann.id]),
        ("Role", ["Helpers", place.guild.id], [role.id, place.guild.id]),
        ("Whom", [role, "Ann", bot], [role.id, ann.id, bot.id]),
        ("Whom", [], []),
        ("Where", ["general"], [place.channel.id]),
    ]
    for name, chosen, expected in used_as:
        used = place.world.controls.choose(shown, ann, name, chosen)
        await place.server.message_shown(used)
        item = next(each for each in items if each.placeholder == name)
        # discord.py lists people before roles.
        assert {getattr(each, "id", each) for each in item.values} == {*expected}
        assert used.data["values"] == [str(each) for each in expected]
    where = items[-1].values[0]
    assert where.name == "general"
    assert where.permissions.send_messages
    refused: list[tuple[str, list[Chosen], str]] = [
        ("Size", ["huge"], "not offered"),
        ("Who", ["Zoë"], "not offered"),
        ("Who", [], "takes 1 to 1"),
        ("Role", ["Helpers", role], "chosen once"),
        ("Where", [thread], "not offered"),
        ("Where", [place.channel, voice], "takes 1 to 1"),
    ]
    for name, chosen, reason in refused:
        with pytest.raises(NotOffered, match=reason):
            place.world.controls.choose(shown, ann, name, chosen)


async def test_a_private_answer_can_be_pressed_by_its_member_and_changes_in_place(
    place: Place, bot: RecordingBot
) -> None:
    @bot.tree.command(description="Settings")
    async def settings(used: Used) -> None:
        view = discord.ui.View()
        button: Any = discord.ui.Button(label="More")

        async def more(pressed: Used) -> None:
            await pressed.response.edit_message(content="page 2", view=None)
            await pressed.followup.send("done", ephemeral=True)

        button.callback = more
        view.add_item(button)
        await used.response.send_message("page 1", view=view, ephemeral=True)

    await bot.tree.sync()
    used = place.world.commands.use(place.channel, place.ann, "settings")
    panel = await place.server.message_shown(used)
    assert panel.only_for == place.ann.id
    ben = place.world.people.add(place.guild, "Ben")
    with pytest.raises(NotOffered, match="does not see"):
        place.world.controls.press(panel, ben, "More")
    pressed = place.world.controls.press(panel, place.ann, "More")
    assert await place.server.message_shown(pressed) is panel
    assert (panel.content, panel.components) == ("page 2", [])
    await place.server.until(lambda: pressed.followups)
    assert (pressed.followups[0].content, pressed.followups[0].only_for) == ("done", place.ann.id)


async def test_a_bot_that_does_not_answer_lets_the_press_fail(place: Place) -> None:
    shown = await place.shows(discord.ui.Button(label="Slow"))
    place.world.state.response_within_s = 0.0
    pressed = place.world.controls.press(shown, place.ann, "Slow")
    await place.server.until(lambda: place.world.controls.failed(pressed))
    with pytest.raises(AssertionError, match="did not answer in time"):
        await place.server.message_shown(pressed)


async def test_every_field_of_a_modal_comes_back_filled_in(place: Place) -> None:
    role = place.world.people.add_role(place.guild, "Helpers")
    ui: Any = discord.ui

    class Everything(discord.ui.Modal, title="Everything"):
        about: Any = ui.TextDisplay("Tell us")
        words: Any = ui.Label(text="Words", component=ui.TextInput(min_length=2, max_length=5))
        note: Any = ui.Label(text="Note", component=ui.TextInput(required=False, default="kept"))
        size: Any = ui.Label(
            text="Size",
            component=ui.Select(options=[discord.SelectOption(label="Large", value="l")]),
        )
        helpers: Any = ui.Label(text="Role", component=ui.RoleSelect(required=True))

    modal = Everything()
    got = await place.submits(modal, Words="abc", Size="Large", Role=[role])
    assert got.type is discord.InteractionType.modal_submit
    assert got.message is not None
    assert modal.words.component.value == "abc"
    assert modal.note.component.value == "kept"
    assert modal.size.component.values == ["l"]
    assert [each.id for each in modal.helpers.component.values] == [role.id]


async def test_ticks_groups_and_files_of_a_modal_come_back_too(place: Place) -> None:
    ui: Any = discord.ui

    class Ticks(discord.ui.Modal, title="Ticks"):
        yes: Any = ui.Label(text="Yes?", component=ui.Checkbox())
        kind: Any = ui.Label(
            text="Kind",
            component=ui.RadioGroup(
                options=[discord.RadioGroupOption(label=each, value=each) for each in "ab"]
            ),
        )
        days: Any = ui.Label(
            text="Days",
            component=ui.CheckboxGroup(
                options=[discord.CheckboxGroupOption(label=each, value=each) for each in "xyz"],
                required=False,
                min_values=0,
            ),
        )
        log: Any = ui.Label(text="Log", component=ui.FileUpload(max_values=2))
        left: Any = ui.Label(text="Left out", component=ui.FileUpload(required=False, min_values=0))

    modal = Ticks()
    file = Upload("0", "a.log", "text/plain", b"lines")
    values: dict[str, Any] = {"Yes?": True, "Kind": "b", "Days": ["z", "x"], "Log": [file]}
    await place.submits(modal, **values)
    assert modal.yes.component.value is True
    assert modal.kind.component.value == "b"
    assert modal.days.component.values == ["z", "x"]
    (sent,) = modal.log.component.values
    assert (sent.filename, sent.ephemeral) == ("a.log", True)
    assert await sent.read() == b"lines"
    assert modal.left.component.values == []


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({}, "has to be filled in"),
        ({"Words": "a"}, "takes 2 to 5 characters"),
        ({"Words": "abcdef"}, "takes 2 to 5 characters"),
        ({"Words": True}, "takes a text"),
        ({"Words": "abc", "Gone": "x"}, "no field"),
    ],
)
async def test_a_modal_that_is_not_filled_in_as_it_must_be_is_not_sent(
    place: Place, values: dict[str, Any], reason: str
) -> None:
    class Words(discord.ui.Modal, title="Words"):
        words: Any = discord.ui.TextInput(label="Words", min_length=2, max_length=5)

    with pytest.raises(NotOffered, match=reason):
        await place.submits(Words(), **values)


async def test_a_layout_is_taken_shown_and_pressed(place: Place) -> None:
    ui: Any = discord.ui
    button: Any = ui.Button(label="Go")
    button.callback = place.note

    class Layout(discord.ui.LayoutView):
        box: Any = ui.Container(
            ui.TextDisplay("# Hello"),
            ui.Separator(),
            ui.Section("beside", accessory=button),
            ui.ActionRow(ui.Button(label="Docs", url="https://example.com")),
            accent_colour=0xFF0000,
        )

    sent = await place.there.send(view=Layout())
    (shown,) = place.world.messages.of(place.channel)
    assert sent.flags.components_v2
    assert shown.states[-1].content == "# Hello\nbeside"
    await place.server.message_shown(place.world.controls.press(shown, place.ann, "Go"))
    assert place.used[0].message is not None
    with pytest.raises(discord.HTTPException, match="IS_COMPONENTS_V2"):
        await sent.edit(content="no longer a layout", view=Layout())
