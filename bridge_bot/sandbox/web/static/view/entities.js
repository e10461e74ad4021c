// The people, roles and channels that a select or an option of a command offers, as items to choose.

import { avatar, icon } from "./dom.js";

const THREADS = [10, 11, 12];

/** The people of a channel's server, or those of a direct message. */
export function peopleIn(store, channel) {
  const guild = store.guilds.find((each) => each.id === channel?.guild);
  return (guild?.members ?? channel?.people ?? []).map((id) => store.user(id));
}

/** The same as items. */
export function people(store, channel) {
  return peopleIn(store, channel).map((user) => ({
    value: user.id, label: user.name, detail: user.bot ? "app" : "", image: () => avatar(user.id, user.name, user.bot),
  }));
}

/** The roles of a channel's server. */
export function roles(store, channel) {
  const guild = store.guilds.find((each) => each.id === channel?.guild);
  return (guild?.roles ?? []).map((role) => ({
    value: role.id, label: role.name.startsWith("@") ? role.name : `@${role.name}`, image: () => icon("role"),
  }));
}

/** The channels and threads that the member sees, of these types if any are named. */
export function channels(store, channel, types = []) {
  const fits = (each) => each.guild && each.guild === channel?.guild && !each.archived && (!types.length || types.includes(each.type));
  return [...store.channels.values()].filter(fits).map((each) => ({
    value: each.id, label: each.name, detail: store.channel(each.parent)?.name ?? "",
    image: () => icon(THREADS.includes(each.type) ? "thread" : each.kind === "forum" ? "forum" : "hash"),
  }));
}
