import type { SeatStory } from "../../credentials/actions/see-seats.ts";
import type { SeatPart } from "../../credentials/holding.ts";
import type { SeatPerson, SeatSeen } from "../../credentials/seat-view.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import { ConsoleLayout } from "../layout.tsx";
import { lostPhonesPath } from "../lost-phones/lost-phones-page.tsx";
import { holdingAddress, namingAddress, orderAddress, seatsHome } from "./addresses.ts";
import { PastTable } from "./past-table.tsx";
import { daysOf } from "./seats-page.tsx";
import { StandingTag } from "./standing.tsx";

/** What was done a moment ago, or could not be. */
export const seatTold = ["withdrawn", "ended", "planned", "kept", "resent", "gone", "no_address"] as const;
export type SeatTold = (typeof seatTold)[number];

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly story: SeatStory;
  readonly told: SeatTold | null;
}

/** A seat as the head keeps it: who holds it, who is to follow, who stands in, and who did before. */
export function SeatPage({ page, staff, story, told }: Props) {
  const words = page.words.credentials.seats;
  const { seat, past } = story;
  const title = page.words.credentials.rights[seat.right];
  return (
    <ConsoleLayout page={page} staff={staff} current="seats" title={title} back={seatsHome}>
      <ToldBanner page={page} told={told} />
      <h1>
        {title}
        <small class="user-code" translate="no">
          {seat.userCode}
        </small>
      </h1>
      <p class="lead">{words.means[seat.right]}</p>
      {seat.holder === null && seat.wasHeld ? (
        <Banner tone="waiting" title={words.gap.title}>
          {seat.deputy ? words.gap.covered : words.gap.open}
        </Banner>
      ) : null}
      <Part page={page} seat={seat} part="holder" live={seat.holder} next={seat.nextHolder} />
      <Part page={page} seat={seat} part="deputy" live={seat.deputy} next={seat.nextDeputy} />
      <PastTable page={page} past={past} />
    </ConsoleLayout>
  );
}

function ToldBanner({ page, told }: Pick<Props, "page" | "told">) {
  const words = page.words.credentials.seats;
  if (told === null) return null;
  if (told === "no_address") return <Banner tone="info" title={words.noAddress} live />;
  if (told !== "gone") return <Banner tone="done" title={words.done[told]} live />;
  return (
    <Banner tone="info" title={words.gone.title} live>
      {words.gone.body}
    </Banner>
  );
}

interface PartProps {
  readonly page: PageContext;
  readonly seat: SeatSeen;
  readonly part: SeatPart;
  readonly live: SeatPerson | null;
  readonly next: SeatPerson | null;
}

function Part({ page, seat, part, live, next }: PartProps) {
  const words = page.words.credentials.seats;
  const isHolder = part === "holder";
  const empty = !isHolder ? words.noDeputy : seat.wasHeld ? words.waitsForNext : words.nobody;
  const naming = namingAddress({ seat: seat.id, part });
  const follow = live === null ? words.nameHolder : words.nameNext;
  return (
    <section class="card stack" aria-labelledby={`part-${part}`}>
      <h2 id={`part-${part}`}>{isHolder ? words.holder : words.deputy}</h2>
      {live ? <PersonFacts page={page} person={live} /> : next ? null : <p>{empty}</p>}
      {live ? <LiveMoves page={page} person={live} /> : null}
      {next ? (
        <>
          <h3>{live === null ? words.named : isHolder ? words.nextHolder : words.nextDeputy}</h3>
          <PersonFacts page={page} person={next} />
          <NextMoves page={page} person={next} />
        </>
      ) : (
        <ButtonGroup>
          <ButtonLink kind={live === null && isHolder ? "primary" : "secondary"} icon="person" href={naming}>
            {isHolder ? follow : words.nameDeputy}
          </ButtonLink>
        </ButtonGroup>
      )}
    </section>
  );
}

/** Somebody of a seat: name, position, days, how they stand. */
export function PersonFacts({ page, person }: { page: PageContext; person: SeatPerson }) {
  const words = page.words.credentials.seats;
  const planned = plannedEnd(page, person);
  return (
    <div class="stack wide-facts">
      <p class="seat-person">
        <strong>{person.name}</strong>
        <small>{daysOf(page, person)}</small>
        <StandingTag page={page} standing={person.standing} />
      </p>
      {planned === null ? null : <p>{planned}</p>}
      {person.standing.kind === "phone_lost" && person.lostPhoneId ? (
        <p>
          <a href={`${lostPhonesPath}/${person.lostPhoneId}`}>{words.lostReport}</a>
        </p>
      ) : null}
      <Facts
        rows={[
          [words.position, person.position],
          [words.email, person.maskedEmail ?? words.noEmail],
        ]}
      />
    </div>
  );
}

function plannedEnd(page: PageContext, { part, state, endsOn, endReason }: SeatPerson): string | null {
  const { seats: words, notices } = page.words.credentials;
  if (state !== "live" || endReason === null) return null;
  const why = notices.ends[endReason];
  if (endsOn === null) return words.givesWay(why);
  const day = formatDay(endsOn, page.language);
  return part === "deputy" ? words.lastDay(day) : words.lastDayWhy(day, why);
}

function LiveMoves({ page, person }: { page: PageContext; person: SeatPerson }) {
  const words = page.words.credentials.seats;
  const isPlanned = person.part === "holder" && person.endsOn !== null;
  return (
    <ButtonGroup>
      {person.orderId === null ? null : (
        <ButtonLink href={orderAddress(person.orderId)}>{words.order}</ButtonLink>
      )}
      {isPlanned ? (
        <form method="post" action={holdingAddress(person.holdingId, "keep")}>
          <Button kind="secondary">{words.keep}</Button>
        </form>
      ) : null}
      <ButtonLink kind="danger" href={holdingAddress(person.holdingId, "end")}>
        {words.end}
      </ButtonLink>
    </ButtonGroup>
  );
}

function NextMoves({ page, person }: { page: PageContext; person: SeatPerson }) {
  const words = page.words.credentials.seats;
  return (
    <ButtonGroup>
      {person.orderId === null ? null : (
        <ButtonLink href={orderAddress(person.orderId)}>{words.order}</ButtonLink>
      )}
      {person.maskedEmail === null ? null : (
        <form method="post" action={holdingAddress(person.holdingId, "link")}>
          <Button kind="secondary">{words.resend}</Button>
        </form>
      )}
      <ButtonLink kind="danger" href={holdingAddress(person.holdingId, "withdraw")}>
        {words.withdraw}
      </ButtonLink>
    </ButtonGroup>
  );
}
