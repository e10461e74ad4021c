// What has been read, per member and channel; kept in the browser.

import { compareIds } from "./store.js";

export class Reading {
  constructor(store) {
    this.store = store;
    this.marks = {};
    this.member = null;
  }

  /** Begin with a snapshot: who has never been here has read what was there before. */
  begin() {
    if (this.member === this.store.me) return;
    this.member = this.store.me;
    const kept = localStorage.getItem(this.name);
    this.marks = kept ? JSON.parse(kept) : {};
    if (!kept) for (const id of this.store.channels.keys()) this.marks[id] = this.newest(id);
    this.keep();
  }

  /** The channel has been read to its end. */
  read(channel) {
    const newest = this.newest(channel);
    if (this.marks[channel] === newest) return false;
    this.marks[channel] = newest;
    this.keep();
    return true;
  }

  /** What is new in a channel: how many messages, and how many of them call the reader. */
  unread(channel) {
    const mark = this.marks[channel] ?? "0";
    const direct = this.store.channel(channel)?.kind === "dm";
    const fresh = this.store.said(channel).filter((each) =>
      each.author !== this.store.me && each.kind !== "starter" && compareIds(each.id, mark) > 0);
    return { count: fresh.length, calls: fresh.filter((each) => each.pings || direct).length };
  }

  /** The first message that was new when the channel was opened. */
  firstUnread(channel) {
    const mark = this.marks[channel];
    if (!mark || mark === "0") return null;
    return this.store.said(channel).find((each) => each.author !== this.store.me && compareIds(each.id, mark) > 0)?.id ?? null;
  }

  newest(channel) {
    return this.store.said(channel).at(-1)?.id ?? "0";
  }

  get name() {
    return `read ${this.member}`;
  }

  keep() {
    localStorage.setItem(this.name, JSON.stringify(this.marks));
  }
}
