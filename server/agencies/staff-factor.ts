/** The second steps by which somebody of staff comes in to the console. */
export const staffFactors = ["totp", "passkey", "soft_token"] as const;
export type StaffFactor = (typeof staffFactors)[number];
