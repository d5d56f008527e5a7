import { Hono } from "hono";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { readPostedForm, type PostedForm } from "../../http/form-page/posted-form.ts";
import { sayUploadRefusal } from "../../http/form-page/say-upload-refusal.ts";
import { mayLookUpNumber } from "../../http/look-up-limit.ts";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext } from "../../http/send-page.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { fileAtCounter, seeCounterForm, type CounterForm } from "../../petitions/actions/file-at-counter.ts";
import { keepCounterFiles } from "../../petitions/actions/keep-counter-files.ts";
import { requireRight, staffOf } from "../gates.ts";
import { petitionPath } from "./address.ts";
import type { Comer } from "./counter-form-page.tsx";
import { newTold, type TypedComer } from "./new-page.tsx";
import { readComer, type MetComer, type TypedPerson } from "./read-comer.ts";
import { postedAnswers, postedFiles } from "./posted-counter-form.ts";
import { showCounterForm, type ShownForm } from "./show-counter-form.tsx";
import { showNewPage } from "./show-new-page.tsx";

/**
 * Filing for somebody who came in person (E5.5). What names a person is posted and answered at once, never put into an
 * address; of what is filled in only chosen files are kept before the petition is filed, for a day.
 */
export const petitionNewPages = new Hono<AppEnv>();

petitionNewPages.get("/petitions/new", requireRight("work_petitions"), (c) => {
  const told = newTold.find((each) => each === c.req.query("told"));
  return showNewPage(c, { told: told ?? null });
});

petitionNewPages.post("/petitions/new", requireRight("work_petitions"), async (c) => {
  const form = await readForm(c);
  const typed: TypedComer = { serviceId: form.text("serviceId"), ...typedPerson((name) => form.text(name)) };
  const { words } = pageContext(c);
  const again = (field: string, sentence: string) => showNewPage(c, { typed, faults: [{ field, sentence }] });
  if (!(await mayLookUpNumber(c, staffOf(c).staffId))) return again("citizenId", words.queue.refusal.many);
  const found = await seeCounterForm(c.var.ports, staffOf(c), typed.serviceId);
  const { serviceClosed, serviceMissing } = words.desk.filing;
  const closed = { field: "serviceId", sentence: typed.serviceId === "" ? serviceMissing : serviceClosed };
  const met = await readComer(c, typed);
  if (found.ok && met.ok)
    return showCounterForm(c, { form: found.value, comer: met.value.comer, answers: {} });
  const faults = [...(found.ok ? [] : [closed]), ...(met.ok ? [] : met.refusal.faults)];
  return showNewPage(c, { typed, faults });
});

petitionNewPages.post("/petitions/new/form", requireRight("work_petitions"), async (c) => {
  const posted = await readPostedForm(c);
  const hidden = (name: string) => posted.text(`desk:${name}`);
  const { words } = pageContext(c);
  const found = await seeCounterForm(c.var.ports, staffOf(c), hidden("serviceId"));
  if (!found.ok)
    return showNewPage(c, { faults: [{ field: "serviceId", sentence: words.desk.filing.serviceClosed }] });
  const citizenId = parseCitizenId(hidden("citizenId"));
  if (!citizenId.ok)
    return showNewPage(c, { faults: [{ field: "citizenId", sentence: words.desk.filing.personMissing }] });
  const comer = { ...typedPerson(hidden), citizenId: citizenId.value };
  const answers = postedAnswers(posted, found.value.definition.form);
  const requestKey = readRequestKey(c.var.ports.random, hidden(requestKeyField));
  return goOn(c, posted, {
    ...{ form: found.value, comer, answers, requestKey },
    wantsPaper: hidden("paper") === "1",
  });
});

/** Who came, as the fields of a form tell. */
function typedPerson(text: (name: string) => string): TypedPerson {
  return {
    citizenId: text("citizenId"),
    prefix: text("prefix").trim(),
    firstName: text("firstName").trim(),
    lastName: text("lastName").trim(),
    phone: text("phone").trim(),
    hasNoPhone: text("noPhone") === "1",
  };
}

interface Filing {
  readonly form: CounterForm;
  readonly comer: Comer;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly wantsPaper: boolean;
  readonly requestKey: string;
}

/** Keeps the files that came, whatever else is wrong; then files, where that button was pressed and none was refused. */
async function goOn(c: AppContext, posted: PostedForm, filing: Filing): Promise<Response> {
  const met = await readComer(c, filing.comer);
  if (!met.ok) return showCounterForm(c, { ...filing, refusals: met.refusal.faults });
  const { form, requestKey } = filing;
  const { refused, ...kept } = await keepCounterFiles(c.var.ports, staffOf(c), {
    ...{ form: form.definition.form, answers: filing.answers, files: await postedFiles(posted) },
    ...{ personId: met.value.personId, requestKey },
    ...{ serviceId: form.service.id, serviceVersion: form.version },
  });
  const shown = { ...filing, ...kept };
  const refusals = refused.map(({ path, name, why }) => ({
    field: path,
    sentence: `${name}: ${sayUploadRefusal(pageContext(c), why)}`,
  }));
  if (refusals.length > 0 || posted.text("do") !== "file") return showCounterForm(c, { ...shown, refusals });
  return file(c, Number(posted.text("desk:version")), shown, met.value);
}

async function file(
  c: AppContext,
  version: number,
  shown: ShownForm & Filing,
  { personId, told }: MetComer,
): Promise<Response> {
  const serviceId = shown.form.service.id;
  const input = { ...shown, serviceId, version, personId, told };
  const filed = await fileAtCounter(c.var.ports, staffOf(c), input);
  if (filed.ok) return c.redirect(`${petitionPath(filed.value.petitionId)}?done=filed`, 303);
  const { filing } = pageContext(c).words.desk;
  const { refusal } = filed;
  switch (refusal.kind) {
    case "answers_wrong":
      return showCounterForm(c, { ...shown, problems: refusal.problems });
    case "form_changed":
      return showCounterForm(c, { ...shown, refusals: [{ sentence: filing.formChanged }] });
    case "service_closed":
      return showNewPage(c, { faults: [{ field: "serviceId", sentence: filing.serviceClosed }] });
  }
}
