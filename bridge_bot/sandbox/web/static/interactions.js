// What was asked of the bot with a command, a control or a form, and whether it reacts in time.

const WITHIN_MS = 3300; // Three seconds by Discord's rule, and the way there and back.

export class Interactions {
  constructor(app) {
    this.app = app;
    this.waiting = new Map();
    app.store.listen((news) => {
      if (news.type !== "interaction") return;
      this.waiting.get(news.id)?.(news);
      if (news.form) app.dialogs.form(news.id, news.form);
    });
  }

  /** Begin one: resolves with the bot's reaction; with null if there is none, or it was refused. */
  async begin(what, fields, { onBegun } = {}) {
    const begun = await this.app.act(what, fields);
    if (!begun) return null;
    onBegun?.();
    return new Promise((resolve) => {
      const end = (news) => {
        clearTimeout(timer);
        this.waiting.delete(begun.interaction);
        resolve(news);
      };
      const timer = setTimeout(() => {
        if (what !== "autocomplete") this.app.toast("The bot did not react within three seconds.");
        end(null);
      }, WITHIN_MS);
      this.waiting.set(begun.interaction, end);
    });
  }
}
