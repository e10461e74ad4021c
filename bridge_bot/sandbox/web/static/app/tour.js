// A list of what to try, for newcomers; each step is ticked off once it is done.

import { el, icon, renderIfChanged } from "../view/dom.js";

const QUESTION = "What can you help me with?";

export class Tour {
  constructor(app) {
    this.app = app;
    this.panel = document.getElementById("tour");
    this.toggle = document.getElementById("tour-toggle");
    this.done = new Set();
    this.toggle.addEventListener("click", () => this.show(this.panel.hidden));
    document.getElementById("tour-close").addEventListener("click", () => (this.show(false), this.toggle.focus()));
    this.panel.addEventListener("keydown", (event) => event.key === "Escape" && (this.show(false), this.toggle.focus()));
    this.wide = matchMedia("(min-width: 72rem)");
    // Where it would lie on the messages it is shown on demand alone.
    this.wanted = true;
    this.wide.addEventListener("change", () => this.show(this.wide.matches && this.wanted));
    app.store.listen((update) => this.onUpdate(update));
  }

  /** The steps; `help` does one for the newcomer, if that is possible now. */
  get steps() {
    const { app } = this;
    const { store } = app;
    const bot = store.user(store.bot.id).name;
    const elsewhere = [...store.channels.values()].find((each) => !store.hasBot(each));
    const thread = () => [...store.channels.values()].filter((each) => each.kind === "thread").at(-1);
    return [
      { key: "mention", title: "Ask in a channel", text: `Write @${bot} and a question.`, buttonText: "Fill it in",
        help: () => (this.toChannel(), app.composer.fill(`@${bot} ${QUESTION}`)) },
      { key: "grow", title: "Watch the answer grow", text: "A thread opens on your message; the answer comes in it piece by piece.",
        buttonText: "Open the thread", help: thread() && (() => app.open(thread().id)) },
      { key: "follow", title: "Go on in the thread", text: "There, no mention is needed any more.",
        buttonText: "Go there", help: thread() && (() => (app.open(thread().id), app.composer.focus())) },
      { key: "language", title: "Change the language", text: "In the thread, write /language and choose one.",
        buttonText: "Begin /language", help: thread() && (() => (app.open(thread().id), this.use("language"))) },
      { key: "ask", title: "Ask by command", text: "Write /ask anywhere.", buttonText: "Begin /ask",
        help: () => (this.toChannel(), this.use("ask")) },
      ...(elsewhere ? [{ key: "elsewhere", title: "Take it elsewhere", text: `Where ${bot} is no member, add it to your apps and write /ask.`,
        buttonText: "Go there", help: () => app.open(elsewhere.id) }] : []),
    ];
  }

  /** Begin with the first snapshot of a world: what was done in it before stays done. */
  begin() {
    const key = `tour ${this.app.store.bot.id}`;
    if (key === this.storageKey) return;
    this.storageKey = key;
    const saved = JSON.parse(localStorage.getItem(this.storageKey) ?? "null");
    this.done = new Set(saved?.done ?? []);
    this.wanted = saved?.shown ?? true;
    this.show(this.wide.matches && this.wanted);
  }

  /** Show or hide it. Only where it has a place of its own, that is kept for the next visit. */
  show(shown) {
    if (this.wide.matches) this.wanted = shown;
    this.panel.hidden = !shown;
    this.toggle.setAttribute("aria-expanded", String(shown));
    this.save();
    this.render();
  }

  save() {
    if (this.storageKey) localStorage.setItem(this.storageKey, JSON.stringify({ done: [...this.done], shown: this.wanted }));
  }

  onUpdate({ type, message, new: isNew }) {
    if (["channel", "channel_deleted", "commands"].includes(type)) this.render();
    if (type !== "message") return;
    const { store, current } = this.app;
    const inThread = store.channel(message.channel)?.kind === "thread";
    if (isNew && message.author === store.me) {
      if (!inThread && message.content.includes(`<@${store.bot.id}>`)) this.tick("mention");
      if (inThread && message.id !== message.channel) this.tick("follow"); // A post's first message follows nothing.
    }
    if (!isNew && message.bot && inThread && message.channel === current) this.tick("grow");
    const isElsewhere = !store.hasBot(store.channel(message.channel));
    if (isElsewhere && message.used?.command === "/ask" && !message.loading) this.tick("elsewhere");
    if (message.used?.user === store.me && !message.private) this.tick(message.used.command.slice(1)); // without the slash
  }

  /** Note that a step was done. */
  tick(step) {
    if (this.done.has(step)) return;
    this.done.add(step);
    this.save();
    this.render();
  }

  render() {
    const { steps } = this;
    const count = steps.filter((step) => this.done.has(step.key)).length;
    renderIfChanged(this.toggle, count, () => [icon("flag"), el("span", { text: count === steps.length ? "All tried" : `What to try, ${count} of ${steps.length}` })]);
    renderIfChanged(document.getElementById("tour-steps"), steps.map((step) => [step.key, step.text, Boolean(step.help), this.done.has(step.key)]), () =>
      steps.map((step) => this.item(step)));
  }

  item(step) {
    const done = this.done.has(step.key);
    return el("li", { class: done ? "done" : false, "data-step": step.key },
      el("span", { class: "tick" }, done && icon("tick")),
      el("div", {},
        el("b", { text: step.title }), done && el("span", { class: "unseen", text: " (done)" }),
        el("p", { text: step.text }),
        !done && step.help && el("button", { type: "button", class: "quiet", text: step.buttonText, onclick: () => this.help(step) })));
  }

  help(step) {
    if (!this.wide.matches) this.show(false);
    step.help();
  }

  /** To a channel where a thread can be opened. */
  toChannel() {
    const { app } = this;
    const fits = (channel) => channel?.kind === "text" && app.store.hasBot(channel);
    if (fits(app.store.channel(app.current))) return;
    const channel = [...app.store.channels.values()].find(fits);
    if (channel) app.open(channel.id);
  }

  /** Open the form of a command. */
  use(name) {
    this.app.composer.fill(`/${name} `);
    this.app.composer.onInput();
  }
}
