import { Hono } from "hono";
import { actorOf, type AppContext, type AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { makeHandOver, type MakeHandOverRefusal } from "../../server/visits/actions/make-hand-over.ts";
import { seeAsking } from "../../server/visits/actions/see-asking.ts";
import { endOwnHandOver, seeOwnHandOver } from "../../server/visits/actions/see-own-hand-over.ts";
import { sessionOf } from "../gates.ts";
import { RefusalPage } from "../scan/refusal-page.tsx";
import { NumberPage } from "./number-page.tsx";
import { OfferPage } from "./offer-page.tsx";

/** Going on with staff (N15). Needs no account and no PIN: it is for whoever cannot get that far. */
export const handOverPages = new Hono<AppEnv>();

handOverPages.get("/hand-over", async (c) => {
  const own = await seeOwnHandOver(c.var.ports, actorOf(sessionOf(c)));
  return sendPage(c, <NumberPage page={pageContext(c)} own={own} />);
});

/** For the page that waits: where the number stands, and nothing else. */
handOverPages.get("/hand-over/state", async (c) => {
  const own = await seeOwnHandOver(c.var.ports, actorOf(sessionOf(c)));
  return c.json({ state: own?.state ?? "over" });
});

handOverPages.post("/hand-over/withdraw", async (c) => {
  await endOwnHandOver(c.var.ports, actorOf(sessionOf(c)));
  return c.redirect("/liff/hand-over", 303);
});

handOverPages.get("/hand-over/new/:ticket", (c) => offer(c, c.req.query("for") ?? null));

handOverPages.post("/hand-over/new/:ticket", async (c) => {
  const delegationId = (await readForm(c)).text("for") || null;
  const actor = actorOf(sessionOf(c));
  const made = await makeHandOver(c.var.ports, actor, { ticket: c.req.param("ticket"), delegationId });
  return made.ok ? c.redirect("/liff/hand-over", 303) : refused(c, made.refusal, delegationId);
});

function refused(
  c: AppContext,
  refusal: MakeHandOverRefusal,
  delegationId: string | null,
): Promise<Response> {
  const page = pageContext(c);
  if (refusal.kind === "hand_over_makes") {
    return offer(c, delegationId, page.words.handOver.offer.makes(refusal.minutes));
  }
  return sendPage(c, <RefusalPage page={page} refusal={refusal} delegationId={delegationId} />, {
    status: 422,
  });
}

async function offer(c: AppContext, delegationId: string | null, why?: string): Promise<Response> {
  const actor = actorOf(sessionOf(c));
  const ticket = c.req.param("ticket") ?? "";
  const asking = await seeAsking(c.var.ports, actor, { ticket });
  if (!asking.ok) return refused(c, asking.refusal, delegationId);
  const shown = { page: pageContext(c), ticket, asking: asking.value, delegationId };
  return sendPage(
    c,
    <OfferPage
      {...shown}
      isDraft={actor.kind === "visitor"}
      {...(why === undefined ? {} : { refused: why })}
    />,
    { status: why === undefined ? 200 : 422 },
  );
}
