import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { PageTurns } from "../../http/page/pagination.tsx";
import { Table } from "../../http/page/table.tsx";
import { requestKeyField } from "../../http/request-key.ts";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../kernel/moment-place.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { SlipBlock } from "../../visits/slip.ts";
import { ConsoleLayout } from "../layout.tsx";

export interface SlipsProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly blocks: TurnedPage<SlipBlock, MomentPlace>;
  readonly isFirst: boolean;
  readonly requestKey: string;
  readonly typed: { readonly count: string; readonly voidCode: string; readonly reason: string };
  readonly faults: readonly SummaryItem[];
  readonly done: "entered" | "voided" | null;
}

/** Spare slips: make a block, see what became of the others, enter one, make one void (N17). */
export function SlipsPage({ page, staff, blocks, isFirst, requestKey, typed, faults, done }: SlipsProps) {
  const words = page.words.slips;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  return (
    <ConsoleLayout page={page} staff={staff} current="slips" title={words.title} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      {done === "entered" ? (
        <Banner tone="done" title={words.enteredNow} live>
          {words.enteredNowNext}
        </Banner>
      ) : null}
      {done === "voided" ? <Banner tone="done" title={words.voidedNow} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="two-ways">
        <section class="card stack">
          <h2>{words.enter}</h2>
          <ButtonLink kind="primary" href="/console/slips/enter">
            {words.enter}
          </ButtonLink>
        </section>
        <form class="card stack" method="post" action="/console/slips">
          <h2>{words.make}</h2>
          <input type="hidden" name={requestKeyField} value={requestKey} />
          <Field
            name="count"
            label={words.count}
            hint={words.countHint}
            error={faultAt("count")}
            value={typed.count}
            inputmode="numeric"
            maxlength={4}
          />
          <Button kind="secondary" icon="print">
            {words.makeYes}
          </Button>
        </form>
      </div>
      <Blocks page={page} blocks={blocks} isFirst={isFirst} />
      <form class="card stack" method="post" action="/console/slips/void">
        <h2>{words.void}</h2>
        <div class="field-pair">
          <Field
            name="voidCode"
            label={words.code}
            hint={words.codeHint}
            error={faultAt("voidCode")}
            value={typed.voidCode}
            maxlength={40}
            figures
            lang="en"
          />
          <Field
            name="reason"
            label={words.reason}
            error={faultAt("reason")}
            value={typed.reason}
            maxlength={200}
          />
        </div>
        <Button kind="danger">{words.voidYes}</Button>
      </form>
    </ConsoleLayout>
  );
}

function Blocks({ page, blocks, isFirst }: Pick<SlipsProps, "page" | "blocks" | "isFirst">) {
  const words = page.words.slips;
  if (blocks.rows.length === 0) {
    return (
      <section class="stack">
        <h2>{words.blocks}</h2>
        <p class="lead">{words.empty}</p>
      </section>
    );
  }
  return (
    <section class="stack">
      <Table
        caption={words.blocks}
        rows={blocks.rows}
        columns={[
          { title: words.madeAt, cell: ({ madeAt }) => formatMoment(madeAt, page.language) },
          { title: words.count, cell: ({ count }) => count, figures: true },
          { title: words.blank, cell: ({ blank }) => blank, figures: true },
          { title: words.entered, cell: ({ entered }) => entered, figures: true },
          { title: words.voided, cell: ({ voided }) => voided, figures: true },
          {
            title: words.actions,
            cell: ({ id }) => <ButtonLink href={`/console/slips/${id}/print`}>{words.print}</ButtonLink>,
          },
        ]}
      />
      <PageTurns
        page={page}
        turned={blocks}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `/console/slips?${new URLSearchParams(at).toString()}`}
      />
    </section>
  );
}
