import type { World } from "../world/world.ts";

/** Counted messages of this month; a new month (UTC+9, as LINE counts) begins at nothing. */
export function usedThisMonth(world: World): number {
  const month = new Date(world.now().getTime() + 9 * 3_600_000).toISOString().slice(0, 7);
  if (world.state.quota.month !== month) {
    world.state.quota.month = month;
    world.state.quota.used = 0;
  }
  return world.state.quota.used;
}

/** True when one more recipient fits into this month. */
export function quotaLeft(world: World): boolean {
  const { limit } = world.state.quota;
  return limit === null || usedThisMonth(world) < limit;
}

/** Counts one recipient, however many message objects were sent. */
export function countOne(world: World): void {
  world.state.quota.used = usedThisMonth(world) + 1;
}
