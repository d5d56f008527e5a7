/** How a relying party proves itself at the token endpoint; `none` is for programs that cannot keep a secret. */
export const clientAuths = ["client_secret_basic", "private_key_jwt", "none"] as const;
export type ClientAuth = (typeof clientAuths)[number];
