// What every page can do with script, and does without.
'use strict';
document.querySelectorAll('[data-fill]').forEach(function (button) {
  var target = document.getElementById(button.dataset.fill);
  button.hidden = false;
  button.addEventListener('click', function () {
    target.value = target.dataset.example;
    target.focus();
  });
});
document.querySelectorAll('.day input[type="date"]').forEach(function (input) {
  input.addEventListener('change', function () {
    if (input.validity.valid) {
      input.form.requestSubmit();
    }
  });
});
// "/" goes to search, as people know it from elsewhere, unless they are writing.
document.addEventListener('keydown', function (event) {
  var writes = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === '/' && !writes && !event.ctrlKey && !event.metaKey && !event.altKey) {
    var find = document.getElementById('q') || document.getElementById('find');
    if (find) {
      event.preventDefault();
      find.focus();
    }
  }
});
