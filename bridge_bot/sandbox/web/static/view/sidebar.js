// The list of channels, threads and direct messages, and which member one acts as.

import { avatar, el, icon, renderIfChanged, updateChildren } from "./dom.js";

export class Sidebar {
  constructor(app) {
    this.app = app;
    this.list = document.getElementById("channel-list");
    this.actingAs = document.getElementById("acting-as");
    this.node = document.getElementById("sidebar");
    this.actingAs.addEventListener("change", () => app.actAs(this.actingAs.value));
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
    renderIfChanged(document.getElementById("me"), store.user(store.me), () => [avatar(store.me, store.user(store.me).name, false)]);
  }

  /** Titles, channels and threads in the order of the list; archived threads only while open. */
  items() {
    const { store } = this.app;
    const items = [];
    for (const guild of store.guilds) {
      items.push({ key: `guild ${guild.id}`, title: guild.name });
      for (const channel of store.channels.values()) {
        if (channel.guild !== guild.id || channel.kind === "thread") continue;
        items.push({ key: channel.id, channel, iconName: channel.kind === "forum" ? "forum" : "hash" });
        for (const thread of store.threadsOf(channel.id)) {
          if (!thread.archived || thread.id === this.app.current) items.push({ key: thread.id, channel: thread, iconName: "thread" });
        }
      }
    }
    const bot = store.user(store.bot.id);
    items.push({ key: "direct", title: "Direct messages" });
    items.push({ key: store.dm?.id ?? "dm", channel: store.dm ?? { id: null, name: bot.name, kind: "dm" }, iconName: "dm" });
    return items;
  }

  make({ title, iconName }) {
    if (title) return el("li", { class: "title" }, el("h2", { text: title }));
    const button = el("button", { type: "button", class: "channel-link" }, icon(iconName), el("span", { class: "name" }), el("span", { class: "badge" }));
    return el("li", { class: iconName === "thread" ? "nested" : "" }, button);
  }

  update(node, { channel }) {
    if (!channel) return;
    const { app } = this;
    const { count, mentions } = channel.id === app.current ? { count: 0, mentions: 0 } : app.unread.of(channel.id);
    const button = node.firstElementChild;
    button.onclick = () => (this.drawer(false), channel.id ? app.open(channel.id) : app.openDm());
    button.classList.toggle("unread", count > 0);
    if (channel.id && channel.id === app.current) button.setAttribute("aria-current", "page");
    else button.removeAttribute("aria-current");
    renderIfChanged(button.querySelector(".name"), channel.name, () => [channel.name]);
    const badge = button.querySelector(".badge");
    renderIfChanged(badge, [count, mentions], () => (mentions ? [el("b", { text: String(mentions) })] : count ? [el("i")] : []));
    button.setAttribute("aria-label", `${channel.name}${channel.kind === "thread" ? ", thread" : ""}${count ? `, ${count} unread` : ""}`);
  }
}
