import { Banner } from "../../server/http/page/banner.tsx";
import { ButtonLink } from "../../server/http/page/button.tsx";
import { Card, Facts } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { bahtFigures } from "../../server/kernel/baht-text.ts";
import { formatDay, formatMoment } from "../../server/kernel/thai-date.ts";
import { nextOf, type FollowedPetition } from "../../server/petitions/followed-petition.ts";
import { nameIn } from "../../server/visits/names.ts";
import { petitionPath } from "./paths.ts";

interface Props {
  readonly page: PageContext;
  readonly petition: FollowedPetition;
}

/** What is wanted of the citizen now: a correction, a payment. Nothing, most of the time. */
export function Wanted({ page, petition }: Props) {
  const { follow } = page.words;
  const asked = petition.events.findLast(({ kind }) => kind === "payment_asked");
  if (petition.correction !== null) {
    const { text, untilDay } = petition.correction;
    return (
      <>
        <Banner tone="waiting" title={follow.correction.title}>
          {text}
          {untilDay === undefined ? null : (
            <>
              {text === undefined ? null : <br />}
              {follow.correction.until(formatDay(untilDay, page.language))}
            </>
          )}
        </Banner>
        <ButtonLink kind="primary" href={`${petitionPath(petition)}/correct`}>
          {follow.correction.open}
        </ButtonLink>
      </>
    );
  }
  if (petition.pause !== "payment" || asked === undefined) return null;
  const { satang, text } = asked.words;
  return (
    <Banner tone="waiting" title={follow.payment.title}>
      {satang === undefined ? null : follow.payment.amount(bahtFigures(satang))}
      {text === undefined ? null : ` ${text}`}
    </Banner>
  );
}

/** Who has it, what happens next, and the clock in words. */
export function Standing({ page, petition }: Props) {
  const { language, words } = page;
  const { follow } = words;
  const unit = petition.unit === null ? follow.noUnit : nameIn(petition.unit, language);
  return (
    <Card>
      <Facts
        rows={[
          [follow.next, follow.nexts[nextOf(petition)]],
          [follow.unit, unit],
          [follow.agency, nameIn(petition.agency, language)],
          [follow.clock, <Clock page={page} petition={petition} />],
        ]}
      />
    </Card>
  );
}

function Clock({ page, petition }: Props) {
  const { language, words } = page;
  const { follow } = words;
  const { clock, deemedReceivedAt, submittedAt } = petition;
  const isLater = deemedReceivedAt.getTime() !== submittedAt.getTime();
  return (
    <>
      <span>{follow.received(formatMoment(deemedReceivedAt, language))}</span>
      {isLater ? (
        <small class="aside">{follow.receivedLater(formatMoment(submittedAt, language))}</small>
      ) : null}
      {clock.kind === "running" ? (
        <span class="clock-line">
          {follow.due(formatDay(clock.dueDay, language))}
          <small class="aside">{follow.daysLeft(clock.left)}</small>
        </span>
      ) : null}
      {clock.kind === "paused" ? (
        <span class="clock-line">
          {follow.paused(clock.reason, formatMoment(clock.since, language))}
          {clock.left === null ? null : <small class="aside">{follow.pausedLeft(clock.left)}</small>}
        </span>
      ) : null}
      {clock.kind === "ended" ? (
        <span class="clock-line">
          {follow.ended(formatDay(clock.on, language))}
          {clock.dueDay === null ? null : (
            <small class="aside">
              {follow.inTime(clock.on <= clock.dueDay, formatDay(clock.dueDay, language))}
            </small>
          )}
        </span>
      ) : null}
      {clock.kind === "none" ? <small class="aside">{follow.noDay}</small> : null}
    </>
  );
}
