import { jwtVerify, SignJWT } from "jose";
import type { Credentials } from "../options.ts";

/** Life of a stateless channel access token at LINE: fifteen minutes. */
export const channelTokenSeconds = 900;

/** A stateless channel access token (v3): signed, so that nothing is kept and a restart invalidates none. */
export function issueChannelToken(channel: Credentials, now: Date): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ scope: "messaging" })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setSubject(channel.id)
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + channelTokenSeconds)
    .sign(keyOf(channel));
}

/** True for a token of this channel that has not expired. */
export async function isChannelToken(channel: Credentials, token: string, now: Date): Promise<boolean> {
  return jwtVerify(token, keyOf(channel), {
    algorithms: ["HS256"],
    subject: channel.id,
    currentDate: now,
  }).then(
    () => true,
    () => false,
  );
}

function keyOf(channel: Credentials): Uint8Array {
  return new TextEncoder().encode(`channel token ${channel.secret}`);
}
