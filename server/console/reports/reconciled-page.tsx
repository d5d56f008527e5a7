import { mayStaff } from "../../agencies/role.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { Button, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { PageTurns } from "../../http/page/pagination.tsx";
import type { StaffSession } from "../../http/env.ts";
import type { SeenReconciliation } from "../../visits/actions/see-reconciliation.ts";
import { reconciledKinds, type ReconciledKind } from "../../visits/reconciled.ts";
import { ConsoleLayout } from "../layout.tsx";
import { ListTable } from "./list-table.tsx";
import { listAddress, reconcilePath } from "./reconcile-path.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenReconciliation;
  readonly kind: ReconciledKind | null;
  readonly isFirst: boolean;
  /** What was done, or could not be done, a moment ago. */
  readonly told: { readonly tone: "done" | "refused"; readonly sentence: string } | null;
}

/** How the rows of a list stand: counted by kind, shown by kind, mended where they stand, and back as files. */
export function ReconciledPage({ page, staff, seen, kind, isFirst, told }: Props) {
  const words = page.words.reports.reconcile;
  const { list, rows } = seen;
  const isRunning = list.state === "running";
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="reconciliation"
      title={`${words.title} · ${list.fileName}`}
      scripts={isRunning ? ["progress.js"] : []}
      data={{ "data-progress": `${reconcilePath}/${list.id}/state` }}
    >
      <h1>{list.fileName}</h1>
      {told ? <Banner tone={told.tone} title={told.sentence} live /> : null}
      {isRunning ? (
        <div class="run-progress">
          <progress
            id="progress"
            value={list.done}
            max={Math.max(list.total, 1)}
            aria-labelledby="progress-said"
          />
          <p id="progress-said">{listProgressSaid(page, list)}</p>
          <div class="buttons">
            <ButtonLink href={listAddress(list.id, kind)}>{words.refresh}</ButtonLink>
          </div>
        </div>
      ) : null}
      <Kinds page={page} seen={seen} kind={kind} />
      <Files page={page} seen={seen} />
      {rows.length === 0 ? (
        <EmptyState title={words.emptyKind} icon="check" />
      ) : (
        <ListTable
          page={page}
          seen={seen}
          caption={kind === null ? words.all : words.kinds[kind]}
          mayCounter={mayStaff(staff.level, "use_counter")}
        />
      )}
      <PageTurns
        page={page}
        turned={seen}
        isFirst={isFirst}
        placeText={String}
        href={(at) => listAddress(list.id, kind, at)}
      />
      <p>
        <a class="tap" href={reconcilePath}>
          {words.back}
        </a>
      </p>
    </ConsoleLayout>
  );
}

/** "ตรวจแล้ว 500 จาก 20,000 รายการ". */
export function listProgressSaid(page: PageContext, { done, total }: SeenReconciliation["list"]): string {
  return page.words.reports.reconcile.progress(done.toLocaleString("en"), total.toLocaleString("en"));
}

function Kinds({ page, seen, kind }: Pick<Props, "page" | "seen" | "kind">) {
  const words = page.words.reports.reconcile;
  const { list, counts } = seen;
  const current = (each: ReconciledKind | null) => (each === kind ? { "aria-current": "true" as const } : {});
  return (
    <nav class="kinds" aria-label={words.filterLabel}>
      <a href={listAddress(list.id)} {...current(null)}>
        {words.all} <b>{list.total.toLocaleString("en")}</b>
      </a>
      {reconciledKinds.map((each) => (
        <a href={listAddress(list.id, each)} {...current(each)}>
          {words.kinds[each]} <b>{(counts.get(each) ?? 0).toLocaleString("en")}</b>
        </a>
      ))}
    </nav>
  );
}

function Files({ page, seen: { list, counts } }: Pick<Props, "page" | "seen">) {
  const words = page.words.reports.reconcile;
  const clean = counts.get("matched") ?? 0;
  const wrong = list.total - clean;
  const path = `${reconcilePath}/${list.id}`;
  if (list.state !== "done") return null;
  return (
    <div class="buttons">
      {wrong === 0 ? null : (
        <form method="post" action={`${path}/recheck`}>
          <Button>{words.recheck}</Button>
        </form>
      )}
      {clean === 0 ? null : (
        <ButtonLink icon="download" href={`${path}/clean.xlsx`}>
          {words.downloadClean(clean.toLocaleString("en"))}
        </ButtonLink>
      )}
      {wrong === 0 ? null : (
        <ButtonLink icon="download" href={`${path}/wrong.xlsx`}>
          {words.downloadWrong(wrong.toLocaleString("en"))}
        </ButtonLink>
      )}
    </div>
  );
}
