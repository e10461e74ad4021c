// One message as an element, and how it changes in place.

import { directionOf, renderComponents } from "./components.js";
import { avatar, el, icon, renderIfChanged } from "./dom.js";
import { renderEmbeds, renderFiles } from "./attachments.js";
import { directionOfText, excerpt, renderMarkdown } from "./markdown_elements.js";

const GROWING_MS = 2500;
const TAIL = 60;
const CLOCK = new Intl.DateTimeFormat(undefined, { timeStyle: "short" });
const FULL = new Intl.DateTimeFormat(undefined, { dateStyle: "full", timeStyle: "medium" });
/** By element of a message: its last text, and the timer that ends the state of growing. */
const growing = new WeakMap();

/** The frame of a message; `updateMessage` fills it. */
export function makeMessage(message) {
  return el("article", { class: "message", tabindex: "-1", "data-id": message.id },
    el("div", { class: "above" }),
    el("div", { class: "side" }),
    el("div", { class: "main" },
      el("header", { class: "head" }),
      // In which language a message is, nothing tells.
      el("div", { class: "body", lang: "" }), el("div", { class: "embeds" }), el("div", { class: "files" }), el("div", { class: "controls", role: "group", lang: "" }),
      ...["card", "reactions", "note"].map((name) => el("div", { class: name }))));
}

/** Show a message as it is now. A `compact` one has no author line, since it follows one of theirs. */
export function updateMessage(node, { message, compact }, app) {
  const { store } = app;
  const names = store.names((id) => app.open(id));
  const at = (name) => node.querySelector(`:scope > .${name}, :scope > .main > .${name}`);
  node.classList.toggle("compact", compact);
  node.classList.toggle("private", message.private);
  node.classList.toggle("mentions-you", message.pings && message.author !== store.me);
  node.setAttribute("aria-label", `${message.name}, ${CLOCK.format(message.at)}`);
  renderIfChanged(at("above"), [message.reply, message.forwarded, message.used, message.kind], () => context(message, app, names));
  const changed = message.edited !== null && message.kind === "said";
  renderIfChanged(at("side"), [message.author, message.name, compact, changed], () =>
    compact ? [clock(message), ...edited(message, changed)] : [avatar(message.author, message.name, message.bot)]);
  renderIfChanged(at("head"), [message.name, message.bot, compact, changed], () => (compact ? [] : head(message, changed)));
  body(node, at("body"), message, names);
  renderIfChanged(at("embeds"), message.embeds, () => renderEmbeds(message.embeds, names));
  renderIfChanged(at("files"), [message.files, message.layout], () => (message.layout ? [] : renderFiles(message.files)));
  at("controls").dir = directionOf(message);
  renderIfChanged(at("controls"), message.components, () => renderComponents(message, app, names));
  const thread = message.thread && store.channel(message.thread);
  renderIfChanged(at("card"), thread && [thread, store.messagesIn(thread.id).at(-1)], () => (thread ? [card(thread, app, names)] : []));
  renderIfChanged(at("reactions"), message.reactions, () => message.reactions.map((each) => reaction(message, each, app)));
  renderIfChanged(at("note"), message.private, () => (message.private ? [privateNote(message, app)] : []));
}

/** The line with the author, the time, and whether the message was edited. */
function head(message, changed) {
  return [
    el("strong", { dir: "auto", text: message.name }),
    message.bot && el("span", { class: "tag", text: "bot" }),
    clock(message),
    ...edited(message, changed),
  ].filter(Boolean);
}

function clock({ at }) {
  return el("time", { datetime: new Date(at).toISOString(), title: FULL.format(at), text: CLOCK.format(at) });
}

/** "edited" stands beside the time: beneath the text it would come between the pages of an answer. */
function edited(message, changed) {
  return changed ? [el("span", { class: "edited", text: "edited", title: FULL.format(message.edited) })] : [];
}

/** Show the text of a message in `host`; a bot's text that changed is marked as growing. */
function body(node, host, message, names) {
  const source = shownText(message);
  renderIfChanged(host, [source === null, message.loading], () => []);
  if (message.loading) host.replaceChildren(el("p", { class: "thinking" }, "Thinking", el("span", { class: "dots", "aria-hidden": "true" })));
  else renderMarkdown(host, source ?? "", names);
  const before = growing.get(node);
  if (before !== undefined && before.source !== source && message.bot) grow(node);
  growing.set(node, { source, timer: growing.get(node)?.timer });
}

