import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { apiDescriptionFaults, apiDescriptionPath } from "./api-description.ts";

test("a description that was left behind, or is not there, is named", async () => {
  const root = await mkdtemp(join(tmpdir(), "pratu-description-"));
  try {
    expect(await apiDescriptionFaults(root)).toHaveLength(1);
    const path = join(root, apiDescriptionPath);
    await mkdir(join(root, "docs", "api"), { recursive: true });
    await cp(apiDescriptionPath, path);
    expect(await apiDescriptionFaults(root)).toEqual([]);
    await writeFile(path, (await readFile(path, "utf8")).replace("codes:write", "codes:wrote"));
    expect(await apiDescriptionFaults(root)).toHaveLength(1);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
