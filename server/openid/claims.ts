import type { JwtClaims } from "../kernel/jwt-port.ts";
import { tokenSeconds, type Grant } from "./grant.ts";
import type { SignedInSeat } from "./signed-in-seat.ts";

/** How everybody at a seat has signed in: password, a key in the phone that opens by PIN, and so two factors. */
export const softTokenClass = "urn:pratu:acr:soft-token";
/** The same in the words of RFC 8176. */
export const softTokenMethods = ["pwd", "swk", "pin", "mfa"] as const;

/** Every claim there is, as the description of the provider lists them. */
export const claimNames = [
  ...["iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "acr", "amr", "azp", "at_hash", "sid"],
  ...["name", "seat_code", "seat_right", "seat_part", "agency_id", "agency_name", "agency_name#en"],
] as const;

/** What an ID token is made of. */
export interface IdTokenFacts {
  readonly issuer: string;
  /** The person as this client knows them: never the citizen id, and another for every client. */
  readonly subject: string;
  /** The session of the seat as this client knows it. */
  readonly sid: string;
  /** The left half of the access token's SHA-256, in base64url. */
  readonly accessTokenHash: string;
}

/** The claims of an ID token (OpenID Connect Core 2). */
export function idTokenClaims(facts: IdTokenFacts, grant: Grant, seat: SignedInSeat, now: Date): JwtClaims {
  const iat = secondsOf(now);
  return {
    iss: facts.issuer,
    aud: grant.clientId,
    azp: grant.clientId,
    iat,
    exp: iat + tokenSeconds,
    auth_time: secondsOf(seat.factorAt),
    ...(grant.nonce === null ? {} : { nonce: grant.nonce }),
    acr: softTokenClass,
    amr: softTokenMethods,
    at_hash: facts.accessTokenHash,
    sid: facts.sid,
    ...personClaims(facts.subject, grant, seat),
  };
}

/** What userinfo answers: who it is, and what the scopes of the grant ask for. */
export function personClaims(
  subject: string,
  { scopes }: Pick<Grant, "scopes">,
  seat: SignedInSeat,
): JwtClaims {
  return {
    sub: subject,
    ...(scopes.includes("profile") ? { name: seat.name } : {}),
    ...(scopes.includes("seat") ? seatClaims(seat) : {}),
  };
}

function seatClaims(seat: SignedInSeat): JwtClaims {
  return {
    seat_code: seat.userCode,
    seat_right: seat.right,
    seat_part: seat.part,
    agency_id: seat.agencyId,
    agency_name: seat.agencyTh,
    "agency_name#en": seat.agencyEn,
  };
}

function secondsOf(moment: Date): number {
  return Math.floor(moment.getTime() / 1000);
}
