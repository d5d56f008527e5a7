/** Where the head's asking for user codes lives, and where the central office answers. */
export const ownAsksPath = "/console/seats/code-asks";
export const officeAsksPath = "/console/tokens/code-asks";

/** One that the agency's head asked for. */
export function ownAskAddress(id: string): string {
  return `${ownAsksPath}/${id}`;
}

/** The same, as the central office answers it. */
export function officeAskAddress(id: string): string {
  return `${officeAsksPath}/${id}`;
}
