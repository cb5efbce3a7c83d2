import { useGraphiQL } from "@graphiql/react";
import { useEffect, useRef } from "react";
import { linkTo } from "./link.ts";
import { revisionIn } from "./pin.ts";

/** Longer addresses are refused by servers and cut by chat programs. */
const LONGEST_LINK = 8_000;

/** The link to what is in the editor now. */
export function useLink(): string {
  return useGraphiQL((state) => {
    const tab = state.tabs[state.activeTabIndex];
    const several = (state.operations?.length ?? 0) > 1;
    return linkTo({
      query: tab?.query ?? "",
      variables: tab?.variables ?? "",
      operationName: (several && state.operationName) || "",
      revision: revisionIn(tab?.headers ?? ""),
    });
  });
}

/** Keeps the page's address in step with the editor. */
export function LinkKeeper() {
  const link = useLink();
  const kept = useRef(link);
  useEffect(() => {
    if (link === kept.current) return;
    const timer = setTimeout(() => {
      kept.current = link;
      history.replaceState(null, "", link.length > LONGEST_LINK ? "/graphiql" : link);
    }, 400);
    return () => clearTimeout(timer);
  }, [link]);
  return null;
}
