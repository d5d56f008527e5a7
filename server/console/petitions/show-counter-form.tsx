import type { AnswerProblem } from "../../forms/answers.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { AppContext } from "../../http/env.ts";
import { formView } from "../../http/form-page/form-view.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { newRequestKey, requestKeyField } from "../../http/request-key.ts";
import { pageContext, sendPage } from "../../http/send-page.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import type { CounterForm } from "../../petitions/actions/file-at-counter.ts";
import type { KeptAtCounter } from "../../petitions/actions/keep-counter-files.ts";
import { sessionOf } from "../gates.ts";
import { petitionsPath } from "./address.ts";
import { CounterFormPage, type Comer } from "./counter-form-page.tsx";

/** What the counter's form shows: fresh, or again with what was typed and why it was not filed. */
export interface ShownForm {
  readonly form: CounterForm;
  readonly comer: Comer;
  readonly answers: Readonly<Record<string, unknown>>;
  /** The files that were kept for it. */
  readonly files?: KeptAtCounter["files"];
  readonly wantsPaper?: boolean;
  readonly requestKey?: string;
  readonly problems?: readonly AnswerProblem[];
  readonly refusals?: readonly SummaryItem[];
}

/** The form of a service at the counter. */
export async function showCounterForm(c: AppContext, shown: ShownForm): Promise<Response> {
  const { form, comer, answers, files = [], problems = [], refusals = [], wantsPaper = false } = shown;
  const { clock, gazetteer, random } = c.var.ports;
  const page = pageContext(c);
  const { prefix, firstName, lastName, citizenId, phone, hasNoPhone } = comer;
  const { definition, service, version } = form;
  const given = {
    page,
    form: definition.form,
    answers,
    now: clock.now(),
    problems,
    files: files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType, href: null })),
    tiles: c.var.site.mapTiles,
  };
  const name = [firstName, lastName].join(" ").trim();
  return sendPage(
    c,
    <CounterFormPage
      staff={sessionOf(c)}
      view={await formView(gazetteer, given)}
      name={wordingIn(definition.name, page.language)}
      lead={page.words.desk.filing.formLead(name, formatCitizenId(citizenId))}
      action={`${petitionsPath}/new/form`}
      carried={{
        ...{ prefix, firstName, lastName, citizenId, phone, noPhone: hasNoPhone ? "1" : "" },
        ...{ serviceId: service.id, version: String(version) },
        [requestKeyField]: shown.requestKey ?? newRequestKey(random),
      }}
      wantsPaper={wantsPaper}
      refusals={refusals}
    />,
    { status: problems.length + refusals.length > 0 ? 422 : 200, needs: { map: true } },
  );
}
