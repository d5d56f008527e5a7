/** Questions the chat may have put; its next message may answer one. */
export const asks = ["resume_registration"] as const;
export type Ask = (typeof asks)[number];

/** Belongs to the shape of the state: a chat written by other code starts afresh, never half-way. */
export const chatVersion = 1;

/** Where a chat stands. Holds nothing that anybody typed. */
export interface Chat {
  /** The question that was put last and not answered yet. */
  readonly asked: Ask | null;
  /** How many messages in a row were not understood. */
  readonly misses: number;
}

export const freshChat: Chat = { asked: null, misses: 0 };

/** Reads a kept state; another version, or anything that does not fit, is a fresh chat. */
export function readChat(version: number, state: Readonly<Record<string, unknown>>): Chat {
  const asked = asks.find((ask) => ask === state["asked"]) ?? null;
  const misses = state["misses"];
  if (version !== chatVersion || typeof misses !== "number" || !Number.isSafeInteger(misses))
    return freshChat;
  return { asked, misses };
}
