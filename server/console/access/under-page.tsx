import type { Member } from "../../agencies/member.ts";
import type { StaffSession } from "../../http/env.ts";
import { Banner, EmptyState } from "../../http/page/banner.tsx";
import { Button } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { Field } from "../../http/page/field.tsx";
import { ConsoleLayout } from "../layout.tsx";
import { MembersTable } from "../people/members-table.tsx";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly now: Date;
  /** The hcode as it was typed; empty: the offices. */
  readonly typed: string;
  readonly isWrong: boolean;
  readonly members: readonly Member[];
  readonly isEnded: boolean;
}

/** The people whose right this office grants, a facility at a time. */
export function UnderPage({ page, staff, now, typed, isWrong, members, isEnded }: Props) {
  const words = page.words.agencies.access.under;
  const faults = isWrong ? [{ field: "hcode", sentence: words.hcodeShape }] : [];
  return (
    <ConsoleLayout
      page={page}
      staff={staff}
      current="access"
      title={words.title}
      back="/console/access"
      wrong={isWrong}
    >
      <ErrorSummary page={page} items={faults} />
      {isEnded ? <Banner tone="done" title={page.words.agencies.people.ended} live /> : null}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <form class="filters" method="get" action="/console/access/people" role="search">
        <Field
          name="hcode"
          label={words.hcode}
          hint={words.hcodeHint}
          error={faults[0]?.sentence}
          value={typed}
          inputmode="numeric"
          maxlength={10}
          figures
        />
        <Button kind="secondary">{words.find}</Button>
      </form>
      {members.length === 0 ? (
        <EmptyState title={words.empty} icon="people">
          {typed === "" ? null : <p>{words.emptyNext}</p>}
        </EmptyState>
      ) : (
        <MembersTable
          {...{ page, staff, now, members }}
          caption={typed === "" ? words.ofOffices : words.ofFacility(typed)}
          path="/console/access/people"
          withAgency={typed === ""}
        />
      )}
    </ConsoleLayout>
  );
}
