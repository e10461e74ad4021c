// A list of offers above a field, in which one goes up and down while the field keeps the focus.

import { el } from "./dom.js";

let count = 0;

export class Popup {
  /** For `field`, standing in `place`. */
  constructor(field, place) {
    this.field = field;
    this.items = [];
    this.id = `popup-${++count}`;
    this.list = el("ul", { class: "popup", role: "listbox", id: this.id, "aria-label": "Suggestions" });
    this.list.hidden = true;
    place.append(this.list);
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-controls", this.id);
  }

  get open() {
    return !this.list.hidden;
  }

  /** Offer items {label, detail, look}; `onPick` gets the one that was picked. */
  show(items, onPick) {
    this.items = items;
    this.onPick = onPick;
    this.list.hidden = items.length === 0;
    this.list.replaceChildren(...items.map((item, index) =>
      el("li", {
        role: "option", id: `${this.id}-${index}`,
        // Not on click: the field would lose the focus before it.
        onpointerdown: (event) => (event.preventDefault(), this.pick(index)),
      }, item.look, el("b", { text: item.label }), item.detail && el("span", { class: "detail", text: item.detail }))));
    this.go(0);
  }

  hide() {
    this.items = [];
    this.list.hidden = true;
    this.field.removeAttribute("aria-activedescendant");
  }

  go(index) {
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

  /** Take a key; whether it was one for the list. */
  onKey(event) {
    if (!this.open || event.isComposing) return false;
    if (event.key === "ArrowDown") this.go(this.at + 1);
    else if (event.key === "ArrowUp") this.go(this.at - 1);
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) this.pick();
    else if (event.key === "Escape") this.hide();
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }
}
