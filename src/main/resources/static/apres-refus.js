// A form that was refused is a POST's answer: once it is sent again, going back would ask to send it a third time. Its
// place in the history becomes the address of the form, which opens without sending anything.
const way = document.querySelector("main form[method=post] input[name=comme]");
if (way) {
  history.replaceState(null, "", `?comme=${encodeURIComponent(way.value)}`);
}
