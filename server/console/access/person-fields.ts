/** The name of the field with the decision on one person of a request. */
export const resultName = (personId: string) => `result-${personId}`;
/** The name of the field with its reason. */
export const reasonName = (personId: string) => `reason-${personId}`;
