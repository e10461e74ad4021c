// A select of the bot: a field that opens a list, in which one or several can be chosen.
//
// It is a combobox with a listbox (WAI-ARIA): the field keeps the focus, arrow keys move in the list.
// Lists of people, roles and channels can be searched by typing.

import { el, icon } from "../view/dom.js";
import { channels, people, roles } from "../view/entities.js";

const [STRING, USER, ROLE, MENTIONABLE, CHANNEL] = [3, 5, 6, 7, 8];
export const SELECTS = [STRING, USER, ROLE, MENTIONABLE, CHANNEL];
let count = 0;

export class SelectMenu {
  /** For a component of the message or modal of a channel. `onChosen` is called with the values once
   * the list closes and others are chosen, and resolves with null if that failed; `name` is the label
   * for those who do not see it. */
  constructor(component, { store, channel, name, onChosen }) {
    this.component = component;
    this.onChosen = onChosen;
    this.searchable = component.type !== STRING;
    this.items = itemsOf(component, store, store.channel(channel));
    this.least = component.min_values ?? 1;
    this.most = component.max_values ?? 1;
    this.values = defaultsOf(component);
    this.sent = [...this.values];
    const id = `select-${++count}`;
    this.input = el("input", {
      type: "text", role: "combobox", autocomplete: "off", id, readonly: !this.searchable, disabled: component.disabled,
      "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-haspopup": "listbox", "aria-label": name,
      "aria-autocomplete": this.searchable ? "list" : "none", "data-key": component.custom_id,
      onclick: () => (this.isOpen ? this.searchable || this.close() : this.open()),
      onkeydown: (event) => this.onKey(event), oninput: (event) => (this.isOpen ? this.search() : this.open(event.data ?? "")),
      // An edit of the message takes the field away, which is a blur as well: nothing is sent then. It
      // still stands in the document at that moment; once the edit is shown, it does not.
      onblur: () => queueMicrotask(() => this.input.isConnected && this.close()),
    });
    this.list = el("ul", {
      role: "listbox", id: `${id}-list`, class: "popup", hidden: true, "aria-label": name,
      "aria-multiselectable": this.most > 1 ? "true" : null,
    });
    this.node = el("div", { class: "select-menu" }, this.input, icon("chevron"), this.list);
    this.showValue();
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** Open the list; what is `typed` into the field is searched for. */
  open(typed = "") {
    if (this.component.disabled || this.isOpen || this.node.closest('[aria-disabled="true"]')) return;
    this.list.hidden = false;
    this.input.setAttribute("aria-expanded", "true");
    if (this.searchable) {
      this.input.value = typed;
      this.input.placeholder = "Search";
    }
    this.search();
    this.node.classList.toggle("upwards", this.node.getBoundingClientRect().bottom + this.list.offsetHeight > innerHeight);
    this.list.scrollIntoView({ block: "nearest" });
  }

  /** Close the list; what was chosen is handed on, if it is enough and not what it was. */
  close() {
    if (!this.isOpen) return;
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
    const changed = String(this.values) !== String(this.sent);
    if (this.onChosen && changed && this.values.length < this.least) this.values = [...this.sent];
    else if (changed) this.send();
    this.showValue();
  }

  /** Hand on what is chosen; if nothing comes of it, it is as before and can be chosen again. */
  async send() {
    const before = this.sent;
    this.sent = [...this.values];
    if ((await this.onChosen?.(this.values)) !== null) return;
    this.sent = before;
    this.values = [...before];
    if (!this.isOpen) this.showValue();
  }

  /** Show in the field what is chosen. */
  showValue() {
    const named = this.values.map((value) => this.items.find((item) => item.value === value)?.label ?? value);
    this.input.value = named.join(", ");
    this.input.placeholder = this.component.placeholder || "Make a selection";
  }

  /** Show the items that fit what is typed. */
  search() {
    const typed = this.searchable ? this.input.value.trim().toLowerCase() : "";
    this.shown = this.items.filter((item) => item.label.toLowerCase().includes(typed));
    const nodes = this.shown.map((item, index) => el("li", {
      role: "option", id: `${this.list.id}-${index}`,
      // The field keeps the focus; without it the list would close before the click.
      onmousedown: (event) => event.preventDefault(), onclick: () => this.pick(index),
    }, item.image?.(), el("span", { class: "option-text" }, el("b", {}, el("bdi", { text: item.label })), item.detail && el("span", { class: "detail" }, el("bdi", { text: item.detail }))), icon("tick")));
    this.list.replaceChildren(...(nodes.length ? nodes : [el("li", { class: "nothing", role: "option", "aria-disabled": "true", text: "Nothing is called so" })]));
    const chosen = this.shown.findIndex((item) => this.values.includes(item.value));
    this.mark();
    this.move(Math.max(chosen, 0));
  }

  /** Mark what is chosen, and what can't be chosen besides. */
  mark() {
    const full = this.most > 1 && this.values.length >= this.most;
    this.shown.forEach((item, index) => {
      const chosen = this.values.includes(item.value);
      this.list.children[index].setAttribute("aria-selected", String(chosen));
      this.list.children[index].setAttribute("aria-disabled", String(full && !chosen));
    });
  }

  move(to) {
    if (!this.shown.length) return;
    this.at = (to + this.shown.length) % this.shown.length;
    [...this.list.children].forEach((node, index) => node.classList.toggle("active", index === this.at));
    this.list.children[this.at].scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", this.list.children[this.at].id);
  }

  pick(index) {
    const item = this.shown[index];
    if (!item) return;
    const chosen = this.values.includes(item.value);
    if (this.most === 1) {
      this.values = chosen && this.least === 0 ? [] : [item.value];
      this.close();
      return;
    }
    if (chosen) this.values = this.values.filter((value) => value !== item.value);
    else if (this.values.length < this.most) this.values = [...this.values, item.value];
    this.mark();
  }

  onKey(event) {
    const { key } = event;
    if (!this.isOpen) {
      if (!["ArrowDown", "ArrowUp", "Enter", " "].includes(key)) return;
      this.open();
    } else if (key === "ArrowDown") this.move(this.at + 1);
    else if (key === "ArrowUp") this.move(this.at - 1);
    else if (key === "Home" && !this.searchable) this.move(0);
    else if (key === "End" && !this.searchable) this.move(-1);
    else if (key === "Enter" || (key === " " && !this.searchable)) this.pick(this.at);
    else if (key === "Escape") this.close();
    else {
      if (!this.searchable) this.jump(key);
      return;
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** Go to the next item that begins with a letter. */
  jump(key) {
    if (key.length !== 1) return;
    const order = [...this.shown.keys()].map((index) => (this.at + 1 + index) % this.shown.length);
    const found = order.find((index) => this.shown[index].label.toLowerCase().startsWith(key.toLowerCase()));
    if (found !== undefined) this.move(found);
  }
}

function itemsOf(component, store, channel) {
  switch (component.type) {
    case USER: return people(store, channel);
    case ROLE: return roles(store, channel);
    case MENTIONABLE: return [...people(store, channel), ...roles(store, channel)];
    case CHANNEL: return channels(store, channel, component.channel_types);
    default:
      return (component.options ?? []).map((option) => ({
        value: option.value, label: option.label, detail: option.description,
        image: option.emoji && (() => el("span", { class: "emoji", "aria-hidden": "true", text: option.emoji.id ? "▪" : option.emoji.name })),
      }));
  }
}

function defaultsOf(component) {
  const chosen = (component.options ?? []).filter((option) => option.default).map((option) => option.value);
  return [...chosen, ...(component.default_values ?? []).map((each) => String(each.id))];
}
