// The menu of the bot's commands on a message and on a member, at a right click or the button "Apps".

import { ON_MESSAGE, ON_USER, local, locale, offeredCommands } from "../app/commands.js";
import { el, icon } from "../view/dom.js";

export class AppsMenu {
  constructor(app, log) {
    this.app = app;
    this.node = el("div", { class: "menu popup", role: "menu", "aria-label": "Apps", tabindex: "-1" });
    this.node.addEventListener("keydown", (event) => this.onKey(event));
    this.node.addEventListener("focusout", (event) => this.node.contains(event.relatedTarget) || this.close());
    log.host.addEventListener("contextmenu", (event) => this.onContextMenu(event));
  }

  /** Whether there are commands for a message or its author. */
  has(message) {
    return this.itemsOf(message).length > 0;
  }

  /** Open the menu of a message at an element; with `onlyUser` that of its author alone. */
  open(message, opener, { x, y, onlyUser = false } = {}) {
    this.close();
    this.message = opener.closest(".message");
    const items = this.itemsOf(message, onlyUser).map((item) =>
      el("button", { type: "button", role: "menuitem", tabindex: "-1", onclick: () => this.use(item) }, icon("apps"), el("span", { dir: "auto", lang: "", text: item.label })));
    this.node.replaceChildren(el("p", { class: "subtext", role: "presentation", text: "Apps" }), ...items);
    // In a dialog or behind one it would be out of reach; messages are in neither.
    document.body.append(this.node);
    const at = opener.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.node;
    this.node.style.left = `${Math.max(8, Math.min(x ?? at.right - width, innerWidth - width - 8))}px`;
    this.node.style.top = `${Math.max(8, Math.min(y ?? at.bottom + 4, innerHeight - height - 8))}px`;
    items[0]?.focus();
  }

  close() {
    if (this.closing) return;
    this.closing = true; // Removing what has the focus takes the focus from it, which closes, too.
    this.node.remove();
    this.closing = false;
  }

  /** Give the focus back to the message: the button that opened the menu may be gone. */
  returnFocus() {
    (this.message?.isConnected ? this.message : this.app.composer).focus();
  }

  itemsOf(message, onlyUser = false) {
    const { store } = this.app;
    const channel = store.channel(message.channel);
    if (message.private || message.kind !== "said") return [];
    const of = (type, target, suffix) => offeredCommands(store, channel, type).map((command) => ({
      label: `${local(command, "name")}${suffix}`, fields: { channel: message.channel, name: command.name, ...target },
    }));
    const onUser = of(ON_USER, { user: message.author }, ` · ${message.name}`);
    return onlyUser ? onUser : [...of(ON_MESSAGE, { message: message.id }, ""), ...onUser];
  }

  use({ fields }) {
    this.close();
    this.returnFocus();
    this.app.interact(null, "use_on", { ...fields, locale: locale() }, { opener: this.message });
  }

  onContextMenu(event) {
    const node = event.target.closest(".message");
    const message = node && this.app.store.message(this.app.current, node.dataset.id);
    if (!message || event.target.closest("a, input, textarea")) return;
    const onlyUser = Boolean(event.target.closest(".avatar, .head strong"));
    if (!this.itemsOf(message, onlyUser).length) return;
    event.preventDefault();
    // From the keyboard there is no place of the pointer.
    const place = event.clientX || event.clientY ? { x: event.clientX, y: event.clientY } : {};
    this.open(message, node, { ...place, onlyUser });
  }

  onKey(event) {
    const items = [...this.node.querySelectorAll("[role=menuitem]")];
    const at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (to !== undefined) items.at((to + items.length) % items.length)?.focus();
    else if (event.key === "Escape" || event.key === "Tab") {
      this.close();
      this.returnFocus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
