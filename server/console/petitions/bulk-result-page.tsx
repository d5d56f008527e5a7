import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table } from "../../http/page/table.tsx";
import type { MovedLine } from "../../petitions/actions/move-petitions.ts";
import { ConsoleLayout } from "../layout.tsx";
import { petitionPath } from "./address.ts";
import { sayDesk } from "./say-desk.ts";

/** What became of each petition that was chosen. */
export function BulkResultPage(props: {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly what: "received" | "assigned";
  readonly moved: readonly MovedLine[];
  readonly back: string;
}) {
  const { page, staff, what, moved, back } = props;
  const words = page.words.queue.bulk;
  const done = moved.filter(({ result }) => result.ok).length;
  return (
    <ConsoleLayout page={page} staff={staff} current="petitions" title={words.resultTitle} back={back}>
      <h1>{words.resultTitle}</h1>
      <Banner tone={done === moved.length ? "done" : "waiting"} title={words.did(done, moved.length)} live />
      <Table
        caption={words.resultTitle}
        rows={moved}
        columns={[
          {
            title: page.words.queue.petition,
            cell: ({ petitionId, number }) =>
              number === null ? "–" : <a href={petitionPath(petitionId)}>{number}</a>,
          },
          {
            title: words.result,
            cell: ({ result }) =>
              result.ok ? (
                <StatusTag tone="done">{words[what]}</StatusTag>
              ) : (
                <span class="refusal">{sayDesk(page, result.refusal)}</span>
              ),
          },
        ]}
      />
      <ButtonLink kind="primary" href={back}>
        {words.back}
      </ButtonLink>
    </ConsoleLayout>
  );
}
