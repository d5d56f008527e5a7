import { Hono } from "hono";
import { fieldTypes, type Field } from "../../forms/field.ts";
import { fieldOf, fieldsBefore } from "../../forms/form-edit.ts";
import { shownField } from "../../forms/shown-field.ts";
import type { TypedField } from "../../forms/typed-field.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { notFoundPage } from "../../http/fault.tsx";
import { formView } from "../../http/form-page/form-view.ts";
import { readForm } from "../../http/form.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { changeDraft } from "../../petitions/actions/change-draft.ts";
import { reversed } from "../../petitions/definition-step.ts";
import type { DraftChange } from "../../petitions/draft-change.ts";
import type { MadeService } from "../../petitions/service-making.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { serviceAddress } from "./addresses.ts";
import { faultsOfField } from "./field-faults.ts";
import { FieldPage } from "./field-page.tsx";
import { firstWordsOf } from "./first-words.ts";
import { FormPage } from "./form-page.tsx";
import { madeServiceOf } from "./made-service.ts";
import { fieldOfForm, seenOf } from "./typed-forms.ts";

/** The form builder: questions are added, changed, moved, copied and removed, each step saved. */
export const formPages = new Hono<AppEnv>();

const mayMake = requireRight("manage_services");

formPages.get("/services/:serviceId/form", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  return made === null ? notFoundPage(c) : formPage(c, made, []);
});

formPages.post("/services/:serviceId/form/add", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  if (made === null) return notFoundPage(c);
  const form = await readForm(c);
  const type = fieldTypes.find((one) => one === form.text("type"));
  if (type === undefined) return formPage(c, made, []);
  const into = form.text("into") || null;
  const words = firstWordsOf(type);
  return take(c, made, seenOf(form), { kind: "field_added", type, words, into }, (key) => `/${key}`);
});

formPages.get("/services/:serviceId/form/:field", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  const field = made && fieldOf(made.definition.form, c.req.param("field"));
  if (!field) return notFoundPage(c);
  const typed = shownField(field, fieldsBefore(made.definition.form, field.key));
  return fieldPage(c, made, field, { typed, faults: [], isStale: false });
});

formPages.post("/services/:serviceId/form/:field", mayMake, async (c) => {
  const made = await madeServiceOf(c);
  const field = made && fieldOf(made.definition.form, c.req.param("field"));
  if (!field) return notFoundPage(c);
  const form = await readForm(c);
  const typed = fieldOfForm(form);
  const { key } = field;
  const input = {
    serviceId: made.id,
    seen: seenOf(form),
    change: { kind: "field_saved", key, typed } as const,
  };
  const saved = await changeDraft(c.var.ports, staffOf(c), input);
  const back = serviceAddress(made.id, "form");
  if (saved.ok)
    return c.redirect(form.text("next") === "1" ? `${back}?add=1#add` : `${back}#card-${key}`, 303);
  const faults = faultsOfField(pageContext(c), saved.refusal);
  const now = faults.length > 0 ? made : ((await madeServiceOf(c)) ?? made);
  return fieldPage(c, now, field, { typed, faults, isStale: faults.length === 0 });
});

formPages.post("/services/:serviceId/form/:field/move", mayMake, async (c) => {
  const by = (await readForm(c)).text("by") === "1" ? 1 : -1;
  return changeField(
    c,
    (key) => ({ kind: "field_moved", key, by }),
    // No fragment: it would keep the pressed button from having the focus.
    (key) => `?moved=${key}&by=${by}`,
  );
});

formPages.post("/services/:serviceId/form/:field/copy", mayMake, (c) =>
  changeField(
    c,
    (key) => ({ kind: "field_copied", key }),
    (key) => `/${key}`,
  ),
);

formPages.post("/services/:serviceId/form/:field/remove", mayMake, (c) =>
  changeField(
    c,
    (key) => ({ kind: "field_removed", key }),
    () => "?removed=1",
  ),
);

/** One step about the field of the address. */
async function changeField(
  c: AppContext,
  change: (key: string) => DraftChange,
  then: (key: string) => string,
): Promise<Response> {
  const made = await madeServiceOf(c);
  const key = c.req.param("field") ?? "";
  if (made === null || fieldOf(made.definition.form, key) === null) return notFoundPage(c);
  return take(c, made, seenOf(await readForm(c)), change(key), then);
}

async function take(
  c: AppContext,
  made: MadeService,
  seen: number,
  change: DraftChange,
  then: (key: string) => string,
): Promise<Response> {
  const taken = await changeDraft(c.var.ports, staffOf(c), { serviceId: made.id, seen, change });
  const back = serviceAddress(made.id, "form");
  if (taken.ok) return c.redirect(`${back}${then(taken.value.key ?? "")}`, 303);
  if (taken.refusal.kind !== "form_full") return c.redirect(`${back}?done=stale`, 303);
  return formPage(c, made, [{ sentence: pageContext(c).words.services.builder.wrong.form_full }]);
}

/** What was taken back: the draft's last step is now the way back to it. */
function undoneText({ words }: PageContext, { draft }: MadeService): string | null {
  const { undone } = words.services.builder;
  return draft?.lastStep ? undone(reversed(draft.lastStep)) : null;
}

async function formPage(c: AppContext, made: MadeService, faults: readonly SummaryItem[]) {
  const page = pageContext(c);
  const { ports } = c.var;
  const form = made.definition.form;
  const view = await formView(ports.gazetteer, { page, form, answers: {}, now: ports.clock.now() });
  const done = c.req.query("done");
  const moved = c.req.query("moved");
  return sendPage(
    c,
    <FormPage
      page={page}
      staff={sessionOf(c)}
      made={made}
      view={view}
      faults={done === "stale" ? [{ sentence: page.words.services.changed.moved }] : faults}
      told={done === "undone" ? undoneText(page, made) : null}
      into={c.req.query("into") ?? ""}
      isAdding={c.req.query("add") === "1" || c.req.query("into") !== undefined}
      removed={c.req.query("removed") === "1"}
      moved={moved === undefined ? null : { key: moved, by: c.req.query("by") ?? "" }}
    />,
    { status: faults.length > 0 ? 422 : 200 },
  );
}

interface ShownField {
  readonly typed: TypedField;
  readonly faults: readonly SummaryItem[];
  readonly isStale: boolean;
}

function fieldPage(c: AppContext, made: MadeService, field: Field, shown: ShownField) {
  const before = fieldsBefore(made.definition.form, field.key);
  const props = { page: pageContext(c), staff: sessionOf(c), made, field, before, ...shown };
  const status = shown.isStale ? 409 : shown.faults.length > 0 ? 422 : 200;
  return sendPage(c, <FieldPage {...props} />, { status });
}
