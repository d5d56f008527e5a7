/** How an account was opened: in LINE with a card, or by a browser without LINE (E1). */
export const accountDoors = ["line", "web"] as const;
export type AccountDoor = (typeof accountDoors)[number];

/** The channel of people who came without LINE. Nothing is ever sent to it. */
export const webChannel = "web";
