// Puts the page together: updates of the server go into the store, and the views show the store.

import { AppsMenu } from "../input/apps_menu.js";
import { chooseLocale } from "./commands.js";
import { Composer } from "../input/composer.js";
import { Connection } from "./connection.js";
import { Dialogs } from "../input/dialogs.js";
import { el, icon, renderIfChanged } from "../view/dom.js";
import { Interactions } from "./interactions.js";
import { MessageLog } from "../view/message_log.js";
import { PostList, tagNames } from "../view/posts.js";
import { Unread } from "./unread.js";
import { Sidebar } from "../view/sidebar.js";
import { Store } from "./store.js";
import { MessageToolbar } from "../input/message_toolbar.js";
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
    this.unread = new Unread(this.store);
    this.current = null;
    this.connection = new Connection({
      onUpdate: (update) => this.store.apply(update),
      onState: (state) => this.showState(state),
      // Per tab, so that two tabs can be two people.
      actAs: () => sessionStorage.getItem("acting as"),
    });
    this.dialogs = new Dialogs(this);
    this.interactions = new Interactions(this);
    this.log = new MessageLog(this);
    this.appsMenu = new AppsMenu(this, this.log);
    this.posts = new PostList(this);
    this.toolbar = new MessageToolbar(this, this.log);
    this.composer = new Composer(this);
    this.sidebar = new Sidebar(this);
    this.tour = new Tour(this);
    this.store.listen((update) => this.onStoreUpdate(update));
    byId("skip").addEventListener("click", () => this.skipToWriting());
    addEventListener("popstate", () => this.openFromAddress());
    addEventListener("focus", () => this.markRead());
    setInterval(() => this.showTyping(), 1000);
  }

  /** In a forum one writes by opening a post. */
  skipToWriting() {
    if (this.store.channel(this.current)?.kind === "forum") byId("channel-actions").querySelector("button").focus();
    else this.composer.focus();
  }

  // ---- requests ----

  /** Ask the server to do something; `files` may be a promise. Resolves with the server's answer, or
   * with null after showing why not. */
  async act(action, fields) {
    try {
      const files = await fields.files; // One of them may not be readable any more.
      return await this.connection.request(action, { ...fields, files });
    } catch (error) {
      this.toast(error.message);
      return null;
    }
  }

  /** Use a command, a control or a modal; `node` is busy until the bot reacts, and can't be used once
   * more before that: this resolves with null then. For the options see `Interactions.begin`. */
  async interact(node, action, fields, options = {}) {
    if (node?.ariaBusy) return null;
    node?.setAttribute("aria-busy", "true");
    const onFailed = options.onFailed ?? (() => this.toast("The application did not respond"));
    const answer = await this.interactions.begin(action, fields, { ...options, onFailed });
    node?.removeAttribute("aria-busy");
    return answer;
  }

  /** Take a message away that the member alone sees, on this page. */
  dismiss(message) {
    this.store.apply({ type: "message_deleted", id: message.id, channel: message.channel, dismissed: true });
    this.composer.focus();
  }

  async actAs(member) {
    sessionStorage.setItem("acting as", member);
    await this.act("act_as", { member });
  }

  /** Let the member use Discord in another language. */
  async useLocale(locale) {
    await this.act("set_locale", { locale });
    await this.act("act_as", { member: this.store.me });
  }

  async openDm() {
    const done = await this.act("open_dm", {});
    if (!done) return;
    if (!this.store.channel(done.channel)) {
      const name = this.store.user(this.store.bot.id).name;
      this.store.apply({ type: "channel", channel: { id: done.channel, kind: "dm", name, topic: "", guild: null, parent: null, people: [this.store.me, this.store.bot.id] }, messages: [] });
    }
    this.open(done.channel);
  }

  // ---- the open channel ----

  open(id) {
    if (!this.store.channel(id)) return;
    if (id !== this.current) history.pushState(null, "", `#${id}`);
    this.openFromAddress();
  }

  /** Open what the address says, or else the first channel. */
  openFromAddress() {
    const wanted = location.hash.slice(1);
    const found = this.store.channel(wanted) ?? this.store.channel(this.current) ?? [...this.store.channels.values()].find((each) => each.guild);
    if (!found) return;
    if (found.id !== wanted) history.replaceState(null, "", `#${found.id}`);
    if (found.id === this.current) return;
    this.current = found.id;
    this.log.open(found.id);
    this.composer.open(found.id);
    this.markRead();
    this.render();
    if (!this.sidebar.narrow.matches) this.composer.focus();
  }

  /** Note that the open channel was read, if the page has the focus and shows its end. */
  markRead() {
    if (this.current && document.hasFocus() && this.log.atEnd && this.unread.markRead(this.current)) this.sidebar.render();
  }

  // ---- what is shown ----

  /** Called after each update of the store; renders the parts of the page that it may change. */
  onStoreUpdate(update) {
    if (update.type === "snapshot") {
      sessionStorage.setItem("acting as", this.store.me);
      chooseLocale(this.store.user(this.store.me).locale);
      this.unread.load();
      this.log.begin(this.store.me);
      this.tour.begin();
      byId("loading").hidden = true;
    }
    if (update.type === "snapshot" || update.type === "channel_deleted") {
      if (!this.store.channel(this.current)) this.current = null;
      this.openFromAddress();
      this.composer.open(this.current);
    }
    const here = [update.channel?.id, update.channel, update.message?.channel, update.id].includes(this.current);
    const card = update.message && this.store.channel(update.message.channel)?.parent === this.current;
    const thread = update.type === "channel" && update.channel.parent === this.current;
    if (update.type === "snapshot" || here || card || thread) this.log.render();
    this.markRead();
    this.render();
  }

  render() {
    this.sidebar.render();
    this.posts.render();
    this.showHead();
    this.showTyping();
    this.composer.refresh();
    const { online } = this.store.bot;
    byId("offline").hidden = online || !this.store.ready;
  }

  showHead() {
    const channel = this.store.channel(this.current);
    const parent = this.store.channel(channel?.parent);
    const unread = [...this.store.channels.keys()].some((id) => id !== this.current && this.unread.of(id).mentions);
    document.title = `${unread ? "● " : ""}${channel?.name ?? ""} · bridge-bot sandbox`;
    renderIfChanged(byId("channel-title"), [channel, parent], () => [
      parent && el("button", { type: "button", class: "crumb", "data-key": "crumb", onclick: () => this.open(parent.id) }, icon(parent.kind === "forum" ? "forum" : "hash"), parent.name),
      parent && el("span", { class: "slash", "aria-hidden": "true", text: "›" }),
      el("h1", {}, icon({ thread: channel?.private ? "lock" : "thread", dm: "dm", group: "dm", forum: "forum" }[channel?.kind] ?? "hash"), el("span", { dir: "auto", text: channel?.name ?? "" })),
      ...(channel?.kind === "thread" ? tagNames(channel, parent) : []).map((name) => el("span", { class: "tag", text: name })),
      channel?.private && el("span", { class: "tag", text: "private" }),
      channel?.archived && el("span", { class: "tag", text: "archived" }),
      channel?.topic && el("p", { class: "topic", dir: "auto", text: channel.topic }),
    ].filter(Boolean));
    renderIfChanged(byId("channel-actions"), [channel?.id, channel?.kind, channel?.archived, channel?.taggable, parent?.tags, this.store.hasApp], () => this.channelActions(channel, parent));
  }

  channelActions(channel, parent) {
    const button = (key, text, onclick) => el("button", { type: "button", class: "quiet", text, onclick, "data-key": key });
    if (channel && (channel.kind === "dm" || !this.store.hasBot(channel))) {
      const added = !this.store.hasApp;
      return [button("app", added ? "Add app" : "Remove app", () => this.act("set_app", { added }))];
    }
    if (channel?.kind === "forum") return [button("new", "New post", () => this.dialogs.post(channel.id))];
    if (channel?.kind === "text") return [button("new", "New thread", () => this.dialogs.thread({ channel: channel.id }))];
    if (channel?.kind !== "thread") return [];
    const archived = !channel.archived;
    const tags = parent?.tags?.length && channel.taggable ? [button("tags", "Tags", () => this.dialogs.tags(channel.id))] : [];
    return [...tags, button("archive", archived ? "Archive" : "Bring back", () => this.act("archive", { channel: channel.id, archived }))];
  }

  showTyping() {
    const names = (this.current ? this.store.typingIn(this.current) : []).map((name) => `\u2068${name}\u2069`);
    renderIfChanged(byId("typing"), names, () => (names.length
      ? [el("span", { class: "dots", "aria-hidden": "true" }), names.length > 2 ? "Several people are typing" : `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} typing`]
      : []));
  }

  showState(state) {
    byId("connection-state").hidden = state === "online";
    byId("connection-state").textContent = STATES[state] ?? "";
    byId("loading").hidden = true;
  }

  /** Tell what went wrong: in the dialog that is open, since all behind it is out of reach. */
  toast(text) {
    const refusal = document.querySelector("dialog[open] .refusal");
    if (refusal) {
      refusal.textContent = text;
      refusal.hidden = false;
      return;
    }
    const made = el("li", {}, el("span", { dir: "auto", text }), el("button", { type: "button", class: "quiet", text: "Dismiss", onclick: () => made.remove() }));
    byId("toasts").append(made);
    setTimeout(() => made.remove(), TOAST_MS);
  }
}

new App().connection.connect();
