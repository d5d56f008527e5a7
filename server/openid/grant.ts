import type { OpenIdScope } from "./scope.ts";

/** Seconds a code may be exchanged: a redirect and one call. */
export const codeSeconds = 60;
/** Seconds an access token opens userinfo, and an ID token is good. */
export const tokenSeconds = 600;
/** Bytes of codes and access tokens, drawn at random. */
export const secretBytes = 32;
/** Minutes a request waits for its person to sign in at a seat. */
export const requestMinutes = 30;

/** True while a request may still be answered with a code: it gave none yet, and its half hour is not over. */
export function isRequestOpen(
  { madeAt, usedAt }: { readonly madeAt: Date; readonly usedAt: Date | null },
  now: Date,
): boolean {
  return usedAt === null && now.getTime() < madeAt.getTime() + requestMinutes * 60_000;
}

/**
 * One sign-in at one relying party: its code, and the access token made of it. Both are known by their SHA-256. It hangs on
 * the session of the seat: when that is over, nothing of it opens anything.
 */
export interface Grant {
  readonly id: string;
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly OpenIdScope[];
  readonly nonce: string | null;
  readonly challenge: string;
  readonly sessionId: string;
  readonly personId: string;
  readonly madeAt: Date;
  /** When the code was exchanged; null: it waits. */
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

export const codeFaults = ["reused", "foreign", "over", "redirect", "verifier"] as const;
/** `reused` and `verifier` say that somebody has a code that is not theirs: the grant ends. */
export type CodeFault = (typeof codeFaults)[number];

/** What a relying party brings with a code. */
export interface BroughtCode {
  readonly clientId: string;
  readonly redirectUri: string | null;
  /** The S256 of the verifier it brings; null: it brings none. */
  readonly challenge: string | null;
}

/** What speaks against exchanging a code at `now`; null: nothing does (RFC 6749 4.1.3, RFC 7636 4.6). */
export function faultOfCode(grant: Grant, brought: BroughtCode, now: Date): CodeFault | null {
  if (grant.clientId !== brought.clientId) return "foreign";
  if (grant.usedAt !== null) return "reused";
  if (grant.revokedAt !== null || now.getTime() >= grant.madeAt.getTime() + codeSeconds * 1000) return "over";
  if (grant.redirectUri !== brought.redirectUri) return "redirect";
  return grant.challenge === brought.challenge ? null : "verifier";
}

/** True when a fault ends the whole grant, with the tokens that were made of it. */
export function endsGrant(fault: CodeFault): boolean {
  return fault === "reused" || fault === "verifier";
}

/** True while the access token of a grant opens something. */
export function isTokenLive({ usedAt, revokedAt }: Grant, now: Date): boolean {
  return revokedAt === null && usedAt !== null && now.getTime() < usedAt.getTime() + tokenSeconds * 1000;
}
