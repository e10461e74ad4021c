// A bot's modal: a dialog with fields, whose values go back to the bot.

import { byKey, el } from "../view/dom.js";
import { encodeFiles } from "./attachment_picker.js";
import { modalFields } from "./modal_fields.js";

/** Show the modal with which the bot answered an interaction. When it closes, the focus goes back to
 * `opener`, the control that led to it, or else to its message, if they are still there. */
export function showModal(app, { id, channel, opener, form }) {
  const context = { store: app.store, channel, names: app.store.names((each) => app.open(each)) };
  const fields = form.components.flatMap((component) => modalFields(component, context));
  const failed = el("p", { class: "problem refusal", dir: "auto", role: "alert", hidden: true });
  const submit = el("button", { class: "control primary", text: "Submit" });
  const name = app.store.user(app.store.bot.id).name;
  const node = el("form", { method: "dialog", novalidate: true },
    el("h2", { id: "dialog-title", dir: "auto", lang: "", text: form.title }),
    el("p", { class: "subtext", text: `This form goes to \u2068${name}\u2069. Do not share passwords or other sensitive information.` }),
    ...fields.map((field) => field.node), failed,
    el("p", { class: "actions" }, el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => dialog.close() }), submit));
  const message = opener?.closest(".message");
  const focusAgain = () => {
    // The bot may have changed the message, and with it the control.
    const control = opener?.isConnected ? opener : message && byKey(message, opener.dataset.key);
    const usable = control && !control.disabled ? control : message;
    (usable?.isConnected ? usable : app.composer).focus();
  };
  const dialog = el("dialog", {
    class: "modal", "aria-labelledby": "dialog-title",
    onclose: () => (dialog.remove(), focusAgain()),
  }, node);
  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    failed.hidden = true;
    if (!valid(fields)) return;
    const values = Object.fromEntries(fields.filter((field) => field.value).map((field) => [field.name, field.value()]));
    const answer = await app.interact(submit, "submit_modal", { interaction: id, values, files: filesOf(fields) }, {
      channel, opener,
      onFailed: () => {
        failed.textContent = "Something went wrong. Try again.";
        failed.hidden = false;
      },
    });
    if (answer) dialog.close();
  });
  document.body.append(dialog);
  dialog.showModal();
  fields.find((field) => field.input)?.input.focus();
}

/** Whether the fields can be sent; what is wrong is told at each, and the first of them focused. */
function valid(fields) {
  const wrong = fields.filter((field) => {
    const problem = field.problem();
    const note = field.node.querySelector(":scope > .problem");
    if (note) {
      note.textContent = problem;
      note.hidden = !problem;
    }
    field.input?.setAttribute("aria-invalid", String(Boolean(problem)));
    return problem;
  });
  wrong[0]?.input.focus();
  return !wrong.length;
}

async function filesOf(fields) {
  const chosen = fields.filter((field) => field.files).map(async (field) =>
    (await encodeFiles(field.files())).map((file) => ({ ...file, field: field.name })));
  return (await Promise.all(chosen)).flat();
}
