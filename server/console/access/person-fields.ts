/** Names of the two fields by which one person of a request is decided on. */
export const resultName = (personId: string) => `result-${personId}`;
export const reasonName = (personId: string) => `reason-${personId}`;
