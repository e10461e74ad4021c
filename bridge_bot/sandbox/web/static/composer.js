// Where one writes: a new message, an answer, a change to an own message, or a command.

import { Enclosing } from "./enclosing.js";
import { Palette, offeredCommands } from "./palette.js";
import { Popup } from "./popup.js";
import { el, avatar, icon } from "./dom.js";
import { excerpt } from "./markdown_view.js";

const TYPING_EVERY_MS = 8000;
const CODE = /(```[\s\S]*?```|`[^`\n]*`)/;

export class Composer {
  constructor(app) {
    this.app = app;
    this.form = document.getElementById("composer");
    this.field = document.getElementById("words");
    this.about = document.getElementById("about");
    this.drafts = new Map();
    this.mode = null;
    this.popup = new Popup(this.field, document.getElementById("offers"));
    this.enclosing = new Enclosing(app, this.form);
    this.palette = new Palette(app, this);
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.send()));
    this.field.addEventListener("keydown", (event) => this.onKey(event));
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("blur", () => this.popup.hide());
    this.field.addEventListener("paste", (event) => this.enclosing.paste(event));
  }

  /** Another channel: its draft comes back. */
  open(channel) {
    if (this.channel) this.drafts.set(this.channel, this.field.value);
    this.channel = channel;
    this.cancel();
    this.palette.close();
    this.enclosing.clear();
    this.field.value = this.drafts.get(channel) ?? "";
    this.show();
    this.resize(); // What is hidden has no height.
  }

  /** Show whether, and to whom, one can write here. */
  show() {
    const channel = this.app.store.channel(this.channel);
    const where = { dm: `to @${channel?.name}`, thread: "in this thread" }[channel?.kind] ?? `in #${channel?.name}`;
    const open = channel && channel.kind !== "forum" && !channel.locked;
    this.form.hidden = !open;
    document.getElementById("closed").hidden = !channel?.locked;
    const pace = channel?.slow_mode_s ? ` (slow mode: once in ${channel.slow_mode_s} s)` : "";
    this.field.placeholder = channel ? `Write ${where}, or / for commands${pace}` : "";
    this.field.setAttribute("aria-label", channel ? `Write ${where}` : "Write");
  }

  focus() {
    (this.palette.open ? this.palette.form.querySelector("input") : this.field)?.focus();
  }

  /** Put words there, ready to be sent. */
  fill(words) {
    this.palette.close();
    this.field.value = words;
    this.resize();
    this.focus();
  }

  reply(message) {
    const names = this.app.store.names(() => {});
    this.begin({ reply: message }, `Answer ${message.name}: ${excerpt(message.content, names).slice(0, 80)}`);
  }

  edit(message) {
    this.begin({ edit: message }, "Change your message");
    this.field.value = this.decoded(message.content);
    this.resize();
  }

  begin(mode, words) {
    this.palette.close();
    this.mode = mode;
    this.about.hidden = false;
    this.about.replaceChildren(icon(mode.edit ? "pen" : "reply"), el("span", { text: words }),
      el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => (this.cancel(), this.focus()) }));
    this.focus();
  }

  cancel() {
    if (this.mode?.edit) this.field.value = "";
    this.mode = null;
    this.about.hidden = true;
    this.resize();
  }

  async send() {
    const words = this.field.value;
    const { edit, reply } = this.mode ?? {};
    const files = this.enclosing.files;
    if (!words.trim() && !files.length) return;
    const content = this.encoded(words);
    this.cancel();
    this.field.value = "";
    this.resize();
    const { channel } = this;
    const done = edit
      ? await this.app.act("edit", { channel, message: edit.id, content })
      : await this.app.act("say", { channel, content, reply_to: reply?.id, files: await this.enclosing.take() });
    if (!done && channel === this.channel && !this.field.value) this.restore(words, edit, reply, files);
    else if (!edit) this.app.sent();
  }

  /** What could not be sent is not lost. */
  restore(words, edit, reply, files) {
    if (edit) this.edit(edit);
    else if (reply) this.reply(reply);
    this.enclosing.add(files);
    this.fill(words);
  }

  onKey(event) {
    if (this.popup.onKey(event) || event.isComposing) return;
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.send();
    } else if (event.key === "Escape" && this.mode) this.cancel();
    else if (event.key === "ArrowUp" && !this.field.value) this.editLast(event);
  }

  editLast(event) {
    const own = this.app.store.said(this.channel).filter((each) => each.author === this.app.store.me && each.kind === "said");
    if (!own.length) return;
    event.preventDefault();
    this.edit(own.at(-1));
  }

  changed() {
    this.resize();
    this.offer();
    const now = Date.now();
    if (this.field.value && !this.field.value.startsWith("/") && now - (this.typedAt ?? 0) > TYPING_EVERY_MS) {
      this.typedAt = now;
      this.app.connection.ask("type", { channel: this.channel }).catch(() => {}); // Nobody misses it.
    }
  }

  /** Offer what could be meant: a command, a person, a channel. */
  offer() {
    const { value, selectionStart: caret } = this.field;
    const command = /^\/([-\w ]*)$/.exec(value);
    if (command && !this.mode) {
      this.offerCommands(command[1]);
      return;
    }
    const started = /(^|\s)([@#])([^\s@#]*)$/.exec(value.slice(0, caret));
    if (!started) {
      this.popup.hide();
      return;
    }
    const [, , sign, typed] = started;
    const place = (item) => item.label.toLowerCase().indexOf(typed.toLowerCase());
    const items = (sign === "@" ? this.people() : this.channels()).filter((item) => place(item) >= 0)
      .sort((one, two) => Math.min(place(one), 1) - Math.min(place(two), 1)); // What begins so comes first.
    this.popup.show(items.slice(0, 8), (item) => {
      this.field.setRangeText(`${sign}${item.label} `, caret - typed.length - 1, caret, "end");
      this.changed();
    });
  }

  offerCommands(typed) {
    const all = offeredCommands(this.app);
    const exact = all.find((each) => `${each.path} ` === typed);
    if (exact) {
      this.popup.hide();
      this.palette.begin(exact);
      return;
    }
    const items = all.filter((each) => each.path.startsWith(typed.trimStart()))
      .map((each) => ({ label: `/${each.path}`, detail: each.description, command: each }));
    this.popup.show(items.slice(0, 12), (item) => this.palette.begin(item.command));
  }

  people() {
    const { store } = this.app;
    const guild = store.guilds.find((each) => each.id === store.channel(this.channel)?.guild);
    const ids = guild?.members ?? [store.bot.id];
    return ids.map((id) => store.user(id)).sort((one, two) => Number(two.bot) - Number(one.bot))
      .map((user) => ({ label: user.name, detail: user.bot ? "bot" : "", look: avatar(user.id, user.name, user.bot) }));
  }

  channels() {
    return [...this.app.store.channels.values()].filter((each) => each.kind !== "dm").map((each) => ({ label: each.name }));
  }

  /** Names as mentions, except in code. */
  encoded(words) {
    const { store } = this.app;
    const people = [...store.users.values()].map((user) => [`@${user.name}`, `<@${user.id}>`]);
    const channels = [...store.channels.values()].filter((each) => each.kind !== "dm").map((each) => [`#${each.name}`, `<#${each.id}>`]);
    const known = [...people, ...channels].sort(([one], [two]) => two.length - one.length);
    return words.split(CODE).map((piece, index) => (index % 2 ? piece : mentioned(piece, known))).join("");
  }

  /** Mentions as names, to be changed. */
  decoded(content) {
    const { store } = this.app;
    return content
      .replace(/<@!?(\d+)>/g, (whole, id) => (store.users.has(id) ? `@${store.user(id).name}` : whole))
      .replace(/<#(\d+)>/g, (whole, id) => (store.channel(id) ? `#${store.channel(id).name}` : whole));
  }

  resize() {
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${this.field.scrollHeight}px`;
  }
}

function mentioned(piece, known) {
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
