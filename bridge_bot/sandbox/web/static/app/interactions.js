// Interactions: commands, controls and modals that were used, and whether the bot reacts in time.

import { showModal } from "../input/modal.js";

const WAY_MS = 300; // there and back

export class Interactions {
  constructor(app) {
    this.app = app;
    this.pending = new Map();
    app.store.listen((update) => {
      if (update.type === "interaction") this.pending.get(update.id)?.(update);
      if (update.type === "snapshot") this.onMember(app.store.me);
    });
  }

  /** What was begun as another member is not waited for: this page is not told of it. */
  onMember(me) {
    if (me === this.me) return;
    this.me = me;
    for (const end of [...this.pending.values()]) end(null);
  }

  /** Begin an interaction. Resolves with how the bot answered it, or with null if the server refused
   * it or the bot let the time pass, which `onFailed` then tells. A modal with which the bot answers
   * is shown: in `channel`, for the control `opener`. */
  async begin(action, fields, { channel = fields.channel, opener, onFailed } = {}) {
    const begun = await this.app.act(action, fields);
    if (!begun) return null;
    return new Promise((resolve) => {
      const end = (update) => {
        clearTimeout(timer);
        this.pending.delete(begun.interaction);
        resolve(update);
        if (update?.form) showModal(this.app, { ...update, channel, opener });
      };
      const timer = setTimeout(() => {
        onFailed?.();
        end(null);
      }, this.app.store.responseWithinMs + WAY_MS);
      this.pending.set(begun.interaction, end);
    });
  }
}
