import { FormFields } from "../../http/form-page/form-fields.tsx";
import { summaryOf, type FormView } from "../../http/form-page/form-view.ts";
import { wordingIn } from "../../forms/wording.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { formatCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import type { CounterForm } from "../../petitions/actions/file-at-counter.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionsPath } from "./address.ts";

/** Who the form is filled for, as it goes from post to post: never in an address. */
export interface Comer {
  readonly citizenId: CitizenId;
  readonly firstName: string;
  readonly lastName: string;
}

/** The form of a service, filled by an officer for somebody who stands at the counter. */
export function CounterFormPage(props: {
  readonly staff: StaffSession;
  readonly view: FormView;
  readonly form: CounterForm;
  readonly comer: Comer;
  readonly wantsPaper: boolean;
  readonly requestKey: string;
  readonly refusals: readonly SummaryItem[];
}) {
  const { staff, view, form, comer, wantsPaper, requestKey, refusals } = props;
  const { page } = view;
  const words = page.words.desk.filing;
  const items = [...refusals, ...summaryOf(view)];
  const hidden: Readonly<Record<string, string>> = {
    ...comer,
    serviceId: form.service.id,
    version: String(form.version),
    [requestKeyField]: requestKey,
  };
  const name = [comer.firstName, comer.lastName].join(" ").trim();
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={words.title}
      back={`${petitionsPath}/new`}
      wrong={items.length > 0}
    >
      <ErrorSummary page={page} items={items} />
      <h1>{wordingIn(form.definition.name, page.language)}</h1>
      <p class="lead">{words.formLead(name, formatCitizenId(comer.citizenId))}</p>
      <form
        class="stack petition-form"
        method="post"
        action={`${petitionsPath}/new/form`}
        enctype="multipart/form-data"
        novalidate
      >
        {Object.entries(hidden).map(([field, value]) => (
          <input type="hidden" name={`desk:${field}`} value={value} />
        ))}
        <FormFields view={view} />
        <div>
          <Button kind="secondary" name="do" value="next">
            {page.words.forms.next}
          </Button>
          <p class="hint">{words.nextHint}</p>
        </div>
        <label class="choice">
          <input type="checkbox" name="desk:paper" value="1" checked={wantsPaper} />
          <span>{words.paper}</span>
        </label>
        <div class="buttons">
          <Button name="do" value="file">
            {words.file}
          </Button>
        </div>
      </form>
    </ConsoleLayout>
  );
}
