import type { StaffSession } from "../../http/env.ts";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { apiScopes, keyDays } from "../../systems/api-key.ts";
import type { KeptKey } from "../../systems/kept-key.ts";
import { ConsoleLayout } from "../layout.tsx";
import { home } from "./addresses.ts";
import { FormPage } from "./form-page.tsx";
import { OverlapChoices } from "./overlap-choices.tsx";

interface Common {
  readonly page: PageContext;
  readonly staff: StaffSession;
}

interface FormProps extends Common {
  readonly requestKey: string;
  readonly faults: readonly SummaryItem[];
}

export interface TypedKey {
  readonly name: string;
  readonly scopes: readonly string[];
  readonly days: string;
}

/** What a new key is called, what it may do, and for how long. */
export function NewKeyPage({ faults, typed, ...props }: FormProps & { typed: TypedKey }) {
  const words = props.page.words.systems;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <FormPage
      {...props}
      title={words.keys.make}
      action={`${home}/keys`}
      yes={words.keys.make}
      back={home}
      faults={faults}
    >
      <Field
        name="name"
        label={words.name}
        hint={words.keys.nameHint}
        error={faultAt("name")}
        value={typed.name}
        maxlength={80}
      />
      <ChoiceGroup
        name="scopes"
        legend={words.keys.scopes}
        type="checkbox"
        error={faultAt("scopes")}
        chosen={typed.scopes}
        choices={apiScopes.map((scope) => ({ value: scope, label: words.keys.scope[scope], hint: scope }))}
      />
      <ChoiceGroup
        name="days"
        legend={words.keys.days}
        type="radio"
        error={faultAt("days")}
        chosen={[typed.days]}
        choices={keyDays.map((days) => ({ value: String(days), label: words.keys.dayCount(days) }))}
      />
    </FormPage>
  );
}

/** How long the old key goes on beside the one that takes over. */
export function RotateKeyPage({ apiKey, ...props }: FormProps & { apiKey: KeptKey }) {
  const words = props.page.words.systems.keys;
  return (
    <FormPage
      {...props}
      title={words.rotateTitle}
      lead={words.rotateBody}
      action={`${home}/keys/${apiKey.id}/rotate`}
      yes={words.rotateYes}
      back={home}
    >
      <KeyFacts page={props.page} apiKey={apiKey} />
      <OverlapChoices page={props.page} legend={words.overlap} />
    </FormPage>
  );
}

/** The question before a key opens nothing any more. */
export function RevokeKeyPage({ page, staff, apiKey }: Common & { apiKey: KeptKey }) {
  const words = page.words.systems.keys;
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={words.revokeTitle} back={home}>
      <ConfirmPanel
        title={words.revokeTitle}
        action={`${home}/keys/${apiKey.id}/revoke`}
        yes={words.revokeYes}
        no={words.revokeNo}
        noHref={home}
      >
        <p>{words.revokeBody}</p>
        <KeyFacts page={page} apiKey={apiKey} />
      </ConfirmPanel>
    </ConsoleLayout>
  );
}

function KeyFacts({ page, apiKey }: { page: PageContext; apiKey: KeptKey }) {
  const words = page.words.systems;
  const { name, prefix, lastUsedAt, expiresAt } = apiKey;
  const moment = (at: Date) => formatMoment(at, page.language);
  return (
    <Facts
      rows={[
        [words.name, name],
        [words.keys.begins, <code class="key-text">{prefix}…</code>],
        [words.keys.lastUsed, lastUsedAt ? moment(lastUsedAt) : words.never],
        [words.keys.expires, moment(expiresAt)],
      ]}
    />
  );
}
