/** Where codes are checked, and where a form marks one used. */
export const checkPath = "/console/codes/check";
export const markPath = "/console/codes/mark";
