/** How a holder came to a new password: they changed it themselves, or set it by a link that was mailed. */
export const passwordWays = ["changed", "by_link"] as const;
export type PasswordWay = (typeof passwordWays)[number];
