import type { SeenDemand } from "../../agencies/actions/demand-soft-token.ts";
import { demandDelays, type DemandRefusal, type KeyStanding } from "../../agencies/soft-token-demand.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup } from "../../http/page/button.tsx";
import { Card } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Table } from "../../http/page/table.tsx";
import { addDays, formatDay, formatMoment, type BangkokDay } from "../../kernel/thai-date.ts";
import { sayRefusal } from "../../words/refusal-words.ts";
import { ConsoleLayout } from "../layout.tsx";

/** What was just done. */
export const demandTellings = ["set", "lifted"] as const;

const ownKeyMissing: DemandRefusal = { kind: "own_key_missing" };

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenDemand;
  /** The days until it begins, as they were chosen. */
  readonly delay: string;
  readonly faults: readonly SummaryItem[];
  readonly told: (typeof demandTellings)[number] | null;
  readonly today: BangkokDay;
}

/** The demand and its lifting, and who of the staff could come in under it. */
export function DemandPage(props: Props) {
  const { page, staff, seen, faults, told } = props;
  const words = page.words.agencies.demand;
  const isHead = staff.level === "seat_head";
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current={isHead ? "seats" : "local"}
      title={words.title}
      back={isHead ? "/console/seats" : "/console/local"}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      {told ? <Banner tone="done" title={words.told[told]} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {seen.demand ? <Demanded page={page} demand={seen.demand} /> : <DemandForm {...props} />}
      <WhoHas page={page} staff={seen.staff} />
    </ConsoleLayout>
  );
}

function Demanded({ page, demand }: { page: PageContext; demand: NonNullable<SeenDemand["demand"]> }) {
  const words = page.words.agencies.demand;
  const day = formatDay(demand.fromDay, page.language);
  return (
    <form class="card stack" method="post" action="/console/soft-token-demand/lift">
      <h2>{demand.isInForce ? words.inForce(day) : words.announced(day)}</h2>
      <p>{words.setBy(demand.by ?? "–", formatMoment(demand.setAt, page.language))}</p>
      <p class="hint">{words.liftHint}</p>
      <ButtonGroup>
        <Button kind="danger">{words.lift}</Button>
      </ButtonGroup>
    </form>
  );
}

function DemandForm({ page, seen, delay, faults, today }: Props) {
  const words = page.words.agencies.demand;
  if (!seen.ownHasKey)
    return (
      <Banner tone="info" title={sayRefusal(words.refusal, ownKeyMissing)}>
        {words.ownHow}
      </Banner>
    );
  const everybody = seen.staff.every(({ hasKey }) => hasKey);
  const offered = demandDelays.filter((each) => each > 0 || everybody);
  return (
    <form class="card stack" method="post" action="/console/soft-token-demand" novalidate>
      <h2>{words.begin}</h2>
      <ul>
        {words.means.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <ChoiceGroup
        name="delay"
        legend={words.delay}
        type="radio"
        hint={everybody ? words.everybody : words.delayHint}
        error={faults.find(({ field }) => field === "delay")?.sentence}
        chosen={[delay]}
        choices={offered.map((each) => ({
          value: String(each),
          label: words.delayOf(each, formatDay(addDays(today, each), page.language)),
        }))}
      />
      <ButtonGroup>
        <Button>{words.yes}</Button>
      </ButtonGroup>
    </form>
  );
}

function WhoHas({ page, staff }: { page: PageContext; staff: readonly KeyStanding[] }) {
  const words = page.words.agencies.demand;
  const having = staff.filter(({ hasKey }) => hasKey).length;
  const columns = [
    { title: words.name, cell: ({ name }: KeyStanding) => name },
    { title: words.level, cell: ({ level }: KeyStanding) => page.words.console.level[level] },
    { title: words.key, cell: ({ hasKey }: KeyStanding) => (hasKey ? words.has : words.hasNot) },
  ];
  const rows = [...staff].sort((one, other) => Number(one.hasKey) - Number(other.hasKey));
  return (
    <Card>
      <p>{words.count(having, staff.length)}</p>
      <Table caption={words.who} columns={columns} rows={rows} />
    </Card>
  );
}
