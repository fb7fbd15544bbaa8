// The streams to and from a state, drawn. The page has the same figures as lists.
'use strict';
document.querySelectorAll('[data-figures]').forEach(function (figure) {
  var links = JSON.parse(figure.dataset.figures).links;
  if (links.length < 2) { return; }
  figure.hidden = false;
  var canvas = figure.querySelector('.canvas');
  canvas.style.height = Math.max(180, Math.min(520, 60 + links.length * 24)) + 'px';
  var style = getComputedStyle(document.documentElement);
  function colour(name) { return style.getPropertyValue(name).trim(); }
  var names = {};
  links.forEach(function (link) { names[link.source] = true; names[link.target] = true; });
  var chart = echarts.init(canvas, null, { renderer: 'canvas' });
  function draw() {
    style = getComputedStyle(document.documentElement);
    chart.setOption({
      animation: false,
      tooltip: { renderMode: 'richText', trigger: 'item' },
      series: [{
        type: 'sankey', left: 8, right: 150, top: 8, bottom: 8, nodeWidth: 8, nodeGap: 8,
        draggable: false, emphasis: { focus: 'adjacency' },
        data: Object.keys(names).map(function (name) { return { name: name }; }),
        links: links,
        itemStyle: { color: colour('--accent'), borderWidth: 0 },
        lineStyle: { color: colour('--bar'), opacity: 0.35 },
        label: { color: colour('--text'), fontSize: 12, textBorderWidth: 0 }
      }]
    });
  }
  draw();
  window.addEventListener('resize', function () { chart.resize(); });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
});
