// A text in Discord's Markdown as elements: only createElement and text, never markup.

import { el, hue, icon } from "./dom.js";
import { parse } from "./markdown.js";

const SAFE = new Set(["http:", "https:", "mailto:"]);
const keys = new WeakMap();

/** Show `source` in `host`. Blocks that did not change stay the elements that they are, so that a
 * growing text does not flicker, and a selection or an opened spoiler in it stays. */
export function show(host, source, names) {
  const blocks = parse(source);
  const there = [...host.children];
  blocks.forEach((block, index) => {
    const key = JSON.stringify(block);
    const old = there[index];
    if (old && keys.get(old) === key) return;
    const made = blockNode(block, names);
    keys.set(made, key);
    if (old) old.replaceWith(made);
    else host.append(made);
  });
  there.slice(blocks.length).forEach((old) => old.remove());
}

/** A short text in one line, such as what a reply answers. */
export function excerpt(source, names) {
  return parse(source).map((block) => plain(block, names)).join(" ").replace(/\s+/g, " ").trim();
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
  return el("a", { href, title, target: "_blank", rel: "noopener noreferrer" }, ...children);
}

function blockNode(block, names) {
  const inner = () => block.c.map((each) => inlineNode(each, names));
  switch (block.t) {
    case "h":
      // The page has its own h1 and h2; a message's headings are below them.
      return el("div", { class: `h${block.level}`, dir: "auto", role: "heading", "aria-level": block.level + 2 }, inner());
    case "sub":
      return el("p", { class: "subtext", dir: "auto" }, inner());
    case "code":
      return codeNode(block);
    case "quote":
      return el("blockquote", { dir: "auto" }, block.c.map((each) => quoted(blockNode(each, names))));
    case "list":
      return el(block.ordered ? "ol" : "ul", { dir: "auto", start: block.ordered && block.start },
        block.items.map((item) => el("li", {},
          item.c.map((each) => inlineNode(each, names)), item.lists.map((each) => blockNode(each, names)))));
    default:
      return el("p", { dir: "auto" }, inner());
  }
}

/** A block within a quotation: what has a direction of its own does not count for the whole's. */
function quoted(node) {
  node.removeAttribute("dir");
  return node;
}

function codeNode({ lang, text }) {
  const copy = el("button", { type: "button", class: "copy", text: "Copy" });
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(text);
      copy.textContent = "Copied";
    } catch {
      copy.textContent = "Not allowed";
    }
  });
  return el("figure", { class: lang ? "code" : "code plain" },
    el("figcaption", {}, lang && el("span", { text: lang }), copy),
    el("pre", { tabindex: "0" }, el("code", { text })));
}

const ELEMENTS = { bold: "strong", italic: "em", under: "u", strike: "s" };

function inlineNode(node, names) {
  const inner = () => node.c.map((each) => inlineNode(each, names));
  switch (node.t) {
    case "text":
      return document.createTextNode(node.v);
    case "mono":
      return el("code", { text: node.v });
    case "link":
      return link(node.href, node.title, inner());
    case "spoiler":
      return spoilerNode(inner());
    case "channel":
      return el("button", { type: "button", class: "mention", onclick: () => names.open(node.id) }, icon("hash"), names.channel(node.id));
    case "user": {
      const mention = el("span", { class: "mention mention-user", text: `@${names.user(node.id)}` });
      mention.style.setProperty("--hue", hue(node.id));
      return mention;
    }
    case "time":
      return el("time", { title: new Date(node.at * 1000).toLocaleString(), text: moment(node.at, node.style) });
    default:
      return ELEMENTS[node.t] ? el(ELEMENTS[node.t], {}, inner()) : el("span", { class: "mention", text: plain(node, names) });
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
function plain(node, names) {
  const inner = (node.c ?? []).map((each) => plain(each, names)).join("");
  switch (node.t) {
    case "text":
    case "mono":
      return node.v;
    case "code":
      return node.text;
    case "spoiler":
      return "▒".repeat(Math.min(8, inner.length));
    case "user":
      return `@${names.user(node.id)}`;
    case "role":
      return `@${names.role(node.id)}`;
    case "channel":
      return `#${names.channel(node.id)}`;
    case "command":
      return `/${node.name}`;
    case "everyone":
      return `@${node.name}`;
    case "emoji":
      return `:${node.name}:`;
    case "time":
      return moment(node.at, node.style);
    case "list":
      return node.items.map((item) => `• ${item.c.map((each) => plain(each, names)).join("")}`).join(" ");
    default:
      return inner;
  }
}

const STYLES = {
  t: { timeStyle: "short" }, T: { timeStyle: "medium" }, d: { dateStyle: "short" }, D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" }, F: { dateStyle: "full", timeStyle: "short" },
};
const UNITS = [["year", 31536000], ["month", 2592000], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

function moment(at, style) {
  const when = new Date(at * 1000);
  if (Number.isNaN(when.getTime())) return "some time";
  if (style !== "R") return new Intl.DateTimeFormat(undefined, STYLES[style]).format(when);
  const away = at - Date.now() / 1000;
  const [unit, size] = UNITS.find(([, seconds]) => Math.abs(away) >= seconds) ?? UNITS.at(-1);
  return new Intl.RelativeTimeFormat(undefined, { numeric: "auto" }).format(Math.round(away / size), unit);
}
