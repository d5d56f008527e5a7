/** What may be wrong with a request that is told to the relying party, by the name its answer gives (RFC 6749, OpenID Connect). */
export const authorizationErrors = [
  "invalid_request",
  "invalid_scope",
  "unsupported_response_type",
  "request_not_supported",
  "request_uri_not_supported",
  "registration_not_supported",
  "login_required",
  "interaction_required",
  "access_denied",
] as const;
export type AuthorizationError = (typeof authorizationErrors)[number];

/** What may be wrong at the token endpoint (RFC 6749 5.2). */
export const tokenErrors = [
  "invalid_request",
  "invalid_client",
  "invalid_grant",
  "unsupported_grant_type",
] as const;
export type TokenError = (typeof tokenErrors)[number];

/**
 * A refusal with what the engineers at the other end need to mend it. The description is ASCII, as RFC 6749 wants it, and
 * says nothing of who tried.
 */
export interface TokenRefusal {
  readonly kind: TokenError;
  readonly description: string;
}
