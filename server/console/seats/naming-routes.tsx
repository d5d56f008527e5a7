import { Hono } from "hono";
import { checkPerson } from "../../credentials/actions/check-person.ts";
import { draftOrder } from "../../credentials/actions/draft-order.ts";
import { nameHolder, type NameRefusal } from "../../credentials/actions/name-holder.ts";
import { seeNaming } from "../../credentials/actions/see-naming.ts";
import { pageOfField, readNaming, type TypedNaming } from "../../credentials/naming.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { orderAddress, seatAddress, seatsHome } from "./addresses.ts";
import {
  draftAddress,
  findNamingDraft,
  forgetNamingDraft,
  keepNamingDraft,
  type NamingDraft,
} from "./naming-draft.ts";
import { NamingWizard, type NamingPageProps } from "./naming-page.tsx";
import { sendOrderPaper } from "./send-order-paper.ts";
import {
  dutiesOf,
  namingFaults,
  newNaming,
  typedNamingOf,
  wizardPages,
  type WizardPage,
} from "./typed-naming.ts";

/** The wizard by which the head names somebody: place, person, order, check (T1, N11). A draft is kept on the way, for a day. */
export const namingRoutes = new Hono<AppEnv>();

const mayName = requireRight("name_holders");

namingRoutes.get("/seats/name", mayName, (c) => {
  const kept = findNamingDraft(c);
  if (kept && c.req.query("draft") === kept.requestKey) {
    return wizard(c, { ...kept, at: wizardPages.find((each) => each === c.req.query("at")) ?? kept.at });
  }
  const part = c.req.query("part");
  const begun = {
    seatId: c.req.query("seat") ?? "",
    orderId: c.req.query("order") ?? "",
    ...(part === undefined ? {} : { part }),
  };
  const typed = newNaming(pageContext(c).words, begun, bangkokDay(c.var.ports.clock.now()));
  return wizard(c, { at: "place", typed, unfinished: kept && draftAddress(kept) });
});

namingRoutes.post("/seats/name", mayName, async (c) => {
  const form = await readForm(c);
  const typed = typedNamingOf(form);
  const at = wizardPages.find((each) => each === form.text("at")) ?? "place";
  const requestKey = readRequestKey(c.var.ports.random, form.text(requestKeyField));
  if (form.text("do") === "back") return moveTo(c, { at: besides(at, -1), typed, requestKey });
  if (at === "check" && form.text("do") === "confirm") return confirm(c, typed, requestKey);
  return goOn(c, at, typed, requestKey);
});

namingRoutes.post("/seats/name/draft.pdf", mayName, async (c) => {
  const form = await readForm(c);
  const typed = typedNamingOf(form);
  const drafted = await draftOrder(c.var.ports, staffOf(c), typed);
  if (drafted.ok) {
    const { agencyTh, person, ...order } = drafted.value;
    return sendOrderPaper(c, { ...order, agency: agencyTh, people: [person], isDraft: true });
  }
  return refused(c, typed, readRequestKey(c.var.ports.random, form.text(requestKeyField)), drafted.refusal);
});

/** Judges the pages so far and shows the next; the first that is wrong is shown again. */
async function goOn(c: AppContext, at: WizardPage, typed: TypedNaming, requestKey: string) {
  const { words } = pageContext(c);
  const { ports } = c.var;
  const read = readNaming(typed, bangkokDay(ports.clock.now()));
  const upTo = at === "check" ? "order" : at;
  const faults = read.ok ? [] : namingFaults(read.refusal, words, upTo);
  if (faults.length > 0) return wrong(c, typed, requestKey, faults);
  const judged = await checkPerson(ports, staffOf(c), typed);
  if (!judged.ok) return refused(c, typed, requestKey, judged.refusal);
  return moveTo(c, { at: besides(at, 1), typed: await withDuties(c, at, typed), requestKey });
}

/** Once the seat is chosen, the drafted duties are those of its right. */
async function withDuties(c: AppContext, at: WizardPage, typed: TypedNaming): Promise<TypedNaming> {
  if (at !== "place") return typed;
  const { seats } = await seeNaming(c.var.ports, staffOf(c), typed.orderId);
  const seat = seats.find(({ id }) => id === typed.seatId);
  return seat ? { ...typed, duties: dutiesOf(pageContext(c).words, typed.duties, seat.right) } : typed;
}

