// The WebSocket to the page's server. It connects again by itself; each connection begins with a
// snapshot.

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 8000;
const NO_MEMBER = 4004;

export class Connection {
  /** `onUpdate` gets the server's updates, `onState` gets "online", "lost", "forbidden" or "nobody";
   * `actAs()` returns the id of the member to act as. */
  constructor({ onUpdate, onState, actAs }) {
    this.onUpdate = onUpdate;
    this.onState = onState;
    this.actAs = actAs;
    this.pending = new Map();
    this.lastId = 0;
    this.waitMs = FIRST_WAIT_MS;
    // A laptop that wakes up, or a network that is back, need not wait for the next attempt.
    window.addEventListener("online", () => this.connectSoon(0));
  }

  connect() {
    clearTimeout(this.timer);
    if (this.socket && this.socket.readyState <= WebSocket.OPEN) return;
    const socket = new WebSocket(`ws://${location.host}/socket?as=${encodeURIComponent(this.actAs() ?? "")}`);
    this.socket = socket;
    this.seq = 0;
    socket.addEventListener("message", (event) => this.receive(JSON.parse(event.data)));
    socket.addEventListener("close", (event) => this.onClose(event.code));
  }

  connectSoon(waitMs) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), waitMs);
  }

  /** Send a request. Resolves with the server's answer, rejects with the reason if it refuses. */
  request(action, fields = {}) {
    if (this.socket?.readyState !== WebSocket.OPEN) return Promise.reject(new Error("Not connected: try again in a moment."));
    const id = ++this.lastId;
    this.socket.send(JSON.stringify({ id, action, ...fields }));
    return new Promise((resolve, reject) => this.pending.set(id, { resolve, reject }));
  }

  /** Pass an update on, or settle the request that it answers. */
  receive(update) {
    if (update.seq !== this.seq + 1) {
      this.socket.close(); // Something is missing: begin again with a snapshot.
      return;
    }
    this.seq = update.seq;
    if (update.type === "done" || update.type === "refused") this.settle(update);
    else {
      if (update.type === "snapshot") {
        this.waitMs = FIRST_WAIT_MS;
        this.onState("online");
      }
      this.onUpdate(update);
    }
  }

  settle(update) {
    const request = this.pending.get(update.id);
    this.pending.delete(update.id);
    if (update.type === "done") request?.resolve(update);
    else request?.reject(new Error(update.reason));
  }

  async onClose(code) {
    for (const { reject } of this.pending.values()) reject(new Error("The connection was lost: try again."));
    this.pending.clear();
    this.onState((await this.forbidden()) ? "forbidden" : code === NO_MEMBER ? "nobody" : "lost");
    // Jitter, so that many open pages do not come back in one moment.
    this.connectSoon(this.waitMs * (0.7 + Math.random() * 0.6));
    this.waitMs = Math.min(this.waitMs * 2, LONGEST_WAIT_MS);
  }

  async forbidden() {
    try {
      return (await fetch("/session")).status === 403;
    } catch {
      return false;
    }
  }
}
