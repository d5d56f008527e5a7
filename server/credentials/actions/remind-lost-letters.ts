import type { SystemActor } from "../../kernel/actor.ts";
import { bangkokDay } from "../../kernel/thai-date.ts";
import { isWorkingDay } from "../../petitions/agency-calendar.ts";
import { findCalendar } from "../../petitions/store/calendar.ts";
import type { Ports } from "../../ports.ts";
import { tellHeads } from "../desk/tell-heads.ts";
import { listLettersToRemind, saveLetterReminded } from "../store/lost-phone.ts";

const mostAtOnce = 100;

/**
 * Reminds the heads of agencies, once each of their working days, of letters about lost phones that are still to come.
 * Answers of how many.
 */
export async function remindLostLetters(ports: Ports, actor: SystemActor): Promise<number> {
  const today = bangkokDay(ports.clock.now());
  return ports.db.as(actor, async (tx) => {
    const waiting = await listLettersToRemind(ports, tx, { today, most: mostAtOnce });
    let reminded = 0;
    for (const { id, holdingId, agencyId, stoppedAt } of waiting) {
      await saveLetterReminded(tx, id, today);
      const isNew = bangkokDay(stoppedAt) === today;
      if (isNew || !isWorkingDay(await findCalendar(tx, agencyId, today), today)) continue;
      await tellHeads(ports, tx, { id: holdingId, agencyId }, "staff_lost_letter", { lostPhoneId: id });
      reminded += 1;
    }
    return reminded;
  });
}
