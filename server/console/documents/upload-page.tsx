import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { DateField } from "../../http/page/date-field.tsx";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { FileField } from "../../http/page/file-field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { documentKinds } from "../../petitions/issued-document.ts";
import type { Issuing } from "../../petitions/issuing.ts";
import { ConsoleLayout } from "../layout.tsx";
import { About } from "./issue-page.tsx";

/** What stands in the form, as it was typed. */
export type UploadTyped = Readonly<
  Record<"petition" | "replaces" | "kind" | "title" | "untilDay" | "untilMonth" | "untilYear", string>
>;

export const emptyUpload: UploadTyped = {
  petition: "",
  replaces: "",
  kind: "letter",
  title: "",
  untilDay: "",
  untilMonth: "",
  untilYear: "",
};

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Null: nothing can be issued, as the fault says. */
  readonly issuing: Issuing | null;
  readonly typed: UploadTyped;
  readonly faults: readonly SummaryItem[];
  readonly requestKey: string;
}

/** A file that was made elsewhere, to be issued as it is. */
export function UploadPage({ page, staff, issuing, typed, faults, requestKey }: Props) {
  const words = page.words.papers;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="documents"
      title={words.issuing.uploadTitle}
      back={issuing === null ? "/console/documents" : `/console/petitions/${issuing.petitionId}`}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.issuing.uploadTitle}</h1>
      <p class="lead">{words.issuing.uploadLead}</p>
      {issuing === null ? null : <About page={page} issuing={issuing} />}
      {issuing === null ? null : (
        <form class="stack" method="post" action="/console/documents/upload" enctype="multipart/form-data">
          <input type="hidden" name={requestKeyField} value={requestKey} />
          <input type="hidden" name="petition" value={typed.petition} />
          <input type="hidden" name="replaces" value={typed.replaces} />
          <ChoiceGroup
            name="kind"
            legend={words.kind}
            type="radio"
            chosen={[typed.kind]}
            choices={documentKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
          <Field
            name="title"
            label={words.issuing.documentTitle}
            error={faultAt("title")}
            value={typed.title}
            maxlength={200}
          />
          <DateField
            page={page}
            name="until"
            label={words.issuing.until}
            whole
            hint={words.issuing.untilHint}
            error={faultAt("untilDay")}
            value={{ day: typed.untilDay, month: typed.untilMonth, year: typed.untilYear }}
          />
          <FileField
            name="file"
            label={words.issuing.file}
            hint={faults.length > 0 ? words.issuing.fileWaits : words.issuing.fileHint}
            error={faultAt("file")}
            accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
          />
          <Button icon="check">{words.issuing.uploadYes}</Button>
        </form>
      )}
    </ConsoleLayout>
  );
}
