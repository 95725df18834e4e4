// Looks at the files of a message before they are sent: what is too large would be refused, and the text with it.
"use strict";

const files = document.getElementById("files");
const check = document.getElementById("files-check");

const wrongWithFiles = () => {
  const chosen = [...files.files];
  if (chosen.length > Number(check.dataset.mostFiles)) {
    return check.dataset.tooMany;
  }
  const bytes = chosen.reduce((sum, file) => sum + file.size, 0);
  return bytes > Number(check.dataset.mostBytes) ? check.dataset.tooLarge : "";
};

const tellOfFiles = () => {
  const wrong = wrongWithFiles();
  if (check.textContent !== wrong) {
    check.hidden = wrong === "";
    check.textContent = wrong;
    files.setAttribute("aria-invalid", String(wrong !== ""));
  }
  return wrong === "";
};

files.addEventListener("change", tellOfFiles);
files.form.addEventListener("submit", (event) => {
  if (event.submitter?.name === "go") {
    // to the other language, with the text; files that are too large would be in the way
    files.disabled = !tellOfFiles();
    return;
  }
  if (!tellOfFiles()) {
    event.preventDefault();
    files.focus();
  }
});
// who comes back to the page
addEventListener("pageshow", () => {
  files.disabled = false;
});
