import { readFile } from "node:fs/promises";
import {
  endClient,
  registerClient,
  renewClientSecret,
  replaceClient,
  seeClients,
} from "../../server/openid/actions/register-client.ts";
import { hurryKeys, rotateKeys } from "../../server/openid/actions/rotate-keys.ts";
import type { ClientForm } from "../../server/openid/client.ts";
import { readPublicJwk } from "../../server/openid/public-jwk.ts";
import { administrator, withPorts, type Command, type Given } from "./run.ts";

/** Registers a relying party, and shows its secret where it has one. */
export const addOneClient: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const form = await formOf(given);
    await rotateKeys(ports, administrator);
    const added = await registerClient(ports, administrator, { ...form, demo: config.demo });
    if (!added.ok) throw new Error(`The system was not registered: ${added.refusal.kind}.`);
    const { secret } = added.value;
    const shown = secret === null ? "It needs no secret." : `Its secret, shown this once:\n${secret}`;
    return `${form.id} is registered with ${config.publicUrl.origin}. ${shown}`;
  });

/** Puts a registration in the place of the one before; the secret stays. */
export const changeOneClient: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const form = await formOf(given);
    const changed = await replaceClient(ports, administrator, { ...form, demo: config.demo });
    if (!changed.ok) throw new Error(`Nothing was changed: ${changed.refusal.kind}.`);
    return `${form.id} is registered anew.`;
  });

/** A new secret in place of the one before. */
export const renewOneSecret: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const renewed = await renewClientSecret(ports, administrator, given.client ?? "");
    if (!renewed.ok) throw new Error("There is no live system of that id with a secret.");
    return `The secret before is worth nothing now. The new one, shown this once:\n${renewed.value.secret}`;
  });

/** Ends a relying party for good. */
export const endOneClient: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const ended = await endClient(ports, administrator, given.client ?? "");
    if (!ended.ok) throw new Error("There is no live system of that id.");
    return "Nobody signs in there any more, and what it holds opens nothing.";
  });

/** Every relying party, with where it may send people. */
export const listAllClients: Command = (config) =>
  withPorts(config, async (ports) => {
    const clients = await seeClients(ports, administrator);
    if (!clients.ok) return "";
    const lines = clients.value.map(({ id, nameEn, auth, redirectUris, rights, endedAt }) =>
      [id, endedAt ? "ended" : auth, nameEn, rights.join(" "), redirectUris.join(" ")].join("\t"),
    );
    return lines.length === 0 ? "No system is registered." : lines.join("\n");
  });

/** Lets the announced key sign now, for the current one may have leaked. */
export const hurrySigningKeys: Command = (config, given) =>
  withPorts(config, async (ports) => {
    const forget = given.forget === "yes";
    const hurried = await hurryKeys(ports, administrator, { forget });
    if (!hurried.ok) throw new Error("No key is announced yet: the jobs make one within a minute.");
    return forget
      ? "The next key signs from now on, and nothing the others signed is believed any more."
      : "The next key signs from now on; what the others signed is good until it ends.";
  });

async function formOf(given: Given): Promise<ClientForm> {
  return {
    id: given.client ?? "",
    nameTh: given.name ?? "",
    nameEn: given["name-en"] ?? "",
    auth: given.proof ?? "client_secret_basic",
    keys: given.key === undefined ? [] : [await keyIn(given.key)],
    redirectUris: given.redirect ?? [],
    postLogoutUris: given["after-logout"] ?? [],
    rights: given.right ?? [],
  };
}

async function keyIn(path: string) {
  const key = readPublicJwk(JSON.parse(await readFile(path, "utf8")) as unknown);
  if (!key) throw new Error(`${path} holds no public key on P-256 with a kid (JWK), or a private one.`);
  return key;
}
