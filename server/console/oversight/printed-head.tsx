import type { StaffSession } from "../../http/env.ts";
import type { PageContext } from "../../http/page/context.ts";
import { formatMoment } from "../../kernel/thai-date.ts";
import { nameIn } from "../../visits/names.ts";

interface Props {
  readonly page: PageContext;
  readonly staff: StaffSession;
  readonly at: Date;
}

/** Whose list it is, when it was printed and by whom: on paper alone. */
export function PrintedHead({ page, staff, at }: Props) {
  const words = page.words.oversight;
  return (
    <p class="paper-only">
      <strong>{nameIn(staff.agency, page.language)}</strong>
      {" · "}
      {words.printed(formatMoment(at, page.language), staff.name ?? "")}
    </p>
  );
}
