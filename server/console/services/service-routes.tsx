import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { beginVersion } from "../../petitions/actions/begin-version.ts";
import { changeDraft, undoDraft } from "../../petitions/actions/change-draft.ts";
import { placeService } from "../../petitions/actions/place-service.ts";
import type { DraftChange } from "../../petitions/draft-change.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { shownAbout, shownRules } from "../../petitions/shown-definition.ts";
import type { TypedAbout, TypedRefusal, TypedRules } from "../../petitions/typed-definition.ts";
import type { Words } from "../../words/words.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { AboutPage } from "./about-page.tsx";
import { serviceAddress } from "./addresses.ts";
import { madeServiceOf } from "./made-service.ts";
import { RulesPage } from "./rules-page.tsx";
import { aboutOf, rulesOf, seenOf } from "./typed-forms.ts";

/** What a service is and how it runs; beginning a draft, and taking its last step back. */
export const servicePages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

servicePages.get("/services/:serviceId", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  return about(c, made, { typed: shownAbout(made.definition), faults: [], isStale: false });
});

servicePages.post("/services/:serviceId", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const form = await readForm(c);
  const typed = aboutOf(form);
  const saved = await step(c, made, seenOf(form), { kind: "about", typed });
  if (saved.kind === "saved") return c.redirect(`${serviceAddress(made.id)}?done=saved`, 303);
  return about(c, saved.made, { typed, faults: saved.faults, isStale: saved.isStale });
});

servicePages.get("/services/:serviceId/rules", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  return rules(c, made, { typed: shownRules(made.definition), faults: [], isStale: false });
});

servicePages.post("/services/:serviceId/rules", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const form = await readForm(c);
  const typed = rulesOf(form);
  const saved = await step(c, made, seenOf(form), { kind: "rules", typed });
  if (saved.kind === "saved") return c.redirect(`${serviceAddress(made.id, "rules")}?done=saved`, 303);
  return rules(c, saved.made, { typed, faults: saved.faults, isStale: saved.isStale });
});

servicePages.post("/services/:serviceId/begin", mayMake, async (c) => {
  const begun = await beginVersion(c.var.ports, staffOf(c), { serviceId: c.req.param("serviceId") });
  return begun.ok ? c.redirect(serviceAddress(c.req.param("serviceId"), "form"), 303) : notFoundPage(c);
});

servicePages.post("/services/:serviceId/undo", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const form = await readForm(c);
  const undone = await undoDraft(c.var.ports, staffOf(c), { serviceId: made.id, seen: seenOf(form) });
  const tab = form.text("to") === "documents" ? "documents" : "form";
  return c.redirect(`${serviceAddress(made.id, tab)}?done=${undone.ok ? "undone" : "stale"}`, 303);
});

servicePages.post("/services/:serviceId/place", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const { text } = await readForm(c);
  const input = { serviceId: made.id, categoryId: text("categoryId"), unitId: text("unitId") };
  const placed = await placeService(c.var.ports, staffOf(c), input);
  if (placed.ok) return c.redirect(`${serviceAddress(made.id)}?done=placed`, 303);
  const words = pageContext(c).words.services.newPage.refusal;
  const field = placed.refusal.kind === "unit_missing" ? "unitId" : "categoryId";
  const faults = [{ field, sentence: words[placed.refusal.kind]() }];
  return about(c, made, { typed: shownAbout(made.definition), faults, isStale: false });
});

type Step =
  | { readonly kind: "saved" }
  | {
      readonly kind: "refused";
      readonly made: MadeService;
      readonly faults: readonly SummaryItem[];
      readonly isStale: boolean;
    };

/** Saves one page of typed fields, or says what is wrong with it; a draft that changed is shown as it is now. */
async function step(c: AppContext, made: MadeService, seen: number, change: DraftChange): Promise<Step> {
  const saved = await changeDraft(c.var.ports, staffOf(c), { serviceId: made.id, seen, change });
  if (saved.ok) return { kind: "saved" };
  const { refusal } = saved;
  const now = (await madeServiceOf(c)) ?? made;
  const faults = refusal.kind === "typed_wrong" ? faultsOf(c, refusal) : [];
  return { kind: "refused", made: now, faults, isStale: refusal.kind !== "typed_wrong" };
}

function faultsOf(c: AppContext, { faults }: TypedRefusal): readonly SummaryItem[] {
  const { services } = pageContext(c).words;
  return faults.map(({ input, kind }) => {
    const label = labelOf(services, input);
    return { field: input, sentence: services.typed[kind], ...(label === null ? {} : { label }) };
  });
}

/** What an input of the two pages is called; null: it has no name of its own. */
function labelOf({ about, rules }: Words["services"], input: string): string | null {
  const warning = /^warning(\d+)$/.exec(input)?.[1];
  if (warning !== undefined) return rules.warning(Number(warning) + 1);
  const named: Readonly<Record<string, unknown>> = { ...rules, ...about };
  const label = Object.hasOwn(named, input) ? named[input] : null;
  return typeof label === "string" ? label : null;
}

interface Shown<Typed> {
  readonly typed: Typed;
  readonly faults: readonly SummaryItem[];
  readonly isStale: boolean;
}

function about(c: AppContext, made: MadeService, { typed, faults, isStale }: Shown<TypedAbout>) {
  const props = { ...common(c, made), typed, faults, isStale };
  return sendPage(c, <AboutPage {...props} />, { status: statusOf(faults, isStale) });
}

function rules(c: AppContext, made: MadeService, { typed, faults, isStale }: Shown<TypedRules>) {
  const props = { ...common(c, made), typed, faults, isStale };
  return sendPage(c, <RulesPage {...props} />, { status: statusOf(faults, isStale) });
}

function common(c: AppContext, made: MadeService) {
  const page = pageContext(c);
  const done = c.req.query("done");
  const { services } = page.words;
  const told = done === "saved" ? services.saved : done === "placed" ? services.place.done : null;
  return { page, staff: sessionOf(c), made, told };
}

function statusOf(faults: readonly SummaryItem[], isStale: boolean) {
  if (isStale) return 409;
  return faults.length > 0 ? 422 : 200;
}
