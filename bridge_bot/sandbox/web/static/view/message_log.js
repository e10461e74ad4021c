// The list of messages of the open channel. It stays where it is while somebody reads further up.

import { el, updateChildren } from "./dom.js";
import { makeMessage, updateMessage } from "./message.js";
import { compareIds } from "../app/store.js";

const GROUP_MS = 5 * 60 * 1000;
const AT_END_PX = 48;
const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "full" });

export class MessageLog {
  constructor(app) {
    this.app = app;
    this.scroller = document.getElementById("scroller");
    this.host = document.getElementById("log");
    this.jump = document.getElementById("jump");
    this.atEnd = true;
    this.firstUnread = null;
    this.scroller.addEventListener("scroll", () => this.scrolled());
    this.jump.addEventListener("click", () => this.toEnd());
    this.host.addEventListener("keydown", (event) => this.onKey(event));
    // A picture that loads, or a window that turns, moves the end as much as a new message does.
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.host);
    new ResizeObserver(() => this.atEnd && this.toEnd()).observe(this.scroller);
  }

  /** Show another channel. */
  open(channel) {
    this.channel = channel;
    this.isComplete = false;
    this.firstUnread = this.app.unread.firstUnread(channel);
    this.host.replaceChildren();
    this.toEnd();
    this.render();
  }

  /** Go on from a snapshot, which holds the newest messages alone, and may be another member's. */
  begin(me) {
    this.isComplete = false;
    if (me === this.me) return;
    this.me = me;
    this.firstUnread = this.app.unread.firstUnread(this.channel);
  }

  /** Show what is there now. Who reads further up stays where they are. */
  render() {
    const before = this.last?.dataset.id ?? "";
    // Measured now: the event of a scrolling that has just begun comes only with the next frame.
    this.atEnd &&= this.isAtEnd();
    const app = this.app;
    updateChildren(this.host, this.items(), (item) => item.key,
      (item) => (item.message ? makeMessage(item.message) : divider(item)),
      (node, item) => item.message && updateMessage(node, item, app));
    // One stop for the Tab key in the whole list; arrows go on from there.
    for (const old of this.host.querySelectorAll('.message[tabindex="0"]')) old.tabIndex = -1;
    const { last } = this;
    if (last) last.tabIndex = 0;
    this.atEnd ||= this.isAtEnd(); // What was below may have been deleted.
    if (this.atEnd) this.toEnd();
    else if (last && compareIds(last.dataset.id, before) > 0) this.jump.hidden = false;
    document.getElementById("empty").hidden = this.host.childElementCount > 0 || app.store.channel(this.channel)?.kind === "forum";
  }

  get last() {
    return [...this.host.querySelectorAll(".message")].at(-1);
  }

  /** What the list consists of: messages, and dividers of days and of what is new. */
  items() {
    const items = [];
    let last = null;
    for (const message of this.app.store.messagesIn(this.channel)) {
      const day = DAY.format(message.at);
      const newDay = !last || DAY.format(last.at) !== day;
      if (newDay) items.push({ key: `day ${day}`, text: day, class: "divider" });
      const isNew = message.id === this.firstUnread;
      if (isNew) items.push({ key: "new", text: "New", class: "divider new" });
      items.push({ key: message.id, message, compact: !newDay && !isNew && continuesGroup(last, message) });
      last = message;
    }
    return items;
  }

  toEnd() {
    this.atEnd = true;
    this.scroller.scrollTop = this.scroller.scrollHeight;
    this.jump.hidden = true;
  }

  scrolled() {
    this.atEnd = this.isAtEnd();
    if (this.atEnd) {
      this.jump.hidden = true;
      this.app.markRead();
    }
    if (this.scroller.scrollTop < 200) this.loadOlder();
  }

  isAtEnd() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    return scrollHeight - scrollTop - clientHeight < AT_END_PX;
  }

  /** Ask for the messages before the first one, where the reader comes near it. */
  async loadOlder() {
    const [first] = this.app.store.messagesIn(this.channel);
    if (this.loading || this.isComplete || !first || this.app.store.messagesIn(this.channel).length < 50) return;
    this.loading = true;
    const { channel } = this;
    const answer = await this.app.act("older", { channel, before: first.id });
    this.loading = false;
    // Other messages are held if a snapshot came meanwhile.
    if (!answer || channel !== this.channel || this.app.store.messagesIn(channel)[0]?.id !== first.id) return;
    this.isComplete = answer.messages.length === 0;
    const { scrollHeight, scrollTop } = this.scroller;
    this.app.store.addOlder(channel, answer.messages);
    this.scroller.scrollTop = scrollTop + this.scroller.scrollHeight - scrollHeight;
  }

  /** Bring a message into sight. */
  reveal(id) {
    const node = this.host.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (!node) return;
    node.scrollIntoView({ block: "center" });
    node.focus();
  }

  /** Arrow keys go from message to message, once one of them has the focus. */
  onKey(event) {
    const message = event.target.closest?.(".message");
    if (event.target !== message) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const all = [...this.host.querySelectorAll(".message")];
    all[all.indexOf(message) + step]?.focus();
  }
}

function divider({ text, class: name }) {
  return el("div", { class: name, role: "separator", "aria-label": text }, el("span", { text }));
}

/** Whether a message is shown without its author, since it follows one of theirs closely. */
function continuesGroup(last, message) {
  return last.author === message.author && message.at - last.at < GROUP_MS && last.kind === "said" && message.kind === "said"
    && !message.reply && !message.used && !message.private && !last.private && last.name === message.name;
}
