/** How a query was answered: by an execution plan, without one though it might have had one, or with plans switched off. */
export type PlanUse = "hit" | "miss" | "off";
