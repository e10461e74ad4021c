// Discord's message components: buttons and selects beneath a message, and layout components.

import { el } from "./dom.js";
import { link, renderMarkdown } from "./markdown_elements.js";

const BUTTON_STYLES = { 1: "primary", 2: "plain", 3: "good", 4: "danger" };
const [ROW, BUTTON, TEXT_SELECT, SECTION, TEXT, SEPARATOR, CONTAINER] = [1, 2, 3, 9, 10, 14, 17];

/** The elements of a message's components. */
export function renderComponents(message, app, names) {
  const build = (component) => {
    const inner = () => (component.components ?? []).map(build);
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
        return el("hr");
      case CONTAINER:
        return el("div", { class: "container" }, inner());
      default:
        if (component.type === TEXT_SELECT || (component.type >= 5 && component.type <= 8)) return select(component, message, app);
        return el("p", { class: "subtext", text: "(something that this page cannot show)" });
    }
  };
  return message.components.map(build);
}

function button(component, message, app) {
  const label = [component.emoji?.name, component.label].filter(Boolean).join(" ") || "…";
  if (component.url) return el("span", { class: "control plain" }, link(component.url, component.url, label));
  const made = el("button", {
    type: "button", class: `control ${BUTTON_STYLES[component.style] ?? "plain"}`, disabled: component.disabled,
    "data-key": component.custom_id, text: label,
    onclick: () => app.interact(made, "use_component", { channel: message.channel, message: message.id, custom_id: component.custom_id }),
  });
  return made;
}

function select(component, message, app) {
  const maxValues = component.max_values ?? 1;
  const send = (values) => app.interact(made, "use_component", {
    channel: message.channel, message: message.id, custom_id: component.custom_id, values,
  });
  const made = el("select", {
    class: "control", disabled: component.disabled, multiple: maxValues > 1, "data-key": component.custom_id,
    "aria-label": component.placeholder || "Choose", onchange: () => maxValues === 1 && send([made.value]),
  },
  maxValues === 1 && el("option", { value: "", text: component.placeholder || "Choose…", disabled: true, selected: true }),
  optionsOf(component, message, app).map((each) => el("option", { value: each.value, text: each.label, selected: each.default })));
  if (maxValues === 1) return made;
  return el("span", { class: "row" }, made, el("button", {
    type: "button", class: "control primary", text: "Choose", "data-key": `${component.custom_id} send`,
    onclick: () => send([...made.selectedOptions].map((option) => option.value)),
  }));
}

/** The options of a select: its own, or the people, roles or channels that there are. */
function optionsOf(component, message, app) {
  if (component.type === TEXT_SELECT) return component.options ?? [];
  const { store } = app;
  const guild = store.guilds.find((each) => each.id === store.channel(message.channel)?.guild);
  const people = (guild?.members ?? []).map((id) => ({ value: id, label: store.user(id).name }));
  const roles = (guild?.roles ?? []).map((role) => ({ value: role.id, label: `@${role.name}` }));
  const channels = [...store.channels.values()].filter((each) => each.kind === "text").map((each) => ({ value: each.id, label: `#${each.name}` }));
  return { 5: people, 6: roles, 7: [...people, ...roles], 8: channels }[component.type];
}
