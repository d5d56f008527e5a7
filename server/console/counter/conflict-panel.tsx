import { Banner } from "../../http/page/banner.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { Table } from "../../http/page/table.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { SeenVisit } from "../../visits/actions/see-visit.ts";
import type { ComparedField } from "../../visits/draft-difference.ts";
import { nameIn } from "../../visits/names.ts";
import type { ServiceType } from "../../visits/service-type.ts";
import type { TypedVisit } from "../../visits/visit-draft.ts";

/** What two clerks wrote of one draft: this one's words were not kept, the other's were. */
export interface Conflict {
  readonly fields: readonly ComparedField[];
  readonly mine: TypedVisit;
  readonly theirs: TypedVisit;
}

interface Props {
  readonly page: PageContext;
  readonly seen: SeenVisit;
  readonly offers: readonly ServiceType[];
  readonly conflict: Conflict;
}

/** Who was first and when, and field by field what this clerk typed beside what stands now. */
export function ConflictPanel({ page, seen, offers, conflict }: Props) {
  const words = page.words.counter;
  const { visit, recorders } = seen;
  const isOpen = visit.status === "draft";
  const at = visit.cancelledAt ?? visit.changedAt ?? visit.madeAt;
  const by = recorders.cancelled ?? recorders.changed ?? recorders.made ?? "";
  const value = (typed: TypedVisit, field: ComparedField) => said(page, offers, typed, field) || "–";
  return (
    <section class="stack" aria-labelledby="conflict">
      <Banner
        tone="waiting"
        title={isOpen ? words.changedTitle : words.refusal.visit_not_draft()}
        live
        id="conflict"
      >
        {words.changedBy(by, formatMoment(at, page.language))} {isOpen ? words.changedNext : words.endedNext}
      </Banner>
      <Table
        caption={words.differences}
        rows={conflict.fields}
        columns={[
          { title: words.differs, cell: (field) => words[field] },
          { title: words.mine, cell: (field) => <span>{value(conflict.mine, field)}</span> },
          { title: words.theirs, cell: (field) => <span>{value(conflict.theirs, field)}</span> },
        ]}
      />
    </section>
  );
}

function said(
  page: PageContext,
  offers: readonly ServiceType[],
  typed: TypedVisit,
  field: ComparedField,
): string {
  if (field !== "services") return typed[field];
  return typed.services
    .map((code) => {
      const offer = offers.find((each) => each.code === code);
      return offer ? nameIn(offer, page.language) : code;
    })
    .join(", ");
}
