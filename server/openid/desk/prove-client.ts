import { sameBytes } from "../../kernel/same-bytes.ts";
import type { Ports, Tx } from "../../ports.ts";
import { judgeAssertion } from "../client-assertion.ts";
import type { ClientProof } from "../client-proof.ts";
import type { Client } from "../client.ts";
import { openIdPaths } from "../discovery.ts";
import { findClient } from "../store/client.ts";
import { useAssertion } from "../store/grant.ts";
import { hashOfSecret } from "./opaque.ts";

/**
 * Finds the client behind a proof and judges it: by the way it is registered for, with its own secret, or by an assertion
 * of its own key that was never used before. Null: it is nobody's proof.
 */
export async function proveClient(
  ports: Ports,
  tx: Tx,
  proof: ClientProof,
  issuer: string,
): Promise<Client | null> {
  const client = await findClient(tx, proof.clientId);
  if (!client || client.endedAt !== null || client.auth !== proof.kind) return null;
  switch (proof.kind) {
    case "none":
      return client;
    case "client_secret_basic":
      return client.secretHash && sameBytes(hashOfSecret(proof.secret), client.secretHash) ? client : null;
    case "private_key_jwt":
      return (await isProvenBy(ports, tx, client, proof.assertion, issuer)) ? client : null;
  }
}

async function isProvenBy(
  ports: Ports,
  tx: Tx,
  client: Client,
  assertion: string,
  issuer: string,
): Promise<boolean> {
  const claims = await ports.jwts.verify(assertion, client.keys);
  const audiences = [issuer, `${issuer}${openIdPaths.token}`];
  const judged = claims && judgeAssertion(claims, { clientId: client.id, audiences }, ports.clock.now());
  if (!judged) return false;
  const { jti, expiresAt } = judged;
  return useAssertion(tx, { clientId: client.id, jtiHash: hashOfSecret(jti), expiresAt });
}
