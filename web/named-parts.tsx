import { useEffect } from "react";

/** What reads the page aloud needs, and GraphiQL 5 and its explorer leave out: each part that they draw is given it as it appears. */
const mend: Readonly<Record<string, (part: HTMLElement) => void>> = {
  // An argument's input has the argument's name beside it.
  "[data-arg-name] input:not([aria-label]), [data-arg-name] select:not([aria-label])": (part) => {
    part.setAttribute("aria-label", part.closest("[data-arg-name]")?.getAttribute("data-arg-name") ?? "");
  },
  ".graphiql-explorer-root ~ form select:not([aria-label]), form > select:not([aria-label])": (part) => {
    part.setAttribute("aria-label", "Kind of operation to add");
  },
  // Its tabs hold buttons, which the role of a tab hides from whoever hears the page. A list of buttons is what they are.
  '.graphiql-tabs[role="tablist"]': (part) => part.setAttribute("role", "list"),
  '.graphiql-tab[role="tab"]': (part) => part.setAttribute("role", "listitem"),
  ".graphiql-tab[aria-selected]": (part) => {
    const isActive = part.getAttribute("aria-selected") === "true";
    part.removeAttribute("aria-selected");
    part.querySelector(".graphiql-tab-button")?.setAttribute("aria-current", String(isActive));
  },
  '#graphiql-session[role="tabpanel"]': (part) => {
    part.setAttribute("role", "region");
    part.setAttribute("aria-label", "Operation and answer");
    part.removeAttribute("aria-labelledby");
  },
  // Its label is another text than the one that is seen.
  '.graphiql-history-item-label[aria-label="Set active"]': (part) => {
    part.setAttribute("aria-label", `${part.textContent}: set active`);
  },
};

function mendAll(): void {
  for (const [selector, apply] of Object.entries(mend))
    for (const part of document.querySelectorAll<HTMLElement>(selector)) apply(part);
}

/** Watches the page, and names its parts. */
export function NamedParts() {
  useEffect(() => {
    mendAll();
    const observer = new MutationObserver(mendAll);
    const attributeFilter = ["role", "aria-selected", "aria-label"];
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, attributeFilter });
    return () => observer.disconnect();
  }, []);
  return null;
}
