import { channelAccessToken } from "@line/bot-sdk";
import type { Clock } from "../ports.ts";

/** How the bot proves itself to LINE: a token that was given, or short-lived ones made from id and secret. */
export type LineCredentials =
  | { readonly kind: "token"; readonly token: string }
  | { readonly kind: "channel"; readonly id: string; readonly secret: string };

const lifeMilliseconds = 10 * 60_000;

/** Gives a channel access token; short-lived ones (15 minutes at LINE) are kept for ten. */
export function makeLineToken(
  credentials: LineCredentials,
  apiBase: string,
  clock: Clock,
): () => Promise<string> {
  if (credentials.kind === "token") return () => Promise.resolve(credentials.token);
  const client = new channelAccessToken.ChannelAccessTokenClient({ baseURL: apiBase });
  let kept: { token: Promise<string>; until: number } | undefined;
  return () => {
    if (!kept || kept.until <= clock.now().getTime()) {
      const token = client
        .issueStatelessChannelTokenByClientSecret(credentials.id, credentials.secret)
        .then((answer) => answer.access_token);
      token.catch(() => (kept = undefined));
      kept = { token, until: clock.now().getTime() + lifeMilliseconds };
    }
    return kept.token;
  };
}
