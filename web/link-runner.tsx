import { useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { type OperationDefinitionNode, OperationTypeNode, parse } from "graphql";
import { useEffect, useRef } from "react";
import { type Link, readLink } from "./link.ts";
import { isNarrow } from "./narrow.ts";

/**
 * Runs the operation the page opens with, once, and on a narrow screen leaves the room to a link's answer.
 * Only a query: following a link must change nothing. What does not parse is sent too: the service says what is wrong with it.
 */
export function LinkRunner({ link }: { link: Link }) {
  const actions = useGraphiQLActions();
  const { ready, operations } = useGraphiQL((state) => ({
    ready: Boolean(state.queryEditor && state.variableEditor && state.headerEditor && state.responseEditor),
    operations: state.operations,
  }));
  useEffect(() => {
    if (isNarrow() && readLink(location.search)) actions.setVisiblePlugin(null);
  }, [actions]);
  const done = useRef(false);
  useEffect(() => {
    if (done.current || !ready) return;
    if (!parses(link.query)) {
      done.current = true;
      actions.run();
      return;
    }
    if (!operations) return;
    done.current = true;
    const operation = chosen(operations, link.operationName);
    if (operation?.name) actions.setOperationName(operation.name.value);
    if (operation?.operation === OperationTypeNode.QUERY) actions.run();
  }, [actions, link, operations, ready]);
  return null;
}

function parses(query: string): boolean {
  try {
    parse(query);
    return true;
  } catch {
    return false;
  }
}

function chosen(operations: OperationDefinitionNode[], name: string): OperationDefinitionNode | undefined {
  return operations.find((operation) => operation.name?.value === name) ?? operations[0];
}
