import type { AppContext } from "./env.ts";
import { countSignIn } from "./session-store.ts";

const most = 60;
const seconds = 60;

/** Counts a sign-in from the caller's address; false past the limit of a minute. A whole clinic may share one. */
export async function signInAllowed(c: AppContext): Promise<boolean> {
  const { address, ports } = c.var;
  if (address === "") return true;
  const bucket = new Date(Math.floor(ports.clock.now().getTime() / (seconds * 1000)) * seconds * 1000);
  const count = await ports.db.as({ kind: "gate" }, (tx) => countSignIn(tx, address, bucket));
  if (count > most) ports.log.warn("sign_in.limit");
  return count <= most;
}
