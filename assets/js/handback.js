// What improves pages that already work without scripts.
import { Button, ErrorSummary, FileUpload, createAll } from "govuk-frontend";
import { followUploads } from "./uploads.js";
import { submitFilters } from "./filters.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [Button, ErrorSummary, FileUpload]) createAll(component);
submitFilters(document);
followUploads(document);
