// The buttons of what can be done with a message, at the message that is pointed at or focused.

import { el, iconButton } from "../view/dom.js";

const EMOJI = ["👍", "👎", "❤️", "🎉", "😄", "🤔", "👀", "✅"];

export class MessageToolbar {
  constructor(app, log) {
    this.app = app;
    this.node = el("div", { class: "toolbar", role: "toolbar", "aria-label": "Message" });
    log.host.addEventListener("focusin", (event) => this.attachTo(event.target.closest?.(".message")));
    // The pointer does not take it away from who uses it by keyboard.
    log.host.addEventListener("pointerover", (event) => this.node.querySelector(":focus-visible") || this.attachTo(event.target.closest?.(".message")));
    log.host.addEventListener("pointerleave", () => !this.node.contains(document.activeElement) && this.node.remove());
    log.host.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Move to a message. */
  attachTo(node) {
    if (!node || node === this.node.parentElement) return;
    const message = this.app.store.message(this.app.current, node.dataset.id);
    if (!message || message.kind === "starter" || message.private) {
      this.node.remove();
      return;
    }
    this.node.replaceChildren(...this.buttons(message));
    node.append(this.node);
  }

  buttons(message) {
    const { app } = this;
    const { store } = app;
    const mine = message.author === store.me && message.kind === "said";
    const here = { channel: message.channel, message: message.id };
    const threads = store.channel(message.channel)?.kind === "text" && !message.thread;
    return [
      iconButton("smile", "React", () => this.showEmoji(message)),
      iconButton("reply", "Reply", () => app.composer.reply(message)),
      app.appsMenu.has(message) && iconButton("apps", "Apps", (event) => app.appsMenu.open(message, event.currentTarget), { "aria-haspopup": "menu" }),
      threads && iconButton("thread", "Open a thread", () => app.dialogs.thread(here)),
      message.kind === "said" && iconButton("forward", "Forward", () => app.dialogs.forward(here)),
      mine && message.forwarded === null && iconButton("pen", "Edit", () => app.composer.edit(message)),
      mine && iconButton("bin", "Delete", () => this.delete(here)),
    ].filter(Boolean);
  }

  async delete(message) {
    await this.app.act("delete_message", message);
    if (document.activeElement === document.body) this.app.composer.focus(); // It was in the message.
  }

  showEmoji(message) {
    const react = (emoji) => {
      this.app.act("react", { channel: message.channel, message: message.id, emoji, add: true });
      this.node.remove();
      this.app.composer.focus();
    };
    this.node.replaceChildren(...EMOJI.map((emoji) =>
      el("button", { type: "button", class: "icon-button", "aria-label": `React with ${emoji}`, text: emoji, onclick: () => react(emoji) })));
    this.node.firstElementChild.focus();
  }

  /** Keys at a focused message: e edits, r replies, Delete deletes; Escape goes back to writing. */
  onKey(event) {
    const node = event.target;
    if (event.key === "Escape") {
      this.node.remove();
      this.app.composer.focus();
    }
    if (!node.matches?.(".message") || event.ctrlKey || event.metaKey || event.altKey) return;
    const name = { e: "Edit", r: "Reply", Delete: "Delete" }[event.key];
    this.attachTo(node); // It may be at the message that is pointed at.
    const button = name && node.querySelector(`:scope > .toolbar [aria-label="${name}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }
}
