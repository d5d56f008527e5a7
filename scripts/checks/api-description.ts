import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { openApiText } from "../../server/api/openapi.ts";

/** Where the description stands for whoever reads the repository. */
export const apiDescriptionPath = join("docs", "api", "openapi.json");

/** A description on file that is not the one the app gives out. */
export async function apiDescriptionFaults(root: string): Promise<string[]> {
  const kept = await readFile(join(root, apiDescriptionPath), "utf8").catch(() => "null");
  return isDeepStrictEqual(JSON.parse(kept), JSON.parse(openApiText()))
    ? []
    : [`${apiDescriptionPath} is stale: npx tsx scripts/write-api-description.ts`];
}
