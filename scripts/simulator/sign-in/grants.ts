import { createHash } from "node:crypto";
import { newOpaque } from "../platform/identifiers.ts";
import type { Phone } from "../world/state.ts";

const codeLifeMilliseconds = 10 * 60_000;
const accessLifeSeconds = 30 * 24 * 3600;

/** What a browser asked for at the authorize page. */
export interface AuthorizeRequest {
  readonly redirectUri: string;
  readonly state: string;
  readonly nonce: string | null;
  /** PKCE challenge, S256; null when none was sent. */
  readonly challenge: string | null;
}

interface Grant {
  readonly phone: Phone;
  readonly request: AuthorizeRequest;
  readonly until: number;
}

export interface Grants {
  /** A code for this user's yes: ten minutes, once. */
  issueCode(phone: Phone, request: AuthorizeRequest, now: Date): string;
  /** Uses the code up; refused when unknown, old, of another redirect address, or the verifier does not fit. */
  redeem(code: string, redirectUri: string, verifier: string | null, now: Date): Grant | { refused: string };
  issueAccessToken(phone: Phone, now: Date): { readonly accessToken: string; readonly expiresIn: number };
  holderOf(accessToken: string, now: Date): { readonly phone: Phone; readonly expiresIn: number } | null;
}

/** Codes and access tokens of LINE Login. */
export function makeGrants(): Grants {
  const codes = new Map<string, Grant>();
  const tokens = new Map<string, { phone: Phone; until: number }>();
  return {
    issueCode: (phone, request, now) => {
      const code = newOpaque().slice(0, 20);
      codes.set(code, { phone, request, until: now.getTime() + codeLifeMilliseconds });
      return code;
    },
    redeem: (code, redirectUri, verifier, now) => {
      const grant = codes.get(code);
      codes.delete(code);
      if (!grant || grant.until < now.getTime()) return { refused: "invalid authorization code" };
      if (grant.request.redirectUri !== redirectUri) return { refused: "redirect_uri does not match" };
      if (grant.request.challenge !== null && challengeOf(verifier ?? "") !== grant.request.challenge) {
        return { refused: "code_verifier does not match" };
      }
      return grant;
    },
    issueAccessToken: (phone, now) => {
      const accessToken = newOpaque();
      tokens.set(accessToken, { phone, until: now.getTime() + accessLifeSeconds * 1000 });
      return { accessToken, expiresIn: accessLifeSeconds };
    },
    holderOf: (accessToken, now) => {
      const found = tokens.get(accessToken);
      if (!found || found.until < now.getTime()) return null;
      return { phone: found.phone, expiresIn: Math.floor((found.until - now.getTime()) / 1000) };
    },
  };
}

/** PKCE's S256: base64url of the SHA-256 of the verifier. */
export function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}
