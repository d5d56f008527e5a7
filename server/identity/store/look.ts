import { and, eq } from "drizzle-orm";
import { lineUser } from "../../../db/schema/index.ts";
import type { LineUser } from "../../kernel/actor.ts";
import type { Language } from "../../kernel/language.ts";
import type { Tx } from "../../ports.ts";

/** How pages and chat look to a LINE user. What is left out stays as it is. */
export interface Look {
  readonly language?: Language;
  readonly largeText?: boolean;
}

/** Keeps the language and text size of a LINE user. */
export async function saveLook(tx: Tx, { channel, lineUserId }: LineUser, look: Look): Promise<void> {
  await tx
    .update(lineUser)
    .set(look)
    .where(and(eq(lineUser.channel, channel), eq(lineUser.lineUserId, lineUserId)));
}
