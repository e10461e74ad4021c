// The posts of the open forum: those with the latest activity first, archived ones below.

import { avatar, el, icon, renderIfChanged, updateChildren } from "./dom.js";
import { directionOfText, excerpt } from "./markdown_elements.js";

const LATELY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

export class PostList {
  constructor(app) {
    this.app = app;
    this.host = document.getElementById("posts");
    this.lists = [document.getElementById("active-posts"), document.getElementById("older-posts")];
    this.host.addEventListener("keydown", (event) => this.onKey(event));
  }

  /** Show the posts, if the open channel is a forum. */
  render() {
    const { store, current } = this.app;
    const forum = store.channel(current);
    this.host.hidden = forum?.kind !== "forum";
    if (this.host.hidden) return;
    const posts = store.threadsOf(current).reverse().sort((one, two) => two.active - one.active);
    const older = posts.filter((post) => post.archived);
    [posts.filter((post) => !post.archived), older].forEach((shown, index) =>
      updateChildren(this.lists[index], shown, (post) => post.id, (post) => this.make(post), (node, post) => this.update(node, post, forum)));
    document.getElementById("older-title").hidden = !older.length;
    document.getElementById("no-posts").hidden = posts.length > 0;
  }

  make(post) {
    return el("li", {}, el("button", { type: "button", class: "post", onclick: () => this.app.open(post.id) }));
  }

  update(node, post, forum) {
    const { app } = this;
    const { count } = app.unread.of(post.id);
    const button = node.firstElementChild;
    button.classList.toggle("archived", post.archived);
    button.classList.toggle("unread", count > 0);
    renderIfChanged(button, [post, forum.tags, count], () => [
      el("span", { class: "post-tags" }, tagNames(post, forum).map((name) => el("span", { class: "tag", text: name })), post.archived && el("span", { class: "tag", text: "archived" })),
      el("b", { class: "post-title", dir: "auto", text: post.name }),
      post.first && el("span", { class: "post-first" }, avatar(post.first.author, post.first.name, false), el("b", { dir: "auto", text: post.first.name }), el("span", { class: "excerpt", dir: directionOfText(post.first.content ?? "") ?? "auto", text: this.firstLines(post) })),
      el("span", { class: "count" }, icon("dm"), el("span", { text: `${messages(post.count)}${count ? `, ${count} unread` : ""}` }),
        el("time", { datetime: new Date(post.active).toISOString(), text: LATELY.format(post.active) })),
    ].filter(Boolean));
  }

  firstLines({ first }) {
    if (first.gone) return "The first message was deleted.";
    return excerpt(first.content, this.app.store.names(() => {})) || "a file";
  }

  /** Arrow keys go from post to post. */
  onKey(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !event.target.matches(".post")) return;
    event.preventDefault();
    const all = [...this.host.querySelectorAll(".post")];
    all[all.indexOf(event.target) + step]?.focus();
  }
}

/** The names of the tags that a post has. */
export function tagNames(post, forum) {
  return (forum?.tags ?? []).filter((tag) => post.tags.includes(tag.id)).map((tag) => tag.name);
}

function messages(count) {
  return count === 1 ? "1 message" : `${count} messages`;
}
