import { Banner, EmptyState, type BannerTone } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { StaffSession } from "../../http/env.ts";
import { requestKeyField } from "../../http/request-key.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { SeenExport } from "../../visits/actions/see-export.ts";
import type { ClaimFilter } from "../../visits/claim-filter.ts";
import type { ExportKind, ExportState } from "../../visits/export-run.ts";
import { ConsoleLayout } from "../layout.tsx";
import { claimAddress, claimsPath } from "./claim-address.ts";

interface ConfirmProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly filter: ClaimFilter;
  readonly kind: ExportKind;
  readonly total: number;
  readonly requestKey: string;
}

/** The last question before a file with personal data leaves. */
export function ConfirmExportPage({ page, staff, filter, kind, total, requestKey }: ConfirmProps) {
  const words = page.words.reports.claims;
  const day = (each: ClaimFilter["from"]) => formatDay(each, page.language);
  const { from, until, service, status, personId } = filter;
  return (
    <ConsoleLayout page={page} staff={staff} current="claims" title={words.confirmTitle}>
      {total === 0 ? (
        <>
          <EmptyState title={words.confirmEmpty} icon="download" />
          <ButtonLink href={claimAddress(filter)}>{words.confirmNo}</ButtonLink>
        </>
      ) : (
        <ConfirmPanel
          title={words.confirmTitle}
          action={`${claimsPath}/export`}
          yes={words.confirmYes}
          no={words.confirmNo}
          noHref={claimAddress(filter)}
          kind="primary"
          hidden={{
            [requestKeyField]: requestKey,
            kind,
            from,
            until,
            service: service ?? "",
            status: status ?? "",
            person: personId ?? "",
          }}
        >
          <p class="lead">
            {words.confirmRows(total.toLocaleString("en"))} · {words.confirmDays(day(from), day(until))} ·{" "}
            {words.kinds[kind]}
          </p>
          <p>{words.confirmWarning}</p>
        </ConfirmPanel>
      )}
    </ConsoleLayout>
  );
}

const tones = {
  waiting: "info",
  running: "waiting",
  done: "done",
  cancelled: "info",
  failed: "refused",
} as const satisfies Record<ExportState, BannerTone>;

interface ExportProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly run: SeenExport;
}

/** An export while it is made and after: how far it is, stopping it, what to do with the file. */
export function ExportPage({ page, staff, run }: ExportProps) {
  const words = page.words.reports.claims;
  const path = `${claimsPath}/exports/${run.id}`;
  const isOver = run.state !== "waiting" && run.state !== "running";
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="claims"
      title={words.exportTitle}
      scripts={isOver ? [] : ["progress.js"]}
      data={{ "data-progress": `${path}/state` }}
    >
      <h1>{words.exportTitle}</h1>
      <Banner tone={tones[run.state]} title={words.states[run.state]} live>
        {nextOf(words, run.state)}
      </Banner>
      <Progress page={page} run={run} />
      {run.state === "waiting" ? (
        <form method="post" action={`${path}/file`} data-begin>
          <p class="hint">{words.saveHint}</p>
          <Button icon="download">{words.save}</Button>
        </form>
      ) : null}
      <ButtonGroup>
        {isOver ? (
          <ButtonLink
            kind="secondary"
            href={claimAddress(run.filter, { kind: run.kind }, `${claimsPath}/export`)}
          >
            {words.again}
          </ButtonLink>
        ) : (
          <>
            <ButtonLink href={path}>{words.refresh}</ButtonLink>
            <form method="post" action={`${path}/stop`}>
              <Button kind="danger">{words.stop}</Button>
            </form>
          </>
        )}
        <ButtonLink kind="quiet" href={claimAddress(run.filter)}>
          {words.back}
        </ButtonLink>
      </ButtonGroup>
    </ConsoleLayout>
  );
}

/** How far an export is, in a bar and in words. */
function Progress({ page, run }: Pick<ExportProps, "page" | "run">) {
  return (
    <div class="run-progress">
      <progress
        id="progress"
        value={run.done}
        max={Math.max(run.total ?? 0, 1)}
        aria-labelledby="progress-said"
      />
      <p id="progress-said">{progressSaid(page, run)}</p>
    </div>
  );
}

/** "12,000 จาก 1,000,000 รายการ". */
export function progressSaid(page: PageContext, { done, total }: Pick<SeenExport, "done" | "total">): string {
  return page.words.reports.claims.progress(done.toLocaleString("en"), (total ?? 0).toLocaleString("en"));
}

function nextOf(words: PageContext["words"]["reports"]["claims"], state: ExportState): string | undefined {
  switch (state) {
    case "waiting":
    case "running":
      return undefined;
    case "done":
      return words.doneNext;
    case "cancelled":
      return words.cancelledNext;
    case "failed":
      return words.failedNext;
  }
}
