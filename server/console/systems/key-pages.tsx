import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { apiScopes, keyDays, overlapHours } from "../../systems/api-key.ts";
import type { KeptKey } from "../../systems/kept-key.ts";
import { ConsoleLayout } from "../layout.tsx";

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

const home = "/console/systems";

/** What a new key is called, what it may do, and for how long. */
export function NewKeyPage({ page, staff, requestKey, faults, typed }: FormProps & { typed: TypedKey }) {
  const words = page.words.systems;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  const wrong = faults.length > 0;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="systems"
      title={words.keys.make}
      back={home}
      wrong={wrong}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.keys.make}</h1>
      <form class="card stack" method="post" action="/console/systems/keys">
        <input type="hidden" name={requestKeyField} value={requestKey} />
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
        <ButtonGroup>
          <Button>{words.keys.make}</Button>
          <ButtonLink href={home}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

/** How long the old key goes on beside the one that takes over. */
export function RotateKeyPage({
  page,
  staff,
  requestKey,
  faults,
  apiKey,
  hours,
}: FormProps & { apiKey: KeptKey; hours: string }) {
  const words = page.words.systems;
  const wrong = faults.length > 0;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="systems"
      title={words.keys.rotateTitle}
      back={home}
      wrong={wrong}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{words.keys.rotateTitle}</h1>
      <p class="lead">{words.keys.rotateBody}</p>
      <form class="card stack" method="post" action={`/console/systems/keys/${apiKey.id}/rotate`}>
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <KeyFacts page={page} apiKey={apiKey} />
        <ChoiceGroup
          name="hours"
          legend={words.keys.overlap}
          type="radio"
          chosen={[hours]}
          choices={overlapHours.map((each) => ({ value: String(each), label: words.keys.hours(each) }))}
        />
        <ButtonGroup>
          <Button>{words.keys.rotateYes}</Button>
          <ButtonLink href={home}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

/** The question before a key opens nothing any more. */
export function RevokeKeyPage({ page, staff, apiKey }: Common & { apiKey: KeptKey }) {
  const words = page.words.systems.keys;
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={words.revokeTitle} back={home}>
      <ConfirmPanel
        title={words.revokeTitle}
        action={`/console/systems/keys/${apiKey.id}/revoke`}
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
