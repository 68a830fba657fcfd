// A form marked data-filters sends itself when a choice changes; its button stays for everybody else.
export function submitFilters(root) {
  for (const form of root.querySelectorAll("form[data-filters]")) {
    form.addEventListener("change", (event) => {
      if (event.target.matches("select, input[type=checkbox], input[type=radio], input[type=date]")) form.requestSubmit();
    });
  }
}
