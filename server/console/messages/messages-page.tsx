import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import { Card } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { Table } from "../../http/page/table.tsx";
import { bahtFigures } from "../../kernel/baht-text.ts";
import { formatMonth } from "../../kernel/thai-date.ts";
import type { MessageMonth } from "../../notices/actions/see-messages.ts";
import type { TypedPrices } from "../../notices/actions/set-prices.ts";
import type { MessagePrices, SentLine } from "../../notices/message-month.ts";
import { ConsoleLayout } from "../layout.tsx";
import { PlanCard } from "./plan-card.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: MessageMonth;
  readonly now: Date;
  readonly isSaved: boolean;
  readonly typed: TypedPrices;
  readonly refusals: readonly SummaryItem[];
}

/** "ข้อความถึงประชาชน": how the LINE plan stands, and what was sent this month by which way and at what cost. */
export function MessagesPage({ page, staff, seen, now, isSaved, typed, refusals }: Props) {
  const words = page.words.messages;
  const wrong = refusals.length > 0;
  return (
    <ConsoleLayout page={page} staff={staff} current="messages" title={words.title} wrong={wrong}>
      <ErrorSummary page={page} items={refusals} />
      <h1>{words.title}</h1>
      {isSaved ? <Banner tone="done" title={words.prices.saved} live /> : null}
      <PlanCard page={page} plan={seen.plan} now={now} />
      <p class="lead">{words.lead(formatMonth(seen.month, page.language))}</p>
      <SentTable page={page} lines={seen.lines} prices={seen.prices} />
      <Card title={words.prices.title}>
        <p class="lead">{words.prices.lead}</p>
        <form class="stack" method="post" action="/console/messages/prices">
          {(["push", "sms"] as const).map((name) => (
            <Field
              name={name}
              label={words.prices[name]}
              value={typed[name]}
              error={refusals.find(({ field }) => field === name)?.sentence}
              inputmode="text"
              maxlength={12}
              figures
            />
          ))}
          <Button kind="secondary">{words.prices.save}</Button>
        </form>
      </Card>
    </ConsoleLayout>
  );
}

function SentTable(props: { page: PageContext; lines: readonly SentLine[]; prices: MessagePrices }) {
  const { page, lines, prices } = props;
  const { table, routes } = page.words.messages;
  const priceOf = { reply: 0, mail: 0, push: prices.pushSatang, sms: prices.smsSatang };
  const amount = (satang: number | null) =>
    satang === null ? table.unknown : satang === 0 ? table.free : table.baht(bahtFigures(satang));
  const total = lines.reduce((sum, { satang }) => sum + (satang ?? 0), 0);
  const sent = lines.reduce((sum, line) => sum + line.sent, 0);
  return (
    <>
      <Table
        caption={table.caption}
        rows={lines}
        columns={[
          { title: table.route, cell: ({ route }) => routes[route] },
          { title: table.sent, cell: (line) => line.sent.toLocaleString("en"), figures: true },
          { title: table.price, cell: ({ route }) => amount(priceOf[route]), figures: true },
          {
            title: table.cost,
            cell: ({ satang }) => (satang === null ? table.unknown : table.baht(bahtFigures(satang))),
            figures: true,
          },
        ]}
      />
      <p>
        <strong>
          {table.total}: {sent.toLocaleString("en")} · {table.baht(bahtFigures(total))}
        </strong>
      </p>
    </>
  );
}
