import { ToolbarButton } from "@graphiql/react";
import { useState } from "react";
import { useLink } from "./link-keeper.tsx";

/** The toolbar button that copies a link to what is in the editor, and says that it has. */
export function CopyLink() {
  const link = useLink();
  const [told, setTold] = useState("");
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(new URL(link, location.href).href);
      setTold("Link copied");
    } catch {
      setTold("The browser refused: copy the address instead");
    }
    setTimeout(() => setTold(""), 4_000);
  };
  return (
    <div className="copy-link">
      <output>{told}</output>
      <ToolbarButton label="Copy link" onClick={copy}>
        <svg
          className="graphiql-toolbar-icon"
          viewBox="0 0 24 24"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          aria-hidden="true"
        >
          <path d="M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L12 6.3" strokeLinecap="round" />
          <path d="M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.1-1.1" strokeLinecap="round" />
        </svg>
      </ToolbarButton>
    </div>
  );
}
