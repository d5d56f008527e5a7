import { staffLinkMinutes } from "../../agencies/staff-link.ts";
import { Facts } from "../../http/page/card.tsx";
import type { PageContext } from "../../http/page/context.ts";
import { StatusTag } from "../../http/page/status-tag.tsx";
import { formatMoment } from "../../kernel/thai-date.ts";
import type { SeenTownMember } from "../../petitions/actions/see-town-members.ts";
import { nameIn } from "../../visits/names.ts";
import { memberTones } from "../people/tones.ts";

/** How an account of a local government stands: level, units, invitation, last sign-in, what it holds. */
export function MemberFacts({ page, seen: { member, units } }: { page: PageContext; seen: SeenTownMember }) {
  const { people, officers: words, reset } = page.words.agencies;
  const { language } = page;
  const worksIn = units.filter(({ id }) => member.unitIds.includes(id));
  const until = new Date(member.madeAt.getTime() + staffLinkMinutes.set_password * 60_000);
  return (
    <Facts
      rows={[
        [reset.username, <span lang="en">{member.username}</span>],
        [people.level, page.words.console.level[member.level]],
        [words.units, worksIn.map((unit) => nameIn(unit, language)).join(" · ") || words.noUnits],
        [people.state, <StatusTag tone={memberTones[member.state]}>{people.states[member.state]}</StatusTag>],
        [words.invitedAt, formatMoment(member.madeAt, language)],
        [words.grantedBy, member.grantedByName ?? words.bySystem],
        ...(member.state === "invited" ? [[words.waitsUntil, formatMoment(until, language)] as const] : []),
        ...(member.endedAt === null
          ? []
          : [[words.endedAt, formatMoment(member.endedAt, language)] as const]),
        [people.lastSignIn, member.lastSignInAt ? formatMoment(member.lastSignInAt, language) : people.never],
        [words.holds, words.holdsCount(member.openPetitions)],
      ]}
    />
  );
}
