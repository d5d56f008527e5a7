import type { BrowserContext } from "playwright-core";
import type { RunningAgent } from "../../scripts/card-agent/serve.ts";
import { cardAgentOrigin } from "../../server/visits/card-reading.ts";

/** Leads what pages ask of the card agent to this one: its port is fixed, and another may be listening there. */
export async function useCardAgent(
  context: BrowserContext,
  running: RunningAgent,
  origin: string,
): Promise<void> {
  await context.route(`${cardAgentOrigin}/**`, async (route) => {
    if (running.agent.desk.stopped) return route.abort();
    const request = route.request();
    const { pathname, search } = new URL(request.url());
    const body = request.postData();
    const answer = await fetch(`http://127.0.0.1:${running.port}${pathname}${search}`, {
      method: request.method(),
      headers: { origin },
      ...(body === null ? {} : { body }),
    });
    const headers = {
      "access-control-allow-origin": origin,
      "access-control-allow-headers": "content-type",
      "content-type": "application/json",
    };
    return route.fulfill({ status: answer.status, headers, body: await answer.text() });
  });
}
