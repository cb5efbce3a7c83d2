/** How many nodes a page of a connection has at most, and how many where nothing is said. */
export const LARGEST_PAGE = 100;
export const USUAL_PAGE = 20;
