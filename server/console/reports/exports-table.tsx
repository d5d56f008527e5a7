import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { SeenClaims } from "../../visits/actions/see-claims.ts";
import type { ExportState } from "../../visits/export-run.ts";
import { claimsPath } from "./claim-address.ts";

export const exportTones = {
  waiting: "waiting",
  running: "waiting",
  done: "done",
  cancelled: "plain",
  failed: "refused",
} as const satisfies Record<ExportState, Tone>;

/** What was exported here lately, so that one that still runs is found again. */
export function ExportsTable({ page, exports }: { page: PageContext; exports: SeenClaims["exports"] }) {
  const words = page.words.reports.claims;
  if (exports.length === 0) return null;
  return (
    <Table
      caption={words.lately}
      rows={exports}
      columns={[
        { title: words.madeAt, cell: ({ madeAt }) => formatMoment(madeAt, page.language) },
        { title: words.file, cell: ({ kind }) => words.kinds[kind] },
        { title: words.rows, cell: ({ total }) => (total ?? 0).toLocaleString("en"), figures: true },
        {
          title: words.status,
          cell: ({ state }) => <StatusTag tone={exportTones[state]}>{words.states[state]}</StatusTag>,
        },
        {
          title: words.open,
          cell: ({ id }) => <ButtonLink href={`${claimsPath}/exports/${id}`}>{words.open}</ButtonLink>,
        },
      ]}
    />
  );
}
