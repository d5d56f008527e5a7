import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { readForm } from "../../server/http/form.ts";
import { actorOf, type AppContext, type AppEnv } from "../../server/http/env.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { askCode } from "../../server/visits/actions/ask-code.ts";
import { claimTicket } from "../../server/visits/actions/claim-ticket.ts";
import { seeAsking } from "../../server/visits/actions/see-asking.ts";
import type { VisitRefusal } from "../../server/visits/refusal.ts";
import { codePath } from "../code/code-row.tsx";
import { citizenOf, requireChecked, requireUnlocked, sessionOf } from "../gates.ts";
import { AskPage } from "./ask-page.tsx";
import { RefusalPage } from "./refusal-page.tsx";

/** Confirming a scan (C4.3): facility and service by name, one tap, the code. */
export const askPages = new Hono<AppEnv>();

/** Whoever opens a ticket first owns it, before registration or PIN lead away and back. */
const claimFirst = createMiddleware<AppEnv>(async (c, next) => {
  const session = sessionOf(c);
  if (c.req.method === "GET" && !session.unlocked) {
    const claimed = await claimTicket(c.var.ports, actorOf(session), { ticket: ticketOf(c) });
    if (!claimed.ok) return refused(c, claimed.refusal);
  }
  await next();
});

askPages.use("/ask/:ticket", claimFirst, requireUnlocked, requireChecked);

askPages.get("/ask/:ticket", async (c) => {
  const ticket = ticketOf(c);
  const asking = await seeAsking(c.var.ports, citizenOf(c), { ticket });
  if (!asking.ok) return refused(c, asking.refusal);
  const delegationId = c.req.query("for") ?? null;
  return sendPage(
    c,
    <AskPage page={pageContext(c)} ticket={ticket} asking={asking.value} delegationId={delegationId} />,
  );
});

askPages.post("/ask/:ticket", async (c) => {
  const form = await readForm(c);
  const delegationId = form.text("for") || null;
  const asked = await askCode(c.var.ports, citizenOf(c), { ticket: ticketOf(c), delegationId });
  if (asked.ok) return c.redirect(codePath(asked.value.codeId, delegationId), 303);
  const { refusal } = asked;
  if (refusal.kind === "locked") return c.redirect("/liff/unlock", 303);
  return refused(c, refusal, delegationId);
});

function ticketOf(c: AppContext): string {
  return c.req.param("ticket") ?? "";
}

function refused(c: AppContext, refusal: VisitRefusal, delegationId: string | null = null) {
  const page = pageContext(c);
  const shown = { page, refusal, delegationId, ticket: ticketOf(c) };
  return sendPage(c, <RefusalPage {...shown} />, { status: 422 });
}
