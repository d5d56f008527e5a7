import type { Right } from "../../server/agencies/role.ts";
import { consoleFace } from "../../server/console/face.tsx";
import { rightAsked } from "../../server/console/gates.ts";

/** A route of the console with every right its guards ask for. */
export interface Route {
  readonly method: string;
  readonly path: string;
  readonly rights: readonly Right[];
}

/** All routes of the console, as the app itself knows them. */
export function consoleRoutes(): readonly Route[] {
  const found = new Map<string, Right[]>();
  for (const { method, path, handler } of consoleFace.routes) {
    if (method === "ALL") continue;
    const key = `${method} ${path}`;
    const right = rightAsked(handler);
    found.set(key, [...(found.get(key) ?? []), ...(right === null ? [] : [right])]);
  }
  return [...found].map(([key, rights]) => {
    const [method = "", path = ""] = key.split(" ");
    return { method, path, rights };
  });
}
