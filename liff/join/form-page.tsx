import { Button, ButtonGroup } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import { DateField } from "../../server/http/page/date-field.tsx";
import { ErrorSummary } from "../../server/http/page/error-summary.tsx";
import { Field } from "../../server/http/page/field.tsx";
import { Layout } from "../../server/http/page/layout.tsx";
import type { OwnContact } from "../../server/identity/actions/see-contact.ts";
import { SmsOff } from "../otp/sms-off.tsx";
import { AddressCard, EmailField, PasswordCard, PrefixField, type PartProps } from "./contact-fields.tsx";
import { errorOf } from "./typed.ts";

interface FormProps extends PartProps {
  readonly query: string;
  readonly hasPassword: boolean;
}

/** "ลงทะเบียน" for somebody nobody knows yet: everything on one page, everything asked (E1.2). */
export function JoinFormPage(props: FormProps & { readonly canSendSms: boolean }) {
  const { page, query, sentences, hasPassword, canSendSms } = props;
  const words = page.words.join.form;
  return (
    <Layout
      page={page}
      title={words.title}
      wrong={sentences.length > 0}
      back={`/liff/join${query}`}
      scripts={["address.js"]}
    >
      <ErrorSummary page={page} items={sentences} />
      {canSendSms ? null : <SmsOff page={page} />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="stack" method="post" action={`/liff/join/form${query}`} novalidate>
        <WhoCard {...props} />
        <Card title={words.reach}>
          <PhoneField {...props} />
          <EmailField {...props} />
        </Card>
        <AddressCard {...props} />
        <PasswordCard page={page} sentences={sentences} isKept={hasPassword} />
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}

function WhoCard(props: PartProps) {
  const { page, typed, sentences } = props;
  const words = page.words.join.form;
  return (
    <Card title={words.who}>
      <Field
        name="citizenId"
        label={words.citizenId}
        hint={words.citizenIdHint}
        error={errorOf(sentences, "citizenId")}
        value={typed.citizenId}
        inputmode="numeric"
        maxlength={40}
        figures
      />
      <PrefixField {...props} />
      {(["firstName", "lastName"] as const).map((name) => (
        <Field
          name={name}
          label={words[name]}
          error={errorOf(sentences, name)}
          value={typed[name]}
          autocomplete={name === "firstName" ? "given-name" : "family-name"}
          maxlength={200}
        />
      ))}
      <DateField
        page={page}
        name="birth"
        label={words.birth}
        hint={words.birthHint}
        error={errorOf(sentences, "birth")}
        value={{ day: typed.birthDay, month: typed.birthMonth, year: typed.birthYear }}
      />
    </Card>
  );
}

function PhoneField({ page, typed, sentences }: PartProps) {
  const words = page.words.join.form;
  return (
    <Field
      name="phone"
      label={words.phone}
      hint={words.phoneHint}
      error={errorOf(sentences, "phone")}
      value={typed.phone}
      type="tel"
      inputmode="tel"
      autocomplete="tel-national"
      maxlength={40}
      figures
    />
  );
}

/** The same for somebody who has an account: what is known is shown, and only the rest is asked (E2). */
export function CompletePage(props: FormProps & { own: OwnContact; termsVersion: string }) {
  const { page, query, sentences, hasPassword, own, termsVersion } = props;
  const words = page.words.join.form;
  return (
    <Layout page={page} title={words.title} wrong={sentences.length > 0} scripts={["address.js"]}>
      <ErrorSummary page={page} items={sentences} />
      <h1>{words.title}</h1>
      <Card title={words.known}>
        <Facts
          rows={[
            [page.words.account.home.name, own.name ?? ""],
            [words.citizenId, <span class="figures">{own.maskedCitizenId}</span>],
            [words.phone, <span class="figures">{own.maskedPhone ?? ""}</span>],
          ]}
        />
        <p class="lead">{words.knownLead}</p>
      </Card>
      <form class="stack" method="post" action={`/liff/join/form${query}`} novalidate>
        <input type="hidden" name="terms" value={termsVersion} />
        <Card title={words.reach}>
          <PrefixField {...props} />
          <EmailField {...props} />
        </Card>
        <AddressCard {...props} />
        {hasPassword ? null : <PasswordCard page={page} sentences={sentences} />}
        <ButtonGroup>
          <Button>{words.submit}</Button>
        </ButtonGroup>
      </form>
    </Layout>
  );
}
