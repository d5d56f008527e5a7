import { record } from "../../audit/store.ts";
import type { Staff } from "../../kernel/actor.ts";
import { ok, refuse, type Result } from "../../kernel/result.ts";
import { isUuid } from "../../kernel/uuid.ts";
import type { Ports } from "../../ports.ts";
import { overlapHours } from "../api-key.ts";
import { newSecret, openSecrets, sealSecrets } from "../desk/signing.ts";
import {
  changeEndpoint,
  findEndpointOfRequest,
  insertEndpoint,
  listEndpoints,
  lockEndpoint,
  takeTurn,
} from "../store.ts";
import { rotateSecrets } from "../webhook.ts";
import { readWebhookForm, type WebhookFormRefusal } from "../webhook-form.ts";

/** Endpoints an agency may have at once: each event is sent to every one of them. */
export const mostEndpoints = 5;

/** A signing secret: shown now and never again. */
export interface MadeSecret {
  readonly endpointId: string;
  readonly secret: string;
}

export type MakeWebhookRefusal =
  | WebhookFormRefusal
  | { readonly kind: "webhook_limit"; readonly most: number }
  | { readonly kind: "secret_shown_before" };

/**
 * Takes an address where a hospital's own system wants to be told, and answers the secret its messages are signed with.
 * `demo` allows the machine itself. Refuses what readWebhookForm refuses, a sixth endpoint, and the same request again.
 */
export async function makeWebhook(
  ports: Ports,
  actor: Staff,
  input: {
    readonly url: string;
    readonly events: readonly string[];
    readonly requestKey: string;
    readonly demo: boolean;
  },
): Promise<Result<MadeSecret, MakeWebhookRefusal>> {
  const form = readWebhookForm(input, input.demo);
  if (!form.ok) return form;
  const { agencyId, staffId } = actor;
  return ports.db.as(actor, async (tx) => {
    await takeTurn(tx, agencyId, "webhook");
    if (await findEndpointOfRequest(tx, agencyId, input.requestKey)) {
      return refuse({ kind: "secret_shown_before" });
    }
    if ((await listEndpoints(tx, agencyId)).length >= mostEndpoints) {
      return refuse({ kind: "webhook_limit", most: mostEndpoints });
    }
    const [id, secret, dataKey] = [ports.random.uuid(), newSecret(ports), ports.vault.newDataKey()];
    await insertEndpoint(tx, {
      ...form.value,
      id,
      agencyId,
      dataKey,
      sealed: sealSecrets(ports, dataKey, id, [{ secret, until: null }]),
      madeBy: staffId,
      madeAt: ports.clock.now(),
      requestKey: input.requestKey,
    });
    await record(ports, tx, { action: "webhook.made", actor, subjectId: id });
    return ok({ endpointId: id, secret });
  });
}

type Missing = { readonly kind: "webhook_missing" };

/**
 * Makes a new signing secret; for the hours chosen every message is signed by both. Refuses another agency's endpoint, or
 * one that was ended, as missing.
 */
export async function rotateWebhookSecret(
  ports: Ports,
  actor: Staff,
  input: { readonly endpointId: string; readonly hours: string },
): Promise<Result<MadeSecret, Missing>> {
  if (!isUuid(input.endpointId)) return refuse({ kind: "webhook_missing" });
  const now = ports.clock.now();
  const hours = overlapHours.find((each) => String(each) === input.hours) ?? overlapHours[1];
  const until = new Date(now.getTime() + hours * 3_600_000);
  return ports.db.as(actor, async (tx) => {
    const kept = await lockEndpoint(tx, actor.agencyId, input.endpointId);
    if (!kept) return refuse({ kind: "webhook_missing" });
    const secret = newSecret(ports);
    const secrets = rotateSecrets(openSecrets(ports, kept), secret, now, until);
    await changeEndpoint(tx, kept, { sealed: sealSecrets(ports, kept.dataKey, kept.id, secrets) });
    await record(ports, tx, { action: "webhook.secret_rotated", actor, subjectId: kept.id, refs: { hours } });
    return ok({ endpointId: kept.id, secret });
  });
}

/** Ends an endpoint: nothing more is queued for it, and what waits is dropped when its turn comes. */
export async function endWebhook(
  ports: Ports,
  actor: Staff,
  input: { readonly endpointId: string },
): Promise<Result<undefined, Missing>> {
  if (!isUuid(input.endpointId)) return refuse({ kind: "webhook_missing" });
  return ports.db.as(actor, async (tx) => {
    const kept = await lockEndpoint(tx, actor.agencyId, input.endpointId);
    if (!kept) return refuse({ kind: "webhook_missing" });
    await changeEndpoint(tx, kept, { endedAt: ports.clock.now() });
    await record(ports, tx, { action: "webhook.ended", actor, subjectId: kept.id });
    return ok();
  });
}
