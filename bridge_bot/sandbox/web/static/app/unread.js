// Up to which message each channel was read, by each member; saved in the browser.

import { compareIds } from "./store.js";

export class Unread {
  constructor(store) {
    this.store = store;
    this.lastRead = {};
    this.member = null;
  }

  /** Load what the member has read. For one who was never here, all counts as read. */
  load() {
    if (this.member === this.store.me) return;
    this.member = this.store.me;
    const saved = localStorage.getItem(this.storageKey);
    this.lastRead = saved ? JSON.parse(saved) : {};
    if (!saved) for (const id of this.store.channels.keys()) this.lastRead[id] = this.newest(id);
    this.save();
  }

  /** Note that a channel was read to its end. Returns whether it was not before. */
  markRead(channel) {
    const newest = this.newest(channel);
    if (this.lastRead[channel] === newest) return false;
    this.lastRead[channel] = newest;
    this.save();
    return true;
  }

  /** How many messages of a channel are unread, and how many of those mention the member. */
  of(channel) {
    const lastReadId = this.lastRead[channel] ?? "0";
    const direct = ["dm", "group"].includes(this.store.channel(channel)?.kind);
    const fresh = this.store.messagesIn(channel).filter((each) =>
      each.author !== this.store.me && each.kind !== "starter" && compareIds(each.id, lastReadId) > 0);
    return { count: fresh.length, mentions: fresh.filter((each) => each.pings || direct).length };
  }

  /** The id of the first unread message of a channel, or null. */
  firstUnread(channel) {
    const lastReadId = this.lastRead[channel];
    if (!lastReadId || lastReadId === "0") return null;
    return this.store.messagesIn(channel).find((each) => each.author !== this.store.me && compareIds(each.id, lastReadId) > 0)?.id ?? null;
  }

  newest(channel) {
    return this.store.messagesIn(channel).at(-1)?.id ?? "0";
  }

  get storageKey() {
    return `read ${this.member}`;
  }

  save() {
    localStorage.setItem(this.storageKey, JSON.stringify(this.lastRead));
  }
}
