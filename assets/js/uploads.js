// A form marked data-upload shows how much of the file has been sent. Without scripts it is an ordinary form.
// `enhance` improves a page that comes back instead of a redirect.
export function followUploads(root, enhance) {
  for (const form of root.querySelectorAll("form[data-upload]")) {
    form.addEventListener("submit", (event) => send(event, form, enhance));
  }
}

function send(event, form, enhance) {
  const file = form.querySelector("input[type=file]");
  if (!file?.files?.length) return;
  event.preventDefault();
  const request = new XMLHttpRequest();
  const progress = shown(form);
  request.upload.addEventListener("progress", ({ loaded, total }) => progress.at(loaded, total));
  request.upload.addEventListener("load", () => progress.say("Sent. Keeping the document."));
  request.addEventListener("load", () => arrive(request, enhance));
  request.addEventListener("error", () => progress.say("The connection broke and nothing was recorded. Send it again."));
  request.open("POST", form.action);
  request.setRequestHeader("X-Handback-Upload", "1");
  request.send(new FormData(form, event.submitter));
}

// A redirect means it was recorded: what it leads to is empty for this script, and the browser goes there itself.
// Anything else is a page that says what to mend.
function arrive(request, enhance) {
  if (request.status === 204) {
    location.assign(request.responseURL);
    return;
  }
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  enhance(document.querySelector("main"));
}

function shown(form) {
  form.querySelector("[data-progress]")?.remove();
  const box = document.createElement("p");
  const bar = document.createElement("progress");
  const words = document.createElement("span");
  box.dataset.progress = "";
  box.className = "govuk-body";
  words.setAttribute("role", "status");
  bar.className = "hb-progress";
  bar.setAttribute("aria-label", "How much has been sent");
  bar.max = 1;
  box.append(bar, " ", words);
  form.append(box);
  return {
    at(loaded, total) {
      bar.value = total ? loaded / total : 0;
      words.textContent = `${Math.round(bar.value * 100)}% sent`;
    },
    say(text) {
      words.textContent = text;
    },
  };
}
