import { Hono } from "hono";
import type { SummaryItem } from "../../server/http/page/error-summary.tsx";
import type { AppContext, AppEnv } from "../../server/http/env.ts";
import { readForm } from "../../server/http/form.ts";
import { newRequestKey, readRequestKey, requestKeyField } from "../../server/http/request-key.ts";
import { pageContext, sendPage } from "../../server/http/send-page.ts";
import { askCompanion, type AskCompanionInput } from "../../server/identity/actions/ask-companion.ts";
import { seeOffers } from "../../server/identity/actions/see-offers.ts";
import { parseBirthDate } from "../../server/kernel/birth-date.ts";
import { parseCitizenId } from "../../server/kernel/citizen-id.ts";
import { parsePhone } from "../../server/kernel/phone.ts";
import { bangkokDay } from "../../server/kernel/thai-date.ts";
import { sayRefusal } from "../../server/words/refusal-words.ts";
import { citizenOf } from "../gates.ts";
import { NewCompanionPage, VouchPage, type CompanionFormProps } from "./form-page.tsx";
import { readTyped, untyped, type TypedCompanion } from "./typed.ts";

type FormPage = typeof NewCompanionPage;

/** Asking somebody to be represented: the person themselves, or by word for who cannot answer. */
export const askPages = new Hono<AppEnv>();

askPages.get("/companions/new", (c) => showForm(c, NewCompanionPage));
askPages.get("/companions/vouch", (c) => showForm(c, VouchPage));

askPages.post("/companions/new", async (c) => {
  const form = await readForm(c);
  const typed = readTyped(form);
  const key = form.text(requestKeyField);
  const refusals = refusalsOf(c, typed);
  return refusals.length > 0
    ? showForm(c, NewCompanionPage, typed, refusals, key)
    : ask(c, NewCompanionPage, typed, null, key);
});

askPages.post("/companions/vouch", async (c) => {
  const form = await readForm(c);
  const typed = readTyped(form);
  const key = form.text(requestKeyField);
  const vouched = readVouched(c, typed);
  const refusals = [...("refusal" in vouched ? [vouched.refusal] : []), ...refusalsOf(c, typed)];
  return "refusal" in vouched || refusals.length > 0
    ? showForm(c, VouchPage, typed, refusals, key)
    : ask(c, VouchPage, typed, vouched, key);
});

/** Everything that can be said of the fields before anybody is asked, in the order they stand. */
function refusalsOf(c: AppContext, { citizenId, phone, relation }: TypedCompanion): readonly SummaryItem[] {
  const { identity } = pageContext(c).words;
  const id = parseCitizenId(citizenId);
  const number = parsePhone(phone);
  return [
    ...(id.ok ? [] : [{ field: "citizenId", sentence: sayRefusal(identity.refusal, id.refusal) }]),
    ...(number.ok ? [] : [{ field: "phone", sentence: sayRefusal(identity.refusal, number.refusal) }]),
    ...(relation ? [] : [refused(c, "relation", "companion_relation_missing")]),
  ];
}

type Vouched = NonNullable<AskCompanionInput["vouched"]>;

/** Whom somebody vouches for: a child by the birth date, or a person in care by their word. */
function readVouched(c: AppContext, typed: TypedCompanion): Vouched | { readonly refusal: SummaryItem } {
  if (typed.who === null) return { refusal: refused(c, "who", "companion_who_missing") };
  if (typed.who === "in_care") return { birth: null, inCare: true };
  const birth = parseBirthDate(typed.birth, bangkokDay(c.var.ports.clock.now()));
  if (birth.ok) return { birth: birth.value, inCare: false };
  const sentence = sayRefusal(pageContext(c).words.identity.refusal, birth.refusal);
  return { refusal: { field: "birthDay", sentence } };
}

async function ask(
  c: AppContext,
  Page: FormPage,
  typed: TypedCompanion,
  vouched: Vouched | null,
  requestKey: string,
): Promise<Response> {
  const asked = await askCompanion(c.var.ports, citizenOf(c), {
    citizenIdText: typed.citizenId,
    phoneText: typed.phone,
    relation: typed.relation ?? "none",
    services: typed.services.length > 0 ? typed.services : null,
    term: typed.term,
    vouched,
    requestKey: readRequestKey(c.var.ports.random, requestKey),
    address: c.var.address,
  });
  if (asked.ok) return c.redirect(`/liff/companions/${asked.value.delegationId}`, 303);
  const { identity, companions } = pageContext(c).words;
  const sentence = sayRefusal({ ...identity.refusal, ...companions.refusal }, asked.refusal);
  return showForm(c, Page, typed, [{ ...fieldOf(asked.refusal.kind), sentence }], requestKey);
}

/** The input a refusal belongs to; none: it is of the whole page. */
function fieldOf(kind: string): { field?: string } {
  if (kind.startsWith("citizen_id_") || kind === "companion_is_self") return { field: "citizenId" };
  if (kind.startsWith("phone_") || kind === "companion_phone_own") return { field: "phone" };
  if (kind === "companion_services_none") return { field: "services" };
  if (kind === "companion_relation_missing") return { field: "relation" };
  if (kind === "companion_may_answer") return { field: "birthDay" };
  return {};
}

type MissingChoice = "companion_relation_missing" | "companion_who_missing";

function refused(c: AppContext, field: string, kind: MissingChoice): SummaryItem {
  return { field, sentence: pageContext(c).words.companions.refusal[kind]() };
}

async function showForm(
  c: AppContext,
  Page: FormPage,
  typed: TypedCompanion = untyped,
  refusals: readonly SummaryItem[] = [],
  requestKey: string = "",
): Promise<Response> {
  const { ports } = c.var;
  const props: CompanionFormProps = {
    page: pageContext(c),
    typed,
    refusals,
    requestKey: readRequestKey(ports.random, requestKey || newRequestKey(ports.random)),
    today: bangkokDay(ports.clock.now()),
    serviceTypes: await seeOffers(ports, citizenOf(c)),
  };
  return sendPage(c, <Page {...props} />, { status: refusals.length > 0 ? 422 : 200 });
}
