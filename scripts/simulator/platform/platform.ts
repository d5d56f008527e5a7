import type { World } from "../world/world.ts";
import { makeReplyTokens, type ReplyTokens } from "./reply-tokens.ts";
import { makeWebhooks, type Webhooks } from "./webhooks.ts";

/** One call the app made, as the log shows it. */
export interface ApiCall {
  readonly at: number;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** What was answered, when it was a refusal. */
  readonly refusal: string | null;
}

/** The platform's moving parts, which a restart forgets. */
export interface Platform {
  readonly replyTokens: ReplyTokens;
  readonly webhooks: Webhooks;
  readonly calls: ApiCall[];
  /** Whose message a mark-as-read token belongs to. */
  readonly readTokens: Map<string, { readonly userId: string; readonly messageId: string }>;
}

export function makePlatform(world: World, publicHost: () => string): Platform {
  const replyTokens = makeReplyTokens();
  return {
    replyTokens,
    webhooks: makeWebhooks(world, replyTokens, publicHost),
    calls: [],
    readTokens: new Map(),
  };
}
