// What improves pages that already work without scripts.
import { Button, ErrorSummary, FileUpload, createAll } from "govuk-frontend";
import { followUploads } from "./uploads.js";
import { submitFilters } from "./filters.js";
import { reviewByKeys } from "./keys.js";

function enhance(root) {
  for (const component of [Button, ErrorSummary, FileUpload]) createAll(component, undefined, root);
  submitFilters(root);
  followUploads(root, enhance);
  reviewByKeys(root);
}

document.body.classList.add("js-enabled", "govuk-frontend-supported");
enhance(document);
