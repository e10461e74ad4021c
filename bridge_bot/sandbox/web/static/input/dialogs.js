// Dialogs in which the page itself asks for a name.

import { el } from "../view/dom.js";

export class Dialogs {
  constructor(app) {
    this.app = app;
  }

  /** Open a thread on a message, or in a channel; there it can be private. */
  thread(target) {
    const fields = [input({ name: "name", label: "Name", maxlength: 100 })];
    if (!target.message) fields.push(checkbox("private", "Private: only those whom you mention there see it, and moderators"));
    this.ask("Open a thread", "Open", fields, ({ name, private: ticked }) =>
      this.openNew("open_thread", { ...target, name, private: Boolean(ticked) }));
  }

  /** Forward a message to a channel, a thread or the bot, and show it there. */
  forward(message) {
    const channels = [...this.app.store.channels.values()].filter((each) => each.kind !== "forum" && !each.archived);
    const choice = el("select", { name: "to", id: "field-to" }, channels.map((each) =>
      el("option", { value: each.id, text: each.kind === "dm" ? `@${each.name}` : each.name })));
    const field = el("div", { class: "field" }, el("label", { for: "field-to", text: "Where to" }), choice);
    this.ask("Forward", "Forward", [field], ({ to }) => this.openNew("forward_message", { ...message, to }));
  }

  /** Open a post in a forum. */
  post(channel) {
    const fields = [
      input({ name: "name", label: "Title", maxlength: 100 }),
      input({ name: "content", label: "First message", lines: 5, maxlength: 2000 }),
      ...tagChoices(this.app.store.channel(channel), []),
    ];
    this.ask("New post", "Post", fields, ({ name, content, ...ticked }) =>
      this.openNew("open_post", { channel, name, content: this.app.composer.encodeMentions(content), tags: tickedTags(ticked) }));
  }

  /** Change the tags of a post. */
  tags(channel) {
    const post = this.app.store.channel(channel);
    const forum = this.app.store.channel(post.parent);
    const kept = forum.tags.filter((tag) => !tag.usable && post.tags.includes(tag.id)).map((tag) => tag.id);
    this.ask("Tags", "Save", tagChoices(forum, post.tags), (ticked) =>
      this.app.act("set_tags", { channel, tags: [...kept, ...tickedTags(ticked)] }));
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
    const submit = el("button", { class: "control primary", text: buttonText });
    const refusal = el("p", { class: "problem refusal", dir: "auto", role: "alert", hidden: true });
    const form = el("form", { method: "dialog" },
      el("h2", { id: "dialog-title", text: title }),
      ...fields,
      refusal,
      el("p", { class: "actions" },
        el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => dialog.close() }),
        submit));
    const dialog = el("dialog", { "aria-labelledby": "dialog-title", onclose: () => (dialog.remove(), this.app.composer.focus()) }, form);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      if (submit.ariaBusy) return;
      submit.ariaBusy = "true";
      refusal.hidden = true;
      const done = await onSend(Object.fromEntries(new FormData(form)));
      submit.ariaBusy = null;
      if (done) dialog.close();
    });
    document.body.append(dialog);
    dialog.showModal();
  }
}

function input({ name, label, lines = 1, maxlength }) {
  const made = el(lines > 1 ? "textarea" : "input", { name, id: `field-${name}`, required: true, maxlength, rows: lines > 1 && lines, autocomplete: "off" });
  return el("div", { class: "field" }, el("label", { for: made.id, text: label }), made);
}

function checkbox(name, label, checked = false) {
  return el("label", {}, el("input", { type: "checkbox", name, checked }), label);
}

/** The tags that the member may give, to be ticked. */
function tagChoices(forum, given) {
  const tags = (forum.tags ?? []).filter((tag) => tag.usable);
  const title = forum.requires_tag ? "Tags (at least one)" : "Tags";
  return tags.length ? [el("fieldset", { class: "choices" }, el("legend", { text: title }),
    tags.map((tag) => checkbox(`tag ${tag.id}`, tag.name, given.includes(tag.id))))] : [];
}

function tickedTags(ticked) {
  return Object.keys(ticked).map((name) => name.replace("tag ", ""));
}
