import type { SeenRegistration } from "../../../credentials/actions/see-registration.ts";
import { isNumbered } from "../../../credentials/seat-order.ts";
import { holderName } from "../../../credentials/holding.ts";
import type { StaffSession } from "../../../http/env.ts";
import { Banner } from "../../../http/page/banner.tsx";
import { ButtonLink } from "../../../http/page/button.tsx";
import { Card, Facts } from "../../../http/page/card.tsx";
import type { PageContext } from "../../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../../http/page/error-summary.tsx";
import { formatCitizenId, type CitizenId } from "../../../kernel/citizen-id.ts";
import { tidyPhone } from "../../../kernel/phone.ts";
import { formatDay, formatMoment, parseBangkokDay } from "../../../kernel/thai-date.ts";
import { nameIn } from "../../../visits/names.ts";
import { ConsoleLayout } from "../../layout.tsx";
import { DecideForm, type TypedDecision } from "./decide-form.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenRegistration;
  readonly typed: TypedDecision;
  readonly faults: readonly SummaryItem[];
}

const path = "/console/tokens/registrations";

/** One registration: whom the order names, who proved themselves, what they gave; and the decision. */
export function RegistrationPage({ page, staff, seen, typed, faults }: Props) {
  const words = page.words.credentials.queue.one;
  const { registration, holding } = seen;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="tokenRegistrations"
      title={words.title}
      back={path}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>
        {words.title} <span class="code-like">{holding.userCode}</span>
      </h1>
      <Standing page={page} seen={seen} />
      <Card title={words.who}>
        <NamesCompared page={page} seen={seen} />
        <Facts rows={factsOf(page, seen)} />
      </Card>
      <OrderCard page={page} seen={seen} />
      {registration.state === "sent" ? (
        <DecideForm
          page={page}
          id={holding.id}
          typed={typed}
          faults={faults}
          othersApprove={seen.othersApprove}
        />
      ) : null}
    </ConsoleLayout>
  );
}

interface SeenProps {
  readonly page: PageContext;
  readonly seen: SeenRegistration;
}

function Standing({ page, seen }: SeenProps) {
  const words = page.words.credentials.queue.one;
  const { state, decidedAt, reason } = seen.registration;
  if (state === "sent" || decidedAt === null) return null;
  const isRefused = state === "refused";
  return (
    <Banner
      tone={isRefused ? "waiting" : "done"}
      title={isRefused ? words.refusedWith(reason ?? "") : words.approved}
    >
      {formatMoment(decidedAt, page.language)}
    </Banner>
  );
}

/** The name of the order beside the one that was proven; the number is the same, or it would not be here. */
function NamesCompared({ page, seen }: SeenProps) {
  const words = page.words.credentials.queue.one;
  const named = holderName(seen.holding.facts);
  const { provenName } = seen.registration.facts;
  if (provenName === null) return <Banner tone="info" title={words.noName} />;
  return provenName === named ? (
    <Banner tone="done" title={words.same} />
  ) : (
    <Banner tone="refused" title={words.differs} />
  );
}

function factsOf(page: PageContext, { holding, registration, agency, data, addressText }: SeenRegistration) {
  const { queue, rights, parts } = page.words.credentials;
  const words = queue.one;
  const moment = (at: Date | null) => (at === null ? "" : formatMoment(at, page.language));
  const by = registration.provenBy;
  return [
    [words.name, holderName(holding.facts)],
    [words.proven, `${registration.facts.provenName ?? "–"}${by ? ` (${words.provenBy[by]})` : ""}`],
    [words.provenAt, moment(registration.provenAt)],
    [words.citizenId, formatCitizenId(holding.facts.citizenId as CitizenId)],
    [words.position, holding.facts.position],
    [words.part, `${rights[holding.right]} · ${parts[holding.part]}`],
    [queue.agency, nameIn(agency, page.language)],
    [words.address, addressText ?? ""],
    [words.email, data?.email ?? ""],
    [words.mobile, tidyPhone(data?.mobile ?? "")],
    [words.consent, words.consentOf(registration.consentVersion ?? "", moment(registration.consentedAt))],
    [queue.sentAt, moment(registration.sentAt)],
  ] as const;
}

function OrderCard({ page, seen }: SeenProps) {
  const words = page.words.credentials.queue.one;
  const { order, files, holding } = seen;
  const starts = parseBangkokDay(holding.startsOn);
  return (
    <Card title={words.order}>
      {order ? <p>{orderText(page, order)}</p> : null}
      {order && order.madeBy === null ? <p class="hint">{words.broughtHint}</p> : null}
      {starts.ok ? <Facts rows={[[words.starts, formatDay(starts.value, page.language)]]} /> : null}
      {files.length === 0 ? <p>{words.noFiles}</p> : null}
      <ul class="seat-order-files">
        {files.map(({ id, name }) => (
          <li>
            <span>{name}</span>
            <ButtonLink href={`${path}/${holding.id}/files/${id}`} target="_blank">
              {words.openFile}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function orderText(page: PageContext, order: NonNullable<SeenRegistration["order"]>): string {
  const { queue, orders } = page.words.credentials;
  if (!isNumbered(order)) return orders.brought.unnumbered;
  return queue.one.orderOf(order.number, formatDay(order.dated, page.language));
}
