import type { Shape } from "../shape.ts";
import type { softTokenDemandTh } from "./demand-th.ts";

/** The demand that staff come in by Soft Token, in English. */
export const softTokenDemandEn: Shape<typeof softTokenDemandTh> = {
  refusal: {
    own_key_missing: () => "You cannot demand it yet: you have no working Soft Token of this agency yourself",
    delay_unknown: () => "Choose the first day",
    too_soon: ({ missing }) =>
      `It cannot begin today: ${missing} have no Soft Token yet. Choose a day at least 7 days ahead`,
    demanded_already: () => "Somebody demanded it already; see its first day below. Nothing was changed",
  },
  title: "Demand Soft Tokens in the console",
  lead: "Once it counts, everybody of the agency comes in to the console by password and Soft Token. Codes of an app and passkeys do not do instead",
  link: "Demand Soft Tokens in the console",
  told: {
    set: "Saved. Whoever did not come in by Soft Token sees the first day on every page",
    lifted: "Lifted. Codes of an app and passkeys open the console as before",
  },
  begin: "Demand it",
  means: [
    "From its first day whoever has no Soft Token opens no page, though they are signed in already. What was saved is not lost",
    "A Soft Token comes with being a holder or deputy of this agency; its head names them under “Holders”",
    "Whoever demands it must have one, to be able to lift it again",
    "If nobody can come in, the operator of Pratu lifts it",
  ],
  ownHow: "The head names you a holder first; register your Soft Token, then come back here",
  delay: "First day",
  delayHint: "Some have no Soft Token yet, so they are given at least 7 days",
  everybody: "Everybody has one: it may begin today",
  delayOf: (days, day) => (days === 0 ? `Today (${day})` : `In ${days} days (${day})`),
  yes: "Demand it",
  announced: (day) => `It begins on ${day}`,
  inForce: (day) => `It counts since ${day}`,
  setBy: (name, time) => `Demanded by ${name}, ${time}`,
  liftHint:
    "Lifting it counts at once: any second step opens the console again. Who lifted it is written down",
  lift: "Lift it",
  who: "Who has a Soft Token",
  count: (having, all) => `${having} of ${all} have one`,
  name: "Name",
  level: "Level",
  key: "Soft Token",
  has: "Yes",
  hasNot: "Not yet",
  soon: {
    title: (day) => `From ${day} only a Soft Token opens this console`,
    how: "What to do",
  },
  needed: {
    title: "A Soft Token is needed",
    lead: (day) => `Your agency lets in to the console by Soft Token alone, from ${day}`,
    have: "You have one. Sign in with your password, then press “Use my Soft Token”",
    steps: [
      "Ask the head of your agency to name you a holder or deputy",
      "With your 15-character user code, register your Soft Token until it is active on your phone",
      "Come back, sign in with your password and press “Use my Soft Token”",
      "If your work cannot wait, the head or the agency's administrator can lift the demand",
    ],
    safe: "What you saved is all there",
    use: "Use my Soft Token",
    register: "Register or use a Soft Token",
    again: "Sign out and come in by Soft Token",
    back: "Back to work",
  },
};
