import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { SeenWebhook } from "../../systems/actions/see-systems.ts";
import { overlapHours } from "../../systems/api-key.ts";
import { webhookEvents } from "../../systems/webhook.ts";
import { ConsoleLayout } from "../layout.tsx";

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

const home = "/console/systems";

/** Where the hospital's system wants to be told, and of what. */
export function NewWebhookPage({ page, staff, requestKey, typed, faults }: NewProps) {
  const words = page.words.systems.hooks;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  const wrong = faults.length > 0;
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={words.make} back={home} wrong={wrong}>
      <ErrorSummary page={page} items={faults} />
      <h1>{words.make}</h1>
      <p class="lead">{words.lead}</p>
      <form class="card stack" method="post" action="/console/systems/webhooks">
        <input type="hidden" name={requestKeyField} value={requestKey} />
        <Field
          name="url"
          label={words.url}
          hint={words.urlHint}
          error={faultAt("url")}
          value={typed.url}
          maxlength={500}
          lang="en"
        />
        <EventChoices page={page} chosen={typed.events} error={faultAt("events")} />
        <ButtonGroup>
          <Button>{words.make}</Button>
          <ButtonLink href={home}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
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
export function ChooseEventsPage({ page, staff, endpoint, faults }: OfEndpoint & Pick<NewProps, "faults">) {
  const words = page.words.systems.hooks;
  const back = `${home}/webhooks/${endpoint.id}`;
  const title = words.chooseTitle;
  const wrong = faults.length > 0;
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={title} back={back} wrong={wrong}>
      <ErrorSummary page={page} items={faults} />
      <h1>{title}</h1>
      <form class="card stack" method="post" action={`${back}/events`}>
        <Facts rows={[[words.url, <span class="address">{endpoint.url}</span>]]} />
        <EventChoices page={page} chosen={endpoint.events} error={faults[0]?.sentence} />
        <ButtonGroup>
          <Button>{words.chooseYes}</Button>
          <ButtonLink href={back}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

/** How long both secrets sign. */
export function RotateSecretPage({ page, staff, endpoint, hours }: OfEndpoint & { hours: string }) {
  const words = page.words.systems;
  const back = `${home}/webhooks/${endpoint.id}`;
  return (
    <ConsoleLayout page={page} staff={staff} current="systems" title={words.hooks.rotateTitle} back={back}>
      <h1>{words.hooks.rotateTitle}</h1>
      <p class="lead">{words.hooks.rotateBody}</p>
      <form class="card stack" method="post" action={`${back}/rotate`}>
        <Facts rows={[[words.hooks.url, <span class="address">{endpoint.url}</span>]]} />
        <ChoiceGroup
          name="hours"
          legend={words.hooks.overlap}
          type="radio"
          chosen={[hours]}
          choices={overlapHours.map((each) => ({ value: String(each), label: words.keys.hours(each) }))}
        />
        <ButtonGroup>
          <Button>{words.hooks.rotateYes}</Button>
          <ButtonLink href={back}>{page.words.page.back}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

/** The question before nothing more is sent. */
export function EndWebhookPage({ page, staff, endpoint }: OfEndpoint) {
  const words = page.words.systems.hooks;
  const back = `${home}/webhooks/${endpoint.id}`;
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
