import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { seeMessages } from "../../notices/actions/see-messages.ts";
import { setPrices, type TypedPrices } from "../../notices/actions/set-prices.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { MessagesPage } from "./messages-page.tsx";

/** What an agency's messages come to, and how the LINE plan stands (N16). */
export const messagePages = new Hono<AppEnv>();

const may = requireRight("manage_agency");

messagePages.get("/messages", may, (c) => messagesPage(c, null, []));

messagePages.post("/messages/prices", may, async (c) => {
  const form = await readForm(c);
  const typed = { push: form.text("push"), sms: form.text("sms") };
  const set = await setPrices(c.var.ports, staffOf(c), typed);
  if (set.ok) return c.redirect("/console/messages?done=1", 303);
  const sentence = pageContext(c).words.messages.prices.wrong;
  return messagesPage(c, typed, [{ field: set.refusal.field, sentence }]);
});

async function messagesPage(
  c: AppContext,
  typed: TypedPrices | null,
  refusals: readonly SummaryItem[],
): Promise<Response> {
  const seen = await seeMessages(c.var.ports, staffOf(c), c.var.site);
  const baht = (satang: number | null) => (satang === null ? "" : (satang / 100).toFixed(2));
  const { pushSatang, smsSatang } = seen.prices;
  const props = {
    ...{ page: pageContext(c), staff: sessionOf(c), seen, refusals },
    now: c.var.ports.clock.now(),
    isSaved: c.req.query("done") === "1",
    typed: typed ?? { push: baht(pushSatang), sms: baht(smsSatang) },
  };
  return sendPage(c, <MessagesPage {...props} />, { status: refusals.length > 0 ? 422 : 200 });
}
