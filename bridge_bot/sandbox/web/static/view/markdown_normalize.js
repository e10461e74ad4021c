// Parsed nodes without what makes no difference to how they look: joined texts, trimmed edges.

const BLOCKS = new Set(["codeblock", "quote", "heading", "subtext", "list"]);

/** Whether a node is a block, which stands apart from what is before and behind it. */
export const isBlock = (node) => BLOCKS.has(node.t);

/** Neighbouring texts are one; spaces before a line break go, three breaks are two. At the edge of
 * a block a text loses its breaks and spaces; with `edges` at those of `nodes`, too. */
export function normalize(nodes, edges = false) {
  const joined = [];
  for (const node of nodes) {
    const last = joined.at(-1);
    if (node.t === "text" && last?.t === "text") joined[joined.length - 1] = { t: "text", v: last.v + node.v };
    else joined.push(node);
  }
  const atEdge = (neighbour) => (neighbour ? isBlock(neighbour) : edges);
  return joined
    .map((node, index) => (node.t === "text" ? text(node, atEdge(joined[index - 1]), atEdge(joined[index + 1])) : inside(node)))
    .filter((node) => node.t !== "text" || node.v !== "");
}

function text({ v }, before, behind) {
  let words = v.replace(/ +\n/g, "\n").replace(/\n{3,}/g, "\n\n");
  if (before) words = words.replace(/^[ \n]+/, "");
  if (behind) words = words.replace(/[ \n]+$/, "");
  return { t: "text", v: words };
}

function inside(node) {
  const made = { ...node };
  if (node.c) made.c = normalize(node.c, isBlock(node));
  if (node.items) made.items = node.items.map((item) => normalize(item, true));
  return made;
}
