import { endReasons } from "../../agencies/end-reason.ts";
import type { Member } from "../../agencies/member.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import { ConsoleLayout } from "../layout.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly member: Member;
  /** The list it was opened from. */
  readonly path: "/console/people" | "/console/access/people";
  readonly faults: readonly SummaryItem[];
}

/** The last question before somebody's right ends. */
export function EndPage({ page, staff, member, path, faults }: Props) {
  const words = page.words.agencies.people;
  const given = endReasons.filter((reason) => reason !== "idle");
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current={path === "/console/people" ? "people" : "access"}
      title={words.end}
      back={path}
      wrong={faults.length > 0}
    >
      <ErrorSummary page={page} items={faults} />
      <form class="stack" method="post" action={`${path}/${member.id}/end`}>
        <h1>{words.endTitle(member.name)}</h1>
        <p>{words.endBody}</p>
        <Facts
          rows={[
            [words.name, member.name],
            [words.level, page.words.console.level[member.level]],
          ]}
        />
        <ChoiceGroup
          name="reason"
          legend={words.endReason}
          type="radio"
          error={faults.find(({ field }) => field === "reason")?.sentence}
          chosen={[]}
          choices={given.map((reason) => ({ value: reason, label: words.endReasons[reason] }))}
        />
        <ButtonGroup>
          <Button kind="danger">{words.endYes}</Button>
          <ButtonLink href={path}>{words.endNo}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
