// The list of channels, threads and direct messages, and which member one acts as.

import { LOCALES, locale } from "../app/commands.js";
import { avatar, el, icon, renderIfChanged, updateChildren } from "./dom.js";

const NAMES = new Intl.DisplayNames(["en"], { type: "language" });

export class Sidebar {
  constructor(app) {
    this.app = app;
    this.openArchives = new Set();
    this.list = document.getElementById("channel-list");
    this.actingAs = document.getElementById("acting-as");
    this.node = document.getElementById("sidebar");
    this.actingAs.addEventListener("change", () => app.actAs(this.actingAs.value));
    this.locale = document.getElementById("locale");
    this.locale.addEventListener("change", () => app.useLocale(this.locale.value));
    document.getElementById("add-member").addEventListener("click", () => app.dialogs.member(app.store.guilds[0]?.id));
    document.getElementById("menu").addEventListener("click", () => this.drawer(true));
    document.getElementById("scrim").addEventListener("click", () => this.drawer(false));
    this.node.addEventListener("keydown", (event) => this.onKey(event));
    this.narrow = matchMedia("(max-width: 47.99rem)");
    this.narrow.addEventListener("change", () => this.drawer(false));
    this.drawer(false);
  }

  /** On a narrow screen it is a drawer: what is shut away can't be reached by keyboard either. */
  drawer(open) {
    const shown = open && this.narrow.matches;
    document.body.classList.toggle("drawer-open", shown);
    this.node.inert = this.narrow.matches && !open;
    document.querySelector("main").inert = shown;
    document.getElementById("menu").setAttribute("aria-expanded", String(shown));
    if (shown) this.node.querySelector("[aria-current], .channel-link")?.focus();
  }

  onKey(event) {
    if (event.key === "Escape" && this.narrow.matches) {
      this.drawer(false);
      document.getElementById("menu").focus();
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches(".channel-link")) return;
    event.preventDefault();
    const all = [...this.node.querySelectorAll(".channel-link")];
    all[(all.indexOf(event.target) + step + all.length) % all.length].focus();
  }

  render() {
    const { store } = this.app;
    updateChildren(this.list, this.items(), (item) => item.key, (item) => this.make(item), (node, item) => this.update(node, item));
    renderIfChanged(this.actingAs, [store.people, store.me], () =>
      store.people.map((user) => el("option", { value: user.id, text: user.name, selected: user.id === store.me })));
    renderIfChanged(this.locale, [store.me, locale()], () =>
      LOCALES.map((each) => el("option", { value: each, text: each, title: NAMES.of(each), selected: each === locale() })));
    renderIfChanged(document.getElementById("me"), store.user(store.me), () => [avatar(store.me, store.user(store.me).name, false)]);
  }

  /** Titles, channels and threads in the order of the list. */
  items() {
    const { store } = this.app;
    const items = [];
    for (const guild of store.guilds) {
      items.push({ key: `guild ${guild.id}`, title: guild.name });
      for (const channel of store.channels.values()) {
        if (channel.guild !== guild.id || channel.kind === "thread") continue;
        items.push({ key: channel.id, channel, iconName: channel.kind === "forum" ? "forum" : "hash" });
        items.push(...this.threads(channel));
      }
    }
    const bot = store.user(store.bot.id);
    items.push({ key: "direct", title: "Direct messages" });
    items.push({ key: store.dm?.id ?? "dm", channel: store.dm ?? { id: null, name: bot.name, kind: "dm" }, iconName: "dm" });
    const groups = [...store.channels.values()].filter((each) => each.kind === "group");
    items.push(...groups.map((channel) => ({ key: channel.id, channel, iconName: "dm" })));
    return items;
  }

  /** The threads of a channel. Archived ones are behind a button; a forum lists its own. */
  threads(channel) {
    const { store, current } = this.app;
    const all = store.threadsOf(channel.id).map((thread) => ({ key: thread.id, channel: thread, iconName: thread.private ? "lock" : "thread" }));
    const archived = all.filter((item) => item.channel.archived);
    const open = this.openArchives.has(channel.id);
    const toggle = { key: `archived ${channel.id}`, archivedOf: channel, count: archived.length, open };
    return [
      ...all.filter((item) => !item.channel.archived),
      ...(archived.length && channel.kind !== "forum" ? [toggle] : []),
      ...archived.filter((item) => open || item.channel.id === current),
    ];
  }

  toggleArchive(channel) {
    if (!this.openArchives.delete(channel)) this.openArchives.add(channel);
    this.render();
  }

  make({ title, iconName, archivedOf }) {
    if (title) return el("li", { class: "title" }, el("h2", { text: title }));
    if (archivedOf) {
      return el("li", { class: "nested" }, el("button", { type: "button", class: "channel-link archived", onclick: () => this.toggleArchive(archivedOf.id) },
        icon("box"), el("span", { class: "name" })));
    }
    const button = el("button", { type: "button", class: "channel-link" }, icon(iconName), el("span", { class: "name", dir: "auto" }), el("span", { class: "badge" }));
    return el("li", { class: ["thread", "lock"].includes(iconName) ? "nested" : "" }, button);
  }

  update(node, { channel, archivedOf, count: threads, open }) {
    if (archivedOf) {
      const text = `${threads} archived`;
      node.firstElementChild.setAttribute("aria-expanded", String(open));
      node.firstElementChild.setAttribute("aria-label", `${text} in ${archivedOf.name}`);
      renderIfChanged(node.querySelector(".name"), text, () => [text]);
    }
    if (!channel) return;
    const { app } = this;
    const { count, mentions } = channel.id === app.current ? { count: 0, mentions: 0 } : app.unread.of(channel.id);
    const button = node.firstElementChild;
    button.onclick = () => (this.drawer(false), channel.id ? app.open(channel.id) : app.openDm());
    button.classList.toggle("unread", count > 0);
    button.classList.toggle("archived", Boolean(channel.archived));
    if (channel.id && channel.id === app.current) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
    renderIfChanged(button.querySelector(".name"), channel.name, () => [channel.name]);
    const badge = button.querySelector(".badge");
    renderIfChanged(badge, [count, mentions], () => (mentions ? [el("b", { text: String(mentions) })] : count ? [el("i")] : []));
    const kind = { forum: ", forum", thread: channel.private ? ", private thread" : ", thread" }[channel.kind] ?? "";
    button.setAttribute("aria-label", `${channel.name}${kind}${channel.archived ? ", archived" : ""}${count ? `, ${count} unread` : ""}`);
  }
}
