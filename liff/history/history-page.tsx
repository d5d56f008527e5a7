import { EmptyState } from "../../server/http/page/banner.tsx";
import { Button } from "../../server/http/page/button.tsx";
import { Card } from "../../server/http/page/card.tsx";
import type { PageContext } from "../../server/http/page/context.ts";
import { Layout } from "../../server/http/page/layout.tsx";
import { PageTurns } from "../../server/http/page/pagination.tsx";
import { makeMomentPlace } from "../../server/kernel/moment-place.ts";
import { formatMonth, type BangkokMonth } from "../../server/kernel/thai-date.ts";
import type { History } from "../../server/visits/actions/see-history.ts";
import { byMonth } from "../../server/visits/history.ts";
import { CodeRow } from "../code/code-row.tsx";

interface Props {
  readonly page: PageContext;
  readonly history: History;
  readonly month: BangkokMonth | null;
  /** False on the first page. */
  readonly isFurther: boolean;
  readonly now: Date;
}

/** All codes, latest first, under their months, page by page (C4.5). */
export function HistoryPage({ page, history, month, isFurther, now }: Props) {
  const { codes, represented } = history;
  const words = page.words.visits.history;
  const title = represented ? words.forTitle(represented.name ?? represented.maskedCitizenId) : words.title;
  const groups = byMonth(codes);
  return (
    <Layout page={page} title={title} back={represented ? `/liff/for/${represented.id}` : "/liff/home"}>
      <h1>{title}</h1>
      {history.months.length > 1 ? <MonthForm page={page} history={history} month={month} /> : null}
      {codes.length === 0 ? (
        <EmptyState title={month ? words.emptyMonth : words.empty} icon="history">
          {month ? null : <p>{words.emptyNext}</p>}
        </EmptyState>
      ) : null}
      {groups.map((group) => (
        <Card title={formatMonth(group.month, page.language)}>
          <div>
            {group.things.map((code) => (
              <CodeRow page={page} code={code} now={now} delegationId={represented?.id} />
            ))}
          </div>
        </Card>
      ))}
      <PageTurns
        page={page}
        turned={history}
        isFirst={!isFurther}
        placeText={makeMomentPlace}
        href={(at) => addressOf(represented?.id ?? null, month, at)}
      />
    </Layout>
  );
}

function MonthForm({ page, history, month }: Pick<Props, "page" | "history" | "month">) {
  const words = page.words.visits.history;
  const { represented } = history;
  return (
    <form class="month-form" method="get" action="/liff/history">
      {represented ? <input type="hidden" name="for" value={represented.id} /> : null}
      <label class="label" for="month">
        {words.month}
      </label>
      <div class="input-row">
        <select class="input" id="month" name="month">
          <option value="">{words.everyMonth}</option>
          {history.months.map((each) => (
            <option value={each} selected={each === month}>
              {formatMonth(each, page.language)}
            </option>
          ))}
        </select>
        <Button kind="secondary">{words.show}</Button>
      </div>
    </form>
  );
}

function addressOf(
  delegationId: string | null,
  month: BangkokMonth | null,
  at: Readonly<Record<string, string>>,
): string {
  const query = new URLSearchParams(at);
  if (delegationId) query.set("for", delegationId);
  if (month) query.set("month", month);
  const text = query.toString();
  return `/liff/history${text ? `?${text}` : ""}`;
}
