import type { TypedJudgement } from "../../agencies/access-judgement.ts";
import type { AccessRequestSeen } from "../../agencies/asked-access.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { requestTones } from "../people/tones.ts";
import { AskedPersonCard } from "./asked-person.tsx";

export interface AskedPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly request: AccessRequestSeen;
  /** What was chosen a moment ago and not saved. */
  readonly judgements: readonly TypedJudgement[];
  readonly faults: readonly SummaryItem[];
  /** How many are left after what was just saved; null: nothing was. */
  readonly saved: number | null;
}

/** A request as the registrar decides on it: the letter, the signed scan, each person. */
export function AskedPage(props: AskedPageProps) {
  const { page, staff, request, faults, saved } = props;
  const words = page.words.agencies.access;
  const title = words.askedTitle(nameIn(request.agency, page.language));
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="access"
      title={title}
      back="/console/access"
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {saved === null ? null : (
        <Banner tone="done" title={words.saved} live>
          {saved === 0 ? words.savedAll : words.savedLeft(saved)}
        </Banner>
      )}
      <h1>{title}</h1>
      <Letter page={page} request={request} />
      <People {...props} />
    </ConsoleLayout>
  );
}

function Letter({ page, request }: Pick<AskedPageProps, "page" | "request">) {
  const words = page.words.agencies.access;
  const { typed, agency, state, sentAt } = request;
  const states = page.words.agencies.people.requestStates;
  return (
    <section class="card stack wide-facts">
      <Facts
        rows={[
          [words.state, <StatusTag tone={requestTones[state]}>{states[state]}</StatusTag>],
          [words.number, typed.number],
          [words.hcode, agency.hcode],
          [words.date, typed.date],
          ...(sentAt ? [[words.sent, formatMoment(sentAt, page.language)] as const] : []),
          [words.address, typed.address],
          [words.superior, `${typed.superiorName} · ${typed.superiorPosition}`],
          [words.phone, typed.phone],
          [words.fax, typed.fax || words.none],
        ]}
      />
      <ButtonGroup>
        <ButtonLink icon="download" href={`/console/access/${request.id}/scan`}>
          {words.scan}
        </ButtonLink>
      </ButtonGroup>
      <p class="hint">{words.scanHint}</p>
    </section>
  );
}

function People({ page, request, judgements, faults }: AskedPageProps) {
  const words = page.words.agencies.access;
  const cards = request.people.map((person) => (
    <AskedPersonCard
      page={page}
      person={person}
      open={request.state === "sent" && person.decision === "pending"}
      chosen={judgements.find(({ personId }) => personId === person.id)}
      faults={faults}
    />
  ));
  const waiting = request.people.filter(({ decision }) => decision === "pending").length;
  if (request.state !== "sent") return <div class="stack">{cards}</div>;
  return (
    <form class="stack" method="post" action={`/console/access/${request.id}`}>
      <h2>{words.decideTitle}</h2>
      <datalist id="reasons">
        {words.reasons.map((reason) => (
          <option value={reason}></option>
        ))}
      </datalist>
      {cards}
      <ButtonGroup>
        <Button icon="check">{words.save}</Button>
        {waiting > 1 ? (
          <Button kind="secondary" name="do" value="rest">
            {words.grantRest}
          </Button>
        ) : null}
      </ButtonGroup>
    </form>
  );
}
