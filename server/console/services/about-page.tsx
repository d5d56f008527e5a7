import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { Field } from "../../http/page/field.tsx";
import { TextArea } from "../../http/page/text-area.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { feeKinds, type TypedAbout } from "../../petitions/typed-definition.ts";
import { nameIn } from "../../visits/names.ts";
import { serviceAddress } from "./addresses.ts";
import { Seen, ServicePage, type ServicePageProps } from "./service-page.tsx";

interface Props extends ServicePageProps {
  readonly typed: TypedAbout;
}

/** What citizens read before they file, and where the service stands. */
export function AboutPage({ typed, ...props }: Props) {
  const { page, made } = props;
  const words = page.words.services;
  return (
    <ServicePage {...props} tab="about" title={words.tabs.about}>
      <form class="card stack" method="post" action={serviceAddress(made.id)}>
        <h2>{words.about.title}</h2>
        <Seen made={made} />
        <fieldset class="plain stack" disabled={made.draft === null}>
          <AboutFields {...props} typed={typed} />
          {made.draft === null ? null : (
            <ButtonGroup>
              <Button>{words.save}</Button>
            </ButtonGroup>
          )}
        </fieldset>
      </form>
      <PlaceForm {...props} />
    </ServicePage>
  );
}

function AboutFields({ page, typed, faults = [] }: Props) {
  const words = page.words.services.about;
  const field = (name: keyof TypedAbout) => ({
    name,
    value: typed[name],
    error: faults.find((item) => item.field === name)?.sentence,
  });
  return (
    <>
      <Field {...field("nameTh")} label={words.nameTh} maxlength={300} />
      <TextArea
        {...field("summaryTh")}
        label={words.summaryTh}
        hint={words.summaryHint}
        rows={2}
        maxlength={4_000}
      />
      <Field {...field("audienceTh")} label={words.audienceTh} hint={words.audienceHint} maxlength={300} />
      <TextArea {...field("documentsTh")} label={words.documentsTh} hint={words.lineHint} maxlength={4_000} />
      <ChoiceGroup
        name="feeKind"
        legend={words.fee}
        type="radio"
        chosen={[typed.feeKind]}
        choices={feeKinds.map((kind) => ({ value: kind, label: words.feeKinds[kind] }))}
      />
      <div class="fee-amount">
        <Field {...field("feeBaht")} label={words.feeBaht} maxlength={20} figures />
      </div>
      <div class="fee-words">
        <Field {...field("feeTh")} label={words.feeTh} maxlength={300} />
      </div>
      <TextArea {...field("lawTh")} label={words.lawTh} hint={words.lineHint} rows={3} maxlength={4_000} />
      <details class="fold" open={faults.some(({ field: at }) => at?.endsWith("En"))}>
        <summary>{words.english}</summary>
        <div class="stack">
          <Field {...field("nameEn")} label={words.nameEn} maxlength={300} lang="en" />
          <TextArea {...field("summaryEn")} label={words.summaryEn} rows={2} maxlength={4_000} />
          <Field {...field("audienceEn")} label={words.audienceEn} maxlength={300} lang="en" />
          <TextArea {...field("documentsEn")} label={words.documentsEn} maxlength={4_000} />
          <Field {...field("feeEn")} label={words.feeEn} maxlength={300} lang="en" />
          <TextArea {...field("lawEn")} label={words.lawEn} rows={3} maxlength={4_000} />
        </div>
      </details>
    </>
  );
}

function PlaceForm({ page, made }: ServicePageProps) {
  const words = page.words.services;
  const named = (list: readonly { id: string; nameTh: string; nameEn: string }[]) =>
    list.map((one) => ({ value: one.id, label: nameIn(one, page.language) }));
  return (
    <form class="card stack" method="post" action={`${serviceAddress(made.id)}/place`}>
      <h2>{words.place.title}</h2>
      <p class="hint">{words.place.hint}</p>
      <SelectField
        name="categoryId"
        label={words.newPage.category}
        value={made.categoryId}
        options={named(made.categories)}
      />
      <SelectField
        name="unitId"
        label={words.newPage.unit}
        value={made.unitId ?? ""}
        options={[{ value: "", label: words.newPage.anyUnit }, ...named(made.units)]}
      />
      <ButtonGroup>
        <Button kind="secondary">{words.place.yes}</Button>
      </ButtonGroup>
    </form>
  );
}
