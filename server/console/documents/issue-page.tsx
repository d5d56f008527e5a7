import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { LinkRow } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import type { FilledField } from "../../petitions/document-fields.ts";
import { templateFields } from "../../petitions/document-template.ts";
import type { Issuing } from "../../petitions/issuing.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  /** Null: nothing can be issued, as the fault says. */
  readonly issuing: Issuing | null;
  readonly petitionId: string;
  readonly faults: readonly SummaryItem[];
}

/** The name a template's field has in the form. */
export function fieldName(key: string): string {
  return `f_${key}`;
}

/** What a template's field is called. */
export function labelOf(page: PageContext, { key, label }: Pick<FilledField, "key" | "label">): string {
  const common = templateFields.find((known) => known === key);
  if (label === null && common) return page.words.papers.fields[common];
  return (page.language === "en" ? label?.en : null) ?? label?.th ?? key;
}

/** Which template, then its fields as the petition fills them. */
export function IssuePage({ page, staff, issuing, petitionId, faults }: Props) {
  const words = page.words.papers.issuing;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="documents"
      title={words.new}
      back={`/console/petitions/${petitionId}`}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={named(page, issuing, faults)} />
      <h1>{words.new}</h1>
      {issuing === null ? null : <About page={page} issuing={issuing} />}
      {issuing === null ? (
        <ButtonGroup>
          <ButtonLink kind="primary" href={`/console/petitions/${petitionId}`}>
            {words.backToPetition}
          </ButtonLink>
        </ButtonGroup>
      ) : issuing.chosen === null ? (
        <Templates page={page} issuing={issuing} />
      ) : (
        <FieldsForm page={page} issuing={issuing} chosen={issuing.chosen} faults={faults} />
      )}
    </ConsoleLayout>
  );
}

/** The faults with what their fields are called: "กรอกช่องนี้" alone says not which. */
function named(
  page: PageContext,
  issuing: Issuing | null,
  faults: readonly SummaryItem[],
): readonly SummaryItem[] {
  const labels = new Map(
    issuing?.chosen?.fields.map((field) => [fieldName(field.key), labelOf(page, field)] as const),
  );
  return faults.map((fault) => {
    const label = fault.field === undefined ? undefined : labels.get(fault.field);
    return label === undefined ? fault : { ...fault, label };
  });
}

/** Whose petition it is, and what the new document stands in place of. */
export function About({ page, issuing }: { readonly page: PageContext; readonly issuing: Issuing }) {
  const words = page.words.papers.issuing;
  return (
    <>
      <p class="lead">
        {words.petition} {issuing.petitionNumber} · {issuing.serviceName} · {issuing.name}
      </p>
      {issuing.replaces === null ? null : <p>{words.replacing(issuing.replaces.number)}</p>}
    </>
  );
}

function Templates({ page, issuing }: { readonly page: PageContext; readonly issuing: Issuing }) {
  const words = page.words.papers;
  const asked = (template: string) =>
    new URLSearchParams({
      petition: issuing.petitionId,
      template,
      ...(issuing.replaces ? { replaces: issuing.replaces.id } : {}),
    }).toString();
  return (
    <section class="stack">
      <h2>{words.issuing.chooseTemplate}</h2>
      {issuing.templates.length === 0 ? <EmptyState title={words.issuing.noTemplates} /> : null}
      {issuing.templates.map(({ key, title, kind }) => (
        <LinkRow
          href={`/console/documents/new?${asked(key)}`}
          title={(page.language === "en" ? title.en : null) ?? title.th}
          detail={words.kinds[kind]}
        />
      ))}
      <ButtonGroup>
        <ButtonLink kind="quiet" href={`/console/documents/upload?petition=${issuing.petitionId}`}>
          {words.issuing.upload}
        </ButtonLink>
      </ButtonGroup>
    </section>
  );
}

function FieldsForm(props: {
  readonly page: PageContext;
  readonly issuing: Issuing;
  readonly chosen: NonNullable<Issuing["chosen"]>;
  readonly faults: readonly SummaryItem[];
}) {
  const { page, issuing, chosen, faults } = props;
  const words = page.words.papers.issuing;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <form class="stack" method="post" action="/console/documents/new">
      <h2>{chosen.template.title.th}</h2>
      <p class="hint">{words.fieldsLead}</p>
      <Carried issuing={issuing} template={chosen.template.key} />
      {chosen.fields.map((field) => (
        <>
          <input type="hidden" name="field" value={field.key} />
          <Field
            name={fieldName(field.key)}
            label={labelOf(page, field)}
            value={field.value}
            error={faultAt(fieldName(field.key))}
            maxlength={500}
          />
        </>
      ))}
      <ButtonGroup>
        <Button>{words.continue}</Button>
        <ButtonLink kind="quiet" href={`/console/documents/new?petition=${issuing.petitionId}`}>
          {words.chooseTemplate}
        </ButtonLink>
      </ButtonGroup>
    </form>
  );
}

/** What every step of issuing carries on. */
export function Carried({ issuing, template }: { readonly issuing: Issuing; readonly template: string }) {
  return (
    <>
      <input type="hidden" name="petition" value={issuing.petitionId} />
      <input type="hidden" name="template" value={template} />
      <input type="hidden" name="replaces" value={issuing.replaces?.id ?? ""} />
    </>
  );
}
