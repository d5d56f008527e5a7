/** Where the page of a petition stands. */
export function petitionPath({ agencyId, id }: { readonly agencyId: string; readonly id: string }): string {
  return `/liff/petitions/${agencyId}/${id}`;
}
