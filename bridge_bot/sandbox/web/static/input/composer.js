// The field where one writes: a new message, a reply, an edit of an own message, or a command.

import { AttachmentPicker, encodeFiles } from "./attachment_picker.js";
import { CommandPalette } from "./command_palette.js";
import { Popup } from "./popup.js";
import { slashCommands } from "../app/commands.js";
import { el, avatar, icon } from "../view/dom.js";
import { peopleIn } from "../view/entities.js";
import { excerpt } from "../view/markdown_elements.js";

const TYPING_EVERY_MS = 8000;
const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;

export class Composer {
  constructor(app) {
    this.app = app;
    this.form = document.getElementById("composer");
    this.input = document.getElementById("message-input");
    this.modeNote = document.getElementById("compose-mode");
    this.drafts = new Map();
    this.mode = null;
    this.popup = new Popup(this.input, document.getElementById("suggestions"));
    this.attachments = new AttachmentPicker(app, this.form);
    this.palette = new CommandPalette(app, this);
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.send()));
    this.input.addEventListener("keydown", (event) => this.onKey(event));
    this.input.addEventListener("input", () => this.onInput());
    this.input.addEventListener("blur", () => this.popup.hide());
    this.input.addEventListener("paste", (event) => this.attachments.paste(event));
  }

  /** Go to another channel, or be another member, and bring back what they were writing there. */
  open(channel) {
    const place = `${this.app.store.me} ${channel}`;
    if (place === this.place) return;
    if (this.place) this.drafts.set(this.place, this.mode?.edit ? "" : this.input.value);
    this.place = place;
    this.channel = channel;
    this.cancel();
    this.palette.close();
    this.attachments.clear();
    this.input.value = this.drafts.get(place) ?? "";
    this.show();
    this.resize(); // What is hidden has no height.
  }

  /** Show whether, and to whom, one can write here. */
  show() {
    const channel = this.app.store.channel(this.channel);
    const where = { dm: `to @${channel?.name}`, group: `to ${channel?.name}`, thread: "in this thread" }[channel?.kind] ?? `in #${channel?.name}`;
    const open = channel && channel.kind !== "forum" && !channel.locked;
    this.form.hidden = !open;
    document.getElementById("locked-note").hidden = !channel?.locked;
    const pace = channel?.slow_mode_s ? ` (slow mode: once in ${channel.slow_mode_s} s)` : "";
    this.input.placeholder = channel ? `Write ${where}, or / for commands${pace}` : "";
    this.input.setAttribute("aria-label", channel ? `Write ${where}` : "Write");
  }

  /** Show what holds now. Where a command is being written, suggest anew if others are offered than
   * before: those of a bot that has just started, or of an app that was removed. */
  refresh() {
    if (this.palette.open) return;
    this.show();
    const writes = document.activeElement === this.input && this.input.value.startsWith("/");
    if (writes && offer(this.commands()) !== this.offered) this.suggest();
  }

  focus() {
    (this.palette.open ? this.palette.form.querySelector("input") : this.input)?.focus();
  }

  /** Put a text into the field, ready to be sent. */
  fill(text) {
    this.palette.close();
    this.input.value = text;
    this.resize();
    this.focus();
  }

  reply(message) {
    const names = this.app.store.names(() => {});
    this.begin({ reply: message }, `Answer ${message.name}: ${excerpt(message.content, names).slice(0, 80)}`);
  }

  edit(message) {
    this.begin({ edit: message }, "Change your message");
    this.input.value = this.decodeMentions(message.content);
    this.resize();
  }

  begin(mode, text) {
    this.palette.close();
    this.mode = mode;
    this.modeNote.hidden = false;
    this.modeNote.replaceChildren(icon(mode.edit ? "pen" : "reply"), el("span", { dir: "auto", text }),
      el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => (this.cancel(), this.focus()) }));
    this.focus();
  }

  cancel() {
    if (this.mode?.edit) this.input.value = "";
    this.mode = null;
    this.modeNote.hidden = true;
    this.resize();
  }

  async send() {
    const text = this.input.value;
    const { edit, reply } = this.mode ?? {};
    const files = edit ? [] : this.attachments.files;
    if (!text.trim() && !files.length) return;
    const content = this.encodeMentions(text);
    this.cancel();
    this.input.value = "";
    this.resize();
    if (!edit) this.attachments.clear();
    const { channel, place } = this;
    const done = edit
      ? await this.app.act("edit_message", { channel, message: edit.id, content })
      : await this.app.act("send_message", { channel, content, reply_to: reply?.id, files: encodeFiles(files) });
    if (!done) this.restore(text, { edit, reply, files, place });
    else if (!edit && channel === this.channel) this.app.log.toEnd();
  }

  /** Put back what could not be sent: where it was written, if nothing else is being written there. */
  restore(text, { edit, reply, files, place }) {
    if (place !== this.place) {
      if (!edit) this.drafts.set(place, [text, this.drafts.get(place)].filter(Boolean).join("\n"));
      return;
    }
    if (this.input.value || this.mode) return;
    if (edit) this.edit(edit);
    else if (reply) this.reply(reply);
    if (files.length) this.attachments.add(files);
    this.fill(text);
  }

  onKey(event) {
    if (this.popup.onKey(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.mode) this.cancel();
    else if (event.key === "ArrowUp" && !this.input.value) this.editLast(event);
  }

  editLast(event) {
    const own = this.app.store.messagesIn(this.channel).filter((each) => each.author === this.app.store.me && each.kind === "said" && each.forwarded === null);
    if (!own.length) return;
    event.preventDefault();
    this.edit(own.at(-1));
  }

  onInput() {
    this.resize();
    this.suggest();
    const now = Date.now();
    if (this.input.value && !this.input.value.startsWith("/") && now - (this.typedAt ?? 0) > TYPING_EVERY_MS) {
      this.typedAt = now;
      this.app.connection.request("start_typing", { channel: this.channel }).catch(() => {}); // Nobody misses it.
    }
  }

  /** Suggest what could be meant: a command, a person, a channel. */
  suggest() {
    const { value, selectionStart: caret } = this.input;
    const command = /^\/([-\w ]*)$/.exec(value);
    if (command && !this.mode) {
      this.suggestCommands(command[1]);
      return;
    }
    const started = /(^|\s)([@#])([^\s@#]*)$/.exec(value.slice(0, caret));
    if (!started) {
      this.popup.hide();
      return;
    }
    const [, , sign, typed] = started;
    const indexOf = (item) => item.label.toLowerCase().indexOf(typed.toLowerCase());
    const items = (sign === "@" ? this.people() : this.channels()).filter((item) => indexOf(item) >= 0)
      .sort((one, two) => Math.min(indexOf(one), 1) - Math.min(indexOf(two), 1)); // What begins so comes first.
    this.popup.show(items.slice(0, 8), (item) => {
      this.input.setRangeText(`${sign}${item.label} `, caret - typed.length - 1, caret, "end");
      this.onInput();
    });
  }

  suggestCommands(typed) {
    const all = this.commands();
    this.offered = offer(all);
    const exact = all.find((each) => [each.label, each.path].some((name) => `${name} ` === typed));
    if (exact) {
      this.popup.hide();
      this.palette.begin(exact);
      return;
    }
    const begins = (name) => name.startsWith(typed.trimStart());
    const items = all.filter((each) => begins(each.label) || begins(each.path))
      .map((each) => ({ label: `/${each.label}`, detail: each.description, command: each }));
    this.popup.show(items.slice(0, 12), (item) => this.palette.begin(item.command));
  }

  commands() {
    const { store } = this.app;
    return slashCommands(store, store.channel(this.channel));
  }

  people() {
    const { store } = this.app;
    return peopleIn(store, store.channel(this.channel)).sort((one, two) => Number(two.bot) - Number(one.bot))
      .map((user) => ({ label: user.name, detail: user.bot ? "bot" : "", image: avatar(user.id, user.name, user.bot) }));
  }

  channels() {
    return [...this.app.store.channels.values()].filter((each) => each.guild).map((each) => ({ label: each.name }));
  }

  /** A text with names as mentions, except in code: `@Ann` becomes `<@1>`. */
  encodeMentions(text) {
    const { store } = this.app;
    const people = [...store.users.values()].map((user) => [`@${user.name}`, `<@${user.id}>`]);
    const channels = [...store.channels.values()].filter((each) => each.guild).map((each) => [`#${each.name}`, `<#${each.id}>`]);
    const known = [...people, ...channels].sort(([one], [two]) => two.length - one.length);
    return text.split(CODE).map((piece, index) => (index % 2 ? piece : withMentions(piece, known))).join("");
  }

  /** A text with mentions as names, to be edited. */
  decodeMentions(content) {
    const { store } = this.app;
    return content
      .replace(/<@!?(\d+)>/g, (whole, id) => (store.users.has(id) ? `@${store.user(id).name}` : whole))
      .replace(/<#(\d+)>/g, (whole, id) => (store.channel(id) ? `#${store.channel(id).name}` : whole));
  }

  resize() {
    this.input.style.height = "auto";
    if (this.input.scrollHeight) this.input.style.height = `${this.input.scrollHeight}px`;
  }
}

/** Commands as the member is shown them, to compare. */
function offer(commands) {
  return JSON.stringify(commands.map(({ label, description }) => [label, description]));
}

function withMentions(piece, known) {
  for (const [name, mention] of known) {
    let at = piece.indexOf(name);
    while (at >= 0) {
      const free = !/[\w<]/.test(piece[at - 1] ?? " ") && !/[\w]/.test(piece[at + name.length] ?? " ");
      if (free) piece = piece.slice(0, at) + mention + piece.slice(at + name.length);
      at = piece.indexOf(name, at + (free ? mention.length : 1));
    }
  }
  return piece;
}
