// Discord's Markdown, read into a tree. Pure: text in, plain objects out.
//
// A block is {t: "p" | "h" | "sub" | "code" | "quote" | "list", …}; what stands in a line is
// {t: "text" | "bold" | …}. Nothing here makes elements: markdown_view.js does.

const DEEPEST = 12;
const FENCE = /```(?:([\w+\-.#]+)\n)?\n*([^\n][\s\S]*?)\n*```/y;
const ITEM = /^(\s*)([-*]|\d{1,9}\.)\s+(\S.*)$/;

/** The blocks of a text. */
export function parse(source, depth = 0) {
  const blocks = [];
  let lines = [];
  const flush = () => {
    if (lines.length) blocks.push({ t: "p", c: inline(lines.join("\n")) });
    lines = [];
  };
  let at = 0;
  while (at < source.length) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    const found = block(source, at, end, line, depth);
    if (found) {
      if (found.before.trim()) lines.push(found.before);
      flush();
      blocks.push(...found.blocks);
      at = found.at;
      continue;
    }
    if (line.trim()) lines.push(line);
    else flush();
    at = end + 1;
  }
  flush();
  return blocks;
}

function lineEnd(source, at) {
  const end = source.indexOf("\n", at);
  return end < 0 ? source.length : end;
}

/** What begins in this line and is no plain text: its blocks, and where to go on. */
function block(source, at, end, line, depth) {
  const one = (made) => ({ before: "", blocks: [made], at: end + 1 });
  if (depth < DEEPEST && line.startsWith(">>> ")) {
    return { before: "", blocks: [{ t: "quote", c: parse(source.slice(at + 4), depth + 1) }], at: source.length };
  }
  if (depth < DEEPEST && line.startsWith("> ")) return quoted(source, at, depth);
  const fence = line.indexOf("```");
  if (fence >= 0) {
    FENCE.lastIndex = at + fence;
    const code = FENCE.exec(source);
    if (code) {
      const after = FENCE.lastIndex + (source[FENCE.lastIndex] === "\n" ? 1 : 0);
      return { before: line.slice(0, fence), blocks: [{ t: "code", lang: code[1] ?? "", text: code[2] }], at: after };
    }
  }
  const heading = /^(#{1,3})\s+(\S.*)$/.exec(line);
  if (heading) return one({ t: "h", level: heading[1].length, c: inline(heading[2]) });
  const small = /^-#\s+(\S.*)$/.exec(line);
  if (small) return one({ t: "sub", c: inline(small[1]) });
  return ITEM.test(line) ? listed(source, at) : null;
}

function quoted(source, at, depth) {
  const lines = [];
  while (at < source.length) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    if (!line.startsWith("> ") && line !== ">") break;
    lines.push(line.slice(2));
    at = end + 1;
  }
  return { before: "", blocks: [{ t: "quote", c: parse(lines.join("\n"), depth + 1) }], at };
}

function listed(source, at) {
  const items = [];
  while (at < source.length) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    const item = ITEM.exec(line);
    if (line.includes("```") && items.length) break;
    if (item) {
      const ordered = item[2].length > 1;
      items.push({ indent: item[1].length, ordered, start: ordered ? parseInt(item[2], 10) : 1, text: item[3] });
    } else if (items.length && /^\s{2,}\S/.test(line)) items.at(-1).text += `\n${line.trim()}`;
    else break;
    at = end + 1;
  }
  return { before: "", blocks: nested(items), at };
}

/** Flat items with their indents as lists in lists. */
function nested(items) {
  const top = [];
  const stack = [{ indent: -1, lists: top }];
  for (const item of items) {
    while (stack.length > 1 && item.indent < stack.at(-1).indent) stack.pop();
    if (item.indent > stack.at(-1).indent && stack.length < DEEPEST) {
      const parent = stack.at(-1).lists.at(-1)?.items.at(-1);
      stack.push({ indent: item.indent, lists: parent ? parent.lists : top });
    }
    const { lists } = stack.at(-1);
    if (lists.at(-1)?.ordered !== item.ordered) lists.push({ t: "list", ordered: item.ordered, start: item.start, items: [] });
    lists.at(-1).items.push({ c: inline(item.text), lists: [] });
  }
  return top;
}

const wrap = (t) => (match, depth) => ({ t, c: inline(match[1], depth + 1) });

// In the order in which they are tried at each place. All are sticky (`y`).
const RULES = [
  [/\\([^\w\s])/y, (m) => ({ t: "text", v: m[1] })],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, (m) => ({ t: "mono", v: m[2].length > 2 ? m[2].replace(/^ (?=`)|(?<=`) $/g, "") : m[2] })],
  [/<((?:https?:\/\/|mailto:)[^\s<>]+)>/y, (m) => ({ t: "link", href: m[1], c: [{ t: "text", v: m[1] }] })],
  [/<@!?(\d{1,20})>/y, (m) => ({ t: "user", id: m[1] })],
  [/<@&(\d{1,20})>/y, (m) => ({ t: "role", id: m[1] })],
  [/<#(\d{1,20})>/y, (m) => ({ t: "channel", id: m[1] })],
  [/<\/([-\w ]{1,100}):\d{1,20}>/y, (m) => ({ t: "command", name: m[1] })],
  [/<a?:(\w{1,32}):\d{1,20}>/y, (m) => ({ t: "emoji", name: m[1] })],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, (m) => ({ t: "time", at: Number(m[1]), style: m[2] ?? "f" })],
  [/@(everyone|here)\b/y, (m) => ({ t: "everyone", name: m[1] })],
  [/\[((?:\\.|[^\\[\]]|\[[^[\]]*\])+)\]\(\s*<?((?:https?:\/\/|mailto:)(?:\([^\s()]*\)|[^\s()<>])+)>?(?:\s+"[^"\n]*")?\s*\)/y,
    (m, depth) => ({ t: "link", href: m[2], title: m[2], c: inline(m[1], depth + 1) })],
  [/https?:\/\/(?:\([^\s()<>]*\)|[^\s<>()])*(?:\([^\s()<>]*\)|[^\s<>().,:;"'\]*_~|])/y, (m) => ({ t: "link", href: m[0], c: [{ t: "text", v: m[0] }] })],
  [/\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y, wrap("bold")],
  [/__((?:\\[\s\S]|[^\\])+?)__(?!_)/y, wrap("under")],
  [/\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:\\[\s\S]|[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/y, wrap("italic")],
  [/\b_((?:__|\\[\s\S]|[^\\_])+?)_\b/y, wrap("italic")],
  [/~~((?:\\[\s\S]|[^\\])+?)~~/y, wrap("strike")],
  [/\|\|([\s\S]+?)\|\|/y, wrap("spoiler")],
];
const SPECIAL = /[\\`<@[h*_~|]/g;

/** What stands in a line or a paragraph. */
export function inline(source, depth = 0) {
  const found = [];
  let plain = "";
  const add = (node) => {
    if (node.t === "text") plain += node.v;
    else {
      if (plain) found.push({ t: "text", v: plain });
      plain = "";
      found.push(node);
    }
  };
  let at = 0;
  while (at < source.length) {
    SPECIAL.lastIndex = at;
    const special = depth < DEEPEST ? SPECIAL.exec(source) : null;
    const until = special ? special.index : source.length;
    plain += source.slice(at, until);
    if (!special) break;
    at = until;
    const match = matched(source, at);
    if (match) {
      add(match.make(match.found, depth));
      at += match.found[0].length;
    } else plain += source[at++];
  }
  if (plain) found.push({ t: "text", v: plain });
  return found;
}

function matched(source, at) {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) return { found, make };
  }
  return null;
}
