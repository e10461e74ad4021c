// Dialogs in which the page itself asks for a name.

import { el } from "../view/dom.js";

export class Dialogs {
  constructor(app) {
    this.app = app;
  }

  /** Open a thread on a message, or in a channel. */
  thread(target) {
    const fields = [input({ name: "name", label: "Name", maxlength: 100 })];
    this.ask("Open a thread", "Open", fields, ({ name }) => this.openNew("open_thread", { ...target, name }));
  }

  /** Open a post in a forum. */
  post(channel) {
    const fields = [
      input({ name: "name", label: "Title", maxlength: 100 }),
      input({ name: "content", label: "First message", lines: 5, maxlength: 2000 }),
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
    this.ask("Add a member", "Add", [input({ name: "name", label: "Name", maxlength: 32 })], async ({ name }) => {
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

function input({ name, label, lines = 1, maxlength }) {
  const made = el(lines > 1 ? "textarea" : "input", { name, id: `field-${name}`, required: true, maxlength, rows: lines > 1 && lines, autocomplete: "off" });
  return el("div", { class: "field" }, el("label", { for: made.id, text: label }), made);
}
