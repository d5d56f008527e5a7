import { endReasons } from "../../agencies/end-reason.ts";
import type { StaffSession } from "../../http/env.ts";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary, type SummaryItem } from "../../http/page/error-summary.tsx";
import type { SeenTownMember } from "../../petitions/actions/see-town-members.ts";
import { ConsoleLayout } from "../layout.tsx";
import { memberPath } from "./address.ts";
import { TakerField } from "./taker-field.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenTownMember;
  readonly typed: { readonly reason: string; readonly taker: string };
  readonly faults: readonly SummaryItem[];
}

/** The last question before an officer's right ends, with who takes over what they hold. */
export function EndOfficerPage({ page, staff, seen, typed, faults }: Props) {
  const { member, takers } = seen;
  const { officers: words, people } = page.words.agencies;
  const at = memberPath(member.id);
  const given = endReasons.filter((reason) => reason !== "idle");
  const shared = { page, staff, current: "officers", title: words.end, back: at } as const;
  return (
    <ConsoleLayout {...shared} wrong={faults.length > 0}>
      <ErrorSummary page={page} items={faults} />
      <form class="stack" method="post" action={`${at}/end`}>
        <h1>{words.endTitle(member.name)}</h1>
        <p>{words.endBody}</p>
        <Facts
          rows={[
            [people.name, member.name],
            [people.level, page.words.console.level[member.level]],
            [words.holds, words.holdsCount(member.openPetitions)],
          ]}
        />
        {member.openPetitions === 0 ? null : (
          <TakerField {...{ page, takers, faults }} count={member.openPetitions} chosen={typed.taker} />
        )}
        <ChoiceGroup
          name="reason"
          legend={words.endReason}
          type="radio"
          error={faults.find(({ field }) => field === "reason")?.sentence}
          chosen={[typed.reason]}
          choices={given.map((reason) => ({ value: reason, label: people.endReasons[reason] }))}
        />
        <ButtonGroup>
          <Button kind="danger">{words.endYes}</Button>
          <ButtonLink href={at}>{words.endNo}</ButtonLink>
        </ButtonGroup>
      </form>
    </ConsoleLayout>
  );
}
