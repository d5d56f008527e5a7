import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { openKey } from "../../systems/actions/open-key.ts";
import type { ApiScope } from "../../systems/api-key.ts";
import { wordsIn } from "../../words/words.ts";
import { bearerOrPassword } from "../key-text.ts";
import { languageOf } from "../problem.ts";
import { latestCode, latestCodes } from "./latest.ts";
import { refusalBody, refused, refusedBy, type AgentRefusal } from "./refused.ts";
import { confirmSave, saveAsDraft, type AgentAnswer, type AgentCall } from "./save.ts";

/**
 * The service calls of the local card agent under its own paths and shapes, so that a system which makes those needs
 * another address and a key (docs/api/README.md). What reads cards stays with the agent on the machine.
 */
export const agentApi = new Hono<AppEnv>();

const largestBytes = 16 * 1024;

agentApi.onError((error, c) => {
  c.var.ports.log.error("agent_api.failed", error, { id: c.var.requestId });
  return answer(c, { ok: false, ...refused(wordsOf(c).api.agent.fault), status: 503 });
});

agentApi.use(
  bodyLimit({
    maxSize: largestBytes,
    onError: (c) => {
      const at = c as AppContext;
      const problem = refusedBy({ kind: "body_too_large", bytes: largestBytes }, wordsOf(at));
      return answer(at, { ok: false, ...problem });
    },
  }),
);

const base = "/api/nhso-service";

agentApi.post(`${base}/save-as-draft`, (c) =>
  called(c, "codes:write", async (call) => saveAsDraft(call, await jsonOf(c))),
);
agentApi.post(`${base}/confirm-save`, (c) =>
  called(c, "codes:write", async (call) => confirmSave(call, await jsonOf(c))),
);
agentApi.get(`${base}/latest-authen-code/:pid`, (c) =>
  called(c, "codes:read", (call) => latestCode(call, c.req.param("pid"))),
);
agentApi.get(`${base}/latest-5-authen-code-all-hospital/:pid`, (c) =>
  called(c, "codes:read", (call) => latestCodes(call, c.req.param("pid"))),
);

agentApi.all("*", (c) => {
  const { agent, problem } = wordsOf(c).api;
  const isReader = c.req.path.includes("/api/smartcard/");
  return answer(c, { ok: false, ...refused(isReader ? agent.no_reader : problem.not_found()), status: 404 });
});

async function called<T>(
  c: AppContext,
  scope: ApiScope,
  work: (call: AgentCall) => Promise<AgentAnswer<T>>,
): Promise<Response> {
  const { ports } = c.var;
  const words = wordsOf(c);
  const opened = await openKey(ports, bearerOrPassword(c.req.header("authorization")), scope);
  if (opened.ok) return answer(c, await work({ ports, actor: opened.value.actor, words }));
  if (opened.refusal.kind === "key_limit") c.header("retry-after", String(opened.refusal.seconds));
  if (opened.refusal.kind === "key_invalid") c.header("www-authenticate", 'Bearer realm="pratu"');
  return answer(c, { ok: false, ...refusedBy(opened.refusal, words) });
}

function answer(c: AppContext, given: AgentAnswer<unknown>): Response {
  c.header("cache-control", "no-store");
  if (given.ok) return c.json(given.value);
  const refusal: AgentRefusal = given;
  return c.json(refusalBody(refusal), refusal.status as 400);
}

function wordsOf(c: AppContext) {
  return wordsIn(languageOf(c.req.header("accept-language")));
}

/** Whatever content type it says: what cannot be read is found to lack its fields. */
function jsonOf(c: AppContext): Promise<unknown> {
  return c.req.json<unknown>().catch(() => null);
}
