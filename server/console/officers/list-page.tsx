import type { StaffSession } from "../../http/env.ts";
import { Banner } from "../../http/page/banner.tsx";
import { ButtonGroup, ButtonLink } from "../../http/page/button.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { Table, type Column } from "../../http/page/table.tsx";
import { WholeName } from "../../http/page/whole-name.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { TownMember, TownMembers } from "../../petitions/town-member.ts";
import { nameIn } from "../../visits/names.ts";
import { ConsoleLayout } from "../layout.tsx";
import { memberTones } from "../people/tones.ts";
import { memberPath, officersHome } from "./address.ts";

interface Props extends TownMembers {
  readonly page: PageContext;
  readonly staff: StaffSession;
}

/** Everybody of a local government: level, units, how the account stands, and who gave it. */
export function OfficersPage({ page, staff, members, units }: Props) {
  const words = page.words.agencies.officers;
  const isAlone = members.every(({ id }) => id === staff.staffId);
  return (
    <ConsoleLayout page={page} staff={staff} current="officers" title={words.title}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ButtonGroup>
        <ButtonLink kind="primary" icon="person" href={`${officersHome}/new`}>
          {words.invite}
        </ButtonLink>
      </ButtonGroup>
      {isAlone ? (
        <Banner tone="waiting" title={words.alone}>
          {words.aloneNext}
        </Banner>
      ) : null}
      <Table caption={words.list} rows={members} columns={columnsOf(page, staff, units)} />
      <p class="hint">{words.idle}</p>
    </ConsoleLayout>
  );
}

function columnsOf(page: PageContext, staff: StaffSession, units: Props["units"]): Column<TownMember>[] {
  const { people, officers: words } = page.words.agencies;
  return [
    {
      title: people.name,
      cell: (member) => <Called member={member} you={member.id === staff.staffId && words.you} />,
    },
    { title: people.level, cell: ({ level }) => page.words.console.level[level] },
    {
      title: words.units,
      cell: ({ unitIds }) =>
        units
          .filter(({ id }) => unitIds.includes(id))
          .map((unit) => nameIn(unit, page.language))
          .join(" · ") || "–",
    },
    {
      title: people.state,
      cell: ({ state }) => <StatusTag tone={memberTones[state]}>{people.states[state]}</StatusTag>,
    },
    {
      title: people.lastSignIn,
      cell: ({ lastSignInAt }) =>
        lastSignInAt === null ? people.never : formatMoment(lastSignInAt, page.language),
    },
    { title: words.grantedBy, cell: ({ grantedByName }) => grantedByName ?? words.bySystem },
    {
      title: people.actions,
      cell: ({ id }) => <ButtonLink href={memberPath(id)}>{words.open}</ButtonLink>,
    },
  ];
}

function Called({ member: { name, username }, you }: { member: TownMember; you: string | false }) {
  return (
    <span class="two-lines">
      <WholeName>{name}</WholeName>
      <small>
        <span lang="en">{username}</span>
        {you === false ? null : ` · ${you}`}
      </small>
    </span>
  );
}
