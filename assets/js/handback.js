// What improves pages that already work without scripts.
import { Button, ErrorSummary, FileUpload, createAll } from "govuk-frontend";
import { followUploads } from "./uploads.js";
import { submitFilters } from "./filters.js";

function enhance(root) {
  for (const component of [Button, ErrorSummary, FileUpload]) createAll(component, undefined, root);
  submitFilters(root);
  followUploads(root, enhance);
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
enhance(document);
