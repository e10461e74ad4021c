// Discord's message components: buttons and selects beneath a message, and layouts made of them.

import { locale } from "../app/commands.js";
import { SELECTS, SelectMenu } from "../input/select_menu.js";
import { direction, el, icon } from "./dom.js";
import { renderMedia } from "./attachments.js";
import { link, renderMarkdown } from "./markdown_elements.js";

const BUTTON_STYLES = { 1: "primary", 2: "plain", 3: "good", 4: "danger" };
const [ROW, BUTTON, SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER] = [1, 2, 9, 10, 11, 12, 13, 14, 17];

/** The elements of a message's components. */
export function renderComponents(message, app, names) {
  const build = (component) => {
    const inner = () => (component.components ?? []).map(build);
    if (SELECTS.includes(component.type)) return select(component, message, app);
    switch (component.type) {
      case ROW:
        return el("div", { class: "row" }, inner());
      case BUTTON:
        return button(component, message, app);
      case TEXT: {
        const host = el("div", { class: "body" });
        renderMarkdown(host, component.content ?? "", names);
        return host;
      }
      case SECTION:
        return el("div", { class: "section" }, el("div", {}, inner()), component.accessory && build(component.accessory));
      case SEPARATOR:
        return el(component.divider === false ? "div" : "hr", { class: component.spacing === 2 ? "gap wide" : "gap" });
      case CONTAINER:
        return container(component, inner());
      case THUMBNAIL:
        return renderMedia(component.media, component.description, message);
      case GALLERY:
        return el("div", { class: "files" }, component.items.map((item) => renderMedia(item.media, item.description, message)));
      case FILE:
        return renderMedia(component.file, "", message);
      default:
        return el("p", { class: "subtext", text: "(something that this page cannot show)" });
    }
  };
  return message.components.map(build);
}

/** The direction of a message's components: that of their first words, or else of the message's. */
export function directionOf({ components, content }) {
  const words = (of) => [of.label ?? of.content ?? of.placeholder ?? "", ...(of.components ?? []).map(words)].join(" ");
  return direction(components.map(words).join(" ")) ?? direction(content) ?? "ltr";
}

function container(component, children) {
  const box = el("div", { class: "container" }, children);
  if (component.accent_color !== null && component.accent_color !== undefined) {
    box.style.setProperty("--edge", `#${component.accent_color.toString(16).padStart(6, "0")}`);
  }
  return box;
}

function button(component, message, app) {
  const label = [component.emoji?.id ? "▪" : component.emoji?.name, component.label].filter(Boolean).join(" ") || "…";
  if (component.url) return el("span", { class: "control plain", dir: "auto" }, link(component.url, component.url, label), icon("out"));
  const made = el("button", {
    type: "button", class: `control ${BUTTON_STYLES[component.style] ?? "plain"}`, disabled: component.disabled,
    dir: "auto", "data-key": component.custom_id, text: label,
    onclick: () => use(made, "press", { custom_id: component.custom_id }, message, app),
  });
  return made;
}

function select(component, message, app) {
  const menu = new SelectMenu(component, {
    store: app.store, channel: message.channel, name: component.placeholder || "Make a selection",
    onChosen: (values) => use(menu.input, "choose", { custom_id: component.custom_id, values }, message, app),
  });
  return menu.node;
}

/** Use a control. As in Discord's client, the others of the message can't be used until the bot reacts.
 * Resolves with null if they are waiting for that already, or if it failed. That is told beneath the
 * message, until one of its controls is used again. */
async function use(made, action, fields, message, app) {
  const host = made.closest(".controls");
  if (host.ariaDisabled) return null;
  host.querySelector(":scope > .failed")?.remove();
  const onFailed = () => {
    if (!host.querySelector(":scope > .failed")) host.append(el("p", { class: "failed", role: "alert" }, icon("warning"), "This interaction failed"));
  };
  host.ariaDisabled = "true";
  const answer = await app.interact(made, action, { channel: message.channel, message: message.id, locale: locale(), ...fields }, { opener: made, onFailed });
  host.ariaDisabled = null;
  return answer;
}
