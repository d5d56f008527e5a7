import type { TypedEnd } from "../../credentials/actions/end-holder.ts";
import { giveWayReasons } from "../../credentials/naming.ts";
import type { SeatPerson } from "../../credentials/seat-view.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { DateField } from "../../http/page/date-field.tsx";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { ConsoleLayout } from "../layout.tsx";
import { holdingAddress, namingAddress, seatAddress } from "./addresses.ts";
import { PersonFacts } from "./seat-page.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly person: SeatPerson;
}

/** The question before a naming is taken back. */
export function WithdrawPage({ page, staff, person }: Props) {
  const words = page.words.credentials.seats.withdrawing;
  const back = seatAddress(person.seatId);
  const title = words.title(person.name);
  return (
    <ConsoleLayout page={page} staff={staff} current="seats" title={title} back={back}>
      <ConfirmPanel
        title={title}
        action={holdingAddress(person.holdingId, "withdraw")}
        yes={words.yes}
        no={words.no}
        noHref={back}
      >
        <p>{words.body}</p>
        <p>{words.safe}</p>
        <PersonFacts page={page} person={person} />
      </ConfirmPanel>
    </ConsoleLayout>
  );
}

interface EndProps extends Props {
  readonly typed: TypedEnd;
  /** Somebody is named to follow: the seat is not empty for long. */
  readonly hasNext: boolean;
  readonly faults: readonly SummaryItem[];
}

/** Why somebody's time in a seat ends, and when. */
export function EndPage({ page, staff, person, typed, hasNext, faults }: EndProps) {
  const words = page.words.credentials.seats.ending;
  const back = seatAddress(person.seatId);
  const title = words.title(person.name);
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="seats"
      title={title}
      back={back}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <h1>{title}</h1>
      <p>{words.body}</p>
      {person.part === "deputy" || hasNext ? null : (
        <>
          <Banner tone="waiting" title={words.noNext} />
          <ButtonGroup>
            <ButtonLink href={namingAddress({ seat: person.seatId, part: "holder" })}>
              {words.nameFirst}
            </ButtonLink>
          </ButtonGroup>
        </>
      )}
      <form class="stack" method="post" action={holdingAddress(person.holdingId, "end")}>
        <EndFields page={page} typed={typed} faults={faults} />
        <ButtonGroup>
          <Button kind="danger">{words.yes}</Button>
          <ButtonLink href={back}>{words.no}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}

function EndFields({ page, typed, faults }: Pick<EndProps, "page" | "typed" | "faults">) {
  const { seats, notices } = page.words.credentials;
  const words = seats.ending;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <>
      <ChoiceGroup
        name="reason"
        legend={words.reason}
        type="radio"
        error={faultAt("reason")}
        chosen={[typed.reason]}
        choices={giveWayReasons.map((value) => ({ value, label: notices.ends[value] }))}
      />
      <ChoiceGroup
        name="when"
        legend={words.when}
        type="radio"
        error={faultAt("when")}
        chosen={[typed.when]}
        choices={[
          { value: "now", label: words.now },
          { value: "day", label: words.day },
        ]}
      />
      <DateField
        page={page}
        name="last"
        label={words.lastDay}
        hint={words.lastDayHint}
        whole
        error={faultAt("lastDay")}
        value={typed.day}
      />
    </>
  );
}
