import type { CampaignFigures } from "../../credentials/campaign.ts";
import type { SeatPerson, SeatSeen } from "../../credentials/seat-view.ts";
import type { StaffSession } from "../../http/env.ts";
import { EmptyState } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { bangkokDay, formatDay, type BangkokDay } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";
import { Figures } from "../tokens/campaign/figures.tsx";
import { namingAddress, ordersHome, seatAddress } from "./addresses.ts";
import { ownAsksPath } from "./code-asks/paths.ts";
import { StandingTag } from "./standing.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seats: readonly SeatSeen[];
  /** How far the agency's move from hardware keys is. */
  readonly moved: CampaignFigures;
}

/** The agency's seats: who holds each since when, who stands in, and what comes next. */
export function SeatsPage({ page, staff, seats, moved }: Props) {
  const words = page.words.credentials.seats;
  return (
    <ConsoleLayout page={page} staff={staff} current="seats" title={words.title}>
      <h1>{words.title}</h1>
      {seats.length === 0 ? (
        <EmptyState title={words.empty} icon="people">
          <p>{words.emptyNext}</p>
          <p>
            <a href={ownAsksPath}>{page.words.credentials.codeAsks.title}</a>
          </p>
        </EmptyState>
      ) : (
        <>
          <p class="lead">{words.lead}</p>
          <ButtonGroup>
            <ButtonLink kind="primary" icon="person" href={namingAddress({})}>
              {words.nameOne}
            </ButtonLink>
            <ButtonLink href={ordersHome}>{page.words.credentials.orders.list.title}</ButtonLink>
            <ButtonLink href={ownAsksPath}>{page.words.credentials.codeAsks.title}</ButtonLink>
          </ButtonGroup>
          <div class="seat-cards">
            {seats.map((seat) => (
              <SeatCard page={page} seat={seat} />
            ))}
          </div>
        </>
      )}
      <p>
        <a href="/console/soft-token-demand">{page.words.agencies.demand.link}</a>
      </p>
      {moved.imported === 0 ? null : (
        <section class="card stack" aria-labelledby="campaign">
          <h2 id="campaign">{page.words.credentials.campaign.panel}</h2>
          <Figures page={page} figures={moved} />
        </section>
      )}
    </ConsoleLayout>
  );
}

function SeatCard({ page, seat }: { page: PageContext; seat: SeatSeen }) {
  const words = page.words.credentials.seats;
  const { rights } = page.words.credentials;
  return (
    <section class="card stack" aria-labelledby={`seat-${seat.id}`}>
      <h2 id={`seat-${seat.id}`}>
        {rights[seat.right]}
        <small class="user-code" translate="no">
          {seat.userCode}
        </small>
      </h2>
      <p class="hint">{words.means[seat.right]}</p>
      <SeatPeople page={page} seat={seat} />
      <ButtonGroup>
        <ButtonLink href={seatAddress(seat.id)}>{words.open}</ButtonLink>
      </ButtonGroup>
    </section>
  );
}

/** Everybody of a seat in short; an empty one says what it waits for. */
export function SeatPeople({ page, seat }: { page: PageContext; seat: SeatSeen }) {
  const words = page.words.credentials.seats;
  const { holder, nextHolder, deputy, nextDeputy } = seat;
  const empty = seat.wasHeld ? words.waitsForNext : words.nobody;
  return (
    <dl class="facts seat-people">
      {holder === null && nextHolder ? null : (
        <div>
          <dt>{words.holder}</dt>
          <dd>
            {holder ? (
              <PersonLine page={page} person={holder} />
            ) : (
              <StatusTag tone={seat.wasHeld ? "waiting" : "plain"}>{empty}</StatusTag>
            )}
          </dd>
        </div>
      )}
      {nextHolder ? (
        <div>
          <dt>{holder === null ? words.named : words.nextHolder}</dt>
          <dd>
            <PersonLine page={page} person={nextHolder} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{words.deputy}</dt>
        <dd>{deputy ? <PersonLine page={page} person={deputy} /> : words.noDeputy}</dd>
      </div>
      {nextDeputy ? (
        <div>
          <dt>{deputy === null ? words.named : words.nextDeputy}</dt>
          <dd>
            <PersonLine page={page} person={nextDeputy} />
          </dd>
        </div>
      ) : null}
    </dl>
  );
}

function PersonLine({ page, person }: { page: PageContext; person: SeatPerson }) {
  return (
    <span class="seat-person">
      <strong>{person.name}</strong>
      <small>{daysOf(page, person)}</small>
      <StandingTag page={page} standing={person.standing} />
    </span>
  );
}

/** From when somebody holds a seat, or is to, and until when. */
export function daysOf(page: PageContext, person: SeatPerson): string {
  const words = page.words.credentials.seats;
  const day = (at: BangkokDay) => formatDay(at, page.language);
  const from =
    person.liveAt === null ? words.starts(day(person.startsOn)) : words.since(day(bangkokDay(person.liveAt)));
  return person.part === "deputy" && person.endsOn !== null
    ? `${from} ${words.until(day(person.endsOn))}`
    : from;
}
