// Which commands of the bot the member is offered, and in which language.

const [SUBCOMMAND, GROUP] = [1, 2];
const CONTEXTS = { dm: 1, group: 2 }; // 0 is a server
const [BY_SERVER, BY_MEMBER] = [0, 1];
const ADMINISTRATOR = 1n << 3n;
const USE_COMMANDS = 1n << 31n;
export const [SLASH, ON_USER, ON_MESSAGE] = [1, 2, 3];

/** Discord's locales (its documentation, "Reference"), English first. */
export const LOCALES = ["en-US", "en-GB", ..."ar bg cs da de el es-ES es-419 fi fr he hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW".split(" ")];

const BROWSERS = /^(en-(US|GB)|zh-(CN|TW)|pt-BR|es-(ES|419)|sv-SE)$/.test(navigator.language) ? navigator.language
  : /^(bg|hr|cs|id|da|nl|fi|fr|de|el|hi|hu|it|ja|ko|lt|no|pl|ro|ru|th|tr|uk|vi)(-|$)/.exec(navigator.language)?.[1] ?? "en-US";

let chosen = null;

/** The locale that the member has chosen for their Discord; without one, the browser's holds. */
export const chooseLocale = (wanted) => { chosen = wanted; };

/** The locale that the member's client sends. */
export const locale = () => chosen ?? BROWSERS;

/** A name or description in the member's language. */
export const local = (of, what) => of[`${what}_localizations`]?.[locale()] ?? of[what];

/** The commands of a type that the member may use in a channel. */
export function offeredCommands(store, channel, type) {
  if (!channel || !(store.hasBot(channel) || store.hasApp)) return [];
  const installedBy = store.hasBot(channel) ? BY_SERVER : BY_MEMBER;
  return store.commands.filter((command) => (command.type ?? SLASH) === type && mayUse(command, channel, installedBy));
}

function mayUse(command, channel, installedBy) {
  if (command.integration_types?.length && !command.integration_types.includes(installedBy)) return false;
  if (command.contexts?.length && !command.contexts.includes(CONTEXTS[channel.kind] ?? 0)) return false;
  if (!channel.guild) return !command.guild_id && command.dm_permission !== false;
  if (command.guild_id && command.guild_id !== channel.guild) return false;
  const allowed = BigInt(channel.permissions);
  if (!(allowed & USE_COMMANDS)) return false;
  const needed = command.default_member_permissions;
  if (needed === null || needed === undefined || allowed & ADMINISTRATOR) return true;
  return BigInt(needed) !== 0n && (allowed & BigInt(needed)) === BigInt(needed);
}

/** The slash commands that can be used in a channel, subcommands as ones of their own; `label` is
 * what the member calls one, `path` what it is registered as. */
export function slashCommands(store, channel) {
  return offeredCommands(store, channel, SLASH).flatMap((command) => flat(command, []))
    .sort((one, two) => (one.path < two.path ? -1 : 1));
}

function flat(command, before) {
  const steps = [...before, command];
  const inner = (command.options ?? []).filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
  if (inner.length) return inner.flatMap((option) => flat(option, steps));
  const path = (name) => steps.map(name).join(" ");
  return [{ path: path((step) => step.name), label: path((step) => local(step, "name")), description: local(command, "description"), options: command.options ?? [] }];
}
