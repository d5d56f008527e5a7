import { Hono } from "hono";
import { typedAnswers } from "../../forms/typed-form.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { readPostedForm, type PostedForm } from "../../http/form-page/posted-form.ts";
import { withPressedItem } from "../../http/form-page/pressed-item.ts";
import { mayLookUpNumber } from "../../http/look-up-limit.ts";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext } from "../../http/send-page.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import { fileAtCounter, seeCounterForm, type CounterForm } from "../../petitions/actions/file-at-counter.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { requireRight, staffOf } from "../gates.ts";
import { petitionPath } from "./address.ts";
import type { Comer } from "./counter-form-page.tsx";
import { newTold, type TypedComer } from "./new-page.tsx";
import { readComer, type TypedPerson } from "./read-comer.ts";
import { postedFiles } from "./posted-counter-form.ts";
import { showCounterForm } from "./show-counter-form.tsx";
import { showNewPage } from "./show-new-page.tsx";

/**
 * Filing for somebody who came in person (E5.5). What names a person is posted and answered at once, never put into an
 * address; nothing is kept before the petition is filed.
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
  const answers = withPressedItem(posted, typedAnswers(found.value.definition.form, posted.texts));
  const shown = { form: found.value, comer, answers, wantsPaper: hidden("paper") === "1" };
  const requestKey = readRequestKey(c.var.ports.random, hidden(requestKeyField));
  if (posted.text("do") !== "file") {
    const wasChosen = (await postedFiles(posted)).length > 0;
    const refusals = wasChosen ? [{ sentence: words.desk.filing.filesAgain }] : [];
    return showCounterForm(c, { ...shown, requestKey, refusals });
  }
  return file(c, posted, { ...shown, requestKey });
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

async function file(c: AppContext, posted: PostedForm, filing: Filing): Promise<Response> {
  const { ports } = c.var;
  const met = await readComer(c, filing.comer);
  if (!met.ok) return showCounterForm(c, { ...filing, refusals: met.refusal.faults });
  const files = await postedFiles(posted);
  const filed = await fileAtCounter(ports, staffOf(c), {
    ...filing,
    files,
    serviceId: filing.form.service.id,
    version: Number(posted.text("desk:version")),
    personId: met.value.personId,
    told: met.value.told,
  });
  if (filed.ok) return c.redirect(`${petitionPath(filed.value.petitionId)}?done=filed`, 303);
  const { desk, forms } = pageContext(c).words;
  const lost = files.length > 0 ? [{ sentence: desk.filing.filesAgain }] : [];
  const { refusal } = filed;
  switch (refusal.kind) {
    case "answers_wrong":
      return showCounterForm(c, { ...filing, problems: refusal.problems, refusals: lost });
    case "file_refused": {
      const sentence = `${refusal.name}: ${sayRefusal(forms.attachment, refusal.why)}`;
      return showCounterForm(c, { ...filing, refusals: [{ field: refusal.path, sentence }, ...lost] });
    }
    case "form_changed":
      return showCounterForm(c, { ...filing, refusals: [{ sentence: desk.filing.formChanged }, ...lost] });
    case "service_closed":
      return showNewPage(c, { faults: [{ field: "serviceId", sentence: desk.filing.serviceClosed }] });
  }
}
