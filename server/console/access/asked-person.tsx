import { longestReason, type TypedJudgement } from "../../agencies/access-judgement.ts";
import type { AskedPerson } from "../../agencies/asked-access.ts";
import { sayMobile } from "../../agencies/staff-person.ts";
import { Facts } from "../../http/page/card.tsx";
import { ChoiceGroup } from "../../http/page/choice-group.tsx";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { describedBy, Told } from "../../http/page/told.tsx";
import { formatCitizenId, type CitizenId } from "../../kernel/citizen-id.ts";
import { decisionTones } from "../people/tones.ts";
import { reasonName, resultName } from "./person-fields.ts";

interface Props {
  readonly page: PageContext;
  readonly person: AskedPerson;
  /** True while a result may be chosen. */
  readonly open: boolean;
  readonly chosen: TypedJudgement | undefined;
  readonly faults: readonly SummaryItem[];
}

/** One person of a request: what the letter says of them, and the result or the choice of one. */
export function AskedPersonCard({ page, person, open, chosen, faults }: Props) {
  const words = page.words.agencies.access;
  const people = page.words.agencies.people;
  const results = person.change === "join" ? people.decisions : people.leaveDecisions;
  return (
    <section class="card stack wide-facts">
      <h3>
        {person.name} · {person.change === "join" ? words.join : words.leave}
      </h3>
      <Facts rows={factsOf(page, person)} />
      {open ? (
        <Choose {...{ page, person, chosen, faults }} />
      ) : (
        <>
          <p>
            <StatusTag tone={decisionTones[person.decision]}>{results[person.decision]}</StatusTag>
          </p>
          {person.reason ? <p class="hint">{person.reason}</p> : null}
        </>
      )}
    </section>
  );
}

function factsOf(page: PageContext, { level, facts }: AskedPerson) {
  const { personFields } = page.words.agencies.people.form;
  const levelRow = [personFields.level, page.words.console.level[level]] as const;
  if (!facts) return [levelRow];
  return [
    levelRow,
    [personFields.citizenId, formatCitizenId(facts.citizenId as CitizenId)] as const,
    [personFields.workPhone, facts.workPhone] as const,
    [personFields.mobile, sayMobile(facts.mobile)] as const,
    [personFields.email, facts.email] as const,
  ];
}

function Choose({ page, person, chosen, faults }: Pick<Props, "page" | "person" | "chosen" | "faults">) {
  const words = page.words.agencies.access;
  const faultAt = (field: string) => faults.find((item) => item.field === field)?.sentence;
  const [result, reason] = [resultName(person.id), reasonName(person.id)];
  const joins = person.change === "join";
  const told = { name: reason, hint: words.reasonHint, error: faultAt(reason) };
  return (
    <>
      <input type="hidden" name="person" value={person.id} />
      <ChoiceGroup
        name={result}
        legend={words.decide(person.name)}
        type="radio"
        error={faultAt(result)}
        chosen={[chosen?.decision ?? ""]}
        choices={[
          { value: "granted", label: joins ? words.grant : words.grantLeave },
          { value: "refused", label: joins ? words.refuse : words.refuseLeave },
          { value: "", label: words.later },
        ]}
      />
      <div class={`field${told.error ? " refused" : ""}`}>
        <label class="label" for={reason}>
          {words.reason}
        </label>
        <Told {...told} />
        <input
          id={reason}
          class="input"
          name={reason}
          value={chosen?.reason ?? ""}
          list="reasons"
          maxlength={longestReason}
          autocomplete="off"
          {...describedBy(told)}
          {...(told.error ? { "aria-invalid": "true" as const } : {})}
        />
      </div>
    </>
  );
}
