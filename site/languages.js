/** The links to a page in another language keep the place in it and, on the search page, what is searched for. */
"use strict";

document.querySelector(".languages")?.addEventListener("click", ({ target }) => {
  if (target instanceof HTMLAnchorElement) {
    target.search = location.search;
    target.hash = location.hash;
  }
});
