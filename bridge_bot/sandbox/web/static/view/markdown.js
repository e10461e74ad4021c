// A parser of Discord's Markdown, as its client reads a message. Pure: text in, plain objects out.
//
// At each position of the text the first rule that matches wins, and what it encloses is parsed
// again by the same rules. There is no tree of blocks first: emphasis may begin in one paragraph and
// end in another. The tests have the same parser in Python, and both agree on the same messages
// (tests/browser/view/test_markdown.py).
//
// A node is {t: "text", v} or one of strong, em, underline, strike, spoiler, quote, subtext and
// heading with nodes in `c`, code and codeblock with a text in `v`, a list with `items`, a link
// with `href` (and `c` if it is masked), a mention with `kind` and `id`.

import { hasEmoji, masked, sticky, unmasked, withoutOddSpaces } from "./markdown_links.js";
import { normalize } from "./markdown_normalize.js";

const DEEPEST = 150; // more than a client draws
const DEEPEST_LIST = 11;
const HIGHEST_NUMBER = 1e9;

/** The nodes of a message. */
export function parse(message) {
  const text = message.replaceAll("\r\n", "\n").replaceAll("\t", "    ").trim();
  return normalize(walk(text, { depth: 0, lists: 0 }, ""), true);
}

/** `context` says what is open around the text, `before` is the text of the last match before it. */
function walk(text, context, before) {
  if (context.depth > DEEPEST) return [textNode(text)];
  const nodes = [];
  const rules = context.inLink ? IN_LINK : RULES;
  for (let at = 0; at < text.length;) {
    let match = context.loose ? paragraph(text, at, before, context) : null;
    for (const rule of rules.get(text[at]) ?? []) {
      // A paragraph comes after the blocks.
      if (match && !BLOCKS.has(rule)) break;
      const found = rule(text, at, before, context);
      if (!found) continue;
      match = found;
      break;
    }
    match ??= plain(text, at);
    nodes.push(...match.nodes);
    before = text.slice(at, match.end);
    at = match.end;
  }
  return nodes;
}

const textNode = (v) => ({ t: "text", v });
const atLineStart = (before) => before === "" || before.endsWith("\n");
const behindIndentation = (before) => before === "" || /\n *$/.test(before);
const take = (at, found, ...nodes) => ({ end: at + found[0].length, nodes });
const inside = (context, more) => ({ ...context, loose: false, depth: context.depth + 1, ...more });
const styled = (t, inner, before, context, more) => ({ t, ...more, c: walk(inner, inside(context), before) });

const STOP = /[^0-9A-Za-z\s\u00c0-\uffff]|\n\n| {2,}\n|\w+:\S|[0-9]+\./g;

/** At least one character, and on to where a rule may fit again. */
function plain(text, at) {
  const stop = sticky(STOP, text, at + 1);
  const end = stop ? stop.index : text.length;
  return { end, nodes: [textNode(text.slice(at, end))] };
}

/** A rule: a match of `pattern`, where `fits(before, context)`, becomes the node that `build` returns. */
const rule = (pattern, build, fits = () => true) => (text, at, before, context) => {
  const found = fits(before, context) && sticky(pattern, text, at);
  return found && take(at, found, build(found, before, context));
};

// White space behind a heading's marks may be a line break: a lone # takes the next line.
const heading = rule(/ *(#{1,3})\s+((?!#)[^\n]+?)#*\s*(?:\n|$)/y,
  ([, marks, words], before, context) => styled("heading", words.trim(), before, context, { level: marks.length }),
  (before, context) => !context.lists && atLineStart(before));
const subtext = rule(/-# +((?!-#)[^\n]+?) *(?:\n|$)/y,
  ([, words], before, context) => styled("subtext", words.trim(), before, context), atLineStart);
const codeBlock = rule(/```(?:([a-zA-Z0-9_+\-.]+?)\n)?\n*([^\n][\s\S]*?)\n*```/y, ([, lang, v]) => ({ t: "codeblock", lang: lang ?? "", v }));
const quote = rule(/ *>>> +([\s\S]*)|((?: *>(?!>>) +[^\n]*(?:\n|$))+)/y,
  ([, rest, lines], before, context) => styled("quote", rest ?? lines.replace(/^ *> ?/gm, ""), before, { ...context, inQuote: true }),
  (before, context) => !context.inQuote && behindIndentation(before));

const LIST = /( *)([*-]|\d+\.) [\s\S]+?(?:\n(?! )(?!\1(?:[*-]|\d+\.) )|$)/y;
const PREFIX = /^( *)(?:[*-]|\d+\.) +/;

function list(text, at, before, context) {
  const found = context.lists < DEEPEST_LIST && behindIndentation(before) && sticky(LIST, text, at);
  if (!found) return null;
  const prefix = PREFIX.exec(found[0]);
  const marker = ` {${prefix[1].length},${prefix[1].length + 1}}(?:[*-]|\\d+\\.)`;
  const items = found[0].match(new RegExp(`${marker} +[^\\n]*(?:\\n(?!${marker} )[^\\n]*)*(?:\\n|$)`, "g"));
  const width = new RegExp(`^ {1,${prefix[0].length}}`, "gm");
  const contents = items.map((item) => item.replace(PREFIX, "").replace(width, ""));
  const ordered = found[2].length > 1;
  const start = Math.min(Math.max(parseInt(found[2], 10), 1), HIGHEST_NUMBER);
  return take(at, found, { t: "list", ordered, ...(ordered && { start }), items: listItems(contents, before, context) });
}

function listItems(contents, before, context) {
  let loose = false;
  return contents.map((content, index) => {
    // The last item is as loose as the one before it.
    loose = content.includes("\n\n") || (loose && index === contents.length - 1);
    const inner = content.replace(/ *\n$/, "") + (loose ? "\n\n" : "");
    return walk(inner, inside(context, { lists: context.lists + 1, loose }), before);
  });
}

const PARAGRAPH = /((?:[^\n]|\n(?! *\n))+)(?:\n *)+\n/y;

function paragraph(text, at, before, context) {
  const found = sticky(PARAGRAPH, text, at);
  return found && take(at, found, ...walk(found[1], inside(context), before), textNode("\n\n"));
}

const escape = rule(/\\([^0-9A-Za-z\s])/y, ([, sign]) => textNode(sign), (before, context) => !context.probing);
const shrug = rule(/¯\\_\(ツ\)_\/¯/y, ([all]) => textNode(all));
const code = rule(/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , v]) => ({ t: "code", v: v.replace(/^ (?= *`)/, "").replace(/(` *) $/, "$1") }));
const lineBreak = rule(/ {2,}\n/y, () => textNode("\n"));
const spoiler = rule(/\|\|([\s\S]+?)\|\|/y, ([, words], before, context) => styled("spoiler", words, before, context));

