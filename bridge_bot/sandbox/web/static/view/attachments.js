// Embeds and attached files of a message.

import { el, icon } from "./dom.js";
import { link, renderMarkdown } from "./markdown_elements.js";

/** Embeds, as bots make them. */
export function renderEmbeds(items, names) {
  return items.map((embed) => {
    const made = el("section", { class: "embed", dir: "auto", lang: "" },
      embed.author?.name && el("p", { class: "embed-author", text: embed.author.name }),
      embed.title && el("p", { class: "embed-title" }, embed.url ? link(embed.url, embed.url, embed.title) : embed.title),
      embed.description && body(embed.description, names),
      embed.fields?.length && el("dl", {}, embed.fields.map((field) =>
        el("div", { class: field.inline ? "inline" : false }, el("dt", { text: field.name }), el("dd", {}, body(field.value, names))))),
      embed.footer?.text && el("p", { class: "embed-footer", text: embed.footer.text }));
    if (Number.isInteger(embed.color)) made.style.setProperty("--edge", `#${embed.color.toString(16).padStart(6, "0")}`);
    return made;
  });
}

/** Files: pictures are shown, all others can be saved. */
export function renderFiles(items) {
  return items.map((file) => {
    const address = `/files/${file.id}/${encodeURIComponent(file.name)}`;
    if (file.image) {
      return el("a", { class: "picture", href: address, target: "_blank", rel: "noopener noreferrer" },
        el("img", { src: address, alt: file.description || file.name, loading: "lazy" }));
    }
    return el("a", { class: "file", href: address, download: file.name, title: file.description || `Save ${file.name}` },
      icon("file"), el("bdi", { class: "file-name", text: file.name }),
      el("span", { class: "size", text: formatSize(file.size) }), icon("save"));
  });
}

/** A file or picture that a layout shows: one of the message's own, or a link to where it is. */
export function renderMedia({ url }, description, message) {
  const name = url.startsWith("attachment://") ? url.slice("attachment://".length) : null;
  const own = message.files.find((file) => file.name === name);
  if (own) return renderFiles([{ ...own, description: description || own.description }])[0];
  return el("p", { dir: "auto" }, link(url, url, description || url));
}

/** A size in bytes as a text: `1.5 KiB`. */
export function formatSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

function body(source, names) {
  const host = el("div", { class: "body" });
  renderMarkdown(host, source, names);
  return host;
}
