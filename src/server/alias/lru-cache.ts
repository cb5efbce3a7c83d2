/** Stands for the cache of Yoga's own documents, which use-document-cache takes the place of. It is never made. */
export function LRUCache(): never {
  throw new Error("use-document-cache keeps documents");
}