function address(text, at) {
  const found = unmasked(text, at);
  if (!found) return null;
  return { end: found.end, nodes: [found.href === null ? textNode(found.words) : { t: "link", href: found.href }] };
}

function maskedLink(text, at, before, context) {
  const found = masked(text, at);
  if (!found) return null;
  const { end, href } = found;
  if (href === null || forbidden(walk(found.words, inside(context, { probing: true }), ""))) {
    return { end, nodes: [textNode(text.slice(at, end))] };
  }
  return { end, nodes: [{ t: "link", href, c: walk(withoutOddSpaces(found.words), inside(context, { inLink: true }), "") }] };
}

/** Whether what a masked link's text holds keeps it from being one. */
function forbidden(nodes) {
  return nodes.some((node) => ["link", "mention", "codeblock"].includes(node.t)
    || (node.t === "text" && hasEmoji(node.v)) || forbidden(node.c ?? []) || (node.items ?? []).some(forbidden));
}

// Of those that fit at a context the longest wins, and of equal ones the first.
const EMPHASIS = [
  ["em", /_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)|\*(?!\s)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^\s*\\]|\*\*)|[^\s*\\])+?) {0,2}\*(?!\*)/y],
  ["strong", /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y],
  ["underline", /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y],
  ["strike", /~~([\s\S]+?)~~(?!_)/y],
];

function emphasis(text, at, before, context) {
  let best = null;
  for (const [kind, pattern] of EMPHASIS) {
    const found = sticky(pattern, text, at);
    if (found && (!best || found[0].length > best.found[0].length)) best = { kind, found };
  }
  return best && take(at, best.found, styled(best.kind, best.found[1] ?? best.found[2], before, context));
}

// With what a mention has besides its kind: the page shows the name, the moment in its style.
const MENTIONS = [
  ["emoji", /<a?:(?<name>\w+):(?<id>\d+)>/y],
  ["time", /<t:(?<id>-?\d{1,17})(?::(?<style>[tTdDfFR]))?>/y],
  ["user", /<@!?(?<id>\d+)>/y],
  ["role", /<@&(?<id>\d+)>/y],
  ["channel", /<#(?<id>\d+)>/y],
  ["command", /<\/(?<name>[-\p{L}\p{N}_]{1,32}(?: [-\p{L}\p{N}_]{1,32}){0,2}):(?<id>\d+)>/uy],
  ["guild", /<id:(?<id>customize|browse|guide|home|linked-roles)>/y],
  ["everyone", /@everyone/y],
  ["here", /@here/y],
];

function mention(text, at) {
  for (const [kind, pattern] of MENTIONS) {
    const found = sticky(pattern, text, at);
    if (found) return take(at, found, { t: "mention", kind, ...found.groups });
  }
  return null;
}

/** The rules in the order in which they are tried, by the characters that they may begin with. */
function byFirstCharacter(...rules) {
  const found = new Map();
  for (const [rule, firsts] of rules) for (const each of firsts) found.set(each, [...(found.get(each) ?? []), rule]);
  return found;
}

const BLOCKS = new Set([heading, subtext, codeBlock, quote, list]);
const RULES = byFirstCharacter(
  [heading, " #"], [subtext, "-"], [codeBlock, "`"], [quote, " >"], [list, " *-0123456789"],
  [escape, "\\"], [shrug, "¯"], [address, "<h"], [maskedLink, "["], [emphasis, "*_~"], [code, "`"],
  [lineBreak, " "], [spoiler, "|"], [mention, "<@"],
);
const IN_LINK = byFirstCharacter([emphasis, "*_~"], [code, "`"], [spoiler, "|"], [mention, "<"]);
