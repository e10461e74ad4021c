// The form of a slash command: one field for each of its options.

import { el } from "../view/dom.js";
import { Popup } from "./popup.js";

const [SUBCOMMAND, GROUP, INTEGER, BOOLEAN, USER, NUMBER] = [1, 2, 4, 5, 6, 10];
const AUTOCOMPLETE_DELAY_MS = 150;
const IN_DM = 1;

/** The locale that a client would send. */
export const LOCALE = /^(en-(US|GB)|zh-(CN|TW)|pt-BR|es-(ES|419)|sv-SE)$/.test(navigator.language) ? navigator.language
  : /^(bg|hr|cs|id|da|nl|fi|fr|de|el|hi|hu|it|ja|ko|lt|no|pl|ro|ru|th|tr|uk|vi)(-|$)/.exec(navigator.language)?.[1] ?? "en-US";

const local = (of, what) => of[`${what}_localizations`]?.[LOCALE] ?? of[what];

/** The commands that can be used in the open channel, subcommands as ones of their own. */
export function availableCommands(app) {
  const channel = app.store.channel(app.current);
  const fits = (command) => (command.type ?? 1) === 1 && (!command.guild_id || command.guild_id === channel?.guild)
    && (channel?.kind !== "dm" || !command.contexts || command.contexts.includes(IN_DM));
  return app.store.commands.filter(fits).flatMap((command) => flat(command, [])).sort((one, two) => (one.path < two.path ? -1 : 1));
}

function flat(command, before) {
  const steps = [...before, command];
  const inner = (command.options ?? []).filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
  if (inner.length) return inner.flatMap((option) => flat(option, steps));
  return [{ path: steps.map((step) => step.name).join(" "), description: local(command, "description"), options: command.options ?? [] }];
}

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
    this.form.replaceChildren(
      el("p", {}, el("b", { text: `/${command.path}` }), " ", command.description),
      ...this.fields.map((field) => field.node),
      el("p", { class: "actions" },
        el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => this.cancel() }),
        el("button", { class: "control primary", text: "Use" })));
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
      if (field.input.value) values[field.option.name] = field.value;
    }
    return values;
  }

  async send() {
    const options = this.values();
    if (!options) return;
    const { path } = this.command;
    const done = await this.app.interact(this.form, "use_command", { channel: this.app.current, path, options, locale: LOCALE });
    if (done) this.cancel();
  }
}

class OptionField {
  constructor(option, palette) {
    this.option = option;
    this.palette = palette;
    this.chosen = null;
    const name = local(option, "name");
    this.input = el("input", {
      type: "text", autocomplete: "off", id: `option-${option.name}`, placeholder: option.required ? "" : "optional",
      maxlength: option.max_length, "aria-describedby": `about-${option.name}`, required: option.required,
    });
    this.node = el("div", { class: "option" },
      el("label", { for: this.input.id, text: name }), this.input,
      el("span", { class: "detail", id: `about-${option.name}`, text: local(option, "description") }));
  }

  /** Offer choices; the field has to be in the page for that. */
  attach() {
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
    if (this.option.type === USER) return [...store.users.values()].map((user) => ({ label: user.name, value: user.id }));
    return choices;
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
    const options = Object.fromEntries(fields.filter((each) => each.input.value).map((each) => [each.option.name, each.value]));
    options[this.option.name] = this.input.value;
    const request = (this.request = Symbol("request"));
    const answer = await app.interactions.begin("autocomplete", {
      channel: app.current, path: command.path, options, focused: this.option.name, locale: LOCALE,
    });
    if (this.request === request && document.activeElement === this.input) {
      this.showChoices((answer?.choices ?? []).map((choice) => ({ label: choice.name, value: choice.value })));
    }
  }

  showChoices(choices) {
    this.popup.show(choices, (choice) => {
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
    if (!typed) return this.option.required ? "This is needed." : "";
    const known = this.choices;
    if (known.length && !this.chosen && !known.some((each) => each.value === this.value)) return "Choose one of the list.";
    if (this.option.type === INTEGER && !Number.isInteger(this.value)) return "A whole number is needed.";
    if (this.option.type === NUMBER && Number.isNaN(this.value)) return "A number is needed.";
    if (typed.length < (this.option.min_length ?? 0)) return `At least ${this.option.min_length} characters are needed.`;
    return "";
  }
}
