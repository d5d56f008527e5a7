import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import { Table } from "../../http/page/table.tsx";
import type { QueuedIdCheck } from "../../identity/seen-id-check.ts";
import type { TurnedPage } from "../../kernel/keyset.ts";
import { makeMomentPlace, type MomentPlace } from "../../kernel/moment-place.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { isHeldForMorning } from "../../notices/router.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly queue: TurnedPage<QueuedIdCheck, MomentPlace>;
  readonly isFirst: boolean;
  readonly done: "approved" | "sentBack" | null;
  readonly now: Date;
}

const hourMs = 60 * 60_000;

/** Who waits for an officer to look at their ID pictures, longest first. Nobody is named here (N8). */
export function IdCheckQueuePage({ page, staff, queue, isFirst, done, now }: Props) {
  const words = page.words.idChecks;
  const columns = [
    {
      title: words.waiting,
      cell: ({ madeAt }: QueuedIdCheck) => formatMoment(madeAt, page.language),
      sorted: "ascending" as const,
    },
    {
      title: words.waited,
      cell: ({ madeAt }: QueuedIdCheck) =>
        words.hours(Math.floor((now.getTime() - madeAt.getTime()) / hourMs)),
    },
    { title: words.reference, cell: ({ id }: QueuedIdCheck) => id.slice(-6).toUpperCase(), figures: true },
    {
      title: words.open,
      cell: ({ id }: QueuedIdCheck) => (
        <ButtonLink kind="secondary" href={`/console/id-checks/${id}`}>
          {words.open}
        </ButtonLink>
      ),
    },
  ];
  return (
    <ConsoleLayout page={page} staff={staff} current="idChecks" title={words.title}>
      {done ? (
        <Banner tone="done" title={words[done]} live>
          {isHeldForMorning(now) ? words.toldMorning : words.told}
        </Banner>
      ) : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {queue.rows.length === 0 ? (
        <EmptyState title={words.empty} icon="shield">
          <p>{words.emptyNext}</p>
        </EmptyState>
      ) : (
        <Table caption={words.title} columns={columns} rows={queue.rows} />
      )}
      <PageTurns
        page={page}
        turned={queue}
        isFirst={isFirst}
        placeText={makeMomentPlace}
        href={(at) => `/console/id-checks?${new URLSearchParams(at).toString()}`}
      />
    </ConsoleLayout>
  );
}
