/** Regions are numbered from 1; there are thirteen, and room for a reform. */
const lastRegion = 99;

/** True for a number a region may have. */
export function isRegion(region: number): boolean {
  return Number.isInteger(region) && region >= 1 && region <= lastRegion;
}
