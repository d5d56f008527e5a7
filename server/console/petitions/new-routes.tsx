import { Hono } from "hono";
import { withItem, withoutItem } from "../../forms/group-items.ts";
import { typedAnswers } from "../../forms/typed-form.ts";
import type { AppContext, AppEnv } from "../../http/env.ts";
import { readForm } from "../../http/form.ts";
import { filesName } from "../../http/form-page/files-field.tsx";
import { addButton, removeButton } from "../../http/form-page/form-fields.tsx";
import { readPostedForm, type PostedForm } from "../../http/form-page/posted-form.ts";
import { mayLookUpNumber } from "../../http/look-up-limit.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { readRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { parseCitizenId } from "../../kernel/citizen-id.ts";
import {
  fileAtCounter,
  seeCounterForm,
  seeCounterServices,
  type CounterFile,
  type CounterForm,
} from "../../petitions/actions/file-at-counter.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { meetComer } from "../counter/meet-comer.ts";
import { requireRight, sessionOf, staffOf } from "../gates.ts";
import { petitionPath } from "./address.ts";
import type { Comer } from "./counter-form-page.tsx";
import { NewPetitionPage, type TypedComer } from "./new-page.tsx";
import { showCounterForm } from "./show-counter-form.tsx";

/**
 * Filing for somebody who came in person (E5.5). What names a person is posted and answered at once, never put into an
 * address; nothing is kept before the petition is filed.
 */
export const petitionNewPages = new Hono<AppEnv>();

const nobody: TypedComer = { serviceId: "", citizenId: "", firstName: "", lastName: "" };

petitionNewPages.get("/petitions/new", requireRight("work_petitions"), (c) => newPage(c, nobody, []));

petitionNewPages.post("/petitions/new", requireRight("work_petitions"), async (c) => {
  const form = await readForm(c);
  const typed: TypedComer = {
    serviceId: form.text("serviceId"),
    citizenId: form.text("citizenId"),
    firstName: form.text("firstName").trim(),
    lastName: form.text("lastName").trim(),
  };
  const { words } = pageContext(c);
  const again = (field: string, sentence: string) => newPage(c, typed, [{ field, sentence }]);
  if (!(await mayLookUpNumber(c, staffOf(c).staffId))) return again("citizenId", words.queue.refusal.many);
  const found = await seeCounterForm(c.var.ports, staffOf(c), typed.serviceId);
  if (!found.ok) return again("serviceId", words.desk.filing.serviceClosed);
  const citizenId = parseCitizenId(typed.citizenId);
  if (!citizenId.ok) return again("citizenId", sayRefusal(words.identity.refusal, citizenId.refusal));
  const comer = { ...typed, citizenId: citizenId.value };
  const met = await meetComer(c, comer);
  if (!met.ok) return newPage(c, typed, met.refusal.faults);
  return showCounterForm(c, { form: found.value, comer, answers: {} });
});

petitionNewPages.post("/petitions/new/form", requireRight("work_petitions"), async (c) => {
  const posted = await readPostedForm(c);
  const hidden = (name: string) => posted.text(`desk:${name}`);
  const { words } = pageContext(c);
  const found = await seeCounterForm(c.var.ports, staffOf(c), hidden("serviceId"));
  if (!found.ok)
    return newPage(c, nobody, [{ field: "serviceId", sentence: words.desk.filing.serviceClosed }]);
  const citizenId = parseCitizenId(hidden("citizenId"));
  if (!citizenId.ok)
    return newPage(c, nobody, [{ field: "citizenId", sentence: words.desk.filing.personMissing }]);
  const comer = { citizenId: citizenId.value, firstName: hidden("firstName"), lastName: hidden("lastName") };
  const answers = changed(posted, typedAnswers(found.value.definition.form, posted.texts));
  const shown = { form: found.value, comer, answers, wantsPaper: hidden("paper") === "1" };
  const requestKey = readRequestKey(c.var.ports.random, hidden(requestKeyField));
  if (posted.text("do") !== "file") return showCounterForm(c, { ...shown, requestKey });
  return file(c, posted, { ...shown, requestKey });
});

interface Filing {
  readonly form: CounterForm;
  readonly comer: Comer;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly wantsPaper: boolean;
  readonly requestKey: string;
}

async function file(c: AppContext, posted: PostedForm, filing: Filing): Promise<Response> {
  const { ports } = c.var;
  const met = await meetComer(c, filing.comer);
  if (!met.ok) return showCounterForm(c, { ...filing, refusals: met.refusal.faults });
  const files = await filesOf(posted);
  const filed = await fileAtCounter(ports, staffOf(c), {
    ...filing,
    files,
    serviceId: filing.form.service.id,
    version: Number(posted.text("desk:version")),
    personId: met.value.personId,
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
      return newPage(c, nobody, [{ field: "serviceId", sentence: desk.filing.serviceClosed }]);
  }
}

/** What the form's own buttons change in the answers: an item more, an item less. */
function changed(posted: PostedForm, answers: Readonly<Record<string, unknown>>) {
  const [add, remove] = [posted.text(addButton), posted.text(removeButton)];
  if (add !== "") return withItem(answers, add);
  return remove === "" ? answers : withoutItem(answers, remove);
}

async function filesOf(posted: PostedForm): Promise<readonly CounterFile[]> {
  const ending = filesName("");
  const found: CounterFile[] = [];
  for (const [name, files] of posted.files) {
    if (!name.endsWith(ending)) continue;
    for (const each of files) {
      const bytes = new Uint8Array(await each.arrayBuffer());
      found.push({ path: name.slice(0, -ending.length), name: each.name, bytes });
    }
  }
  return found;
}

async function newPage(c: AppContext, typed: TypedComer, faults: readonly SummaryItem[]): Promise<Response> {
  const services = await seeCounterServices(c.var.ports, staffOf(c));
  const shown = { page: pageContext(c), staff: sessionOf(c), services, typed, faults };
  return sendPage(c, <NewPetitionPage {...shown} />, { status: faults.length > 0 ? 422 : 200 });
}
