/**
 * The origin and the path of a request's URL, which is serialized already (WHATWG URL). A `URL` is an object outside of JavaScript:
 * to make one takes as long as ten looks at a header.
 */
export function addressOf(url: string): { origin: string; pathname: string } {
  const path = url.indexOf("/", url.indexOf("//") + 2);
  const end = url.slice(path).search(/[?#]/);
  return { origin: url.slice(0, path), pathname: end === -1 ? url.slice(path) : url.slice(path, path + end) };
}
