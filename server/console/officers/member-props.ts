import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import type { SummaryItem } from "../../http/page/error-summary.tsx";
import type { SeenTownMember } from "../../petitions/actions/see-town-members.ts";

/** What stands in the forms of a member's page, as it was typed or is kept. */
export interface MemberTyped {
  readonly level: string;
  readonly unitIds: readonly string[];
  readonly email: string;
  readonly taker: string;
}

export interface MemberPageProps {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly seen: SeenTownMember;
  readonly typed: MemberTyped;
  readonly requestKey: string;
  readonly told: string | null;
  readonly faults: readonly SummaryItem[];
}
