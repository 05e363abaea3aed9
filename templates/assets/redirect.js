/* Leads on to where a record is now, with the anchor; without scripts the page refreshes itself. */
location.replace(document.querySelector("link[rel=canonical]").href + location.hash);
