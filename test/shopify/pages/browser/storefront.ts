for (const control of document.querySelectorAll<HTMLSelectElement | HTMLInputElement>("[data-autosubmit]")) {
  control.addEventListener("change", () => control.form?.requestSubmit());
}

const variants = document.querySelector<HTMLSelectElement>("[data-variants]");
const price = document.querySelector("[data-price]");
variants?.addEventListener("change", () => {
  if (price) price.textContent = variants.selectedOptions[0]?.dataset["price"] ?? "";
});
