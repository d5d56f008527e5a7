import { isPrivateHost } from "../systems/webhook-form.ts";
import type { Hooks } from "../ports.ts";

export interface HookSettings {
  readonly timeoutMs: number;
  /** In a demo the receiver may be the machine itself. */
  readonly mayStayHere: boolean;
}

/**
 * Posts webhook messages by fetch, for workerd, whose fetch reaches public hosts only. Follows no redirect, reads no body,
 * refuses hosts that are private by their name or address.
 */
export function fetchHooks({ timeoutMs, mayStayHere }: HookSettings): Hooks {
  return {
    post: async (url, headers, body) => {
      const { hostname } = new URL(url);
      if (!mayStayHere && isPrivateHost(hostname)) return { kind: "address_refused" };
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
        await response.body?.cancel();
        return { kind: "answered", status: response.status };
      } catch {
        return { kind: signal.aborted ? "timeout" : "unreachable" };
      }
    },
  };
}
