// Pointing at a marked place shows its claims, and pointing at a claim shows its places.
'use strict';
document.querySelectorAll('.reading').forEach(function (reading) {
  function light(numbers) {
    reading.querySelectorAll('mark').forEach(function (mark) {
      var its = mark.dataset.claims.split(' ');
      mark.classList.toggle('on', its.some(function (n) { return numbers.indexOf(n) >= 0; }));
    });
    reading.querySelectorAll('.claim').forEach(function (claim) {
      claim.classList.toggle('on', numbers.indexOf(claim.dataset.claim) >= 0);
    });
  }
  function numbers(target) {
    var ref = target.closest('[data-claim-ref]');
    if (ref) { return [ref.dataset.claimRef]; }
    var mark = target.closest('mark');
    if (mark) { return mark.dataset.claims.split(' '); }
    var claim = target.closest('.claim');
    return claim ? [claim.dataset.claim] : [];
  }
  ['pointerover', 'focusin'].forEach(function (kind) {
    reading.addEventListener(kind, function (event) { light(numbers(event.target)); });
  });
  ['pointerleave', 'focusout'].forEach(function (kind) {
    reading.addEventListener(kind, function () { light([]); });
  });
});
