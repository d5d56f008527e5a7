/** True for a fault of the database that names this constraint, however deep the driver wrapped it. */
export function saysConstraint(fault: unknown, constraint: string): boolean {
  const { cause, constraint_name: named } = Object(fault) as { cause?: unknown; constraint_name?: unknown };
  return named === constraint || (cause !== undefined && saysConstraint(cause, constraint));
}
