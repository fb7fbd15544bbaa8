// Keys for those who review many claims. They can be turned off, since single keys get in the way
// of some who speak to their browsers.
'use strict';
(function () {
  var hint = document.querySelector('.keys');
  if (hint) { hint.hidden = false; }
  document.addEventListener('keydown', function (event) {
    var writes = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    if (writes || event.ctrlKey || event.metaKey || event.altKey || !window.attacheKeys()) {
      return;
    }
    if (!/^[a-z]$/.test(event.key)) { return; }
    var target = document.querySelector('[data-key="' + event.key + '"]');
    if (!target) { return; }
    event.preventDefault();
    if (target.tagName === 'DETAILS') {
      target.open = true;
      target.querySelector('select, input:not([type="hidden"])').focus();
    } else if (event.key === 'k' && document.getElementById('reason').value.trim() === '') {
      document.getElementById('reason').focus();
    } else {
      target.click();
    }
  });
})();
