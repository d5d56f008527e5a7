import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { ConfirmPanel } from "../../http/page/confirm-panel.tsx";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { fullName } from "../../identity/full-name.ts";
import { formatCitizenId } from "../../kernel/citizen-id.ts";
import { formatDay } from "../../kernel/thai-date.ts";
import type { SeenVisit } from "../../visits/actions/see-visit.ts";
import { nameIn } from "../../visits/names.ts";
import { formatServiceCode } from "../../visits/service-code.ts";
import type { VisitCode } from "../../visits/visit-code.ts";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenVisit;
}

/** A draft once more before it is cancelled ("ยกเลิก/ลบ"). */
export function CancelDraftPage({ page, staff, seen, version }: Props & { readonly version: number }) {
  const words = page.words.find;
  const path = `/console/visits/${seen.visit.id}`;
  return (
    <ConsoleLayout page={page} staff={staff} current="visits" title={words.cancelTitle} back={path}>
      <ConfirmPanel
        title={words.cancelTitle}
        action={`${path}/cancel`}
        yes={words.cancelYes}
        no={words.cancelNo}
        noHref={path}
        hidden={{ version: String(version) }}
      >
        <p>{words.cancelBody}</p>
        <Facts
          rows={[
            [page.words.counter.name, fullName(seen.person) ?? ""],
            [page.words.counter.citizenId, formatCitizenId(seen.person.citizenId)],
            [page.words.counter.day, formatDay(seen.visit.day, page.language)],
            [
              page.words.counter.services,
              seen.services.map((each) => nameIn(each, page.language)).join(", "),
            ],
          ]}
        />
      </ConfirmPanel>
    </ConsoleLayout>
  );
}

/** The code of a confirmed visit, before a facility's admin cancels it with a reason. */
export function CancelCodePage(
  props: Props & {
    readonly code: VisitCode;
    readonly reason: string;
    readonly faults: readonly SummaryItem[];
  },
) {
  const { page, staff, seen, code, reason, faults } = props;
  const words = page.words.find;
  const path = `/console/visits/${seen.visit.id}`;
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="visits"
      title={words.cancelCodeTitle}
      back={path}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <form class="stack" method="post" action={`${path}/codes/${code.id}/cancel`}>
        <h1>{words.cancelCodeTitle}</h1>
        <p>{words.cancelCodeBody}</p>
        <Facts
          rows={[
            [page.words.counter.name, fullName(seen.person) ?? ""],
            [page.words.counter.code, formatServiceCode(code.code)],
            [page.words.counter.service, nameIn(code.service, page.language)],
          ]}
        />
        <Field
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          error={faults.find(({ field }) => field === "reason")?.sentence}
          value={reason}
          maxlength={300}
        />
        <ButtonGroup>
          <Button kind="danger">{words.cancelCode}</Button>
          <ButtonLink href={path}>{words.cancelNo}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