/** Show a message as growing, until nothing has come for a moment. */
function grow(node) {
  const { timer } = growing.get(node);
  clearTimeout(timer);
  node.classList.add("growing");
  // Screen readers wait for the whole, instead of reading every piece again.
  node.setAttribute("aria-busy", "true");
  growing.get(node).timer = setTimeout(() => {
    node.classList.remove("growing");
    node.removeAttribute("aria-busy");
  }, GROWING_MS);
}

/** The Markdown to show: the content, or what an announcement of Discord says. */
function shownText(message) {
  if (message.kind === "joined") return `-# \u2068${message.name}\u2069 is here now.`;
  if (message.kind === "pinned") return `-# \u2068${message.name}\u2069 pinned a message.`;
  if (message.kind === "thread") return "-# started a thread:";
  if (message.kind === "starter") return message.reply?.gone ? "-# The first message was deleted." : (message.reply?.content ?? "");
  return message.forwarded === null ? message.content : message.forwarded.replace(/^/gm, "> ");
}

/** The line above a message: which command was used, or which message is answered. */
function context(message, app, names) {
  if (message.kind === "starter") return [];
  if (message.used) {
    const who = app.store.user(message.used.user);
    return [el("span", { class: "reply-to" }, icon(message.used.command.startsWith("/") ? "slash" : "apps"), el("bdi", { text: who.name }), " used ", el("b", { text: message.used.command }))];
  }
  if (message.forwarded !== null) return [el("span", { class: "reply-to" }, icon("forward"), "Forwarded")];
  const { reply } = message;
  if (!reply) return [];
  if (reply.gone) return [el("span", { class: "reply-to" }, icon("reply"), "The message was deleted")];
  const text = excerpt(reply.content, names) || "a file";
  return [el("button", { type: "button", class: "reply-to", onclick: () => app.log.reveal(reply.id), "aria-label": `Answers ${reply.name}: ${text}` },
    icon("reply"), el("b", { dir: "auto", text: reply.name }), el("span", { class: "excerpt", dir: directionOfText(reply.content) ?? "auto", text }))];
}

/** The line beneath a message that the member alone sees. */
function privateNote(message, app) {
  return el("span", { class: "only-you" }, icon("eye"), "Only you can see this", " · ",
    el("button", { type: "button", class: "dismiss", "data-key": "dismiss", text: "Dismiss message", onclick: () => app.dismiss(message) }));
}

/** The button beneath a message on which a thread was opened, with the end of its last message. */
function card(thread, app, names) {
  const last = app.store.messagesIn(thread.id).filter((each) => each.kind !== "starter").at(-1);
  const count = thread.count === 1 ? "1 message" : `${thread.count} messages`;
  return el("button", { type: "button", class: "thread-card", "data-key": "card", onclick: () => app.open(thread.id) },
    el("span", { class: "thread-name" }, icon("thread"), el("b", { dir: "auto", text: thread.name }),
      el("span", { class: "count", text: thread.archived ? `${count}, archived` : count })),
    last && el("span", { class: "excerpt" }, el("bdi", {}, el("b", { text: last.name })), " ", el("bdi", { dir: directionOfText(last.content), text: endOf(excerpt(last.content, names)) })));
}

/** The end of a text, where it grows, without delimiters that are not closed yet. */
function endOf(text) {
  const plain = text.replace(/\*\*|~~|\|\||```/g, "").trim();
  return plain.length <= TAIL ? plain || "…" : `…${plain.slice(-TAIL).replace(/^\S*/, "")}`;
}

/** A reaction with its count; a click adds the member's own or takes it away. */
function reaction(message, { emoji, count, mine }, app) {
  return el("button", {
    type: "button", class: mine ? "reaction mine" : "reaction", "aria-pressed": String(mine), "data-key": emoji,
    "aria-label": `${emoji}, ${count}`,
    onclick: () => app.act("react", { channel: message.channel, message: message.id, emoji, add: !mine }),
  }, el("span", { text: emoji }), ` ${count}`);
}
