// Dialogs: the bot's forms (Discord's modals), and those in which the page itself asks for a name.

import { el } from "../view/dom.js";

const [ROW, SELECT, INPUT, LABEL, TEXT] = [1, 3, 4, 18, 10];
const PARAGRAPH = 2;

export class Dialogs {
  constructor(app) {
    this.app = app;
  }

  /** A form of the bot's, as answer to the interaction of that id. */
  form(interaction, { title, components }) {
    const fields = components.flatMap(formFields);
    this.ask(title, "Send", fields, (values) => this.app.interact(null, "submit_modal", { interaction, values }));
  }

  /** Open a thread on a message, or in a channel. */
  thread(target) {
    const fields = [input({ custom_id: "name", label: "Name", max_length: 100 })];
    this.ask("Open a thread", "Open", fields, ({ name }) => this.openNew("open_thread", { ...target, name }));
  }

  /** Open a post in a forum. */
  post(channel) {
    const fields = [
      input({ custom_id: "name", label: "Title", max_length: 100 }),
      input({ custom_id: "content", label: "First message", style: PARAGRAPH, max_length: 2000 }),
    ];
    this.ask("New post", "Post", fields, ({ name, content }) =>
      this.openNew("open_post", { channel, name, content: this.app.composer.encodeMentions(content) }));
  }

  /** Ask the server for a new thread, and open it. */
  async openNew(action, fields) {
    const done = await this.app.act(action, fields);
    if (done) this.app.open(done.channel);
    return done;
  }

  /** Add somebody to act as. */
  member(guild) {
    this.ask("Add a member", "Add", [input({ custom_id: "name", label: "Name", max_length: 32 })], async ({ name }) => {
      const done = await this.app.act("add_member", { guild, name });
      if (done) this.app.actAs(done.member);
      return done;
    });
  }

  /** Ask with a native dialog; it stays open if `onSend` resolves with nothing. */
  ask(title, buttonText, fields, onSend) {
    const form = el("form", { method: "dialog" },
      el("h2", { id: "dialog-title", text: title }),
      ...fields,
      el("p", { class: "actions" },
        el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => dialog.close() }),
        el("button", { class: "control primary", text: buttonText })));
    const dialog = el("dialog", { "aria-labelledby": "dialog-title", onclose: () => (dialog.remove(), this.app.composer.focus()) }, form);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (await onSend(Object.fromEntries(new FormData(form)))) dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
  }
}

/** The fields of a component of a form. */
function formFields(component, around = {}) {
  if (component.type === ROW) return component.components.flatMap((each) => formFields(each));
  if (component.type === LABEL) return formFields(component.component, { label: component.label, description: component.description });
  if (component.type === INPUT) return [input({ ...around, ...component, label: component.label ?? around.label })];
  if (component.type === SELECT) return [choice({ ...around, ...component })];
  if (component.type === TEXT) return [el("p", { text: component.content })];
  return [el("p", { class: "subtext", text: "(something that this page cannot show)" })];
}

function input({ custom_id: name, label, description, style, value, placeholder, required = true, min_length: minlength, max_length: maxlength }) {
  const tag = style === PARAGRAPH ? "textarea" : "input";
  return field(name, label, description, el(tag, {
    name, placeholder, required, minlength, maxlength, rows: tag === "textarea" && 5, value: value ?? "", autocomplete: "off",
  }));
}

function choice({ custom_id: name, label, description, options, placeholder, required = true }) {
  return field(name, label ?? placeholder ?? "Choose", description, el("select", { name, required },
    el("option", { value: "", text: placeholder ?? "Choose…" }),
    options.map((each) => el("option", { value: each.value, text: each.label, selected: each.default }))));
}

/** An input with its label and, if there is one, its description. */
function field(name, label, description, made) {
  made.id = `field-${name}`;
  if (description) made.setAttribute("aria-describedby", `${made.id}-about`);
  return el("div", { class: "field" }, el("label", { for: made.id, text: label }),
    description && el("p", { class: "subtext", id: `${made.id}-about`, text: description }), made);
}
