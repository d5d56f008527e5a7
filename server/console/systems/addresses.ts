/** Where this room begins. */
export const home = "/console/systems";

/** Where one endpoint stands. */
export function endpointAddress(endpointId: string): string {
  return `${home}/webhooks/${endpointId}`;
}
