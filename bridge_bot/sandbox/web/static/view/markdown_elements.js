// Discord's Markdown as elements of the page: only createElement and text, never markup.

import { locale } from "../app/commands.js";
import { direction, el, hue, icon } from "./dom.js";
import { parse } from "./markdown.js";
import { isBlock } from "./markdown_normalize.js";

const SAFE = new Set(["http:", "https:", "mailto:"]);
const keys = new WeakMap();

/** Show `source` in `host`. Blocks that did not change keep their elements, so that a growing text
 * does not flicker, and a selection or an opened spoiler in it stays. */
export function renderMarkdown(host, source, names) {
  const nodes = parse(source);
  const parts = passages(nodes);
  // A block without letters, such as one of code alone, stands like the others.
  host.dir = ownDirection(nodes) ?? "";
  const there = [...host.children];
  parts.forEach((part, index) => {
    const key = JSON.stringify(part);
    const old = there[index];
    if (old && keys.get(old) === key) return;
    const made = passage(part, names);
    keys.set(made, key);
    if (old) old.replaceWith(made);
    else host.append(made);
  });
  there.slice(parts.length).forEach((old) => old.remove());
}

/** A short text in one line, such as what a reply answers. */
export function excerpt(source, names) {
  const nodes = parse(source);
  const isRtl = ownDirection(nodes) === "rtl";
  // The marks around a name are those of an isolate.
  const said = (node) => (isRtl && node.t === "mention" ? `\u2068${plainText(node, names)}\u2069` : plainText(node, names));
  return passages(nodes).map((part) => part.map(said).join("")).join(" ").replace(/\s+/g, " ").trim();
}

/** Nodes grouped into what stands apart: a block, or what is between two blocks or blank lines. */
function passages(nodes) {
  const found = [[]];
  for (const node of nodes) {
    if (isBlock(node)) found.push([node], []);
    else if (node.t !== "text") found.at(-1).push(node);
    else {
      node.v.split("\n\n").forEach((v, index) => {
        if (index) found.push([]);
        if (v) found.at(-1).push({ t: "text", v });
      });
    }
  }
  return found.filter((part) => part.length);
}

function passage(part, names) {
  return isBlock(part[0]) ? elementOf(part[0], names) : el("p", { dir: ownDirection(part) }, part.map((each) => elementOf(each, names)));
}

/** The address, if it is one that may be opened. */
export function safeAddress(address) {
  try {
    return SAFE.has(new URL(address).protocol) ? address : null;
  } catch {
    return null;
  }
}

/** A link to somewhere outside; its text alone, if that is no place to go. */
export function link(address, title, ...children) {
  const href = safeAddress(address);
  if (!href) return el("span", {}, ...children);
  const dir = children[0] === address && "ltr";
  return el("a", { href, title, dir, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

/** What counts for the direction of a block: not code, bare addresses and mentions, which have their own.
 * (`dir="auto"` would count the letters between isolates, too, and has nothing for a block of code alone.) */
function ownDirection(nodes) {
  const words = ({ t, v, c, items }) => (t === "text" ? v : (items?.flat() ?? c ?? []).map(words).join(" "));
  return direction(nodes.map(words).join(" "));
}

/** The direction of a message's text, or null. */
export function directionOfText(source) {
  return ownDirection(parse(source));
}

/** A node as an element, or a text. */
function elementOf(node, names) {
  const inner = () => node.c.map((each) => elementOf(each, names));
  switch (node.t) {
    case "text":
      return document.createTextNode(node.v);
    case "code":
      return el("code", { dir: "ltr", text: node.v });
    case "codeblock":
      return codeNode(node);
    case "heading":
      // The page has its own h1 and h2; a message's headings are below them.
      return el("div", { class: `h${node.level}`, dir: ownDirection(node.c), role: "heading", "aria-level": node.level + 2 }, inner());
    case "subtext":
      return el("p", { class: "subtext", dir: ownDirection(node.c) }, inner());
    case "quote":
      return el("blockquote", { dir: ownDirection(node.c) }, passages(node.c).map((part) => passage(part, names)));
    case "list":
      return el(node.ordered ? "ol" : "ul", { dir: ownDirection([node]), start: node.ordered && node.start },
        node.items.map((item) => el("li", {}, item.map((each) => elementOf(each, names)))));
    case "link":
      return node.c ? link(node.href, node.href, inner()) : link(node.href, node.href, node.href);
    case "spoiler":
      return spoilerNode(inner());
    case "mention":
      return mentionNode(node, names);
    default:
      return el(ELEMENTS[node.t], {}, inner());
  }
}

function codeNode({ lang, v: text }) {
  const copy = el("button", { type: "button", class: "copy", text: "Copy" });
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Not allowed";
    }
  });
  return el("figure", { class: lang ? "code" : "code plain", dir: "ltr" },
    el("figcaption", {}, lang && el("span", { text: lang }), copy),
    el("pre", { tabindex: "0" }, el("code", { text })));
}

const ELEMENTS = { strong: "strong", em: "em", underline: "u", strike: "s" };

function mentionNode(node, names) {
  switch (node.kind) {
    case "channel":
      return el("button", { type: "button", class: "mention", dir: "auto", onclick: () => names.open(node.id) }, icon("hash"), names.channel(node.id));
    case "user": {
      const mention = el("span", { class: "mention mention-user", dir: "auto", text: plainText(node, names) });
      mention.style.setProperty("--hue", hue(node.id));
      return mention;
    }
    case "time":
      return el("time", { dir: "auto", title: new Date(node.id * 1000).toLocaleString(locale()), text: plainText(node, names) });
    default:
      return el("span", { class: "mention", dir: "auto", text: plainText(node, names) });
  }
}

function spoilerNode(children) {
  const open = () => {
    made.classList.add("open");
    made.removeAttribute("role");
    made.removeAttribute("aria-label");
  };
  const made = el("span", {
    class: "spoiler", role: "button", tabindex: "0", "aria-label": "Spoiler, press to read", onclick: open,
    onkeydown: (event) => ["Enter", " "].includes(event.key) && (event.preventDefault(), open()),
  }, el("span", {}, children));
  return made;
}

/** A node without its form. */
function plainText(node, names) {
  const all = (nodes) => nodes.map((each) => plainText(each, names)).join("");
  switch (node.t) {
    case "text":
    case "code":
    case "codeblock":
      return node.v;
    case "spoiler":
      return "▒".repeat(Math.min(8, all(node.c).length));
    case "mention":
      return MENTIONS[node.kind](node, names);
    case "list":
      return node.items.map((item) => ` • ${all(item)}`).join("");
    case "quote":
      return passages(node.c).map(all).join(" ");
    default:
      return node.c ? all(node.c) : node.href;
  }
}

const MENTIONS = {
  user: ({ id }, names) => `@${names.user(id)}`,
  role: ({ id }, names) => `@${names.role(id)}`,
  channel: ({ id }, names) => `#${names.channel(id)}`,
  command: ({ name }) => `/${name}`,
  emoji: ({ name }) => `:${name}:`,
  time: ({ id, style }) => moment(Number(id), style ?? "f"),
  guild: ({ id }) => `#${id}`,
  everyone: () => "@everyone",
  here: () => "@here",
};

const STYLES = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function moment(at, style) {
  const when = new Date(at * 1000);
  if (Number.isNaN(when.getTime())) return "some time";
  if (style !== "R") return new Intl.DateTimeFormat(locale(), STYLES[style]).format(when);
  const away = at - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, seconds]) => Math.abs(away) >= seconds) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(Math.round(away / size), unit);
}
