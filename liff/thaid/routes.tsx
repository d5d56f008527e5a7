import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { notFoundPage } from "../../server/http/fault.tsx";
import { readForm } from "../../server/http/form.ts";
import { onOwnHost, ownOrigin } from "../../server/http/own-host.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { signInAllowed } from "../../server/http/sign-in-limit.ts";
import { beginThaId } from "../../server/identity/actions/begin-thaid.ts";
import { returnFromThaId } from "../../server/identity/actions/return-thaid.ts";
import { takeThaId } from "../../server/identity/actions/take-thaid.ts";
import type { BeginThaIdRefusal, ReturnThaIdRefusal } from "../../server/identity/thaid-attempt.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf, requireUnlocked, sessionOf } from "../gates.ts";
import { nextQuery, safeNext } from "../next.ts";
import { ThaIdCodePage, ThaIdElsewherePage, ThaIdFailedPage } from "./pages.tsx";

/** Where ThaID sends people back; it may be another browser than the one that began, without any session. */
export const thaIdReturn = new Hono<AppEnv>();

thaIdReturn.get("/thaid/return", async (c) => {
  const { ports, session, site } = c.var;
  if (!(await signInAllowed(c))) return failed(c, { kind: "thaid_too_many" });
  const query = (name: string) => c.req.query(name)?.slice(0, 4_000) ?? null;
  const returned = await returnFromThaId(
    ports,
    { kind: "gate" },
    {
      state: query("state") ?? "",
      code: query("code"),
      error: query("error"),
      sessionId: session?.id ?? null,
      redirectUri: returnUri(c),
    },
  );
  if (!returned.ok) return failed(c, returned.refusal);
  const { value } = returned;
  if (value.kind === "raised") return c.redirect(doneAt(value.next), 303);
  const shown = { page: pageContext(c), code: value.code, liffId: site.liffId };
  return sendPage(c, <ThaIdElsewherePage {...shown} />);
});

/** The way to ThaID, and the code that carries a proof back from another browser. */
export const thaIdPages = new Hono<AppEnv>();

thaIdPages.get("/thaid/start", requireUnlocked, async (c) => {
  const { ports } = c.var;
  if (!ports.thaId.available) return notFoundPage(c);
  const next = safeNext(c.req.query("next"), "");
  const sessionId = sessionOf(c).id;
  const begun = await beginThaId(ports, citizenOf(c), { sessionId, next, redirectUri: returnUri(c) });
  if (begun.ok) return c.redirect(onOwnHost(c, begun.value.url), 302);
  if (begun.refusal.kind === "thaid_already") return c.redirect(doneAt(next), 303);
  return failed(c, begun.refusal);
});

thaIdPages.get("/thaid", requireUnlocked, (c) =>
  sendPage(c, <ThaIdCodePage page={pageContext(c)} refusals={[]} />),
);

thaIdPages.post("/thaid", requireUnlocked, async (c) => {
  const code = (await readForm(c)).text("code");
  const taken = await takeThaId(c.var.ports, citizenOf(c), { sessionId: sessionOf(c).id, code });
  if (taken.ok) return c.redirect(doneAt(taken.value.next), 303);
  const page = pageContext(c);
  const refusals = [{ field: "code", sentence: sayRefusal(page.words.assurance.refusal, taken.refusal) }];
  return sendPage(c, <ThaIdCodePage page={page} refusals={refusals} />, { status: 422 });
});

/** The ladder says that it is done, and leads on to where the person came from. */
function doneAt(next: string): string {
  const way = next === "" ? "" : nextQuery(safeNext(next));
  return `/liff/assurance?done=thaid${way.replace("?", "&")}`;
}

function failed(c: AppContext, refusal: BeginThaIdRefusal | ReturnThaIdRefusal): Promise<Response> {
  const page = pageContext(c);
  const sentence = sayRefusal(page.words.assurance.refusal, refusal);
  const mayTryAgain = refusal.kind !== "thaid_too_many";
  const status = refusal.kind === "thaid_down" ? 503 : refusal.kind === "thaid_too_many" ? 429 : 400;
  return sendPage(c, <ThaIdFailedPage page={page} sentence={sentence} mayTryAgain={mayTryAgain} />, {
    status,
  });
}

/** ThaID compares it to the letter with the one registered: the public address, and in the demo each phone's own. */
function returnUri(c: AppContext): string {
  return `${ownOrigin(c)}/liff/thaid/return`;
}
