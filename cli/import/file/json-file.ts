import { FileError, fileBytes, type FileOptions } from "../../local/file-bytes.ts";
import { childrenOf, isList, isObject, rootOf } from "../../local/json/json-children.ts";
import { JsonError, type JsonPlace } from "../../local/json/json-reader.ts";

/** A JSON file as it is read, in UTF-8. Its entries are made one by one: all of them at once take ten times its size. */
export interface JsonFile {
  file: string;
  bytes: Buffer;
}

/** A list of a file's object, and why it is to be left out. */
interface FoundList {
  name: string;
  at: JsonPlace;
  reason: string | null;
}

/** @throws FileError where it cannot be read */
export function jsonFile(path: string, options: FileOptions & { file: string }): JsonFile {
  return { file: options.file, bytes: fileBytes(path, options) };
}

/** The lists that the object of a file holds, by name. @throws FileError where its values cannot be told apart */
export function listsIn({ file, bytes }: JsonFile): FoundList[] {
  return named(file, () => {
    const root = rootOf(bytes);
    if (!isObject(bytes, root)) return [];
    const names = new Set<string>();
    return [...childrenOf(bytes, root)].map(({ name, ...at }) => {
      const isTwice = names.has(name);
      names.add(name);
      // Whether the entries can be told apart is found out before the first of them is taken over.
      for (const _ of childrenOf(bytes, at)) continue;
      return {
        name,
        at,
        reason: isTwice ? `${name} is there twice` : isList(bytes, at) ? null : `${name} must be a list`,
      };
    });
  });
}

/** The entries of the list that a file is; null where it is none. @throws FileError as `listsIn` */
export function bareList({ file, bytes }: JsonFile): JsonPlace[] | null {
  return named(file, () => {
    const root = rootOf(bytes);
    return isList(bytes, root) ? [...childrenOf(bytes, root)] : null;
  });
}

function named<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    throw new FileError(`${file}:${error.line}:`, `not JSON: ${error.message}`, { cause: error });
  }
}
