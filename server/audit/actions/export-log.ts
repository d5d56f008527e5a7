import type { SystemActor } from "../../kernel/actor.ts";
import type { Ports } from "../../ports.ts";
import { openLog } from "../desk/open-log.ts";
import { checkpointLine, leafLine } from "../export-line.ts";

/** The sealed log as lines of JSON, checkpoints first, a batch at a time: whoever has it needs no database to check it. */
export async function* exportLog(ports: Pick<Ports, "db">, actor: SystemActor): AsyncGenerator<string> {
  const log = await openLog(ports, actor);
  for await (const batch of log.checkpoints) yield batch.map(checkpointLine).join("");
  for await (const batch of log.leaves) yield batch.map(leafLine).join("");
}
