// Interactions: commands, components and forms that were used, and whether the bot reacts in time.

const REACTION_MS = 3300; // Three seconds by Discord's rule, and the way there and back.

export class Interactions {
  constructor(app) {
    this.app = app;
    this.pending = new Map();
    app.store.listen((update) => {
      if (update.type !== "interaction") return;
      this.pending.get(update.id)?.(update);
      if (update.form) app.dialogs.form(update.id, update.form);
    });
  }

  /** Begin an interaction. Resolves with how the bot answered it, or with null if it did not in time
   * or the server refused. */
  async begin(action, fields, { onBegun } = {}) {
    const begun = await this.app.act(action, fields);
    if (!begun) return null;
    onBegun?.();
    return new Promise((resolve) => {
      const end = (update) => {
        clearTimeout(timer);
        this.pending.delete(begun.interaction);
        resolve(update);
      };
      const timer = setTimeout(() => {
        if (action !== "autocomplete") this.app.toast("The bot did not react within three seconds.");
        end(null);
      }, REACTION_MS);
      this.pending.set(begun.interaction, end);
    });
  }
}
