import { wordingIn } from "../../forms/wording.ts";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { isAsked } from "../../forms/field.ts";
import { nameIn } from "../../visits/names.ts";
import { EndFields } from "./end-fields.tsx";
import { LongField } from "./long-field.tsx";
import { ShortField, StepSelect } from "./step-field.tsx";
import { faultOf, fieldId, type StepFieldsProps } from "./step-props.ts";

/** What is typed for a step. */
export function StepFields(props: StepFieldsProps) {
  const { typed } = props;
  switch (typed.step) {
    case "received":
    case "started":
    case "payment_seen":
      return null;
    case "assigned":
      return (
        <>
          <OfficerField {...props} />
          <TextField {...props} />
        </>
      );
    case "given_back":
    case "delay_told":
      return <TextField {...props} />;
    case "correction_asked":
      return (
        <>
          <CorrectedFields {...props} />
          <TextField {...props} />
          <ShortField {...props} field="days" isNumber />
        </>
      );
    case "forwarded":
      return (
        <>
          <UnitField {...props} />
          <TextField {...props} />
        </>
      );
    case "payment_asked":
      return (
        <>
          <ShortField {...props} field="baht" isNumber />
          <ShortField {...props} field="days" isNumber />
          <TextField {...props} />
        </>
      );
    case "completed":
      return (
        <>
          <EndFields {...props} />
          <TextField {...props} />
        </>
      );
  }
}

function TextField(props: StepFieldsProps) {
  const { page, typed } = props;
  return (
    <LongField
      name="text"
      id={fieldId(typed.step, "text")}
      label={page.words.desk.field.text[typed.step]}
      value={typed.text}
      error={faultOf(props, "text")}
    />
  );
}

function OfficerField(props: StepFieldsProps) {
  const { page, staff, seen, typed } = props;
  const words = page.words;
  const others = seen.officers.filter(({ staffId }) => staffId !== staff.staffId);
  const isFree = seen.officers.some(({ staffId }) => staffId === staff.staffId);
  const me = isFree ? [{ value: staff.staffId, label: words.queue.bulk.me }] : [];
  return (
    <StepSelect
      {...props}
      field="officerId"
      value={typed.officerId}
      options={[...me, ...others.map(({ staffId, name }) => ({ value: staffId, label: name }))]}
    />
  );
}

function UnitField(props: StepFieldsProps) {
  const { page, seen, typed } = props;
  const choose = { value: "", label: page.words.desk.field.choose };
  const units = seen.units.map((unit) => ({ value: unit.id, label: nameIn(unit, page.language) }));
  return <StepSelect {...props} field="unitId" value={typed.unitId} options={[choose, ...units]} />;
}

function CorrectedFields(props: StepFieldsProps) {
  const { page, seen, typed } = props;
  const fields = seen.definition.form.fields.filter(
    (field) => isAsked(field) && seen.shown.includes(field.key),
  );
  return (
    <ChoiceGroup
      name={fieldId(typed.step, "fields")}
      legend={page.words.desk.field.fields}
      type="checkbox"
      choices={fields.map(({ key, label }) => ({ value: key, label: wordingIn(label, page.language) }))}
      chosen={typed.fields}
      error={faultOf(props, "fields")}
    />
  );
}
