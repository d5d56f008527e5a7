import type { SeatStory } from "../../credentials/actions/see-seats.ts";
import type { SeatPerson } from "../../credentials/seat-view.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ConsoleLayout } from "../layout.tsx";
import { PastTable } from "../seats/past-table.tsx";
import { PersonFacts } from "../seats/seat-page.tsx";
import { agencyAddress, officeOrderAddress, officeSeatAddress } from "./addresses.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly story: SeatStory;
  /** The person a letter was wanted for does not wait to come in any more. */
  readonly isGone: boolean;
}

/** A seat as the central office sees it: who is in it, and a sealed letter for whoever is to come in. */
export function OfficeSeatPage({ page, staff, story, isGone }: Props) {
  const { letters, seats: words, rights } = page.words.credentials;
  const { seat, past, agencyId } = story;
  const title = letters.office.seatTitle(seat.userCode);
  const people = [
    [words.holder, seat.holder],
    [words.nextHolder, seat.nextHolder],
    [words.deputy, seat.deputy],
    [words.nextDeputy, seat.nextDeputy],
  ] as const;
  const isEmpty = people.every(([, person]) => person === null);
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="tokenAgencies"
      title={title}
      back={agencyAddress(agencyId)}
    >
      {isGone ? (
        <Banner tone="info" title={words.gone.title} live>
          {words.gone.body}
        </Banner>
      ) : null}
      <h1>{title}</h1>
      <p class="lead">{rights[seat.right]}</p>
      {isEmpty ? <p>{seat.wasHeld ? words.waitsForNext : words.nobody}</p> : null}
      {people.map(([label, person]) =>
        person === null ? null : <Person page={page} label={label} person={person} seatId={seat.id} />,
      )}
      <PastTable page={page} past={past} />
    </ConsoleLayout>
  );
}

interface PersonProps {
  readonly page: PageContext;
  readonly label: string;
  readonly person: SeatPerson;
  readonly seatId: string;
}

function Person({ page, label, person, seatId }: PersonProps) {
  const { letters, seats: words } = page.words.credentials;
  const id = `person-${person.holdingId}`;
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{label}</h2>
      <PersonFacts page={page} person={person} />
      <ButtonGroup>
        {person.state === "named" ? (
          <form method="post" action={`${officeSeatAddress(seatId)}/letter`}>
            <input type="hidden" name="holdingId" value={person.holdingId} />
            <Button kind="secondary" icon="print">
              {letters.make}
            </Button>
          </form>
        ) : null}
        {person.orderId === null ? null : (
          <ButtonLink href={officeOrderAddress(person.orderId)}>{words.order}</ButtonLink>
        )}
      </ButtonGroup>
      {person.state === "named" ? <p class="hint">{letters.makeHint}</p> : null}
    </section>
  );
}
