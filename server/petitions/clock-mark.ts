/** What the clock did by itself for a petition: warned that its day comes, or drafted a letter that it is late. */
export const clockMarkKinds = ["warning", "delay_letter"] as const;
export type ClockMarkKind = (typeof clockMarkKinds)[number];
