import { seeCampaignFigures } from "../../credentials/actions/campaign.ts";
import { Hono } from "hono";
import { endHolder, keepHolder, type TypedEnd } from "../../credentials/actions/end-holder.ts";
import { resendLink } from "../../credentials/actions/resend-link.ts";
import { seeHolding } from "../../credentials/actions/see-holding.ts";
import { seeSeat, seeSeats } from "../../credentials/actions/see-seats.ts";
import { withdrawNaming } from "../../credentials/actions/withdraw-naming.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { seatAddress } from "./addresses.ts";
import { EndPage, WithdrawPage } from "./leaving-pages.tsx";
import { SeatPage, seatTold, type SeatTold } from "./seat-page.tsx";
import { SeatsPage } from "./seats-page.tsx";

/** The head's seats: the list, one seat, withdrawing a naming, ending somebody's time (T1, T5). */
export const seatPages = new Hono<AppEnv>();

const mayName = requireRight("name_holders");
const emptyEnd: TypedEnd = { reason: "", when: "", day: { day: "", month: "", year: "" } };

seatPages.get("/seats", mayName, async (c) => {
  const { agencyId } = staffOf(c);
  const seats = await seeSeats(c.var.ports, staffOf(c), { agencyId });
  const moved = await seeCampaignFigures(c.var.ports, staffOf(c));
  return sendPage(c, <SeatsPage page={pageContext(c)} staff={sessionOf(c)} seats={seats} moved={moved} />);
});

seatPages.get("/seats/:seatId", mayName, async (c) => {
  const seen = await seeSeat(c.var.ports, staffOf(c), { seatId: c.req.param("seatId") });
  if (!seen.ok) return notFoundPage(c);
  const told = seatTold.find((each) => each === c.req.query("told")) ?? null;
  const common = { page: pageContext(c), staff: sessionOf(c), story: seen.value };
  return sendPage(c, <SeatPage {...common} told={told} />);
});

seatPages.get("/seats/holdings/:holdingId/withdraw", mayName, async (c) => {
  const seen = await seeHolding(c.var.ports, staffOf(c), { holdingId: c.req.param("holdingId") });
  if (!seen.ok) return notFoundPage(c);
  const { person } = seen.value;
  if (person.state !== "named") return toSeat(c, person.seatId, "gone");
  return sendPage(c, <WithdrawPage page={pageContext(c)} staff={sessionOf(c)} person={person} />);
});

seatPages.post("/seats/holdings/:holdingId/withdraw", mayName, async (c) => {
  const gone = await withdrawNaming(c.var.ports, staffOf(c), { holdingId: c.req.param("holdingId") });
  if (gone.ok) return toSeat(c, gone.value.seatId, "withdrawn");
  return gone.refusal.kind === "holding_live" ? toSeat(c, gone.refusal.seatId, "gone") : notFoundPage(c);
});

seatPages.get("/seats/holdings/:holdingId/end", mayName, (c) => endPage(c, emptyEnd, []));

seatPages.post("/seats/holdings/:holdingId/end", mayName, async (c) => {
  const form = await readForm(c);
  const day = { day: form.text("lastDay"), month: form.text("lastMonth"), year: form.text("lastYear") };
  const typed = { reason: form.text("reason"), when: form.text("when"), day };
  const ended = await endHolder(c.var.ports, staffOf(c), { holdingId: c.req.param("holdingId"), typed });
  if (ended.ok) return toSeat(c, ended.value.seatId, ended.value.lastDay === null ? "ended" : "planned");
  const { refusal } = ended;
  const { words } = pageContext(c);
  const sentences = words.credentials.seats.ending.refusal;
  switch (refusal.kind) {
    case "holding_not_found":
      return notFoundPage(c);
    case "holding_not_live":
      return toSeat(c, refusal.seatId, "gone");
    case "reason_unchosen":
      return endPage(c, typed, [{ field: "reason", sentence: sentences[refusal.kind] }]);
    case "when_unchosen":
      return endPage(c, typed, [{ field: "when", sentence: sentences[refusal.kind] }]);
    case "date_missing_part":
    case "date_not_digits":
    case "date_year_not_buddhist":
    case "date_impossible":
    case "date_future":
    case "date_past": {
      const sentence = sayRefusal(words.credentials.naming.fault, refusal);
      return endPage(c, typed, [{ field: "lastDay", sentence }]);
    }
  }
});

seatPages.post("/seats/holdings/:holdingId/keep", mayName, async (c) => {
  const kept = await keepHolder(c.var.ports, staffOf(c), { holdingId: c.req.param("holdingId") });
  if (kept.ok) return toSeat(c, kept.value.seatId, "kept");
  return "seatId" in kept.refusal ? toSeat(c, kept.refusal.seatId, "gone") : notFoundPage(c);
});

seatPages.post("/seats/holdings/:holdingId/link", mayName, async (c) => {
  const sent = await resendLink(c.var.ports, staffOf(c), { holdingId: c.req.param("holdingId") });
  if (sent.ok) return toSeat(c, sent.value.seatId, "resent");
  if (sent.refusal.kind === "holding_not_found") return notFoundPage(c);
  return toSeat(c, sent.refusal.seatId, sent.refusal.kind === "no_address" ? "no_address" : "gone");
});

function toSeat(c: AppContext, seatId: string, told: SeatTold): Response {
  return c.redirect(`${seatAddress(seatId)}?told=${told}`, 303);
}

async function endPage(c: AppContext, typed: TypedEnd, faults: readonly SummaryItem[]): Promise<Response> {
  const seen = await seeHolding(c.var.ports, staffOf(c), { holdingId: c.req.param("holdingId") ?? "" });
  if (!seen.ok) return notFoundPage(c);
  const { person } = seen.value;
  if (person.state !== "live") return toSeat(c, person.seatId, "gone");
  const story = await seeSeat(c.var.ports, staffOf(c), { seatId: person.seatId });
  const hasNext = story.ok && story.value.seat.nextHolder !== null;
  const common = { page: pageContext(c), staff: sessionOf(c), person, typed, hasNext, faults };
  return sendPage(c, <EndPage {...common} />, { status: faults.length > 0 ? 422 : 200 });
}
