import { assertionType, claimedClient } from "./client-assertion.ts";
import type { Parameters } from "./parameters.ts";

/** How a caller of the token endpoint says who it is; nothing of it is believed yet. */
export type ClientProof =
  | { readonly kind: "client_secret_basic"; readonly clientId: string; readonly secret: string }
  | { readonly kind: "private_key_jwt"; readonly clientId: string; readonly assertion: string }
  | { readonly kind: "none"; readonly clientId: string };

/**
 * Reads how a relying party proves itself: by one way alone (RFC 6749 2.3), and under one name. Null: in no way we have, or
 * in several.
 */
export function readClientProof(header: string | undefined, sent: Parameters): ClientProof | null {
  const [id, assertion] = [sent.value("client_id"), sent.value("client_assertion")];
  if (sent.value("client_secret") !== null || (header !== undefined && assertion !== null)) return null;
  const proof = proofOf(header, sent, assertion);
  return proof && (id === null || id === proof.clientId) ? proof : null;
}

function proofOf(header: string | undefined, sent: Parameters, assertion: string | null): ClientProof | null {
  if (header !== undefined) return readBasic(header);
  if (assertion !== null) {
    if (sent.value("client_assertion_type") !== assertionType) return null;
    return { kind: "private_key_jwt", clientId: claimedClient(assertion), assertion };
  }
  const clientId = sent.value("client_id");
  return clientId === null ? null : { kind: "none", clientId };
}

const longestHeader = 1_000;

/** Id and secret of a Basic header; both are form-encoded before they are put together (RFC 6749 2.3.1). */
function readBasic(header: string): ClientProof | null {
  const basic = /^Basic +([A-Za-z0-9+/]+={0,2})$/i.exec(header.slice(0, longestHeader))?.[1];
  if (basic === undefined) return null;
  try {
    const pair = atob(basic);
    const at = pair.indexOf(":");
    const decoded = (text: string) => decodeURIComponent(text.replaceAll("+", " "));
    if (at < 1) return null;
    return {
      kind: "client_secret_basic",
      clientId: decoded(pair.slice(0, at)),
      secret: decoded(pair.slice(at + 1)),
    };
  } catch {
    return null;
  }
}
