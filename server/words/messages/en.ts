import type { Shape } from "../shape.ts";
import type { messagesTh } from "./th.ts";

/** The same in English. */
export const messagesEn: Shape<typeof messagesTh> = {
  title: "Messages to people",
  lead: (month) => `What your agency sent in ${month}, by the way it went`,
  plan: {
    title: "This month's LINE messages",
    used: (used, allowed) => `${used} of ${allowed} used`,
    unlimited: (used) => `${used} used; the plan has no limit`,
    percent: (percent) => `${percent}%`,
    forecast: (many) => `At this pace about ${many} by the end of the month`,
    noForecast: "The month has just begun; there is no forecast yet",
    readAt: (moment) => `As LINE said at ${moment}`,
    none: "LINE has not told us yet",
    noneNext: "We ask every hour; messages go out as usual meanwhile",
    shared: "The plan is of the whole LINE account, not of one agency. Replies in chat do not count",
    warn: (percent) => `More than ${percent}% of the plan is used`,
    warnNext: "Take a larger plan at LINE Official Account Manager before it runs out",
    out: "This month's plan is used up",
    outNext:
      "People are told by e-mail instead, and by SMS of what must arrive, until there is a larger plan or a new month",
  },
  table: {
    caption: "Messages that went out this month",
    route: "Way",
    sent: "Messages",
    price: "Price of one",
    cost: "Cost",
    free: "free",
    unknown: "no price given",
    baht: (amount) => `${amount} baht`,
    total: "Total",
  },
  routes: {
    reply: "LINE, reply in chat",
    push: "LINE, pushed (counted)",
    mail: "E-mail",
    sms: "SMS",
  },
  prices: {
    title: "Price of a message",
    lead: "As your agency's plans have it, so that the cost can be seen",
    push: "LINE, pushed (baht)",
    sms: "SMS (baht)",
    save: "Save the prices",
    saved: "The prices are saved",
    wrong: "Give an amount in baht from 0 to 100, such as 0.35",
  },
  choices: {
    title: "Notifications",
    detail: "Choose how you are told of what",
    lead: "Choose how you want to be told of each thing. When a way does not reach you, we take another",
    things: {
      filed: "Your petition was received",
      moved: "A petition moved on, or something is asked of you",
      completed: "The outcome of a petition",
      answered: "An officer wrote to you",
    },
    media: { line: "LINE", mail: "E-mail", sms: "SMS" },
    always: "always",
    mailHint: "You may leave it: we write an e-mail when LINE does not reach you",
    smsHint: "Only of services that send SMS",
    completedNote:
      "An outcome always goes by e-mail, and by LINE too if you use LINE. This cannot be switched off",
    quiet: "What can wait comes after 08:00, never at night",
    save: "Save",
    saved: "Your notifications are saved",
  },
};
