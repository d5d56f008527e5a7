import { createHmac } from "node:crypto";
import type { Ports } from "../../ports.ts";
import type { KeptEndpoint } from "../kept-webhook.ts";
import { signingSecrets, type SigningSecret } from "../webhook.ts";

const begin = "whsec_";
const secretBytes = 32;

/** A fresh signing secret in the form of Standard Webhooks: `whsec_` and base64. */
export function newSecret(ports: Pick<Ports, "random">): string {
  return begin + Buffer.from(ports.random.bytes(secretBytes)).toString("base64");
}

/** Seals an endpoint's secrets. */
export function sealSecrets(
  ports: Pick<Ports, "vault">,
  dataKey: Uint8Array,
  endpointId: string,
  secrets: readonly SigningSecret[],
): Uint8Array {
  return ports.vault.seal(dataKey, placeOf(endpointId), secrets);
}

/** Opens what `sealSecrets` sealed. */
export function openSecrets(
  ports: Pick<Ports, "vault">,
  { id, dataKey, sealed }: Pick<KeptEndpoint, "id" | "dataKey" | "sealed">,
): readonly SigningSecret[] {
  return ports.vault.open<readonly SigningSecret[]>(dataKey, placeOf(id), sealed);
}

/** The headers by which a receiver knows a message (Standard Webhooks): signed by each secret that holds at `now`. */
export function signedHeaders(
  secrets: readonly SigningSecret[],
  message: { readonly id: string; readonly body: string },
  now: Date,
): Readonly<Record<string, string>> {
  const seconds = Math.floor(now.getTime() / 1000);
  const signed = `${message.id}.${seconds}.${message.body}`;
  const signatures = signingSecrets(secrets, now).map(({ secret }) => {
    const key = Buffer.from(secret.slice(begin.length), "base64");
    return `v1,${createHmac("sha256", key).update(signed).digest("base64")}`;
  });
  return {
    "content-type": "application/json",
    "user-agent": "Pratu-Webhooks/1",
    "webhook-id": message.id,
    "webhook-timestamp": String(seconds),
    "webhook-signature": signatures.join(" "),
  };
}

function placeOf(endpointId: string) {
  return { table: "webhook_endpoint", rowId: endpointId };
}
