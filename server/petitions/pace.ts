import type { Limit } from "../identity/limit.ts";

const hour = 60 * 60;

/**
 * How much one person or officer makes: far more than anybody needs, and too little to fill the store, bury a unit's queue or have
 * mails sent to somebody else's address.
 */
export const paces = {
  /** Petitions one person files. */
  petitions: { name: "petitions_filed", most: 20, seconds: 24 * hour },
  /** Times one person's drafts are saved while they type: one every three seconds for an hour. */
  saves: { name: "draft_saves", most: 1200, seconds: hour },
  /** Messages and corrections one person writes into their threads. */
  messages: { name: "petition_messages", most: 40, seconds: hour },
  /** Messages and notes one officer writes on petitions: several a minute on a bad day, never a script's. */
  deskMessages: { name: "desk_messages", most: 200, seconds: hour },
  /** People one admin invites, again and anew: each is a mail to an address that was typed. */
  invitations: { name: "officers_invited", most: 100, seconds: 24 * hour },
  /** Files one person begins to send, those that were taken out again among them. */
  files: { name: "petition_files", most: 200, seconds: 24 * hour },
} as const satisfies Record<string, Limit>;
