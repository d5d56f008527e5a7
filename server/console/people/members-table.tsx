import { idleDaysLeft } from "../../agencies/idle-rule.ts";
import { hasRight, type Member } from "../../agencies/member.ts";
import { mayResetSecondStep } from "../../agencies/second-step-reset.ts";
import { staffActorOf, type StaffSession } from "../../http/env.ts";
import { ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";
import { secondStepResetPath } from "./reset-second-step.tsx";
import { memberTones } from "./tones.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly now: Date;
  readonly caption: string;
  readonly members: readonly Member[];
  /** Under which each account's own pages stand. */
  readonly path: string;
  /** True where people of several agencies stand together. */
  readonly withAgency?: boolean;
}

/** Accounts with how they stand, how long their right lasts, and what may be done about each. */
export function MembersTable({ page, staff, now, caption, members, path, withAgency = false }: Props) {
  const words = page.words.agencies.people;
  const agency: Column<Member> = {
    title: page.words.agencies.access.agency,
    cell: (member) => <WholeName>{nameIn(member.agency, page.language)}</WholeName>,
  };
  const columns: readonly Column<Member>[] = [
    { title: words.name, cell: (member) => <Called member={member} /> },
    ...(withAgency ? [agency] : []),
    { title: words.level, cell: ({ level }) => page.words.console.level[level] },
    {
      title: words.state,
      cell: ({ state }) => <StatusTag tone={memberTones[state]}>{words.states[state]}</StatusTag>,
    },
    {
      title: words.lastSignIn,
      cell: ({ lastSignInAt }) => (lastSignInAt ? formatMoment(lastSignInAt, page.language) : words.never),
    },
    {
      title: words.daysLeft,
      cell: (member) =>
        hasRight(member) ? words.days(idleDaysLeft(member.lastSignInAt ?? member.madeAt, now)) : "–",
      figures: true,
    },
    { title: words.actions, cell: (member) => <Moves {...{ page, staff, member, path }} /> },
  ];
  return <Table caption={caption} rows={members} columns={columns} />;
}

function Called({ member: { name, username } }: { member: Member }) {
  return (
    <span class="two-lines">
      <WholeName>{name}</WholeName>
      <small lang="en">{username}</small>
    </span>
  );
}

function Moves(props: Pick<Props, "page" | "staff" | "path"> & { readonly member: Member }) {
  const { page, staff, member, path } = props;
  const words = page.words.agencies;
  if (member.id === staff.staffId) return <>{words.people.you}</>;
  if (member.state === "ended") return <>–</>;
  return (
    <span class="row-moves">
      <ButtonLink href={`${path}/${member.id}/end`}>{words.people.end}</ButtonLink>
      {mayResetSecondStep(staffActorOf(staff), member) ? (
        <ButtonLink kind="quiet" href={secondStepResetPath(member.id)}>
          {words.people.resetSecondStep}
        </ButtonLink>
      ) : null}
    </span>
  );
}
