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
// Single keys can be turned off, and stay so in this browser.
window.attacheKeys = function () {
  try { return localStorage.getItem('keys') !== 'off'; } catch (e) { return true; }
};
document.querySelectorAll('.switch-keys').forEach(function (button) {
  function show() {
    button.textContent = window.attacheKeys() ? 'Turn single keys off' : 'Turn single keys on';
  }
  button.hidden = false;
  show();
  button.addEventListener('click', function () {
    try { localStorage.setItem('keys', window.attacheKeys() ? 'off' : 'on'); } catch (e) { return; }
    show();
  });
});
// "/" goes to search, as people know it from elsewhere, unless they are writing.
document.addEventListener('keydown', function (event) {
  var writes = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
  if (event.key === '/' && !writes && window.attacheKeys() && !event.ctrlKey && !event.metaKey && !event.altKey) {
    var find = document.getElementById('q') || document.getElementById('find');
    if (find) {
      event.preventDefault();
      find.focus();
    }
  }
});
