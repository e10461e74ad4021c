// The form of a slash command: one field for each of its options.

import { local, locale } from "../app/commands.js";
import { el } from "../view/dom.js";
import { channels, people, roles } from "../view/entities.js";
import { encodeFiles } from "./attachment_picker.js";
import { Popup } from "./popup.js";

const [INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT] = [4, 5, 6, 7, 8, 9, 10, 11];
const AUTOCOMPLETE_DELAY_MS = 150;
const MOST_SHOWN = 25;

export class CommandPalette {
  constructor(app, composer) {
    this.app = app;
    this.composer = composer;
    this.form = document.getElementById("palette");
    this.form.addEventListener("submit", (event) => (event.preventDefault(), this.send()));
    this.form.addEventListener("keydown", (event) => event.key === "Escape" && this.cancel());
  }

  get open() {
    return !this.form.hidden;
  }

  /** Ask for the options of a command; one without any is used at once. */
  begin(command) {
    this.command = command;
    this.composer.input.value = "";
    this.composer.form.hidden = true;
    this.form.hidden = false;
    this.fields = command.options.map((option) => new OptionField(option, this));
    this.button = el("button", { class: "control primary", text: "Use" });
    this.form.replaceChildren(
      el("p", {}, el("b", {}, el("bdi", { text: `/${command.label}` })), " ", el("bdi", { lang: "", text: command.description })),
      ...this.fields.map((field) => field.node),
      el("p", { class: "actions" },
        el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => this.cancel() }),
        this.button));
    for (const field of this.fields) field.attach();
    if (this.fields.length) this.fields[0].input.focus();
    else this.send();
  }

  close() {
    if (!this.open) return;
    this.form.hidden = true;
    this.form.replaceChildren();
    this.composer.show();
  }

  cancel() {
    this.close();
    this.composer.focus();
  }

  /** The values of the options; null if one of them is not valid, which then says why. */
  values() {
    const values = {};
    for (const field of this.fields) {
      const problem = field.problem();
      if (problem) {
        field.input.setCustomValidity(problem);
        field.input.reportValidity();
        return null;
      }
      if (field.input.value && !field.takesFile) values[field.option.name] = field.value;
    }
    return values;
  }

  /** The files of the options, as the server wants them. */
  async files() {
    const withFile = this.fields.filter((field) => field.takesFile);
    const files = withFile.map(async (field) => (await encodeFiles([...field.input.files])).map((file) => ({ ...file, field: field.option.name })));
    return (await Promise.all(files)).flat();
  }

  async send() {
    const options = this.values();
    if (!options) return;
    const { command } = this;
    const done = await this.app.interact(this.button, "use_command", {
      channel: this.app.current, path: command.path, options, locale: locale(), files: this.files(),
    });
    if (!done || command !== this.command) return;
    // The response is shown before this: who uses a control of it already keeps the focus.
    const { activeElement } = document;
    const isElsewhere = activeElement !== document.body && !this.form.contains(activeElement);
    this.close();
    if (!isElsewhere) this.composer.focus();
  }
}

class OptionField {
  constructor(option, palette) {
    this.option = option;
    this.palette = palette;
    this.chosen = null;
    const name = local(option, "name");
    this.input = el("input", {
      type: this.takesFile ? "file" : "text", autocomplete: "off", id: `option-${option.name}`, placeholder: option.required ? "" : "optional",
      maxlength: option.max_length, "aria-describedby": `about-${option.name}`, required: option.required,
    });
    this.node = el("div", { class: "option" },
      el("label", { for: this.input.id, dir: "auto", lang: "", text: name }), this.input,
      el("span", { class: "detail", id: `about-${option.name}`, dir: "auto", lang: "", text: local(option, "description") }));
  }

  get takesFile() {
    return this.option.type === ATTACHMENT;
  }

  /** Offer choices; the field has to be in the page for that. */
  attach() {
    if (this.takesFile) return;
    this.popup = new Popup(this.input, this.node);
    this.input.addEventListener("keydown", (event) => this.popup.onKey(event));
    this.input.addEventListener("focus", () => this.suggest());
    this.input.addEventListener("blur", () => this.popup.hide());
    this.input.addEventListener("input", () => {
      this.chosen = null;
      this.input.setCustomValidity("");
      this.suggest();
    });
  }

  /** What can be chosen, if that does not depend on the bot. */
  get choices() {
    const { store } = this.palette.app;
    const choices = (this.option.choices ?? []).map((choice) => ({ label: local(choice, "name"), value: choice.value }));
    if (this.option.type === BOOLEAN) return [{ label: "True", value: true }, { label: "False", value: false }];
    const channel = store.channel(this.palette.app.current);
    switch (this.option.type) {
      case USER: return people(store, channel);
      case ROLE: return roles(store, channel);
      case MENTIONABLE: return [...people(store, channel), ...roles(store, channel)];
      case CHANNEL: return channels(store, channel, this.option.channel_types);
      default: return choices;
    }
  }

  suggest() {
    if (this.option.autocomplete) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.requestChoices(), AUTOCOMPLETE_DELAY_MS);
      return;
    }
    const typed = this.chosen ? "" : this.input.value.toLowerCase();
    this.showChoices(this.choices.filter((choice) => `${choice.label} ${choice.value}`.toLowerCase().includes(typed)));
  }

  async requestChoices() {
    const { app, command, fields } = this.palette;
    const options = Object.fromEntries(fields.filter((each) => each.input.value && !each.takesFile).map((each) => [each.option.name, each.value]));
    options[this.option.name] = this.input.value;
    const request = (this.request = Symbol("request"));
    const answer = await app.interactions.begin("autocomplete", {
      channel: app.current, path: command.path, options, focused: this.option.name, locale: locale(),
    });
    if (this.request === request && document.activeElement === this.input) {
      this.showChoices((answer?.choices ?? []).map((choice) => ({ label: choice.name, value: choice.value })));
    }
  }

  showChoices(choices) {
    const items = choices.slice(0, MOST_SHOWN).map((choice) => ({ ...choice, image: choice.image?.() }));
    this.popup.show(items, (choice) => {
      this.chosen = choice;
      this.input.value = choice.label;
      this.input.setCustomValidity("");
    });
  }

  get value() {
    const typed = this.input.value;
    const choice = this.chosen ?? this.choices.find((each) => [each.label, String(each.value)].some((name) => name.toLowerCase() === typed.toLowerCase()));
    if (choice) return choice.value;
    return [INTEGER, NUMBER].includes(this.option.type) ? Number(typed) : typed;
  }

  /** What is wrong with the value, or an empty text. */
  problem() {
    const typed = this.input.value;
    if (this.takesFile) return typed || !this.option.required ? "" : "A file is needed.";
    if (!typed) return this.option.required ? "This is needed." : "";
    const known = this.choices;
    if (known.length && !this.chosen && !known.some((each) => each.value === this.value)) return "Choose one of the list.";
    if (this.option.type === INTEGER && !Number.isInteger(this.value)) return "A whole number is needed.";
    if (this.option.type === NUMBER && Number.isNaN(this.value)) return "A number is needed.";
    if (typed.length < (this.option.min_length ?? 0)) return `At least ${this.option.min_length} characters are needed.`;
    return "";
  }
}
