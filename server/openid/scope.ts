/**
 * What a relying party may ask to be told. `openid` stands in every request; `profile` gives the person's name, `seat`
 * the seat with its right and agency.
 */
export const openIdScopes = ["openid", "profile", "seat"] as const;
export type OpenIdScope = (typeof openIdScopes)[number];

/** The scopes of a request that we know, each once; others are passed over (OpenID Connect Core 3.1.2.1). */
export function readScopes(text: string): readonly OpenIdScope[] {
  const asked = text.split(" ");
  return openIdScopes.filter((scope) => asked.includes(scope));
}
