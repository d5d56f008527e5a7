import type { LineUser } from "../kernel/actor.ts";
import type { AppContext } from "./env.ts";
import { countSignIn, type SignInLimit } from "./session-store.ts";

/** A whole clinic may share one address. */
const perAddress: SignInLimit = { name: "sign_in_address", most: 60, seconds: 60 };
/** One person signs in when a session ends, on a few devices; more is a loop or somebody's script. */
const perUser: SignInLimit = { name: "sign_in_user", most: 30, seconds: 600 };

/** Counts an attempt to sign in from the caller's address, before anything is verified; false past the limit. */
export async function signInAllowed(c: AppContext): Promise<boolean> {
  const { address } = c.var;
  return address === "" ? true : isWithin(c, perAddress, address);
}

/** Counts a sign-in of a LINE user whose identity was verified, before a session is made; false past the limit. */
export async function userMaySignIn(c: AppContext, { channel, lineUserId }: LineUser): Promise<boolean> {
  return isWithin(c, perUser, `${channel}/${lineUserId}`);
}

async function isWithin(c: AppContext, limit: SignInLimit, key: string): Promise<boolean> {
  const { db, clock, log } = c.var.ports;
  const count = await db.as({ kind: "gate" }, (tx) => countSignIn(tx, limit, key, clock.now()));
  if (count > limit.most) log.warn("sign_in.limit", { name: limit.name });
  return count <= limit.most;
}
