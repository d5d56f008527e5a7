import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag, type Tone } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import { fullName } from "../../identity/full-name.ts";
import { maskCitizenId } from "../../kernel/citizen-id.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { SeenClaim } from "../../visits/actions/see-claims.ts";
import type { ClaimOrder } from "../../visits/claim-filter.ts";
import { claimStatus } from "../../visits/claim-sheet.ts";
import { nameIn } from "../../visits/names.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import type { VisitStatus } from "../../visits/visit.ts";

const tones = { draft: "waiting", confirmed: "done", cancelled: "plain" } as const satisfies Record<
  VisitStatus,
  Tone
>;

/** The lines of a page of the report, as short as they can be told; the file has all 24 columns. */
export function ClaimsTable(props: {
  readonly page: PageContext;
  readonly claims: readonly SeenClaim[];
  readonly caption: string;
  readonly order?: ClaimOrder;
  /** True: each line leads to its visit. */
  readonly opens?: boolean;
  /** True: every line is of the one person the page is about. */
  readonly isOfOne?: boolean;
}) {
  const { page, claims, caption, order = "latest", opens = false, isOfOne = false } = props;
  const words = page.words.reports.claims;
  return (
    <Table
      caption={caption}
      rows={claims}
      columns={[
        {
          title: words.day,
          cell: ({ line }) => <span class="nowrap">{formatDay(line.day, page.language)}</span>,
          sorted: order === "latest" ? "descending" : "ascending",
        },
        ...(isOfOne ? [] : [{ title: words.person, cell: personCell(page) }]),
        {
          title: words.service,
          cell: ({ line }) => nameIn({ nameTh: line.serviceTh, nameEn: line.serviceEn }, page.language),
        },
        {
          title: words.code,
          cell: ({ line }) =>
            line.code === null ? words.noCode : <span class="nowrap">{formatServiceCode(line.code)}</span>,
        },
        { title: words.hn, cell: ({ line }) => line.hn ?? "" },
        { title: words.status, cell: ({ line }) => <Status page={page} line={line} /> },
        ...(opens ? [{ title: page.words.find.actions, cell: openCell(page) }] : []),
      ]}
    />
  );
}

function openCell(page: PageContext) {
  return function Opens({ line }: SeenClaim) {
    return <ButtonLink href={`/console/visits/${line.visitId}`}>{page.words.find.open}</ButtonLink>;
  };
}

function personCell(page: PageContext) {
  return function Person({ person }: SeenClaim) {
    return (
      <span>
        {fullName(person) ?? page.words.reports.claims.unnamed}
        <br />
        <small class="nowrap">{maskCitizenId(person.citizenId)}</small>
      </span>
    );
  };
}

function Status({ page, line }: { page: PageContext; line: SeenClaim["line"] }) {
  const { code, codeStatus } = line;
  const status = claimStatus({
    visitStatus: line.visitStatus,
    code: code === null || codeStatus === null ? null : { code, status: codeStatus },
  });
  return <StatusTag tone={tones[status]}>{page.words.reports.claims.statuses[status]}</StatusTag>;
}
