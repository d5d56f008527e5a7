import { Hono } from "hono";
import { changeBroughtFile } from "../../../credentials/actions/change-order-file.ts";
import { giveIdentity } from "../../../credentials/actions/give-identity.ts";
import type { OwnRegistration } from "../../../credentials/actions/see-own-registration.ts";
import { isNumbered } from "../../../credentials/seat-order.ts";
import { noDay, typedOfDay } from "../../../forms/typed-day.ts";
import type { AppContext, AppEnv } from "../../../http/env.ts";
import { readForm, type FormFields } from "../../../http/form.ts";
import { readFileChange, insteadField, type FileChange } from "../../../http/page/change-order-file.tsx";
import type { SummaryItem } from "../../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../../http/send-page.ts";
import { typedDayOf } from "../../../http/typed-day.ts";
import type { SentFile } from "../../../petitions/sent-file.ts";
import { sayRefusal } from "../../../words/refusal-words.ts";
import { enteredSeatOf, requireHalfSeat } from "../gates.ts";
import { CheckPage } from "./check-page.tsx";
import { IdentityPage, type FileTelling, type TypedIdentity } from "./identity-page.tsx";
import { ownPageAt } from "./own.ts";
import { registrationPage } from "./place.ts";
import { sayIdentityFaults } from "./typed.ts";

/** Before the registration, and its step 1: number, order, consent; until it is sent, and again once it was refused. */
export const registerIdentityPages = new Hono<AppEnv>();

const gate = { kind: "gate" } as const;
const open = ["begun", "identified", "proven", "refused"] as const;

registerIdentityPages.get("/register", requireHalfSeat, async (c) => {
  const shown = await ownPageAt(c, ["begun"]);
  return shown instanceof Response ? shown : sendPage(c, <CheckPage {...shown} />);
});

registerIdentityPages.get("/register/identity", requireHalfSeat, (c) => {
  const { refusal } = pageContext(c).words.credentials.registration;
  const isMissing = c.req.query("missing") === "order";
  return show(c, { faults: isMissing ? [{ field: "files", sentence: refusal.orderIncomplete }] : [] });
});

registerIdentityPages.post("/register/identity", requireHalfSeat, async (c) => {
  const form = await readForm(c);
  const typed = typedIdentity(form);
  const change = readFileChange(form.text("do"));
  if (change) return changeFile(c, form, typed, change);
  const { holdingId } = enteredSeatOf(c);
  const files = await Promise.all(form.files("files").map(sentFile));
  const given = await giveIdentity(c.var.ports, gate, { holdingId, ...typed, files });
  if (given.ok) return c.redirect(registrationPage(given.value), 303);
  if (given.refusal.kind === "step_closed") return c.redirect("/seat", 303);
  return show(c, { typed, faults: sayIdentityFaults(pageContext(c), given.refusal.faults) });
});

/** Another file in the place of one, or none; what was typed beside it stays in the form. */
async function changeFile(
  c: AppContext,
  form: FormFields,
  typed: TypedIdentity,
  { kind, fileId }: FileChange,
): Promise<Response> {
  const { words } = pageContext(c);
  const field = insteadField(fileId);
  const chosen = kind === "replace" ? form.file(field) : null;
  if (kind === "replace" && chosen === null)
    return show(c, { typed, faults: [{ field, sentence: words.credentials.orders.refusal.file_missing }] });
  const instead = chosen && (await sentFile(chosen));
  const { holdingId } = enteredSeatOf(c);
  const changed = await changeBroughtFile(c.var.ports, gate, { holdingId, fileId, instead });
  if (changed.ok) return show(c, { typed, told: kind === "replace" ? "replaced" : "removed" });
  const refusal = { ...words.forms.attachment, ...words.credentials.orders.refusal.change };
  return show(c, { typed, faults: [{ field, sentence: sayRefusal(refusal, changed.refusal) }] });
}

async function sentFile(file: File): Promise<SentFile> {
  return { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

function typedIdentity(form: FormFields): TypedIdentity {
  return {
    citizenId: form.text("citizenId"),
    consented: form.text("consent") === "yes",
    mark: { number: form.text("number"), dated: typedDayOf(form, "dated") },
  };
}

/** Step 1 as it was given, for whoever comes back to it. */
function givenBefore({ facts, consented, order }: OwnRegistration): TypedIdentity {
  const mark =
    order && isNumbered(order)
      ? { number: order.number, dated: typedOfDay(order.dated) }
      : { number: "", dated: noDay };
  return { citizenId: facts.citizenId ?? "", consented, mark };
}

interface Shown {
  readonly typed?: TypedIdentity;
  readonly faults?: readonly SummaryItem[];
  readonly told?: FileTelling;
}

async function show(c: AppContext, { typed, faults = [], told }: Shown): Promise<Response> {
  const shown = await ownPageAt(c, open);
  if (shown instanceof Response) return shown;
  const page = (
    <IdentityPage {...shown} typed={typed ?? givenBefore(shown.own)} faults={faults} told={told ?? null} />
  );
  return sendPage(c, page, { status: faults.length > 0 ? 422 : 200 });
}
