import { DateField } from "../../server/http/page/date-field.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { PinField } from "../../server/http/page/secret-field.tsx";
import { StepForm, type StepProps } from "./step-form.tsx";
import { errorAt } from "./typed.ts";

/** "หมายเลขบัตรประจำตัวประชาชน". */
export function NumberPage(props: StepProps) {
  const words = props.page.words.identity.number;
  return (
    <StepForm {...props} step="number" title={words.title}>
      <Field
        name="citizenId"
        label={words.label}
        hint={words.hint}
        error={errorAt(props.refusals, "citizenId")}
        value={props.typed["citizenId"]}
        inputmode="numeric"
        maxlength={40}
        figures
        heading
      />
    </StepForm>
  );
}

/** "ชื่อ" and "นามสกุล", as on the card. */
export function NamePage(props: StepProps) {
  const words = props.page.words.identity.name;
  const { typed, refusals } = props;
  return (
    <StepForm {...props} step="name" title={words.title}>
      <h1>{words.heading}</h1>
      <Field
        name="firstName"
        label={words.first}
        error={errorAt(refusals, "firstName")}
        value={typed["firstName"]}
        autocomplete="given-name"
        maxlength={200}
      />
      <Field
        name="lastName"
        label={words.last}
        error={errorAt(refusals, "lastName")}
        value={typed["lastName"]}
        autocomplete="family-name"
        maxlength={200}
      />
    </StepForm>
  );
}

/** Birth date and laser code, card in hand. The laser code is not filled in again: it is never kept. */
export function CardPage(props: StepProps) {
  const words = props.page.words.identity.card;
  const { page, typed, refusals } = props;
  const value = {
    day: typed["birthDay"] ?? "",
    month: typed["birthMonth"] ?? "",
    year: typed["birthYear"] ?? "",
  };
  return (
    <StepForm {...props} step="birth" title={words.title}>
      <h1>{words.heading}</h1>
      <p class="lead">{words.lead}</p>
      <DateField
        page={page}
        name="birth"
        label={words.birth}
        hint={words.birthHint}
        error={errorAt(refusals, "birthYear")}
        value={value}
      />
      <Field
        name="laserCode"
        label={words.laser}
        hint={words.laserHint}
        error={errorAt(refusals, "laserCode")}
        value={typed["laserCode"]}
        maxlength={40}
        figures
        lang="en"
      />
    </StepForm>
  );
}

/** "กรอกรหัสผ่าน 6 หลัก". */
export function PinPage(props: StepProps) {
  const words = props.page.words.identity.pin;
  const error = errorAt(props.refusals, "pin");
  return (
    <StepForm {...props} step="pin" title={words.title}>
      <PinField page={props.page} name="pin" label={words.label} hint={words.hint} error={error} heading />
    </StepForm>
  );
}

/** "กรอกรหัสผ่านอีกครั้งเพื่อยืนยัน". */
export function PinAgainPage(props: StepProps) {
  const words = props.page.words.identity.pinAgain;
  const error = errorAt(props.refusals, "pin");
  return (
    <StepForm {...props} step="pin_again" title={words.title} submit={props.page.words.identity.confirm}>
      <PinField page={props.page} name="pin" label={words.label} error={error} heading />
    </StepForm>
  );
}

/** "หมายเลขโทรศัพท์". */
export function PhonePage(props: StepProps) {
  const words = props.page.words.identity.phone;
  return (
    <StepForm {...props} step="phone" title={words.title}>
      <Field
        name="phone"
        label={words.label}
        hint={words.hint}
        error={errorAt(props.refusals, "phone")}
        value={props.typed["phone"]}
        type="tel"
        inputmode="tel"
        autocomplete="tel-national"
        maxlength={40}
        figures
        heading
      />
    </StepForm>
  );
}
