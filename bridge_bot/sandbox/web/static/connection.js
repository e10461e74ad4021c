// The WebSocket to the page's server: connects again by itself, and begins with a snapshot then.

const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 8000;
const NOBODY = 4004;

export class Connection {
  /** `onNews` gets what happens, `onState` "online", "lost" or "forbidden"; `actAs()` is who we are. */
  constructor({ onNews, onState, actAs }) {
    this.onNews = onNews;
    this.onState = onState;
    this.actAs = actAs;
    this.asked = new Map();
    this.lastId = 0;
    this.wait = FIRST_WAIT_MS;
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
    socket.addEventListener("close", (event) => this.closed(event.code));
  }

  connectSoon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.connect(), wait);
  }

  /** Ask the server to do something; resolves with its answer, rejects with why it will not. */
  ask(what, fields = {}) {
    if (this.socket?.readyState !== WebSocket.OPEN) return Promise.reject(new Error("Not connected: try again in a moment."));
    const id = ++this.lastId;
    this.socket.send(JSON.stringify({ id, do: what, ...fields }));
    return new Promise((resolve, reject) => this.asked.set(id, { resolve, reject }));
  }

  receive(news) {
    if (news.seq !== this.seq + 1) {
      this.socket.close(); // Something is missing: begin again with a snapshot.
      return;
    }
    this.seq = news.seq;
    if (news.type === "done" || news.type === "refused") this.answered(news);
    else {
      if (news.type === "snapshot") {
        this.wait = FIRST_WAIT_MS;
        this.onState("online");
      }
      this.onNews(news);
    }
  }

  answered(news) {
    const waiting = this.asked.get(news.id);
    this.asked.delete(news.id);
    if (news.type === "done") waiting?.resolve(news);
    else waiting?.reject(new Error(news.why));
  }

  async closed(code) {
    for (const { reject } of this.asked.values()) reject(new Error("The connection was lost: try again."));
    this.asked.clear();
    this.onState((await this.forbidden()) ? "forbidden" : code === NOBODY ? "nobody" : "lost");
    // Jitter, so that many open pages do not come back in one moment.
    this.connectSoon(this.wait * (0.7 + Math.random() * 0.6));
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT_MS);
  }

  async forbidden() {
    try {
      return (await fetch("/session")).status === 403;
    } catch {
      return false;
    }
  }
}
