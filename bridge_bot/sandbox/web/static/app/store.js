// What the page knows of Discord: users, channels and messages, as one member sees them. Listeners
// are called after every update.

const TYPING_MS = 10_000;

/** Compare two ids, which are numbers in texts: JavaScript's numbers are too short for them. */
export const compareIds = (one, two) => one.length - two.length || (one < two ? -1 : one > two ? 1 : 0);

export class Store {
  constructor() {
    this.listeners = [];
    this.ready = false;
    this.users = new Map();
    this.guilds = [];
    this.channels = new Map();
    this.messages = new Map();
    this.commands = [];
    this.dismissed = new Set();
    this.typing = new Map();
    this.bot = { id: "", online: false };
    this.me = "";
    this.hasApp = false;
  }

  /** Call `listener` with every update of the server, after it has been applied. */
  listen(listener) {
    this.listeners.push(listener);
  }

  apply(update) {
    this[`on_${update.type}`]?.(update);
    for (const listener of this.listeners) listener(update);
  }

  // ---- to look up ----

  user(id) {
    return this.users.get(id) ?? { id, name: "somebody", bot: false };
  }

  channel(id) {
    return this.channels.get(id);
  }

  message(channel, id) {
    return this.messages.get(channel)?.get(id);
  }

  /** Whether the bot is a member of a channel's server, or one of its direct messages. */
  hasBot(channel) {
    const guild = this.guilds.find((each) => each.id === channel?.guild);
    return guild ? guild.members.includes(this.bot.id) : channel?.kind === "dm";
  }

  /** The messages of a channel, the oldest first. */
  messagesIn(channel) {
    return [...(this.messages.get(channel)?.values() ?? [])];
  }

  threadsOf(channel) {
    return [...this.channels.values()].filter((each) => each.parent === channel).sort((one, two) => compareIds(one.id, two.id));
  }

  get dm() {
    return [...this.channels.values()].find((each) => each.kind === "dm");
  }

  /** Who can be acted as: people, not bots; the owner, who came first, last. */
  get people() {
    const [guild] = this.guilds;
    const people = (guild?.members ?? []).map((id) => this.user(id)).filter((user) => !user.bot);
    return people.length > 1 ? [...people.slice(1), people[0]] : people;
  }

  /** Names for what is mentioned in a text. */
  names(open) {
    return {
      user: (id) => this.user(id).name,
      role: (id) => this.guilds.flatMap((guild) => guild.roles).find((role) => role.id === id)?.name ?? "unknown-role",
      channel: (id) => this.channel(id)?.name ?? "unknown",
      open,
    };
  }

  /** Who types in a channel now. */
  typingIn(channel) {
    const now = Date.now();
    return [...(this.typing.get(channel) ?? [])].filter(([, until]) => until > now).map(([id]) => this.user(id).name);
  }

  // ---- updates of the server, by their `type` ----

  on_snapshot(update) {
    this.me = update.me;
    this.bot = update.bot;
    this.guilds = update.guilds;
    this.commands = update.commands;
    this.hasApp = update.has_app;
    this.responseWithinMs = update.response_within_s * 1000;
    this.users = new Map(update.users.map((user) => [user.id, user]));
    this.channels = new Map(update.channels.map((channel) => [channel.id, channel]));
    this.messages = new Map();
    for (const [channel, messages] of Object.entries(update.messages)) this.setMessages(channel, messages);
    this.typing.clear();
    this.ready = true;
  }

  on_message({ message, new: isNew }) {
    if (this.dismissed.has(message.id)) return;
    const there = this.messages.get(message.channel);
    // An edit of a message from before those that we hold is nothing to show.
    if (!there || (!isNew && !there.has(message.id))) return;
    if (!this.users.has(message.author)) this.users.set(message.author, { id: message.author, name: message.name, bot: message.bot });
    there.set(message.id, message);
    if (isNew) this.typing.get(message.channel)?.delete(message.author);
  }

  on_message_deleted({ channel, id, dismissed }) {
    if (dismissed) this.dismissed.add(id);
    this.messages.get(channel)?.delete(id);
    // Replies to it, and a thread that began with it, no longer show its text.
    for (const there of this.messages.values()) {
      for (const message of there.values()) {
        if (message.reply?.id === id) there.set(message.id, { ...message, reply: { ...message.reply, gone: true, content: "" } });
      }
    }
  }

  on_channel({ channel, messages }) {
    this.channels.set(channel.id, channel);
    if (messages) this.setMessages(channel.id, messages);
  }

  on_channel_deleted({ id }) {
    for (const thread of this.threadsOf(id)) this.channels.delete(thread.id);
    this.channels.delete(id);
  }

  on_typing({ channel, user }) {
    if (!this.typing.has(channel)) this.typing.set(channel, new Map());
    this.typing.get(channel).set(user, Date.now() + TYPING_MS);
  }

  on_commands({ commands }) {
    this.commands = commands;
  }

  on_app({ added }) {
    this.hasApp = added;
  }

  on_bot({ online }) {
    this.bot = { ...this.bot, online };
  }

  /** Messages from before those we hold. */
  addOlder(channel, messages) {
    const there = [...(this.messages.get(channel)?.entries() ?? [])];
    this.messages.set(channel, new Map([...messages.map((message) => [message.id, message]), ...there]));
    this.apply({ type: "older", channel });
  }

  setMessages(channel, messages) {
    const shown = messages.filter((message) => !this.dismissed.has(message.id));
    this.messages.set(channel, new Map(shown.map((message) => [message.id, message])));
  }
}
