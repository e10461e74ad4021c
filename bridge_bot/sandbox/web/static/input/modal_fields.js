// The fields of a bot's modal. Each has a `node`, the `name` of its value, `value()` or `files()`,
// and `problem()`: why the modal can't be sent, if it can't.

import { el } from "../view/dom.js";
import { renderMarkdown } from "../view/markdown_elements.js";
import { SELECTS, SelectMenu } from "./select_menu.js";

const [ROW, INPUT, TEXT, LABEL, UPLOAD, RADIO, CHECKS, CHECK] = [1, 4, 10, 18, 19, 21, 22, 23];
const PARAGRAPH = 2;
let count = 0;

/** The fields of a component of a modal; `context` has the `store`, `channel` and `names`. */
export function modalFields(component, context, around = {}) {
  if (component.type === ROW) return component.components.flatMap((each) => modalFields(each, context, each));
  if (component.type === LABEL) return modalFields(component.component, context, component);
  if (component.type === TEXT) {
    const host = el("div", { class: "body", lang: "" });
    renderMarkdown(host, component.content, context.names);
    return [{ node: host, problem: () => "" }];
  }
  const label = { id: `modal-field-${++count}`, label: around.label ?? component.label ?? component.custom_id, description: around.description };
  if (component.type === INPUT) return [textField(component, label)];
  if (SELECTS.includes(component.type)) return [selectField(component, label, context)];
  if (component.type === UPLOAD) return [uploadField(component, label)];
  if (component.type === RADIO || component.type === CHECKS) return [groupField(component, label)];
  if (component.type === CHECK) return [checkField(component, label)];
  return [{ node: el("p", { class: "subtext", text: "(something that this page cannot show)" }), problem: () => "" }];
}

/** A label, a description and what is to be filled in; `problem` is shown beneath. */
function framed({ id, label, description }, required, made) {
  return el("div", { class: "field", dir: "auto", lang: "" },
    el("label", { for: id, id: `${id}-label` }, label, required && el("span", { class: "required", "aria-hidden": "true", text: " *" })),
    description && el("p", { class: "subtext", id: `${id}-about`, text: description }),
    made,
    el("p", { class: "problem", dir: "auto", lang: "en", role: "alert", hidden: true }));
}

function textField(component, label) {
  const { custom_id: name, required = true, min_length: least = 0, max_length: most = 4000 } = component;
  const tag = component.style === PARAGRAPH ? "textarea" : "input";
  const input = el(tag, {
    id: label.id, placeholder: component.placeholder, maxlength: most, rows: tag === "textarea" && 5, value: component.value ?? "",
    autocomplete: "off", "aria-required": String(required), "aria-describedby": label.description && `${label.id}-about`,
  });
  const problem = () => {
    if (!input.value) return required ? "This is needed." : "";
    return [...input.value].length < least ? `At least ${least} characters are needed.` : "";
  };
  return { name, node: framed(label, required, input), input, value: () => input.value, problem };
}

function selectField(component, label, { store, channel }) {
  const menu = new SelectMenu(component, { store, channel, name: label.label });
  const required = component.required ?? true;
  menu.input.id = label.id;
  menu.input.setAttribute("aria-required", String(required));
  if (label.description) menu.input.setAttribute("aria-describedby", `${label.id}-about`);
  return {
    name: component.custom_id, node: framed(label, required, menu.node), input: menu.input,
    value: () => menu.values, problem: () => tooFew(menu.values.length, required, menu.least),
  };
}

function uploadField(component, label) {
  const required = component.required ?? true;
  const most = component.max_values ?? 1;
  const input = el("input", { type: "file", id: label.id, multiple: most > 1, "aria-describedby": label.description && `${label.id}-about` });
  const problem = () => {
    if (input.files.length > most) return `At most ${most} can be chosen.`;
    return tooFew(input.files.length, required, component.min_values ?? 1);
  };
  return { name: component.custom_id, node: framed(label, required, input), input, files: () => [...input.files], problem };
}

/** Radio buttons, or boxes to tick of which several can be ticked. */
function groupField(component, label) {
  const { custom_id: name, required = true, options } = component;
  const single = component.type === RADIO;
  const inputs = options.map((option, index) => el("input", {
    type: single ? "radio" : "checkbox", name: label.id, id: `${label.id}-${index}`, value: option.value, checked: option.default ?? false,
    "aria-describedby": option.description && `${label.id}-${index}-about`,
  }));
  const node = el("fieldset", { class: "field", dir: "auto", lang: "", role: single ? "radiogroup" : "group", "aria-required": single ? String(required) : null, "aria-describedby": label.description && `${label.id}-about` },
    el("legend", {}, label.label, required && el("span", { class: "required", "aria-hidden": "true", text: " *" })),
    label.description && el("p", { class: "subtext", id: `${label.id}-about`, text: label.description }),
    options.map((option, index) => el("div", { class: "choice" }, inputs[index],
      el("label", { for: `${label.id}-${index}` }, option.label,
        option.description && el("span", { class: "subtext", id: `${label.id}-${index}-about`, text: option.description })))),
    el("p", { class: "problem", dir: "auto", lang: "en", role: "alert", hidden: true }));
  const value = () => inputs.filter((input) => input.checked).map((input) => input.value);
  const problem = () => {
    const most = single ? 1 : component.max_values ?? options.length;
    if (value().length > most) return `At most ${most} can be chosen.`;
    return tooFew(value().length, required, component.min_values ?? 1);
  };
  return { name, node, input: inputs[0], value, problem };
}

function checkField(component, label) {
  const input = el("input", { type: "checkbox", id: label.id, checked: component.default ?? false, "aria-describedby": label.description && `${label.id}-about` });
  const node = el("div", { class: "field", dir: "auto", lang: "" }, el("div", { class: "choice" }, input, el("label", { for: label.id, text: label.label })),
    label.description && el("p", { class: "subtext", id: `${label.id}-about`, text: label.description }));
  return { name: component.custom_id, node, input, value: () => input.checked, problem: () => "" };
}

function tooFew(chosen, required, least) {
  if (!chosen) return required ? "This is needed." : "";
  return chosen < least ? `At least ${least} have to be chosen.` : "";
}
