// Which addresses Discord makes links of, masked and bare; used by the rules in markdown.js.

const WEB = /^(?:https?|discord):\/\//i;
const BARE = /https?:\/\/[^\s<]+[^<.,:;"'\]\s]/y;
const IN_BRACKETS = /<([^: >]+:\/[^ >]+)>/y;
// In the text `[…]` in pairs and `]` that another follows; in the address `(…)` in pairs.
const MASKED = /\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\[^\n])*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/y;
const NESTED_TOO_DEEP = "[".repeat(10);

const INVISIBLE = "\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0";
const HIDES = new RegExp(`[${INVISIBLE}]`);
const ODD_SPACES = new RegExp(`[${INVISIBLE}\\u2000-\\u200a\\u202f\\u205f\\u3000]`, "g");
const IN_TEXT = /https?:\/\/|discord\.gg\/\w|discord(?:app)?\.com\/invite\/\w/i;
// What Unicode calls an emoji, without the digits and signs that Discord leaves as they are.
const EMOJI = /(?![\d#*©®™])\p{Emoji}|\u20e3/u;

export const hasEmoji = (text) => EMOJI.test(text);

/** A masked link's text without what could hide something in it. */
export const withoutOddSpaces = (text) => text.replace(ODD_SPACES, "");

export function sticky(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** The address that begins here, bare or in angle brackets: {end, words, href}. */
export function unmasked(text, at) {
  let found = sticky(BARE, text, at);
  if (found) {
    let [href] = found;
    const closing = /\)*$/.exec(href)[0].length;
    if (closing > href.split("(").length - 1) href = href.slice(0, -1);
    return { end: at + href.length, words: href, href };
  }
  found = sticky(IN_BRACKETS, text, at);
  return found && { end: at + found[0].length, words: found[1], href: WEB.test(found[1]) ? found[1] : null };
}

/** The `[words](address "title")` that begins here; without `href` if it is shown as written. */
export function masked(text, at) {
  const found = sticky(MASKED, text, at);
  if (!found || found[1].includes(NESTED_TOO_DEEP)) return null;
  const href = found[2].replace(/\\([^0-9A-Za-z\s])/g, "$1");
  return { end: at + found[0].length, words: found[1], href: allowed(found[1], href) ? href : null };
}

function allowed(words, href) {
  const host = /^(?:https?|discord):\/\/([^/?#]+)/i.exec(href);
  const plain = withoutOddSpaces(words);
  return Boolean(host) && !host[1].includes("%") && !HIDES.test(href) && plain.trim() !== "" && !IN_TEXT.test(plain.normalize("NFKC"));
}
