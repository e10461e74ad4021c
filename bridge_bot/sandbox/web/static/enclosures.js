// What comes with a message besides its text: embeds and files.

import { el, icon } from "./dom.js";
import { link, show } from "./markdown_view.js";

/** Embeds, as bots make them. */
export function embeds(given, names) {
  return given.map((embed) => {
    const made = el("section", { class: "embed" },
      embed.author?.name && el("p", { class: "embed-author", text: embed.author.name }),
      embed.title && el("p", { class: "embed-title" }, embed.url ? link(embed.url, embed.url, embed.title) : embed.title),
      embed.description && text(embed.description, names),
      embed.fields?.length && el("dl", {}, embed.fields.map((field) =>
        el("div", { class: field.inline ? "inline" : false }, el("dt", { text: field.name }), el("dd", {}, text(field.value, names))))),
      embed.footer?.text && el("p", { class: "embed-footer", text: embed.footer.text }));
    if (Number.isInteger(embed.color)) made.style.setProperty("--edge", `#${embed.color.toString(16).padStart(6, "0")}`);
    return made;
  });
}

/** Files: pictures are shown, all else is to be saved. */
export function files(given) {
  return given.map((file) => {
    const address = `/files/${file.id}/${encodeURIComponent(file.name)}`;
    if (file.image) {
      return el("a", { class: "picture", href: address, target: "_blank", rel: "noopener noreferrer" },
        el("img", { src: address, alt: file.description || file.name, loading: "lazy" }));
    }
    return el("a", { class: "file", href: address, download: file.name, title: file.description || `Save ${file.name}` },
      icon("file"), el("span", { class: "file-name", text: file.name }),
      el("span", { class: "size", text: size(file.size) }), icon("save"));
  });
}

/** A size for people. */
export function size(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function text(source, names) {
  const host = el("div", { class: "body" });
  show(host, source, names);
  return host;
}
