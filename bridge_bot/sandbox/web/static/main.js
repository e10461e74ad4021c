// Puts the page together: what comes from the server goes into the store, and from there on show.

import { Composer } from "./composer.js";
import { Connection } from "./connection.js";
import { Dialogs } from "./dialogs.js";
import { el, icon, part } from "./dom.js";
import { Interactions } from "./interactions.js";
import { Log } from "./log.js";
import { Reading } from "./reading.js";
import { Sidebar } from "./sidebar.js";
import { Store } from "./store.js";
import { Toolbar } from "./toolbar.js";
import { Tour } from "./tour.js";

const TOAST_MS = 7000;
const STATES = {
  lost: "Not connected. Trying again…",
  forbidden: "This page may not connect: open the address that the sandbox printed when it started.",
  nobody: "There is nobody to act as here.",
};
const byId = (id) => document.getElementById(id);

class App {
  constructor() {
    this.store = new Store();
    this.reading = new Reading(this.store);
    this.current = null;
    this.connection = new Connection({
      onNews: (news) => this.store.apply(news),
      onState: (state) => this.showState(state),
      // Per tab, so that two tabs can be two people.
      actAs: () => sessionStorage.getItem("acting as"),
    });
    this.dialogs = new Dialogs(this);
    this.interactions = new Interactions(this);
    this.log = new Log(this);
    this.toolbar = new Toolbar(this, this.log);
    this.composer = new Composer(this);
    this.sidebar = new Sidebar(this);
    this.tour = new Tour(this);
    this.store.listen((news) => this.changed(news));
    byId("skip").addEventListener("click", () => this.composer.focus());
    addEventListener("popstate", () => this.openWanted());
    addEventListener("focus", () => this.seen());
    setInterval(() => this.showTyping(), 1000);
  }

  start() {
    this.connection.connect();
  }

  // ---- to do something ----

  /** Have the server do something: its answer, or null after telling why not. */
  async act(what, fields) {
    try {
      return await this.connection.ask(what, fields);
    } catch (error) {
      this.toast(error.message);
      return null;
    }
  }

  /** Use a command, a control or a form; `node` is busy until the bot reacts. */
  async interact(node, what, fields) {
    node?.setAttribute("aria-busy", "true");
    const answer = await this.interactions.begin(what, fields);
    node?.removeAttribute("aria-busy");
    return answer;
  }

  async actAs(member) {
    sessionStorage.setItem("acting as", member);
    await this.act("act_as", { member });
  }

  async openDm() {
    const done = await this.act("open_dm", {});
    if (!done) return;
    if (!this.store.channel(done.channel)) {
      const name = this.store.user(this.store.bot.id).name;
      this.store.apply({ type: "channel", channel: { id: done.channel, kind: "dm", name, topic: "", guild: null, parent: null }, messages: [] });
    }
    this.open(done.channel);
  }

  // ---- where we are ----

  open(id) {
    if (!this.store.channel(id)) return;
    if (id !== this.current) history.pushState(null, "", `#${id}`);
    this.openWanted();
  }

  /** Open what the address says, or else the first channel. */
  openWanted() {
    const wanted = location.hash.slice(1);
    const found = this.store.channel(wanted) ?? this.store.channel(this.current) ?? [...this.store.channels.values()].find((each) => each.kind !== "dm");
    if (!found) return;
    if (found.id !== wanted) history.replaceState(null, "", `#${found.id}`);
    if (found.id === this.current) return;
    this.current = found.id;
    this.log.open(found.id);
    this.composer.open(found.id);
    this.seen();
    this.render();
    if (!this.sidebar.narrow.matches) this.composer.focus();
  }

  reveal(id) {
    this.log.reveal(id);
  }

  sent() {
    this.log.toEnd();
  }

  /** The open channel is being read, if its end is in sight of somebody. */
  seen() {
    if (this.current && document.hasFocus() && this.log.atEnd && this.reading.read(this.current)) this.sidebar.render();
  }

  // ---- what happens ----

  changed(news) {
    if (news.type === "snapshot") {
      sessionStorage.setItem("acting as", this.store.me);
      this.reading.begin();
      this.tour.begin();
      byId("loading").hidden = true;
    }
    if (news.type === "snapshot" || news.type === "channel_gone") {
      if (!this.store.channel(this.current)) this.current = null;
      this.openWanted();
    }
    const here = [news.channel?.id, news.channel, news.message?.channel, news.id].includes(this.current);
    const card = news.message && this.store.channel(news.message.channel)?.parent === this.current;
    const thread = news.type === "channel" && news.channel.parent === this.current;
    if (news.type === "snapshot" || here || card || thread) this.log.render();
    this.seen();
    this.render();
  }

  render() {
    this.sidebar.render();
    this.showHead();
    this.showTyping();
    this.composer.palette.open || this.composer.show();
    const { online } = this.store.bot;
    byId("offline").hidden = online || !this.store.ready;
  }

  showHead() {
    const channel = this.store.channel(this.current);
    const parent = this.store.channel(channel?.parent);
    const unread = [...this.store.channels.keys()].some((id) => id !== this.current && this.reading.unread(id).calls);
    document.title = `${unread ? "● " : ""}${channel?.name ?? ""} · bridge-bot sandbox`;
    part(byId("where"), [channel, parent], () => [
      parent && el("button", { type: "button", class: "crumb", "data-key": "crumb", onclick: () => this.open(parent.id) }, icon("hash"), parent.name),
      parent && el("span", { class: "slash", "aria-hidden": "true", text: "›" }),
      el("h1", {}, icon({ thread: "thread", dm: "dm", forum: "forum" }[channel?.kind] ?? "hash"), el("span", { text: channel?.name ?? "" })),
      channel?.archived && el("span", { class: "tag", text: "archived" }),
      channel?.topic && el("p", { class: "topic", text: channel.topic }),
    ].filter(Boolean));
    part(byId("doings"), [channel?.id, channel?.kind, channel?.archived], () => this.doings(channel));
  }

  doings(channel) {
    const button = (text, onclick) => el("button", { type: "button", class: "quiet", text, onclick });
    if (channel?.kind === "forum") return [button("New post", () => this.dialogs.post(channel.id))];
    if (channel?.kind !== "thread") return [];
    const archived = !channel.archived;
    return [button(archived ? "Archive" : "Bring back", () => this.act("archive", { channel: channel.id, archived }))];
  }

  showTyping() {
    const names = this.current ? this.store.typingIn(this.current) : [];
    part(byId("typing"), names, () => (names.length
      ? [el("span", { class: "dots", "aria-hidden": "true" }), names.length > 2 ? "Several people are typing" : `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} typing`]
      : []));
  }

  showState(state) {
    byId("state").hidden = state === "online";
    byId("state").textContent = STATES[state] ?? "";
    byId("loading").hidden = true;
  }

  toast(words) {
    const made = el("li", {}, el("span", { text: words }), el("button", { type: "button", class: "quiet", text: "Dismiss", onclick: () => made.remove() }));
    byId("toasts").append(made);
    setTimeout(() => made.remove(), TOAST_MS);
  }
}

new App().start();
