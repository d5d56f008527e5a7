/** Where the officers of a local government are looked after. */
export const officersHome = "/console/local/people";

/** The page of one of them. */
export function memberPath(staffId: string): string {
  return `${officersHome}/${staffId}`;
}
