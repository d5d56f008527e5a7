/** What the clock did by itself for a petition: warned that its day comes, or drafted a letter that it is late. */
export const clockMarkKinds = ["warning", "delay_letter"] as const;
export type ClockMarkKind = (typeof clockMarkKinds)[number];

/** What staff are told by the clock: a day comes near, it has passed, a letter of delay waits for its reason. */
export const clockNoticeKinds = ["staff_petition_due", "staff_petition_late", "staff_delay_letter"] as const;
export type ClockNoticeKind = (typeof clockNoticeKinds)[number];
