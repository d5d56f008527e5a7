import { makeScreenToken } from "../../server/visits/facility-qr.ts";
import { stepOf } from "../../server/visits/screen-step.ts";
import { citizenCookie, type SignedIn } from "./app.ts";
import type { Product } from "./product.ts";
import { screenQrNumber } from "./screen-qr.ts";

/** A citizen who speaks to the running app over HTTP, as a browser would, and has patience. */
export interface Asker {
  /** Scans the counter's screen of a demo facility; answers the path of the confirmation. */
  scan(facility?: number): Promise<string>;
  /** Presses the button once. The path of the code that was acknowledged; null: no answer, or not that one. */
  press(path: string, fields?: Record<string, string>): Promise<string | null>;
  /** Presses until a code is acknowledged; answers its path and how often it was in vain. */
  pressUntilCode(path: string): Promise<{ readonly code: string; readonly vain: number }>;
}

const patienceMs = 60_000;

/** A citizen with a session of their own, at the door everybody comes in by. */
export async function makeAsker(product: Product, citizen: SignedIn): Promise<Asker> {
  const { ports, origin } = product;
  const cookie = await citizenCookie(product, citizen);
  const send = (path: string, init: RequestInit) =>
    fetch(`${origin}${path}`, { ...init, redirect: "manual", headers: { cookie, origin } });
  const press: Asker["press"] = async (path, fields = {}) => {
    try {
      const answer = await send(path, { method: "POST", body: new URLSearchParams(fields) });
      const to = answer.headers.get("location");
      return answer.status === 303 && to?.startsWith("/liff/code/") ? to : null;
    } catch {
      return null;
    }
  };
  return {
    scan: async (facility = 0) => {
      const step = stepOf(ports.clock.now());
      const token = makeScreenToken(ports.keys.qr, await screenQrNumber(product, facility), step);
      const answer = await send(`/q/${token}`, { method: "GET" });
      const to = answer.headers.get("location");
      if (!to?.startsWith("/liff/ask/")) throw new Error(`scanning led to ${answer.status} ${to}`);
      return to;
    },
    press,
    pressUntilCode: async (path) => {
      const end = Date.now() + patienceMs;
      for (let vain = 0; Date.now() < end; vain += 1) {
        const code = await press(path);
        if (code !== null) return { code, vain };
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      throw new Error("no code within a minute");
    },
  };
}
