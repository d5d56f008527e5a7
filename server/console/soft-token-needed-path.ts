/** Where whoever needs a Soft Token to come in is told what to do. */
export const softTokenNeededPath = "/console/second-step/needed";
