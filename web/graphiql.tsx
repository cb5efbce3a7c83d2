import "graphiql/setup-workers/vite";
import "./graphiql-style.ts";
import { explorerPlugin } from "@graphiql/plugin-explorer";
import { GraphiQL, HISTORY_PLUGIN } from "graphiql";
import { createRoot } from "react-dom/client";
import { CopyLink } from "./copy-link.tsx";
import { EditorStyle } from "./editor-style.tsx";
import { fetcher } from "./fetcher.ts";
import { LinkKeeper } from "./link-keeper.tsx";
import { LinkRunner } from "./link-runner.tsx";
import { NamedParts } from "./named-parts.tsx";
import { openingLink } from "./opening.ts";
import { pinnedTo } from "./pin.ts";
import { questionPlugin } from "./question-panel.tsx";

const plugins = [questionPlugin, explorerPlugin(), HISTORY_PLUGIN];
const link = openingLink();

createRoot(document.getElementById("graphiql")!).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    visiblePlugin={questionPlugin}
    defaultEditorToolsVisibility="variables"
    {...(link && {
      initialQuery: link.query,
      initialVariables: link.variables,
      initialHeaders: pinnedTo("", link.revision),
    })}
  >
    <GraphiQL.Logo>
      <a className="entente-home" href="/">
        {import.meta.env.ENTENTE_NAME}
      </a>
    </GraphiQL.Logo>
    <GraphiQL.Toolbar>
      {({ prettify, merge, copy }) => (
        <>
          {prettify}
          {merge}
          {copy}
          <CopyLink />
        </>
      )}
    </GraphiQL.Toolbar>
    <EditorStyle />
    <NamedParts />
    <LinkKeeper />
    {link && <LinkRunner link={link} />}
  </GraphiQL>,
);
