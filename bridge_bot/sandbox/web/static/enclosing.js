// Files on their way into a message: by button, pasted, or dropped on the page.

import { el, iconButton } from "./dom.js";
import { size } from "./enclosures.js";

const MOST = 10;
const MOST_BYTES = 8 * 1024 * 1024;

export class Enclosing {
  constructor(app, form) {
    this.app = app;
    this.files = [];
    this.host = document.getElementById("enclosed");
    const picker = document.getElementById("picker");
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

  paste(event) {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    this.add(event.clipboardData.files);
  }

  add(files) {
    const all = [...this.files, ...files];
    if (all.length > MOST) this.app.toast(`A message takes up to ${MOST} files.`);
    else if (all.reduce((sum, file) => sum + file.size, 0) > MOST_BYTES) this.app.toast(`The files of a message may have ${size(MOST_BYTES)} together.`);
    else this.files = all;
    this.show();
    this.app.composer.focus();
  }

  clear() {
    this.files = [];
    this.show();
  }

  /** The files as the server wants them; there are none here any more then. */
  async take() {
    const { files } = this;
    this.clear();
    return Promise.all(files.map(async (file) => ({ name: file.name, type: file.type, data: await base64(file) })));
  }

  show() {
    this.host.hidden = this.files.length === 0;
    this.host.replaceChildren(...this.files.map((file) =>
      el("li", {}, el("span", { text: file.name }), el("span", { class: "size", text: size(file.size) }),
        iconButton("cross", `Remove ${file.name}`, () => {
          this.files = this.files.filter((each) => each !== file);
          this.show();
          this.app.composer.focus();
        }))));
  }
}

function base64(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result.slice(reader.result.indexOf(",") + 1)));
    reader.addEventListener("error", () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
