import type { StaffSession } from "../../http/env.ts";
import { Button } from "../../http/page/button.tsx";
import { Card } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { requestKeyField } from "../../http/request-key.ts";
import { setFields, type FilledField } from "../../petitions/document-fields.ts";
import { fillParagraph, type DocumentTemplate } from "../../petitions/document-template.ts";
import type { Issuing } from "../../petitions/issuing.ts";
import { ConsoleLayout } from "../layout.tsx";
import { About, Carried, fieldName } from "./issue-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly issuing: Issuing;
  readonly requestKey: string;
}

/** The document as it will read, the last look before it is issued for good. */
export function ReviewPage({ page, staff, issuing, requestKey }: Props) {
  const words = page.words.papers.issuing;
  const { chosen } = issuing;
  if (chosen === null) throw new Error("nothing was chosen to be looked at");
  const { template, fields } = chosen;
  const form = (action: string) => ({ class: "stack-inline", method: "post", action }) as const;
  const carried = <CarriedFields issuing={issuing} template={template} fields={fields} />;
  return (
    <ConsoleLayout page={page} staff={staff} current="documents" title={words.reviewTitle}>
      <h1>{words.reviewTitle}</h1>
      <p class="lead">{words.reviewLead}</p>
      <About page={page} issuing={issuing} />
      <Card title={template.title.th}>
        {template.paragraphs.map((text) => (
          <p>{fillParagraph(text, (key) => valueOf(page, fields, key))}</p>
        ))}
      </Card>
      <div class="buttons">
        <form {...form("/console/documents")}>
          {carried}
          <input type="hidden" name={requestKeyField} value={requestKey} />
          <Button icon="check">{words.issue}</Button>
        </form>
        <form {...form("/console/documents/preview")} target="_blank">
          {carried}
          <Button kind="secondary">{words.preview}</Button>
        </form>
        <form {...form("/console/documents/new")}>
          {carried}
          <input type="hidden" name="step" value="edit" />
          <Button kind="quiet">{words.edit}</Button>
        </form>
      </div>
    </ConsoleLayout>
  );
}

function valueOf(page: PageContext, fields: readonly FilledField[], key: string): string | null {
  const set: readonly string[] = setFields;
  if (set.includes(key)) return `(${page.words.papers.issuing.byItself})`;
  return fields.find((field) => field.key === key)?.value ?? null;
}

function CarriedFields(props: {
  readonly issuing: Issuing;
  readonly template: DocumentTemplate;
  readonly fields: readonly FilledField[];
}) {
  const { issuing, template, fields } = props;
  return (
    <>
      <Carried issuing={issuing} template={template.key} />
      {fields.map(({ key, value }) => (
        <>
          <input type="hidden" name="field" value={key} />
          <input type="hidden" name={fieldName(key)} value={value} />
        </>
      ))}
    </>
  );
}
