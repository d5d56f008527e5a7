import type { StaffSession } from "../../http/env.ts";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import type { SeenWebhook } from "../../systems/actions/see-systems.ts";
import { webhookEvents } from "../../systems/webhook.ts";
import { ConsoleLayout } from "../layout.tsx";
import { endpointAddress, home } from "./addresses.ts";
import { FormPage } from "./form-page.tsx";
import { OverlapChoices } from "./overlap-choices.tsx";

interface Common {
  readonly page: PageContext;
  readonly staff: StaffSession;
}

interface OfEndpoint extends Common {
  readonly endpoint: SeenWebhook["endpoint"];
}

export interface TypedWebhook {
  readonly url: string;
  readonly events: readonly string[];
}

interface NewProps extends Common {
  readonly requestKey: string;
  readonly typed: TypedWebhook;
  readonly faults: readonly SummaryItem[];
}

/** Where the hospital's system wants to be told, and of what. */
export function NewWebhookPage({ typed, faults, ...props }: NewProps) {
  const words = props.page.words.systems.hooks;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <FormPage
      {...props}
      title={words.make}
      lead={words.lead}
      action={`${home}/webhooks`}
      yes={words.make}
      back={home}
      faults={faults}
    >
      <Field
        name="url"
        label={words.url}
        hint={words.urlHint}
        error={faultAt("url")}
        value={typed.url}
        maxlength={500}
        lang="en"
      />
      <EventChoices page={props.page} chosen={typed.events} error={faultAt("events")} />
    </FormPage>
  );
}

function EventChoices(props: { page: PageContext; chosen: readonly string[]; error: string | undefined }) {
  const words = props.page.words.systems.hooks;
  return (
    <ChoiceGroup
      name="events"
      legend={words.events}
      type="checkbox"
      error={props.error}
      chosen={props.chosen}
      choices={webhookEvents.map((event) => ({ value: event, label: words.event[event], hint: event }))}
    />
  );
}

/** What an endpoint is told of from now on. */
export function ChooseEventsPage({ endpoint, faults, ...props }: OfEndpoint & Pick<NewProps, "faults">) {
  const words = props.page.words.systems.hooks;
  const back = endpointAddress(endpoint.id);
  return (
    <FormPage
      {...props}
      title={words.chooseTitle}
      action={`${back}/events`}
      yes={words.chooseYes}
      back={back}
      faults={faults}
    >
      <Facts rows={[[words.url, <span class="address">{endpoint.url}</span>]]} />
      <EventChoices page={props.page} chosen={endpoint.events} error={faults[0]?.sentence} />
    </FormPage>
  );
}

/** How long both secrets sign. */
export function RotateSecretPage({ endpoint, ...props }: OfEndpoint) {
  const words = props.page.words.systems.hooks;
  const back = endpointAddress(endpoint.id);
  return (
    <FormPage
      {...props}
      title={words.rotateTitle}
      lead={words.rotateBody}
      action={`${back}/rotate`}
      yes={words.rotateYes}
      back={back}
    >
      <Facts rows={[[words.url, <span class="address">{endpoint.url}</span>]]} />
      <OverlapChoices page={props.page} legend={words.overlap} />
    </FormPage>
  );
}

/** The question before nothing more is sent. */
export function EndWebhookPage({ page, staff, endpoint }: OfEndpoint) {
  const words = page.words.systems.hooks;
  const back = endpointAddress(endpoint.id);
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={words.endTitle} back={back}>
      <ConfirmPanel
        title={words.endTitle}
        action={`${back}/end`}
        yes={words.endYes}
        no={words.endNo}
        noHref={back}
      >
        <p>{words.endBody}</p>
        <Facts rows={[[words.url, <span class="address">{endpoint.url}</span>]]} />
      </ConfirmPanel>
    </ConsoleLayout>
  );
}
