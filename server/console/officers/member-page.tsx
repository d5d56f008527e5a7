import { mayResetSecondStep } from "../../agencies/second-step-reset.ts";
import { hasRight } from "../../agencies/member.ts";
import { staffActorOf } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { Button, ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { ErrorSummary } from "../../http/page/error-summary.tsx";
import { ConsoleLayout } from "../layout.tsx";
import { secondStepResetPath } from "../people/reset-second-step.tsx";
import { memberPath, officersHome } from "./address.ts";
import { AgainForm } from "./again-form.tsx";
import { MemberFacts } from "./member-facts.tsx";
import type { MemberPageProps } from "./member-props.ts";
import { PlaceFields } from "./place-fields.tsx";
import { TakerField } from "./taker-field.tsx";

/** One officer: what is known of the account, and everything its agency's admin may do about it. */
export function MemberPage(props: MemberPageProps) {
  const { page, staff, seen, told, faults } = props;
  const { member } = seen;
  const isOwn = member.id === staff.staffId;
  const shared = { page, staff, current: "officers", title: member.name, back: officersHome } as const;
  return (
    <ConsoleLayout {...shared} wrong={faults.length > 0}>
      {told === null ? null : <Banner tone="done" title={told} live />}
      <ErrorSummary page={page} items={faults} />
      <h1>{member.name}</h1>
      <MemberFacts page={page} seen={seen} />
      {isOwn ? <Own page={page} /> : <Forms {...props} />}
    </ConsoleLayout>
  );
}

function Own({ page }: { page: PageContext }) {
  const words = page.words.agencies.officers;
  return (
    <div class="card stack">
      <h2>{words.own}</h2>
      <p>{words.ownNext}</p>
      <ButtonGroup>
        <ButtonLink href="/console/account">{words.ownAccount}</ButtonLink>
      </ButtonGroup>
    </div>
  );
}

function Forms(props: MemberPageProps) {
  const { page, seen, typed, faults } = props;
  const { member, units, takers } = seen;
  const words = page.words.agencies.officers;
  const at = memberPath(member.id);
  return (
    <>
      {member.state === "invited" || member.state === "revoked" ? <AgainForm {...props} /> : null}
      {member.openPetitions === 0 ? null : (
        <form class="card stack" method="post" action={`${at}/give-over`} id="give-over">
          <h2>{words.giveOver}</h2>
          <TakerField {...{ page, takers, faults }} count={member.openPetitions} chosen={typed.taker} />
          <ButtonGroup>
            <Button kind="secondary">{words.giveOverYes}</Button>
          </ButtonGroup>
        </form>
      )}
      {hasRight(member) ? (
        <form class="card stack" method="post" action={at}>
          <h2>{words.place}</h2>
          <p>{words.placeLead}</p>
          <PlaceFields {...{ page, units, faults }} level={typed.level} unitIds={typed.unitIds} />
          <ButtonGroup>
            <Button>{words.save}</Button>
          </ButtonGroup>
        </form>
      ) : null}
      <Leaving {...props} />
    </>
  );
}

function Leaving({ page, staff, seen: { member } }: MemberPageProps) {
  const words = page.words.agencies.officers;
  if (member.state === "ended") return null;
  return (
    <div class="card stack">
      {mayResetSecondStep(staffActorOf(staff), member) ? (
        <>
          <p>{words.secondStepLead}</p>
          <ButtonGroup>
            <ButtonLink href={secondStepResetPath(member.id)}>{words.secondStep}</ButtonLink>
          </ButtonGroup>
        </>
      ) : null}
      <p>{words.endLead}</p>
      <ButtonGroup>
        <ButtonLink href={`${memberPath(member.id)}/end`}>{words.end}</ButtonLink>
      </ButtonGroup>
    </div>
  );
}
