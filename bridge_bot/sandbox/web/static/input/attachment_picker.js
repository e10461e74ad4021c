// Files that will be sent with a message: chosen by a button, pasted, or dropped on the page.

import { el, iconButton } from "../view/dom.js";
import { formatSize } from "../view/attachments.js";

const MAX_FILES = 10;
const MAX_BYTES = 8 * 1024 * 1024;

export class AttachmentPicker {
  constructor(app, form) {
    this.app = app;
    this.files = [];
    this.host = document.getElementById("attachments");
    const picker = document.getElementById("file-picker");
    document.getElementById("attach").addEventListener("click", () => picker.click());
    picker.addEventListener("change", () => {
      this.add(picker.files);
      picker.value = "";
    });
    const main = form.closest("main");
    main.addEventListener("dragover", (event) => (event.preventDefault(), main.classList.add("dropping")));
    main.addEventListener("dragleave", (event) => !main.contains(event.relatedTarget) && main.classList.remove("dropping"));
    main.addEventListener("drop", (event) => {
      event.preventDefault();
      main.classList.remove("dropping");
      this.add(event.dataTransfer.files);
    });
  }

  /** Take the files that are pasted into the field. */
  paste(event) {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    this.add(event.clipboardData.files);
  }

  add(files) {
    const all = [...this.files, ...files];
    if (all.length > MAX_FILES) this.app.toast(`A message takes up to ${MAX_FILES} files.`);
    else if (all.reduce((sum, file) => sum + file.size, 0) > MAX_BYTES) this.app.toast(`The files of a message may have ${formatSize(MAX_BYTES)} together.`);
    else this.files = all;
    this.show();
    this.app.composer.focus();
  }

  clear() {
    this.files = [];
    this.show();
  }

  show() {
    this.host.hidden = this.files.length === 0;
    this.host.replaceChildren(...this.files.map((file) =>
      el("li", {}, el("bdi", { text: file.name }), el("span", { class: "size", text: formatSize(file.size) }),
        iconButton("cross", `Remove ${file.name}`, () => {
          this.files = this.files.filter((each) => each !== file);
          this.show();
          this.app.composer.focus();
        }))));
  }
}

/** Files as the server wants them. Rejects if one can't be read. */
export function encodeFiles(files) {
  return Promise.all(files.map(async (file) => ({ name: file.name, type: file.type, data: await base64(file) })));
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(new Error(`\u2068${file.name}\u2069 can't be read`)));
    reader.readAsDataURL(file);
  });
}
