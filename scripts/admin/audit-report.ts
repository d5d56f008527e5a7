import type { VerifiedLog } from "../../server/audit/actions/verify-log.ts";
import type { LogFault, LogReport } from "../../server/audit/sealed-log.ts";

/** What looking through a log found, to be read by people; `unsealed` is null where nobody can know. */
export function reportText(
  report: LogReport,
  kept: number,
  unsealed: VerifiedLog["unsealed"] | null,
  now: Date,
): string {
  const { leaves, checkpoints, newest, faults, faultCount, late, lateCount } = report;
  const looked = `${leaves} sealed entries, ${checkpoints} checkpoints, ${kept} kept elsewhere`;
  const lines = [
    faultCount === 0 ? `The audit is what was sealed: ${looked}.` : `THE AUDIT WAS CHANGED: ${looked}.`,
    ...faults.map((fault) => `  ${faultText(fault)}`),
    ...(faultCount > faults.length ? [`  and ${faultCount - faults.length} more`] : []),
    ...(newest
      ? [`Newest checkpoint: ${newest.number} of ${newest.at.toISOString()} over ${newest.size}.`]
      : []),
    ...(kept === 0 && newest
      ? ["No checkpoint kept elsewhere was given: a log whose end was cut off looks whole by itself."]
      : []),
    ...(unsealed ? [unsealedText(unsealed, now)] : []),
    ...(lateCount > 0
      ? [`${lateCount} entries tell of a time an hour or more before those sealed ahead of them:`]
      : []),
    ...late.map(({ number, entryId, at }) => `  ${number}: entry ${entryId} of ${momentText(at)}`),
  ];
  return lines.join("\n");
}

function unsealedText({ count, oldestAt }: VerifiedLog["unsealed"], now: Date): string {
  if (count === 0 || oldestAt === null) return "No entry waits for the sealer.";
  const seconds = Math.round((now.getTime() - oldestAt.getTime()) / 1000);
  return `${count} entries wait for the sealer, the oldest for ${seconds} s: nothing is proven of them yet.`;
}

function faultText(fault: LogFault): string {
  switch (fault.kind) {
    case "entry_changed":
      return `${fault.number}: entry ${fault.entryId} is not what was sealed`;
    case "entry_missing":
      return `${fault.number}: entry ${fault.entryId} is gone`;
    case "leaves_missing":
      return `${span(fault)}: gone from the log`;
    case "leaf_misplaced":
      return `${fault.number}: entry ${fault.entryId} stands under a number that is not its own`;
    case "leaves_unsigned":
      return `${span(fault)}: no checkpoint covers them; the one over them is gone or forged`;
    case "span_changed":
      return `${span(fault)}: not what checkpoint ${fault.checkpoint} signed: changed, put in, or in another order`;
    case "checkpoint_forged":
      return `checkpoint ${fault.checkpoint}: no key of ours signed it`;
    case "checkpoints_missing":
      return `checkpoints ${fault.from} to ${fault.until}: gone`;
    case "checkpoint_backwards":
      return `checkpoint ${fault.checkpoint}: smaller or older than the one before it`;
    case "frontier_changed":
      return `checkpoint ${fault.checkpoint}: its frontier was changed`;
    case "kept_beyond":
      return `cut off: checkpoint ${fault.checkpoint}, kept elsewhere, covers ${fault.size}; the log has ${fault.has}`;
    case "kept_unlike":
      return `made anew: the first ${fault.size} are not what checkpoint ${fault.checkpoint}, kept elsewhere, says`;
    case "kept_forged":
      return `checkpoint ${fault.checkpoint} over ${fault.size}, kept elsewhere: no key of ours signed it`;
  }
}

function span({ from, until }: { readonly from: number; readonly until: number }): string {
  return from === until ? `${from}` : `${from} to ${until}`;
}

/** Somebody may have written down a time that is none. */
function momentText(milliseconds: string): string {
  const moment = new Date(Number(milliseconds));
  return Number.isNaN(moment.getTime()) ? milliseconds : moment.toISOString();
}
