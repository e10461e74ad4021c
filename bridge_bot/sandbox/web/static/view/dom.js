// Building and updating the document. Texts become text nodes, never markup.

const signatures = new WeakMap();

/** An element. `on…` are listeners, `text` its text; a false, null or undefined property is left out. */
export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "text") made.textContent = value;
    else if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "value" || name === "checked") made[name] = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** An icon of index.html's set, in the colour of the text around it. */
export function icon(name) {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#icon-${name}`);
  drawing.setAttribute("class", "icon");
  drawing.setAttribute("aria-hidden", "true");
  drawing.append(use);
  return drawing;
}

/** A button that is an icon, with a name for those who do not see it. */
export function iconButton(name, label, onclick, properties = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, onclick, ...properties }, icon(name));
}

/** Replace the children of `host` with the nodes that `build` returns, but only if `shown`, the data
 * that they show, differs from the last call: so nothing flickers, and the focus stays. It goes to the
 * message around if what has it is gone or can't be used any more. */
export function renderIfChanged(host, shown, build) {
  const signature = JSON.stringify(shown);
  if (signatures.get(host) === signature) return;
  signatures.set(host, signature);
  const focused = host.contains(document.activeElement) ? document.activeElement : null;
  host.replaceChildren(...build());
  if (!focused) return;
  byKey(host, focused.dataset.key)?.focus();
  if (!host.contains(document.activeElement)) host.closest(".message")?.focus({ preventScroll: true });
}

/** The element in `host` that stands for the same as one of that key did before. */
export function byKey(host, key) {
  return key ? host.querySelector(`[data-key="${CSS.escape(key)}"]`) : null;
}

/** Make one child of `host` for each item, in order. A child whose key (`keyOf(item)`) is there
 * already is kept; `make(item)` returns a new one, and `update(node, item)` is called for all. */
export function updateChildren(host, items, keyOf, make, update) {
  const there = new Map([...host.children].map((child) => [child.dataset.key, child]));
  let next = host.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    let node = there.get(key);
    there.delete(key);
    if (!node) {
      node = make(item);
      node.dataset.key = key;
    }
    update?.(node, item);
    if (node === next) next = next.nextElementSibling;
    else host.insertBefore(node, next);
  }
  for (const old of there.values()) old.remove();
}

/** The direction of a text: that of its first letter outside of isolates; null without one. */
export function direction(text) {
  const letter = /\p{L}/u.exec(text.replace(/[\u2066-\u2068][^\u2066-\u2069]*\u2069/g, ""))?.[0];
  return letter && (/[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/.test(letter) ? "rtl" : "ltr");
}

/** The hue (0 to 359) of an id: always the same one, so that people can be told apart. */
export function hue(id) {
  let sum = 7;
  for (const digit of id) sum = (sum * 31 + digit.charCodeAt(0)) % 3600;
  return (sum * 47) % 360;
}

/** The picture of somebody: initials on a colour of their own; of a bot, the bridge. */
export function avatar(id, name, isBot) {
  const letters = name.split(/[\s_-]+/).map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? "").filter(Boolean);
  const initials = letters.slice(0, 2).join("").toUpperCase();
  const made = el("span", { class: isBot ? "avatar avatar-bot" : "avatar", "aria-hidden": "true" }, isBot ? icon("bridge") : initials || "?");
  made.style.setProperty("--hue", hue(id));
  return made;
}
