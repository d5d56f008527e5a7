import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { format, resolveConfig } from "prettier";
import { openApiText } from "../server/api/openapi.ts";
import { apiDescriptionPath } from "./checks/api-description.ts";

// Writes the API's description, as the app gives it out, where the repository's readers find it.
const options = await resolveConfig(apiDescriptionPath);
await mkdir(dirname(apiDescriptionPath), { recursive: true });
await writeFile(
  apiDescriptionPath,
  await format(openApiText(), { ...options, filepath: apiDescriptionPath }),
);
