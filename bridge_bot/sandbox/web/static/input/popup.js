// A list of suggestions at a field. Arrow keys select one while the field keeps the focus.

import { el } from "../view/dom.js";

let count = 0;

export class Popup {
  /** For the input `field`, as a child of `parent`. */
  constructor(field, parent) {
    this.field = field;
    this.items = [];
    this.id = `popup-${++count}`;
    this.list = el("ul", { class: "popup", role: "listbox", id: this.id, "aria-label": "Suggestions" });
    this.list.hidden = true;
    parent.append(this.list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.id);
  }

  get open() {
    return !this.list.hidden;
  }

  /** Show items {label, detail, image}; `onPick` gets the one that was picked. */
  show(items, onPick) {
    this.items = items;
    this.onPick = onPick;
    this.list.hidden = items.length === 0;
    this.list.replaceChildren(...items.map((item, index) =>
      el("li", {
        role: "option", id: `${this.id}-${index}`,
        // The field keeps the focus; without it the list would close before the click.
        onmousedown: (event) => event.preventDefault(), onclick: () => this.pick(index),
      }, item.image, el("b", { dir: "auto", text: item.label }), item.detail && el("span", { class: "detail", dir: "auto", lang: "", text: item.detail }))));
    this.select(0);
  }

  hide() {
    this.items = [];
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  select(index) {
    if (!this.items.length) return;
    this.at = (index + this.items.length) % this.items.length;
    [...this.list.children].forEach((node, position) => node.setAttribute("aria-selected", String(position === this.at)));
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `${this.id}-${this.at}`);
  }

  pick(index = this.at) {
    const item = this.items[index];
    this.hide();
    if (item) this.onPick(item);
  }

  /** Handle a key. Returns whether it was meant for the list. */
  onKey(event) {
    if (!this.open || event.isComposing) return false;
    if (event.key === "ArrowDown") this.select(this.at + 1);
    else if (event.key === "ArrowUp") this.select(this.at - 1);
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) this.pick();
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
