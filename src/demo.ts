/** Fills a new installation with a sample group in full swing. @returns lines that say how to sign in */
export async function stage(): Promise<string[]> {
  return [];
}
