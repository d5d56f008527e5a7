import { record } from "../../audit/store.ts";
import type { SystemActor } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import type { Ports } from "../../ports.ts";
import { readClientForm, type Client, type ClientForm, type ClientFormRefusal } from "../client.ts";
import { drawSecret, hashOfSecret } from "../desk/opaque.ts";
import { changeClient, findClient, insertClient, listClients } from "../store/client.ts";

/** A registration that was taken, with the secret that is shown now and never again; null: it needs none. */
export interface RegisteredClient {
  readonly secret: string | null;
}

export type RegisterClientRefusal = ClientFormRefusal | { readonly kind: "client_taken" };

/**
 * Registers a relying party. Refuses what `readClientForm` refuses, and an id that was given before, ended ones too: what
 * old tokens name must not become somebody else.
 */
export async function registerClient(
  ports: Ports,
  actor: SystemActor,
  { demo = false, ...form }: ClientForm & { readonly demo?: boolean },
): Promise<Result<RegisteredClient, RegisterClientRefusal>> {
  const read = readClientForm(form, demo);
  if (!read.ok) return read;
  const secret = read.value.auth === "client_secret_basic" ? drawSecret(ports) : null;
  const secretHash = secret === null ? null : hashOfSecret(secret);
  return ports.db.as(actor, async (tx) => {
    const made = await insertClient(tx, { ...read.value, secretHash }, ports.clock.now());
    if (!made) return refuse({ kind: "client_taken" });
    await record(ports, tx, { action: "openid_client.registered", actor, subjectId: form.id });
    return ok({ secret });
  });
}

export type ChangeClientRefusal = ClientFormRefusal | { readonly kind: "client_missing" };

/** Puts a registration in the place of the one under its id; the secret stays. Refuses an id that no live client has. */
export async function replaceClient(
  ports: Ports,
  actor: SystemActor,
  { demo = false, ...form }: ClientForm & { readonly demo?: boolean },
): Promise<Result<undefined, ChangeClientRefusal>> {
  const read = readClientForm(form, demo);
  if (!read.ok) return read;
  const { id, ...change } = read.value;
  return ports.db.as(actor, async (tx) => {
    const before = await findClient(tx, id);
    if (before?.auth !== change.auth || !(await changeClient(tx, id, change)))
      return refuse({ kind: "client_missing" });
    await record(ports, tx, { action: "openid_client.changed", actor, subjectId: id });
    return ok();
  });
}

/** Gives a client a new secret; the old one is worth nothing from now on. Refuses a client that has none, or is ended. */
export async function renewClientSecret(
  ports: Ports,
  actor: SystemActor,
  id: string,
): Promise<Result<{ readonly secret: string }, { readonly kind: "client_missing" }>> {
  const secret = drawSecret(ports);
  return ports.db.as(actor, async (tx) => {
    const client = await findClient(tx, id);
    if (!client?.secretHash || !(await changeClient(tx, id, { secretHash: hashOfSecret(secret) })))
      return refuse({ kind: "client_missing" });
    await record(ports, tx, { action: "openid_client.secret_renewed", actor, subjectId: id });
    return ok({ secret });
  });
}

/** Ends a client: nobody signs in there any more, and what it holds opens nothing. Refuses one that is not live. */
export async function endClient(
  ports: Ports,
  actor: SystemActor,
  id: string,
): Promise<Result<undefined, { readonly kind: "client_missing" }>> {
  return ports.db.as(actor, async (tx) => {
    if (!(await changeClient(tx, id, { endedAt: ports.clock.now() })))
      return refuse({ kind: "client_missing" });
    await record(ports, tx, { action: "openid_client.ended", actor, subjectId: id });
    return ok();
  });
}

/** All clients, ended ones too. */
export async function seeClients(
  ports: Ports,
  actor: SystemActor,
): Promise<Result<readonly Client[], never>> {
  return ok(await ports.db.as(actor, listClients));
}
