import type { TokenAgencySeen } from "../../credentials/actions/see-token-agencies.ts";
import type { SeatSeen } from "../../credentials/seat-view.ts";
import { seatRights } from "../../credentials/seat.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { SelectField } from "../../http/page/select-field.tsx";
import { Table } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { StandingTag } from "../seats/standing.tsx";
import { agenciesHome, agencyAddress, agencyPapersAddress, officeSeatAddress } from "./addresses.ts";
import { countedRights, type TypedIssue } from "./typed-issue.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly agency: TokenAgencySeen;
  readonly typed: TypedIssue;
  readonly faults: readonly SummaryItem[];
  readonly isIssued: boolean;
}

/** One agency: the seats it has, and the forms that issue more. */
export function AgencyPage(props: Props) {
  const { page, staff, agency, faults, isIssued } = props;
  const { letters, orders } = page.words.credentials;
  const words = letters.office;
  const title = nameIn(agency, page.language);
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="tokenAgencies"
      title={title}
      back={agenciesHome}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {isIssued ? <Banner tone="done" title={words.issued} live /> : null}
      <h1>{title}</h1>
      <ButtonGroup>
        <ButtonLink href={agencyPapersAddress(agency.id, "orders")}>{orders.list.title}</ButtonLink>
        <ButtonLink href={agencyPapersAddress(agency.id, "letters")}>{letters.list.title}</ButtonLink>
      </ButtonGroup>
      {agency.seats.length === 0 ? (
        <p class="lead">{words.noSeats}</p>
      ) : (
        <Seats page={page} seats={agency.seats} />
      )}
      <section class="stack" aria-labelledby="issue">
        <h2 id="issue">{words.issue}</h2>
        <ByRule {...props} />
        <Given {...props} />
      </section>
    </ConsoleLayout>
  );
}

function Seats({ page, seats }: { page: PageContext; seats: readonly SeatSeen[] }) {
  const { letters, seats: words, rights } = page.words.credentials;
  return (
    <Table
      caption={letters.office.seats}
      rows={seats}
      columns={[
        {
          title: words.userCode,
          cell: ({ userCode }) => (
            <strong class="user-code" translate="no">
              {userCode}
            </strong>
          ),
        },
        { title: words.right, cell: ({ right }) => rights[right] },
        { title: words.holder, cell: (seat) => <Holder page={page} seat={seat} /> },
        {
          title: letters.office.actions,
          cell: ({ id }) => <ButtonLink href={officeSeatAddress(id)}>{letters.office.open}</ButtonLink>,
        },
      ]}
    />
  );
}

function Holder({ page, seat }: { page: PageContext; seat: SeatSeen }) {
  const words = page.words.credentials.seats;
  const person = seat.holder ?? seat.nextHolder;
  if (person === null) return <>{seat.wasHeld ? words.waitsForNext : words.nobody}</>;
  return (
    <span class="seat-person">
      <WholeName>{person.name}</WholeName>
      <StandingTag page={page} standing={person.standing} />
    </span>
  );
}

function faultOf({ faults }: Pick<Props, "faults">) {
  return (field: string) => faults.find((item) => item.field === field)?.sentence;
}

function ByRule(props: Props) {
  const { page, agency, typed } = props;
  const { letters, rights } = page.words.credentials;
  const words = letters.office;
  const faultAt = faultOf(props);
  return (
    <form class="card stack" method="get" action={`${agencyAddress(agency.id)}/issue`}>
      <h3>{words.byRule}</h3>
      <Field
        name="agencyPart"
        label={words.agencyPart}
        hint={words.agencyPartHint}
        error={faultAt("agencyPart")}
        value={typed.agencyPart}
        maxlength={30}
        figures
        lang="en"
      />
      <div class="field-pair">
        {countedRights.map((right) => (
          <Field
            name={right}
            label={words.count(rights[right])}
            error={faultAt(right)}
            value={typed.counts[right]}
            inputmode="numeric"
            maxlength={3}
          />
        ))}
      </div>
      <ButtonGroup>
        <Button kind="secondary">{words.look}</Button>
      </ButtonGroup>
    </form>
  );
}

function Given(props: Props) {
  const { page, agency, typed } = props;
  const { letters, rights } = page.words.credentials;
  const words = letters.office;
  return (
    <form class="card stack" method="get" action={`${agencyAddress(agency.id)}/issue`}>
      <h3>{words.given}</h3>
      <p class="hint">{words.givenHint}</p>
      <Field
        name="code"
        label={words.code}
        error={faultOf(props)("code")}
        value={typed.code}
        maxlength={40}
        figures
        lang="en"
      />
      <SelectField
        name="right"
        label={page.words.credentials.seats.right}
        value={typed.right}
        options={[
          { value: "", label: words.rightAsCode },
          ...seatRights.map((value) => ({ value, label: rights[value] })),
        ]}
      />
      <ButtonGroup>
        <Button kind="secondary">{words.look}</Button>
      </ButtonGroup>
    </form>
  );
}