/** To another page by an address of its own, so that the browser's way back works; too long a draft is shown at once. */
function moveTo(c: AppContext, draft: NamingDraft): Response | Promise<Response> {
  return keepNamingDraft(c, draft) ? c.redirect(draftAddress(draft), 303) : wizard(c, draft);
}

async function confirm(c: AppContext, typed: TypedNaming, requestKey: string): Promise<Response> {
  const named = await nameHolder(c.var.ports, staffOf(c), { typed, requestKey });
  if (!named.ok) return refused(c, typed, requestKey, named.refusal);
  const { orderId, isLinkSent } = named.value;
  forgetNamingDraft(c);
  const by = isLinkSent ? "link" : "letter";
  return c.redirect(orderId === "" ? seatAddress(typed.seatId) : `${orderAddress(orderId)}?named=${by}`, 303);
}

function refused(
  c: AppContext,
  typed: TypedNaming,
  requestKey: string,
  refusal: NameRefusal,
): Promise<Response> {
  const { words } = pageContext(c);
  const { naming, parts } = words.credentials;
  const kept = { typed, requestKey };
  switch (refusal.kind) {
    case "naming_faults":
      return wrong(c, typed, requestKey, namingFaults(refusal, words, "order"));
    case "both_approvals":
      return wizard(c, { ...kept, at: "person", separation: refusal });
    case "named_already": {
      const sentence = naming.refusal.named_already(refusal.name);
      return wizard(c, { ...kept, at: "place", faults: [{ field: "seatId", sentence }] });
    }
    case "in_seat_already": {
      const sentence = naming.refusal.in_seat_already(parts[refusal.part]);
      return wizard(c, { ...kept, at: "person", faults: [{ field: "citizenId", sentence }] });
    }
    case "email_taken": {
      const sentence = naming.refusal.email_taken;
      return wizard(c, { ...kept, at: "person", faults: [{ field: "email", sentence }] });
    }
    case "reason_missing": {
      const sentence = naming.reasonMissing(refusal.name);
      return wizard(c, { ...kept, at: "place", faults: [{ field: "reason", sentence }] });
    }
    case "seat_not_found": {
      const sentence = naming.refusal.seat_not_found;
      return wizard(c, { ...kept, at: "place", faults: [{ field: "seatId", sentence }] });
    }
    case "order_not_found": {
      const sentence = naming.refusal.order_not_found;
      const anew = { ...typed, orderId: "" };
      return wizard(c, { ...kept, typed: anew, at: "order", faults: [{ field: "orderId", sentence }] });
    }
  }
}

/** Shows the page of the first fault with the faults of that page. */
function wrong(
  c: AppContext,
  typed: TypedNaming,
  requestKey: string,
  faults: readonly SummaryItem[],
): Promise<Response> {
  const page = pageOf(faults[0]);
  return wizard(c, { at: page, typed, requestKey, faults: faults.filter((each) => pageOf(each) === page) });
}

function pageOf(item: SummaryItem | undefined) {
  return pageOfField((item?.field ?? "seatId") as Parameters<typeof pageOfField>[0]);
}

function besides(at: WizardPage, steps: 1 | -1): WizardPage {
  return wizardPages[wizardPages.indexOf(at) + steps] ?? at;
}

async function wizard(
  c: AppContext,
  shown: Pick<NamingPageProps, "at" | "typed"> &
    Partial<Pick<NamingPageProps, "faults" | "separation" | "requestKey" | "unfinished">>,
): Promise<Response> {
  const { faults = [], separation = null, requestKey = newRequestKey(c.var.ports.random) } = shown;
  const { at, typed, unfinished = null } = shown;
  const offer = await seeNaming(c.var.ports, staffOf(c), typed.orderId);
  if (offer.seats.length === 0) return c.redirect(seatsHome, 303);
  const common = { page: pageContext(c), staff: sessionOf(c), offer, faults, separation, requestKey };
  const isWrong = faults.length > 0 || separation !== null;
  if (isWrong) keepNamingDraft(c, { at, typed, requestKey });
  const back = at === "place" ? seatsHome : draftAddress({ at: besides(at, -1), requestKey });
  const shownNow = { ...common, at, typed, unfinished, back };
  return sendPage(c, <NamingWizard {...shownNow} />, { status: isWrong ? 422 : 200 });
}
