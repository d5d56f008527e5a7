import { Hono } from "hono";
import type { AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { nationalPhone } from "../../kernel/phone.ts";
import { seeHandOver, type HandedOver } from "../../visits/actions/see-hand-over.ts";
import { takeHandOver } from "../../visits/actions/take-hand-over.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import type { Carried } from "../counter/carried.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { EntryPage, HandedOverPage } from "./hand-over-page.tsx";

/** A number read out at the counter, and what it hands over (N15). The number never stands in an address. */
export const handOverPages = new Hono<AppEnv>();

handOverPages.get("/hand-over", requireRight("use_counter"), (c) => {
  const page = pageContext(c);
  const refused = c.req.query("gone") === "1" ? page.words.handOver.console.gone : null;
  return sendPage(c, <EntryPage page={page} staff={sessionOf(c)} typed="" refused={refused} />);
});

handOverPages.post("/hand-over", requireRight("use_counter"), async (c) => {
  const numberText = (await readForm(c)).text("number");
  const taken = await takeHandOver(c.var.ports, staffOf(c), { numberText });
  if (taken.ok) return c.redirect(`/console/hand-over/${taken.value.handOverId}`, 303);
  const page = pageContext(c);
  const refused = sayRefusal(page.words.handOver.refusal, taken.refusal);
  const shown = { page, staff: sessionOf(c), typed: numberText.slice(0, 20), refused };
  return sendPage(c, <EntryPage {...shown} />, {
    status: taken.refusal.kind === "hand_over_limit" ? 429 : 422,
  });
});

handOverPages.get("/hand-over/:id", requireRight("use_counter"), async (c) => {
  const seen = await seeHandOver(c.var.ports, staffOf(c), { handOverId: c.req.param("id") });
  if (!seen.ok) {
    const { refusal } = seen;
    const isTied = refusal.kind === "hand_over_tied";
    return c.redirect(isTied ? `/console/counter/${refusal.visitId}` : "/console/hand-over?gone=1", 303);
  }
  const shown = { page: pageContext(c), staff: sessionOf(c), handed: seen.value };
  const isOther = c.req.query("other") === "1";
  return sendPage(c, <HandedOverPage {...shown} carried={carriedOf(seen.value)} isOther={isOther} />, {
    needs: { cardAgent: true },
  });
});

/** What the counter's desk begins with instead of empty fields. */
function carriedOf({ id, citizenId, serviceType, draft }: HandedOver): Carried {
  return {
    handOverId: id,
    handedCitizenId: citizenId ?? "",
    service: serviceType,
    firstName: draft?.firstName ?? "",
    lastName: draft?.lastName ?? "",
    mobile: draft?.phone ? nationalPhone(draft.phone) : "",
    hn: "",
  };
}
