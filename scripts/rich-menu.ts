import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { HTTPFetchError, messagingApi } from "@line/bot-sdk";
import { makeMenu, menuAlias, menuNamePrefix } from "../bot/rich-menu/menu.ts";
import { systemClock } from "../server/adapters/clock.ts";
import { makeLineToken, type LineCredentials } from "../server/adapters/line-token.ts";
import { parseConfig } from "../server/config.ts";

export interface RichMenuTarget {
  readonly apiBase: string;
  /** LINE takes pictures on another host than calls. */
  readonly dataBase: string;
  readonly credentials: LineCredentials;
  /** The picture; the repository's own when not given. */
  readonly picture?: string;
}

export interface PublishedMenu {
  readonly richMenuId: string;
  /** False: this very menu was in force already, and nothing was changed. */
  readonly isNew: boolean;
}

/**
 * Publishes the account's rich menu: has LINE check it, makes it, uploads the picture, points the alias and the
 * default for everybody at it, and removes earlier menus of ours. Running it again changes nothing; after a run that
 * was cut short it starts over. Throws what LINE refuses.
 */
export async function publishRichMenu(target: RichMenuTarget): Promise<PublishedMenu> {
  const channelAccessToken = await makeLineToken(target.credentials, target.apiBase, systemClock)();
  const api = new messagingApi.MessagingApiClient({ channelAccessToken, baseURL: target.apiBase });
  const blobs = new messagingApi.MessagingApiBlobClient({ channelAccessToken, baseURL: target.dataBase });
  const picture = await readFile(target.picture ?? "bot/rich-menu/menu.png");
  const menu = makeMenu(versionOf(picture));
  const { richmenus } = await api.getRichMenuList();
  const mine = richmenus.filter(({ name }) => name.startsWith(menuNamePrefix));
  const [aliased, inForce] = await Promise.all([
    orNone(api.getRichMenuAlias(menuAlias)),
    orNone(api.getDefaultRichMenuId()),
  ]);
  const same = mine.find(({ name, richMenuId }) => name === menu.name && richMenuId === aliased?.richMenuId);
  if (same && inForce?.richMenuId === same.richMenuId) return { richMenuId: same.richMenuId, isNew: false };
  await api.validateRichMenuObject(menu);
  const { richMenuId } = await api.createRichMenu(menu);
  await blobs.setRichMenuImage(richMenuId, new Blob([new Uint8Array(picture)], { type: "image/png" }));
  await (aliased
    ? api.updateRichMenuAlias(menuAlias, { richMenuId })
    : api.createRichMenuAlias({ richMenuAliasId: menuAlias, richMenuId }));
  await api.setDefaultRichMenu(richMenuId);
  for (const old of mine) await api.deleteRichMenu(old.richMenuId);
  return { richMenuId, isNew: true };
}

/** A few letters that change when the picture or anything in the menu does. */
function versionOf(picture: Uint8Array): string {
  const hash = createHash("sha256")
    .update(picture)
    .update(JSON.stringify(makeMenu("")));
  return hash.digest("hex").slice(0, 12);
}

/** What LINE has there, or null where it has nothing. */
function orNone<T>(call: Promise<T>): Promise<T | null> {
  return call.catch((error: unknown) => {
    if (error instanceof HTTPFetchError && error.status === 404) return null;
    throw error;
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const parsed = parseConfig(process.env);
  if ("wrong" in parsed) {
    for (const { name, expected } of parsed.wrong) console.error(`${name}: expected ${expected}`);
    process.exit(1);
  }
  const published = await publishRichMenu(parsed.config.line);
  console.log(published.isNew ? "The rich menu is published." : "The rich menu was in force already.");
}
