import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { readForm } from "../../http/form.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { changeDraft } from "../../petitions/actions/change-draft.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { newTemplate, shownTemplate } from "../../petitions/shown-definition.ts";
import type { TemplateRefusal, TypedTemplate } from "../../petitions/typed-template.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { serviceAddress } from "./addresses.ts";
import { DocumentsPage } from "./documents-page.tsx";
import { madeServiceOf } from "./made-service.ts";
import { TemplatePage } from "./template-page.tsx";
import { namesOf } from "./template-names.ts";
import { seenOf, templateOfForm } from "./typed-forms.ts";

/** The documents a service issues: written, changed, removed. */
export const serviceDocumentPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

serviceDocumentPages.get("/services/:serviceId/documents", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  return made === null ? notFoundPage(c) : documentsPage(c, made, []);
});

serviceDocumentPages.get("/services/:serviceId/documents/new", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  return templatePage(c, made, null, { typed: newTemplate, faults: [], isStale: false });
});

serviceDocumentPages.get("/services/:serviceId/documents/:template", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  const template = made?.definition.templates.find(({ key }) => key === c.req.param("template"));
  if (!made || !template) return notFoundPage(c);
  const typed = shownTemplate(template, namesOf(made.definition));
  return templatePage(c, made, template.key, { typed, faults: [], isStale: false });
});

serviceDocumentPages.post("/services/:serviceId/documents/new", mayMake, (c) => save(c, null));
serviceDocumentPages.post("/services/:serviceId/documents/:template", mayMake, (c) =>
  save(c, c.req.param("template")),
);

serviceDocumentPages.post("/services/:serviceId/documents/:template/remove", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  const key = c.req.param("template");
  if (!made?.definition.templates.some((one) => one.key === key)) return notFoundPage(c);
  const seen = seenOf(await readForm(c));
  const change = { kind: "template_removed", key } as const;
  const removed = await changeDraft(c.var.ports, staffOf(c), { serviceId: made.id, seen, change });
  const base = serviceAddress(made.id, "documents");
  return c.redirect(`${base}?${removed.ok ? "removed=1" : "done=stale"}`, 303);
});

async function save(c: AppContext, key: string | null): Promise<Response> {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  if (key !== null && !made.definition.templates.some((one) => one.key === key)) return notFoundPage(c);
  const form = await readForm(c);
  const typed = templateOfForm(form);
  const names = namesOf(made.definition);
  const change = { kind: "template_saved", key, typed, names } as const;
  const input = { serviceId: made.id, seen: seenOf(form), change };
  const saved = await changeDraft(c.var.ports, staffOf(c), input);
  if (saved.ok) return c.redirect(`${serviceAddress(made.id, "documents")}?done=saved`, 303);
  const { refusal } = saved;
  const words = pageContext(c).words.services.rules.documents.wrong;
  if (refusal.kind === "templates_full") return documentsPage(c, made, [{ sentence: words.templates_full }]);
  const faults = refusal.kind === "template_wrong" ? faultsOf(c, refusal) : [];
  const now = faults.length > 0 ? made : ((await madeServiceOf(c)) ?? made);
  return templatePage(c, now, key, { typed, faults, isStale: faults.length === 0 });
}

function faultsOf(c: AppContext, { faults }: TemplateRefusal): readonly SummaryItem[] {
  const words = pageContext(c).words.services.rules.documents;
  const labels = { titleTh: words.titleTh, text: words.text, validityCount: words.count };
  return faults.map(({ input, kind, name }) => ({
    field: input,
    label: labels[input],
    sentence: kind === "name" ? words.wrong.name(name ?? "") : words.wrong[kind],
  }));
}

function documentsPage(c: AppContext, made: MadeService, faults: readonly SummaryItem[]) {
  const page = pageContext(c);
  const done = c.req.query("done");
  const stale = done === "stale" ? [{ sentence: page.words.services.changed.moved }] : [];
  const props = { page, staff: sessionOf(c), made, faults: [...stale, ...faults] };
  const told = done === "saved" ? page.words.services.saved : null;
  const removed = c.req.query("removed") === "1";
  return sendPage(c, <DocumentsPage {...props} told={told} removed={removed} />, {
    status: faults.length > 0 ? 422 : 200,
  });
}

interface Shown {
  readonly typed: TypedTemplate;
  readonly faults: readonly SummaryItem[];
  readonly isStale: boolean;
}

function templatePage(c: AppContext, made: MadeService, templateKey: string | null, shown: Shown) {
  const names = namesOf(made.definition);
  const props = { page: pageContext(c), staff: sessionOf(c), made, templateKey, names, ...shown };
  const status = shown.isStale ? 409 : shown.faults.length > 0 ? 422 : 200;
  return sendPage(c, <TemplatePage {...props} />, { status });
}
