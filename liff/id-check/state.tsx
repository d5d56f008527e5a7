import type { PageContext } from "../../server/http/page/context.ts";
import { StatusTag } from "../../server/http/page/status-tag.tsx";
import type { IdCheckShown } from "../../server/identity/id-check-shown.ts";

const tones = { none: "waiting", waiting: "waiting", approved: "done", sent_back: "refused" } as const;

/** How far one's identity was checked (E1.4), and what comes of it: the same words on every page that tells it. */
export function IdCheckStanding({ page, check }: { page: PageContext; check: IdCheckShown }) {
  const { state, stateLead } = page.words.join.welcome;
  return (
    <>
      <div>
        <StatusTag tone={tones[check]}>{state[check]}</StatusTag>
      </div>
      <p>{stateLead[check]}</p>
    </>
  );
}
