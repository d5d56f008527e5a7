import { Hono } from "hono";
import { comeInBySignature } from "../../agencies/actions/come-in-by-signature.ts";
import { askStaffPhone } from "../../credentials/actions/ask-staff-phone.ts";
import { seeAsked } from "../../credentials/actions/see-asked.ts";
import type { AppContext, AppEnv, HalfStaffSession } from "../../http/env.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { completeThisStaffSession } from "../../http/session.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { elsewhereMark } from "../layout.tsx";
import { ChallengePage, NotAskedPage } from "../seat/challenge/page.tsx";
import { phoneUrl } from "../seat/phone-url.ts";

/** The second step with the Soft Token of the seat that somebody of the console holds (flows T3.3). */
export const staffSoftTokenPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
const path = "/console/second-step/soft-token";
const start = "/console/sign-in";

staffSoftTokenPages.get("/second-step/soft-token", (c) => ask(c, false));

staffSoftTokenPages.post("/second-step/soft-token", (c) => ask(c, true));

staffSoftTokenPages.get("/second-step/soft-token/state", async (c) => {
  const { halfStaff, ports } = c.var;
  const asked = halfStaff && (await seeAsked(ports, gate, { session: halfStaff, purpose: "sign_in" }));
  return c.json({ state: asked?.state ?? "over" });
});

staffSoftTokenPages.post("/second-step/soft-token/enter", async (c) => {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.redirect(c.var.staff ? "/console" : start, 303);
  const { id: sessionId, staffId } = halfStaff;
  const entered = await comeInBySignature(ports, gate, { sessionId, staffId });
  if (!entered.ok) return c.redirect(path, 303);
  await completeThisStaffSession(c, "soft_token");
  return c.redirect(entered.value.elsewhere ? `/console?${elsewhereMark}=1` : "/console", 303);
});

async function ask(c: AppContext, again: boolean): Promise<Response> {
  const { halfStaff, ports } = c.var;
  if (!halfStaff) return c.redirect(c.var.staff ? "/console" : start, 303);
  const { id: sessionId, staffId } = halfStaff;
  const begun = await askStaffPhone(ports, gate, { sessionId, staffId, again });
  if (begun.ok) return again ? c.redirect(path, 303) : show(c, halfStaff);
  if (begun.refusal.kind !== "too_many_challenges") return c.redirect("/console/second-step", 303);
  const page = pageContext(c);
  const words = page.words.credentials.challenge;
  const sentence = sayRefusal(words.refusal, begun.refusal);
  const shown = { page, session: null, title: words.title, sentence };
  return sendPage(c, <NotAskedPage {...shown} />, { status: 429 });
}

async function show(c: AppContext, session: HalfStaffSession): Promise<Response> {
  const asked = await seeAsked(c.var.ports, gate, { session, purpose: "sign_in" });
  if (!asked) throw new Error("a sign-in was begun and is not there");
  const page = pageContext(c);
  const { title } = page.words.credentials.challenge;
  const shown = { page, session: null, asked, path, title, query: "" };
  return sendPage(c, <ChallengePage {...shown} phoneUrl={phoneUrl(c, `/token/sign/${asked.id}`)} />);
}
