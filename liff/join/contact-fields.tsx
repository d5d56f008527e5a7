import { AddressFields } from "../../server/http/form-page/address-fields.tsx";
import type { AddressChoices } from "../../server/http/form-page/form-view.ts";
import { Button } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Field } from "../../server/http/page/field.tsx";
import { PasswordField } from "../../server/http/page/secret-field.tsx";
import { usualPrefixes } from "../../server/identity/contact.ts";
import type { TypedJoin } from "../../server/identity/join.ts";
import { addressAnswers, errorOf, type Sentences } from "./typed.ts";

/** What every part of the form is given. */
export interface PartProps {
  readonly page: PageContext;
  readonly typed: TypedJoin;
  readonly sentences: Sentences;
  readonly choices: AddressChoices;
}

/** "คำนำหน้า": typed, with the usual ones offered. */
export function PrefixField({ page, typed, sentences }: PartProps) {
  const words = page.words.join.form;
  return (
    <Field
      name="prefix"
      label={words.prefix}
      hint={words.prefixHint}
      error={errorOf(sentences, "prefix")}
      value={typed.prefix}
      autocomplete="honorific-prefix"
      offers={usualPrefixes}
      maxlength={80}
    />
  );
}

/** One's own e-mail. */
export function EmailField({ page, typed, sentences }: PartProps) {
  const words = page.words.join.form;
  return (
    <Field
      name="email"
      label={words.email}
      hint={words.emailHint}
      error={errorOf(sentences, "email")}
      value={typed.email}
      inputmode="email"
      autocomplete="email"
      maxlength={254}
      lang="en"
    />
  );
}

/** Province, district, sub-district and postcode, each out of the one before; a button where no script brings them. */
export function AddressCard({ page, typed, sentences, choices }: PartProps) {
  const words = page.words.join.form;
  return (
    <Card title={words.where}>
      <AddressFields
        page={page}
        name="address"
        legend={words.address}
        hint={words.addressHint}
        error={errorOf(sentences, "address")}
        answers={addressAnswers(typed)}
        choices={choices}
      />
      <noscript>
        <Button kind="secondary" name="step" value="places">
          {words.refreshPlaces}
        </Button>
      </noscript>
    </Card>
  );
}

/** A new password twice, with what makes a good one under "คำแนะนำ" (F1.6). */
export function PasswordCard(props: {
  page: PageContext;
  sentences: Sentences;
  /** True: one was chosen, and may stay. */
  isKept?: boolean;
  label?: string;
}) {
  const { page, sentences, isKept = false, label } = props;
  const words = page.words.join.form;
  return (
    <Card title={words.secret}>
      <PasswordAdvice page={page} />
      <PasswordField
        page={page}
        name="password"
        label={label ?? words.password}
        {...(isKept ? { hint: words.passwordKept } : {})}
        error={errorOf(sentences, "password")}
        autocomplete="new-password"
      />
      <PasswordField page={page} name="again" label={words.again} autocomplete="new-password" />
    </Card>
  );
}

/** "คำแนะนำ". */
export function PasswordAdvice({ page }: { page: PageContext }) {
  const words = page.words.join.form;
  return (
    <div>
      <p class="label">{words.advice}</p>
      <ul class="advice">
        {words.rules.map((rule) => (
          <li>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
