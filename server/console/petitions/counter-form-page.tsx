import type { Child } from "hono/jsx";
import { EnterButton } from "../../http/form-page/enter-button.tsx";
import { FormFields } from "../../http/form-page/form-fields.tsx";
import { summaryOf, type FormView } from "../../http/form-page/form-view.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import type { CitizenId } from "../../kernel/citizen-id.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionsPath } from "./address.ts";

/** Who the form is filled for, as it goes from post to post: never in an address. */
export interface Comer {
  readonly citizenId: CitizenId;
  readonly prefix: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly phone: string;
  readonly hasNoPhone: boolean;
}

/** The prefix of what a form carries beside its answers, so that no answer is mistaken for it. */
export const carriedPrefix = "desk:";

/** The form of a service, filled by an officer for somebody who stands at the counter. */
export function CounterFormPage(props: {
  readonly staff: StaffSession;
  readonly view: FormView;
  /** The service's name. */
  readonly name: string;
  /** For whom it is filled. */
  readonly lead: string;
  readonly action: string;
  readonly carried: Readonly<Record<string, string>>;
  readonly wantsPaper: boolean;
  readonly refusals: readonly SummaryItem[];
  /** What stands right above the form: what happened to it meanwhile. */
  readonly above?: Child;
  /** Another way to leave the form than filing it. */
  readonly save?: Child;
}) {
  const { staff, view, name, lead, action, carried, wantsPaper, refusals, above, save } = props;
  const { page } = view;
  const words = page.words.desk.filing;
  const items = [...refusals, ...summaryOf(view)];
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="petitions"
      title={words.title}
      back={`${petitionsPath}/new`}
      wrong={items.length > 0}
      scripts={["petition-form.js"]}
      data={{ "data-language": page.language }}
    >
      <ErrorSummary page={page} items={items} />
      <h1>{name}</h1>
      <p class="lead">{lead}</p>
      {above}
      <form
        class="stack petition-form"
        method="post"
        action={action}
        enctype="multipart/form-data"
        novalidate
        data-form={JSON.stringify(view.form)}
      >
        {Object.entries(carried).map(([field, value]) => (
          <input type="hidden" name={`${carriedPrefix}${field}`} value={value} />
        ))}
        <EnterButton label={page.words.forms.next} name="do" value="next" />
        <FormFields view={view} />
        <div class="unscripted">
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
          {save}
        </div>
      </form>
    </ConsoleLayout>
  );
}
